import { type CheckReport, cellAddress, type Finding, type Locale } from '@ctmtqg/core';
import { linkTo, type NewCell, type NewSheet } from '@ctmtqg/workbook';
import { figureTexts } from '../text/figures.js';
import { assignedLines } from '../words/assigned.js';
import type { ReportWords } from '../words/index.js';
import { layerLines } from '../words/layers.js';
import { FILLS } from './marks.js';

const FONT = { fontName: 'Times New Roman', fontSize: 11, vertical: 'top', wrap: true } as const;
/** Narrow enough that a landscape page, on which all columns must fit, is read without a glass. */
const WIDTHS = { A: 5, B: 11, C: 14, D: 8, E: 20, F: 14, G: 14, H: 13, I: 56, J: 20 };
const COLUMN_WIDTHS = Object.values(WIDTHS);
const WHOLE_WIDTH = COLUMN_WIDTHS.reduce((sum, width) => sum + width, 0);
const LINE_HEIGHT = 15;
const HEADER_ROW_GAP = 1;

/** Lines that a text takes in a column; words that do not fit go to the next line whole. */
const linesOf = (text: string, width: number): number => Math.max(1, Math.ceil(text.length / (width * 1.15)));

/** Builds a sheet downwards, row by row. */
class Lines {
  readonly cells: Record<string, NewCell> = {};
  readonly merges: string[] = [];
  readonly rowHeights: Record<number, number> = {};
  row = 1;

  /** One text over the whole width. */
  wide(text: string, style: NewCell['style'] = {}): void {
    this.cells[`A${this.row}`] = { content: { kind: 'text', text }, style: { ...FONT, ...style } };
    this.merges.push(`A${this.row}:J${this.row}`);
    this.rowHeights[this.row] = (LINE_HEIGHT + 2) * linesOf(text, WHOLE_WIDTH);
    this.row++;
  }

  put(column: number, cell: NewCell): void {
    this.cells[cellAddress(this.row, column)] = { ...cell, style: { ...FONT, border: true, ...cell.style } };
  }
}

const text = (value: string): NewCell => ({ content: { kind: 'text', text: value } });
const figure = (value: string): NewCell => ({ ...text(value), style: { horizontal: 'right' } });

function verdictOf({ status, counts, checked }: CheckReport, words: ReportWords): string {
  if (status === 'clean') return words.verdict.clean(checked.sums, checked.cells);
  if (status === 'incomplete') return words.verdict.incomplete;
  return words.verdict.findings(counts.error, counts.warning);
}

/** A name that no sheet of the workbook has. */
function freeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 2, name = wanted; ; number++) {
    if (!names.has(name.toLowerCase())) return name;
    name = `${wanted} (${number})`;
  }
}

interface ResultInput {
  readonly report: CheckReport;
  readonly sheetNames: readonly string[];
  readonly words: ReportWords;
  readonly locale: Locale;
  /** Said where cells could not be coloured. */
  readonly remark: string | null;
}

/** The sheet “Kết quả kiểm tra”: verdict, each finding with a link to its cell, what was not checked. */
export function resultSheet({ report, sheetNames, words, locale, remark }: ResultInput): NewSheet {
  const lines = new Lines();
  lines.wide(words.title, { bold: true, fontSize: 14, horizontal: 'center' });
  lines.rowHeights[1] = 22;
  lines.wide(report.workbook, { italic: true, horizontal: 'center' });
  lines.wide(verdictOf(report, words), { bold: true, fontSize: 13 });
  lines.wide(words.checked(report.checked.cells, report.checked.sums, report.checked.rows));
  lines.wide(words.rules(report.rules.version, report.rules.asOf));
  for (const line of layerLines(report.rules.layers, locale.language)) lines.wide(line);
  for (const line of assignedLines(report.assigned, words, locale)) lines.wide(line);
  if (remark !== null) lines.wide(remark, { italic: true });
  if (report.tables.length === 0) lines.wide(words.noTable);
  lines.row += HEADER_ROW_GAP;
  const header = lines.row;
  if (report.findings.length === 0) lines.wide(words.noFindings);
  else findingRows(lines, report.findings, words, locale);
  lines.row += HEADER_ROW_GAP;
  lines.wide(words.notCheckedTitle, { bold: true });
  if (report.notChecked.length === 0) lines.wide(words.nothingLeftOut);
  for (const { what, why } of report.notChecked) lines.wide(`- ${what}: ${why}.`);
  return {
    name: freeName(words.resultSheet, sheetNames),
    cells: lines.cells,
    merges: lines.merges,
    rowHeights: lines.rowHeights,
    columnWidths: WIDTHS,
    page: { landscape: true },
    tabColor: report.counts.error > 0 ? 'C00000' : report.counts.warning > 0 ? 'E0A800' : '2E7D32',
    ...(report.findings.length > 0 ? { printTitleRows: `${header}:${header}` } : {}),
  };
}

function findingRows(lines: Lines, findings: readonly Finding[], words: ReportWords, locale: Locale): void {
  const heads = [
    words.number,
    words.level,
    words.sheet,
    words.cellHeading,
    words.findingHeading,
    words.found,
    words.expected,
    words.difference,
    words.whatToDo,
    words.law,
  ];
  const style = { bold: true, horizontal: 'center', fill: 'E7E6E6' } as const;
  heads.forEach((head, index) => {
    lines.put(index + 1, { ...text(head), style });
  });
  lines.row++;
  findings.forEach((finding, index) => {
    const cells = findingCells(finding, index + 1, words, locale);
    cells.forEach((cell, column) => {
      lines.put(column + 1, cell);
    });
    const needed = cells.map(({ content }, column) =>
      content?.kind === 'text' ? linesOf(content.text, COLUMN_WIDTHS[column]!) : 1,
    );
    lines.rowHeights[lines.row] = LINE_HEIGHT * Math.max(...needed) + 3;
    lines.row++;
  });
}

function findingCells(finding: Finding, number: number, words: ReportWords, locale: Locale): NewCell[] {
  const { severity, sheet, cell } = finding;
  const { found, expected, difference } = figureTexts(finding, locale);
  return [
    { ...text(String(number)), style: { horizontal: 'center' } },
    { ...text(words.severity[severity]), style: { fill: FILLS[severity], bold: true, horizontal: 'center' } },
    text(sheet),
    { ...text(cell), link: linkTo(sheet, cell), style: { fontColor: '0563C1', horizontal: 'center' } },
    text(locale.titles[finding.code] ?? finding.code),
    figure(found ?? ''),
    figure(expected ?? ''),
    figure(difference ?? ''),
    text(finding.message),
    text(lawText(finding, words)),
  ];
}

function lawText({ law }: Finding, words: ReportWords): string {
  return law
    .map(({ instrument, article, status }) =>
      [article, instrument, words.status[status]].filter((part) => part !== '').join(', '),
    )
    .join('; ');
}
