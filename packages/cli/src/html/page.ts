import {
  type Book,
  type CheckReport,
  type Finding,
  type Locale,
  openBook,
  type RuleSet,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { columnWords } from '../text/report-text.js';
import type { ReportWords } from '../words/index.js';
import { sourceChart } from './chart.js';
import { type CellLink, findingCard } from './findings.js';
import { html, Markup } from './markup.js';
import { EN_SEPARATORS, VI_SEPARATORS } from './number-format.js';
import { type DrawnSheet, drawSheet, marksOf } from './sheet.js';
import { STYLE } from './style.js';

export interface PageInput {
  readonly report: CheckReport;
  readonly snapshot: WorkbookSnapshot;
  readonly rules: RuleSet;
  readonly locale: Locale;
  readonly words: ReportWords;
  /** SHA-256 of the file checked, so that a signed report says which version it speaks of. */
  readonly fingerprint: string;
}

interface Numbered {
  readonly finding: Finding;
  readonly number: number;
}

/** With a sheet wider than this, in pixels, the whole document is printed on landscape pages. */
const PORTRAIT_WIDTH = 640;
const LANDSCAPE = '@page{size:A4 landscape;margin:15mm 14mm 13mm 14mm}';

/** The report as one file: no script, no network, to be read on screen, printed on A4, signed and filed. */
export function reportPage(input: PageInput): string {
  const { report, words, locale } = input;
  const book = openBook(input.snapshot);
  const numbered = report.findings.map((finding, index) => ({ finding, number: index + 1 }));
  const sheets = drawSheets(input, book, numbered);
  const landscape = sheets.some(({ wide }) => wide);
  const page = html`<!DOCTYPE html>
<html lang="${locale.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${words.title} – ${report.workbook}</title>
<style>${new Markup(STYLE + (landscape ? LANDSCAPE : ''))}</style>
</head>
<body class="${landscape ? 'landscape' : 'portrait'}">
<main>
<header>
<h1>${words.title}</h1>
<p class="subject">${report.workbook}</p>
${verdict(report, words)}
</header>
${understood(input)}
${sheets.map((sheet) => sheet.markup)}
${leftOut(report, words)}
<section class="small basis" aria-label="${words.basis}">
<p>${words.rules(report.rules.version, report.rules.asOf)} ${words.tool(report.tool.version)}</p>
<p>${words.fingerprint}: <code>${input.fingerprint}</code></p>
</section>
${signatures(words)}
</main>
</body>
</html>
`;
  return page.text;
}

function verdict({ status, counts, checked, notChecked }: CheckReport, words: ReportWords): Markup {
  const kind = status === 'findings' && counts.error === 0 ? 'warnings' : status;
  const sentence =
    status === 'clean'
      ? words.verdict.clean(checked.sums, checked.cells)
      : status === 'incomplete'
        ? words.verdict.incomplete
        : words.verdict.findings(counts.error, counts.warning);
  return html`<div class="verdict ${kind}">${sentence}
<p>${words.checked(checked.cells, checked.sums, checked.rows)}${status === 'findings' && notChecked.length > 0 ? ` ${words.verdict.alsoIncomplete}` : ''}</p></div>`;
}

function understood({ report, rules, words }: PageInput): Markup | null {
  if (report.tables.length === 0)
    return html`<section><h2>${words.understood}</h2><p>${words.noTable}</p></section>`;
  const rows = report.tables.map((table) => {
    const programme = rules.programmes.find(({ id }) => id === table.programme);
    return html`<tr><td>${table.sheet}</td><td>${table.range}</td><td>${table.unit ?? words.noUnit}</td><td>${programme?.short ?? words.noProgramme}${table.year === null ? null : `, ${words.year} ${table.year}`}</td><td>${table.columns.map((column) => columnWords(column, words)).join('; ')}</td></tr>
`;
  });
  return html`<section><h2>${words.understood}</h2>
<table class="facts"><thead><tr><th scope="col">${words.sheet}</th><th scope="col">${words.table}</th><th scope="col">${words.unit}</th><th scope="col">${words.programme}</th><th scope="col">${words.columns}</th></tr></thead><tbody>
${rows}</tbody></table></section>`;
}

/** Sheets with a table or a finding; links are resolved after all sheets are drawn. */
function drawSheets(
  input: PageInput,
  book: Book,
  numbered: readonly Numbered[],
): { markup: Markup; wide: boolean }[] {
  const { report, words, locale, snapshot } = input;
  const separators = locale.language === 'en' ? EN_SEPARATORS : VI_SEPARATORS;
  const drawn = new Map<string, { index: number; sheet: DrawnSheet }>();
  snapshot.sheets.forEach(({ name }, index) => {
    const tables = report.tables.filter((table) => table.sheet === name);
    const marks = marksOf(name, numbered);
    if (tables.length > 0 || marks.size > 0) {
      drawn.set(name, { index, sheet: drawSheet(book, index, tables, marks, words, separators) });
    }
  });
  const link: CellLink = (sheet, cell) => {
    const found = drawn.get(sheet);
    return found?.sheet.targets.has(cell) ? `#c${found.index}-${cell}` : null;
  };
  return [...drawn].map(([name, { sheet }]) => {
    const here = numbered.filter(({ finding }) => finding.sheet === name);
    return { markup: sheetSection(input, book, name, sheet, here, link), wide: sheet.width > PORTRAIT_WIDTH };
  });
}

function sheetSection(
  { report, words, locale }: PageInput,
  book: Book,
  name: string,
  sheet: DrawnSheet,
  findings: readonly Numbered[],
  link: CellLink,
): Markup {
  const charts = report.tables
    .filter((table) => table.sheet === name)
    .map((table) => sourceChart(book, table, words, (text) => locale.wording.amount(text)));
  const cards = findings.map(({ finding, number }) => findingCard(finding, number, { words, locale, link }));
  return html`<section><h2>${words.sheet} “${name}”</h2>
<div class="beside ${cards.length > 0 ? 'two' : ''}"><div>${sheet.markup}${charts}</div>
${cards.length > 0 ? html`<div class="cards" role="region" tabindex="0" aria-label="${words.findings}">${cards}</div>` : html`<p>${sheet.targets.size > 0 ? words.onlyCarriedOn : words.noFindings}</p>`}</div>
</section>`;
}

function leftOut({ notChecked }: CheckReport, words: ReportWords): Markup {
  const list = notChecked.map(({ what, why }) => html`<li><b>${what}</b>: ${why}.</li>`);
  return html`<section><h2>${words.notCheckedTitle}</h2>${list.length > 0 ? html`<ul class="gaps">${list}</ul>` : html`<p>${words.nothingLeftOut}</p>`}</section>`;
}

function signatures(words: ReportWords): Markup {
  return html`<section class="signatures" aria-label="${words.signatures}"><div><p>${words.checkedBy}</p><p class="small">${words.signHere}</p></div><div><p>${words.preparedBy}</p><p class="small">${words.signHere}</p></div></section>`;
}
