import {
  type Book,
  type CheckReport,
  type Locale,
  openBook,
  type RuleSet,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { columnWords } from '../text/report-text.js';
import { assignedLines } from '../words/assigned.js';
import type { ReportWords } from '../words/index.js';
import { layerLines } from '../words/layers.js';
import { sourceChart } from './chart.js';
import { type CellLink, findingCard } from './findings.js';
import { marksOf, type Numbered } from './marks.js';
import { html, Markup } from './markup.js';
import { EN_SEPARATORS, VI_SEPARATORS } from './number-format.js';
import { needsLandscape, type Orientation } from './paper.js';
import { type DrawnSheet, drawSheet, prepareSheet } from './sheet.js';
import { STYLE } from './style.js';
import type { PreparedSheet } from './table.js';

export interface PageInput {
  readonly report: CheckReport;
  readonly snapshot: WorkbookSnapshot;
  readonly rules: RuleSet;
  readonly locale: Locale;
  readonly words: ReportWords;
  /** SHA-256 of the file checked, so that a signed report says which version it speaks of. */
  readonly fingerprint: string;
}

const LANDSCAPE = '@page{size:A4 landscape;margin:15mm 14mm 13mm 14mm}';

/** The report as one file: no script, no network, to be read on screen, printed on A4, signed and filed. */
export function reportPage(input: PageInput): string {
  const { report, words, locale } = input;
  const book = openBook(input.snapshot);
  const numbered = report.findings.map((finding, index) => ({ finding, number: index + 1 }));
  const prepared = prepareSheets(input, book, numbered);
  // One wide sheet turns the whole document: a file of mixed pages is awkward to bind.
  const orientation = prepared.some(({ view }) => needsLandscape(view)) ? 'landscape' : 'portrait';
  const sheets = drawSheets(input, prepared, numbered, orientation);
  const page = html`<!DOCTYPE html>
<html lang="${locale.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${words.title} – ${report.workbook}</title>
<style>${new Markup(STYLE + (orientation === 'landscape' ? LANDSCAPE : ''))}</style>
</head>
<body class="${orientation}">
<main>
<header>
<h1>${words.title}</h1>
<p class="subject">${report.workbook}</p>
${verdict(report, words)}
</header>
${understood(input)}
${sheets}
${leftOut(report, words)}
<section class="small basis" aria-label="${words.basis}">
<p>${words.rules(report.rules.version, report.rules.asOf)} ${words.tool(report.tool.version)}</p>
${layerLines(report.rules.layers, locale.language).map((line) => html`<p>${line}</p>\n`)}<p>${words.fingerprint}: <code>${input.fingerprint}</code></p>
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

function understood({ report, rules, words, locale }: PageInput): Markup | null {
  if (report.tables.length === 0)
    return html`<section><h2>${words.understood}</h2><p>${words.noTable}</p></section>`;
  const heads = [words.sheet, words.table, words.unit, words.programme, words.columns];
  const rows = report.tables.map((table) => {
    const programme = rules.programmes.find(({ id }) => id === table.programme);
    const year = table.year === null ? '' : `, ${words.year} ${table.year}`;
    const cells = [
      table.sheet,
      table.range,
      table.unit ?? words.noUnit,
      `${programme?.short ?? words.noProgramme}${year}`,
      table.columns.map((column) => columnWords(column, table.year, words)).join('; '),
    ];
    return html`<tr>${cells.map((cell, at) => html`<td data-head="${heads[at]}">${cell}</td>`)}</tr>
`;
  });
  return html`<section><h2>${words.understood}</h2>
<table class="facts"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows}</tbody></table>${assignedLines(report.assigned, words, locale).map((line) => html`<p>${line}</p>`)}</section>`;
}

/** Sheets with a table or a finding. */
function prepareSheets(
  { report, locale, snapshot }: PageInput,
  book: Book,
  numbered: readonly Numbered[],
): PreparedSheet[] {
  const separators = locale.language === 'en' ? EN_SEPARATORS : VI_SEPARATORS;
  return snapshot.sheets.flatMap(({ name }, index) => {
    const tables = report.tables.filter((table) => table.sheet === name);
    const marks = marksOf(name, numbered);
    return tables.length + marks.size > 0 ? [prepareSheet(book, index, tables, marks, separators)] : [];
  });
}

/** Links are resolved after all sheets are drawn. */
function drawSheets(
  input: PageInput,
  prepared: readonly PreparedSheet[],
  numbered: readonly Numbered[],
  orientation: Orientation,
): Markup[] {
  const drawn = new Map(
    prepared.map((sheet) => [sheet.name, { sheet, drawing: drawSheet(sheet, orientation, input.words) }]),
  );
  const link: CellLink = (sheet, cell) => {
    const found = drawn.get(sheet);
    return found?.drawing.targets.has(cell) ? `#c${found.sheet.index}-${cell}` : null;
  };
  return [...drawn.values()].map(({ sheet, drawing }) => {
    const here = numbered.filter(({ finding }) => finding.sheet === sheet.name);
    return sheetSection(input, sheet, drawing, here, link);
  });
}

function sheetSection(
  { words, locale }: PageInput,
  { book, name, tables }: PreparedSheet,
  drawing: DrawnSheet,
  findings: readonly Numbered[],
  link: CellLink,
): Markup {
  const charts = tables.map((table) =>
    sourceChart(book, table, words, (text) => locale.wording.amount(text)),
  );
  const cards = findings.map(({ finding, number }) => findingCard(finding, number, { words, locale, link }));
  return html`<section><h2>${words.sheet} “${name}”</h2>
<div class="beside ${cards.length > 0 ? 'two' : ''}"><div>${drawing.markup}${charts}</div>
${cards.length > 0 ? html`<div class="cards" role="region" tabindex="0" aria-label="${words.findings}">${cards}</div>` : html`<p>${drawing.targets.size > 0 ? words.onlyCarriedOn : words.noFindings}</p>`}</div>
</section>`;
}

function leftOut({ notChecked }: CheckReport, words: ReportWords): Markup {
  const list = notChecked.map(({ what, why }) => html`<li><b>${what}</b>: ${why}.</li>`);
  return html`<section><h2>${words.notCheckedTitle}</h2>${list.length > 0 ? html`<ul class="gaps">${list}</ul>` : html`<p>${words.nothingLeftOut}</p>`}</section>`;
}

function signatures(words: ReportWords): Markup {
  return html`<section class="signatures" aria-label="${words.signatures}"><div><p>${words.checkedBy}</p><p class="small">${words.signHere}</p></div><div><p>${words.preparedBy}</p><p class="small">${words.signHere}</p></div></section>`;
}
