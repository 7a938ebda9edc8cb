import { type CheckReport, cellAddress, type Finding, type Locale } from '@ctmtqg/core';
import { en as enLocale } from '@ctmtqg/core/en';
import { vi as viLocale } from '@ctmtqg/core/vi';
import { linkTo, type NewCell, type NewSheet } from '@ctmtqg/workbook';
import { en } from '../pane/words/en.js';
import type { Words } from '../pane/words/index.js';
import { vi } from '../pane/words/vi.js';
import type { Memory } from '../port/types.js';
import type { Language } from './protocol.js';

const FONT = { fontName: 'Times New Roman', fontSize: 12, vertical: 'top', wrap: true } as const;
const WIDTHS = { A: 6, B: 10, C: 14, D: 8, E: 20, F: 15, G: 15, H: 14, I: 56, J: 24 };
const LAST = 'J';
/** Characters that fit on one line of all columns together, and of the column of what to do. */
const WHOLE_LINE = 165;
const MESSAGE_LINE = 62;
const FILLS = { error: 'FFD6D2', warning: 'FFECB8', info: 'D6E8FF' } as const;
const TABS = { error: 'C00000', warning: 'E0A800', clean: '2E7D32' } as const;

export interface ResultAsk {
  readonly report: CheckReport;
  readonly memory: Memory;
  readonly language: Language;
}

/** Builds a sheet downwards. */
class Page {
  readonly cells: Record<string, NewCell> = {};
  readonly merges: string[] = [];
  readonly rowHeights: Record<number, number> = {};
  row = 1;

  /** One text over the whole width. */
  wide(text: string, style: NewCell['style'] = {}): void {
    this.cells[`A${this.row}`] = { content: { kind: 'text', text }, style: { ...FONT, ...style } };
    this.merges.push(`A${this.row}:${LAST}${this.row}`);
    this.rowHeights[this.row] = 18 * Math.max(1, Math.ceil(text.length / WHOLE_LINE));
    this.row++;
  }

  list(title: string, items: readonly string[]): void {
    if (items.length === 0) return;
    this.row++;
    this.wide(title, { bold: true });
    for (const item of items) this.wide(`- ${item}`);
  }

  line(cells: readonly NewCell[], height: number): void {
    cells.forEach((cell, i) => {
      this.cells[cellAddress(this.row, i + 1)] = { ...cell, style: { ...FONT, border: true, ...cell.style } };
    });
    this.rowHeights[this.row] = height;
    this.row++;
  }
}

const text = (value: string, style: NewCell['style'] = {}): NewCell => ({
  content: { kind: 'text', text: value },
  style,
});

function verdict(open: readonly Finding[], report: CheckReport, words: Words): string {
  const count = (severity: Finding['severity']) => open.filter((one) => one.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  if (errors + warnings > 0) return words.check.findings(errors, warnings);
  if (report.status === 'incomplete') return words.check.incomplete;
  return infos > 0 ? words.check.infoOnly(infos) : words.check.clean;
}

function lawText({ law }: Finding, words: Words): string {
  return law
    .map(({ article, instrument, status }) =>
      [article, instrument, status === 'unverified' ? words.finding.unverified : '']
        .filter(Boolean)
        .join(', '),
    )
    .join('; ');
}

function findingLine(finding: Finding, number: number, words: Words, locale: Locale): readonly NewCell[] {
  const { severity, sheet, cell, found, expected, difference, message, code } = finding;
  const unit = finding.unit === null ? '' : ` ${finding.unit}`;
  const amount = (value: string | null) =>
    text(value === null ? '' : locale.wording.amount(value) + unit, { horizontal: 'right' });
  return [
    text(String(number), { horizontal: 'center' }),
    text(words.severities[severity], { horizontal: 'center', bold: true, fill: FILLS[severity] }),
    text(sheet),
    { ...text(cell, { horizontal: 'center', fontColor: '0563C1' }), link: linkTo(sheet, cell) },
    text(locale.titles[code] ?? code),
    amount(found),
    amount(expected),
    amount(difference),
    text(message),
    text(lawText(finding, words)),
  ];
}

/** The sheet “Kết quả kiểm tra”: each finding with a link to its cell, what was set aside and why, what was not checked. */
export function resultSheet({ report, memory, language }: ResultAsk): NewSheet {
  const [words, locale]: [Words, Locale] = language === 'vi' ? [vi, viLocale] : [en, enLocale];
  const ignored = new Set(memory.ignored.map((one) => one.key));
  const open = report.findings.filter((finding) => !ignored.has(finding.key));
  const page = new Page();
  page.wide(words.result.title.toUpperCase(), { bold: true, fontSize: 14, horizontal: 'center' });
  page.wide(report.workbook, { italic: true, horizontal: 'center' });
  page.wide(verdict(open, report, words), { bold: true, fontSize: 13 });
  page.wide(words.check.checked(report.checked.cells, report.checked.sums, report.checked.rows));
  const asOf = report.rules.asOf ? `${words.check.asOf(report.rules.asOf)}. ` : '';
  page.wide(`${asOf}${words.check.rules(report.rules.version)}.`);
  page.row++;
  const header = page.row;
  if (open.length > 0) {
    const head = { bold: true, horizontal: 'center', vertical: 'center', fill: 'E2F1EF' } as const;
    page.line(
      words.result.header.map((one) => text(one, head)),
      34,
    );
    open.forEach((finding, i) => {
      const height = 17 * Math.max(2, Math.ceil(finding.message.length / MESSAGE_LINE));
      page.line(findingLine(finding, i + 1, words, locale), Math.min(400, height));
    });
  }
  page.list(
    words.finding.ignored(memory.ignored.length),
    memory.ignored.map((one) => `${one.message} (${words.result.reason}: ${one.reason})`),
  );
  page.list(
    words.finding.notChecked(report.notChecked.length),
    report.notChecked.map((gap) => `${gap.what}: ${gap.why}`),
  );
  const worst = (['error', 'warning'] as const).find((level) => open.some((one) => one.severity === level));
  return {
    name: words.result.title,
    cells: page.cells,
    merges: page.merges,
    rowHeights: page.rowHeights,
    columnWidths: WIDTHS,
    page: { landscape: true },
    tabColor: TABS[worst ?? 'clean'],
    ...(open.length > 0 ? { printTitleRows: `${header}:${header}`, frozen: { rows: header } } : {}),
  };
}
