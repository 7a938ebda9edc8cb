import type { ReportWords } from './words.js';

/** 200010 → 200,010 */
const figure = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

const plural = (count: number, word: string): string => `${figure(count)} ${word}${count === 1 ? '' : 's'}`;

function rows(from: number, to: number, count: number, marked: number): string {
  const findings = marked > 0 ? `${figure(marked)} of them with marked cells` : 'without findings';
  return `Rows ${from}–${to}: ${plural(count, 'row')}, ${findings}`;
}

export const enWords: ReportWords = {
  language: 'en',
  title: 'BUDGET SHEET CHECK',
  verdict: {
    clean: (sums, cells) =>
      `Clean: ${plural(sums, 'sum')} over ${plural(cells, 'figure')} agree, no error and no warning.`,
    findings: (errors, warnings) =>
      errors > 0
        ? `${plural(errors, 'error')}${warnings > 0 ? ` and ${plural(warnings, 'warning')}` : ''} found.`
        : `No error, ${plural(warnings, 'warning')} to look at.`,
    incomplete: 'Not all was checked: no error was seen, but parts could not be checked (listed below).',
    alsoIncomplete: 'Parts could not be checked; they are listed below.',
  },
  severity: { error: 'ERROR', warning: 'WARNING', info: 'NOTE' },
  roles: {
    ordinal: 'row number',
    title: 'content',
    amount: 'amount',
    quantity: 'quantity',
    percent: 'percent',
    place: 'place',
    'unit-in-charge': 'unit in charge',
    decision: 'decision',
    period: 'period',
    code: 'code',
    note: 'note',
    other: 'not understood',
  },
  sources: {
    total: 'total',
    central: 'central budget',
    local: 'local budget',
    province: 'province budget',
    district: 'district budget',
    commune: 'commune budget',
    credit: 'policy credit',
    integrated: 'integrated capital',
    community: 'community',
    enterprise: 'enterprises',
    other: 'other mobilised capital',
  },
  capitals: { all: '', investment: 'investment', recurrent: 'recurrent' },
  stages: {
    plan: '',
    'carried-over': 'carried over',
    before: 'before adjustment',
    increase: 'increase',
    decrease: 'decrease',
    after: 'after adjustment',
    disbursed: 'disbursed',
    remaining: 'remaining',
  },
  status: { verified: '', unverified: 'not compared with the original text' },
  sheet: 'Sheet',
  table: 'Table',
  year: 'year',
  noUnit: 'unit not known',
  noProgramme: 'the sheet names no programme',
  understood: 'Understood',
  columns: 'Columns',
  checked: (cells, sums, rows) =>
    `Compared ${plural(cells, 'figure')}, ${plural(sums, 'sum')}, ${plural(rows, 'row')} with money.`,
  rules: (version, asOf) => `Rules ${version}${asOf ? `, as of ${asOf}` : ''}.`,
  found: 'Found',
  expected: 'Expected',
  difference: 'Difference',
  law: 'Law',
  candidates: 'One of the cells',
  consequences: 'Carried on to',
  more: (count) => `and ${plural(count, 'more cell')}`,
  fix: 'Possible repair',
  fixNeedsYou: 'to be confirmed by the author of the sheet',
  notChecked: 'NOT CHECKED',
  nothingLeftOut: 'Nothing was left out.',
  noFindings: 'No findings.',
  file: 'File',
  summary: 'SUMMARY',
  statusShort: {
    clean: 'clean',
    findings: 'findings',
    incomplete: 'not all checked',
    unusable: 'cannot be used',
  },
  written: (what, path) => `Written: ${what}: ${path}`,
  chart: 'Sources of money by project',
  chartByRow: 'Sources of money by row of the sheet',
  moreRows: (count) => `${plural(count, 'more row')} not drawn here.`,
  findingNumber: 'Finding',
  findings: 'Findings',
  cell: 'cell',
  row: 'Row',
  unit: 'Unit',
  programme: 'Programme, year',
  blank: 'blank',
  allCells: (count) => `All ${count} cells`,
  hidden: (rows, columns) =>
    `Not shown here: ${[rows > 0 ? plural(rows, 'hidden row') : '', columns > 0 ? plural(columns, 'hidden column') : ''].filter((part) => part !== '').join(', ')} of the sheet (checked all the same).`,
  leftOut: (from, to, count, marked) => `${rows(from, to, count, marked)}; see the workbook.`,
  folded: rows,
  noTable: 'No table of money was found in the file.',
  notCheckedTitle: 'What was not checked, and why',
  tool: (version) => `Made with ctmtqg ${version}.`,
  fingerprint: 'SHA-256 of the file checked',
  signatures: 'Signatures',
  checkedBy: 'CHECKED BY',
  preparedBy: 'PREPARED BY',
  signHere: '(date, signature, full name)',
  htmlReport: 'HTML report',
  annotatedCopy: 'marked copy',
  fixedCopy: (cells) => `copy with ${cells} cells mended (where the sheet itself proves what is right)`,
  basis: 'Basis of this check',
  seeFinding: (number, cell) => `See finding ${number} at ${cell}: one of these cells is wrong.`,
  level: 'Level',
  number: 'No.',
  cellHeading: 'Cell',
  findingHeading: 'Finding',
  whatToDo: 'What is wrong and what to do',
  resultSheet: 'Check results',
  notMarked: (why) => `The cells could not be coloured: ${why}`,
  onlyCarriedOn:
    'No finding of its own on this sheet; the numbered cells belong to findings on other sheets.',
};
