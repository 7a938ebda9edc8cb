import type { CheckReport, Finding, Locale, ReportColumn, ReportTable, RuleSet } from '@ctmtqg/core';
import { assignedLines } from '../words/assigned.js';
import type { ReportWords } from '../words/index.js';
import { layerLines } from '../words/layers.js';
import { figureTexts } from './figures.js';
import { harmless, type Paint, wrap } from './paint.js';

/** What writing a report for people needs beside the report. */
export interface Writing {
  readonly words: ReportWords;
  readonly locale: Locale;
  readonly rules: RuleSet;
  readonly paint: Paint;
  readonly width: number;
}

/** Consequences and candidates named before the rest is only counted. */
const NAMED_CELLS = 6;

/** The report of one workbook for a terminal: verdict, findings by sheet, what was understood, what was left out. */
export function reportText(report: CheckReport, writing: Writing): string {
  const { words, paint } = writing;
  const lines = [
    paint(`${words.title}: ${harmless(report.workbook)}`, 'bold'),
    verdict(report, writing),
    '',
    ...findings(report, writing),
    ...understood(report, writing),
    ...notChecked(report, writing),
    words.checked(report.checked.cells, report.checked.sums, report.checked.rows),
    words.rules(report.rules.version, report.rules.asOf),
    ...layerLines(report.rules.layers, writing.locale.language).map(harmless),
  ];
  return `${lines.join('\n')}\n`;
}

function verdict(report: CheckReport, { words, paint }: Writing): string {
  const { status, counts, checked } = report;
  if (status === 'clean') return paint(words.verdict.clean(checked.sums, checked.cells), 'green', 'bold');
  if (status === 'incomplete') return paint(words.verdict.incomplete, 'yellow', 'bold');
  const found = paint(
    words.verdict.findings(counts.error, counts.warning),
    counts.error > 0 ? 'red' : 'yellow',
    'bold',
  );
  return report.notChecked.length > 0 ? `${found} ${words.verdict.alsoIncomplete}` : found;
}

function findings(report: CheckReport, writing: Writing): string[] {
  const { words, paint } = writing;
  if (report.findings.length === 0) return [];
  const lines: string[] = [];
  for (const sheet of new Set(report.findings.map((finding) => finding.sheet))) {
    lines.push(paint(`${words.sheet} “${harmless(sheet)}”`, 'bold'), '');
    for (const finding of report.findings)
      if (finding.sheet === sheet) lines.push(...oneFinding(finding, writing), '');
  }
  return lines;
}

const INK = { error: 'red', warning: 'yellow', info: 'blue' } as const;

function oneFinding(finding: Finding, writing: Writing): string[] {
  const { words, paint, locale, width } = writing;
  const title = locale.titles[finding.code] ?? finding.code;
  const count = finding.count > 1 ? ` (${words.more(finding.count - 1)})` : '';
  const head = `  ${paint(words.severity[finding.severity], INK[finding.severity], 'bold')}  ${paint(finding.cell, 'bold')}${count}  ${title} ${paint(`[${finding.code}]`, 'dim')}`;
  const body = [
    harmless(finding.message),
    figures(finding, writing),
    cells(words.candidates, finding.candidates, finding.sheet, words),
    cells(words.consequences, finding.consequences, finding.sheet, words),
    law(finding, words),
  ];
  return [
    head,
    ...body.flatMap((text) => (text === '' ? [] : wrap(text, width - 4).map((line) => `    ${line}`))),
  ];
}

function figures(finding: Finding, { words, locale }: Writing): string {
  const { found, expected, difference } = figureTexts(finding, locale);
  return [
    found === null ? '' : `${words.found}: ${harmless(found)}`,
    expected === null ? '' : `${words.expected}: ${harmless(expected)}`,
    difference === null ? '' : `${words.difference}: ${harmless(difference)}`,
  ]
    .filter((part) => part !== '')
    .join('. ');
}

/** Cells with the sheet before them only where it is another one. */
function cells(label: string, list: Finding['candidates'], home: string, words: ReportWords): string {
  if (list.length === 0) return '';
  const named = list
    .slice(0, NAMED_CELLS)
    .map(({ sheet, cell }) => (sheet === home ? cell : `“${harmless(sheet)}”!${cell}`));
  const rest = list.length > NAMED_CELLS ? `, ${words.more(list.length - NAMED_CELLS)}` : '';
  return `${label}: ${named.join(', ')}${rest}`;
}

function law(finding: Finding, words: ReportWords): string {
  if (finding.law.length === 0) return '';
  const named = finding.law.map(({ instrument, article, status }) => {
    const doubt = status === 'unverified' ? ` (${words.status.unverified})` : '';
    return `${article}${article ? ', ' : ''}${instrument}${doubt}`;
  });
  return `${words.law}: ${named.join('; ')}`;
}

function understood(report: CheckReport, writing: Writing): string[] {
  const { words, paint, width } = writing;
  if (report.tables.length === 0) return [];
  const lines = [paint(words.understood.toUpperCase(), 'bold')];
  for (const table of report.tables) {
    lines.push(...wrap(tableLine(table, writing), width - 2).map((line) => `  ${line}`));
    const named = table.columns.map((column) => columnWords(column, table.year, words));
    lines.push(...wrap(`${words.columns}: ${named.join(' · ')}`, width - 4).map((line) => `    ${line}`));
  }
  for (const line of assignedLines(report.assigned, words, writing.locale))
    lines.push(...wrap(harmless(line), width - 2).map((part) => `  ${part}`));
  return [...lines, ''];
}

function tableLine(table: ReportTable, { words, rules }: Writing): string {
  const programme = rules.programmes.find(({ id }) => id === table.programme);
  const parts = [
    `${words.table} ${table.range}, ${words.sheet.toLowerCase()} “${harmless(table.sheet)}”`,
    table.unit ?? words.noUnit,
    programme ? programme.short : words.noProgramme,
    ...(table.year === null ? [] : [`${words.year} ${table.year}`]),
  ];
  return parts.join(', ');
}

/** `D ngân sách trung ương, vốn đầu tư`; the year only where it is not the one of the table. */
export function columnWords(column: ReportColumn, tableYear: number | null, words: ReportWords): string {
  const { year = null } = column;
  const parts =
    column.role === 'amount'
      ? [
          words.sources[column.source ?? 'total'] ?? '',
          words.capitals[column.capital ?? 'all'] ?? '',
          words.stages[column.stage ?? 'plan'] ?? '',
          year === null || year === tableYear ? '' : `${words.year} ${year}`,
        ]
      : [words.roles[column.role]];
  return `${column.column} ${parts.filter((part) => part !== '').join(', ')}`;
}

function notChecked(report: CheckReport, { words, paint, width }: Writing): string[] {
  if (report.notChecked.length === 0) return [];
  const lines = report.notChecked.flatMap(({ what, why }) => {
    const [first = '', ...rest] = wrap(`- ${harmless(what)}: ${harmless(why)}`, width - 4);
    return [`  ${first}`, ...rest.map((line) => `    ${line}`)];
  });
  return [paint(words.notChecked, 'bold'), ...lines, ''];
}
