import type { FindingData, Severity } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { RowKind, Table, TableRow } from '../../sheet/types.js';
import { CellKind, locate } from '../../snapshot/index.js';
import { foldText } from '../../text/index.js';
import { makeFinding, titleAddress } from '../support/finding.js';
import { isLeaf, rowLookup } from '../support/rows.js';
import type { Check } from '../types.js';

const MANY = 50;
/** The row and the one that it repeats. */
const PAIR = 2;
const CAN_REPEAT: readonly RowKind[] = [
  'source',
  'of-which',
  'section',
  'programme',
  'grand-total',
  'subtotal',
];
/** Rows that begin a new group, whatever the hierarchy says. */
const PARTS_GROUPS: readonly RowKind[] = ['section', 'programme', 'component', 'subtotal', 'grand-total'];

/**
 * The same line twice under the same parent: same title, same words in every other text column, same figures.
 * Lines that differ in anything but their row label are no duplicates.
 */
export const duplicateRow: Check = {
  code: 'duplicate-row',
  run: ({ book, tables }) => ({
    findings: tables.flatMap((table) => tableFindings(book, table)),
    notChecked: [],
  }),
};

interface Repeat {
  readonly first: TableRow;
  readonly again: TableRow;
}

function tableFindings(book: Book, table: Table): FindingData[] {
  const repeats: Repeat[] = [];
  const seen = new Map<string, { readonly row: TableRow; readonly figures: string | null }[]>();
  const content = contentReader(book, table);
  let group = 0;
  const first = new Map<string, TableRow>();
  for (const row of table.rows) {
    if (PARTS_GROUPS.includes(row.kind)) group += 1;
    if (!row.hasMoney || row.title === '' || CAN_REPEAT.includes(row.kind)) continue;
    const key = `${group}|${row.parent ?? ''}|${foldText(row.title)}`;
    const before = first.get(key);
    if (!before) {
      first.set(key, row);
      continue;
    }
    // Figures are read only where a title comes again.
    const alike = seen.get(key) ?? [{ row: before, figures: contentOf(table, before, content) }];
    seen.set(key, alike);
    const figures = contentOf(table, row, content);
    if (figures === null) continue;
    const twin = alike.find((one) => one.figures === figures);
    if (!twin) alike.push({ row, figures });
    else if (sharesGroup(table, twin.row, row)) repeats.push({ first: twin.row, again: row });
  }
  const common = repeats.length > 0 ? commonAmounts(book, table) : () => false;
  const severityOf = ({ again }: Repeat): Severity => (common(again) ? 'warning' : 'error');
  if (repeats.length > MANY) {
    return [
      findingOf(table, repeats, repeats.every((one) => severityOf(one) === 'warning') ? 'warning' : 'error'),
    ];
  }
  return repeats.map((repeat) => findingOf(table, [repeat], severityOf(repeat)));
}

/** The figure of a cell as a text, `0` where it holds none. */
function computed(book: Book, table: Table, row: number, column: number): string {
  const value = book.evaluator.value(table.sheet, row, column);
  return value.kind === 'number' ? value.value.toSignificantDigits(15).toString() : '0';
}

function contentOf(table: Table, row: TableRow, content: (row: TableRow) => string | null): string | null {
  return isLeaf(table, row) ? content(row) : null;
}

/** Between the two no row stands higher than they do: such a row begins a group that was not understood as one. */
function sharesGroup(table: Table, first: TableRow, again: TableRow): boolean {
  const { byNumber } = rowLookup(table);
  for (let at = first.row + 1; at < again.row; at += 1) {
    const between = byNumber.get(at);
    if (between && between.level < again.level) return false;
  }
  return first.level === again.level;
}

/**
 * All that a row says apart from its row label and title, as one text; `null` where it says no figure but zero.
 * Formulas count by what they give.
 */
function contentReader(book: Book, table: Table): (row: TableRow) => string | null {
  const sheet = book.snapshot.sheets[table.sheet];
  const columns = table.columns.filter((column) => !['ordinal', 'title', 'percent'].includes(column.role));
  if (!sheet) return () => null;
  const { cells } = sheet;
  const at = locate(sheet);
  const merged = new Map<string, string>();
  for (const merge of sheet.merges) {
    if (merge.bottom === merge.top || merge.bottom < table.range.top || merge.top > table.range.bottom)
      continue;
    const text = `${merge.top},${merge.left}`;
    for (
      let row = Math.max(merge.top, table.range.top);
      row <= Math.min(merge.bottom, table.range.bottom);
      row += 1
    ) {
      merged.set(`${row},${merge.left}`, text);
    }
  }
  return (row) => {
    let figures = false;
    const parts: string[] = [];
    for (const column of columns) {
      const cell = at.find(row.row, column.column);
      const area = merged.get(`${row.row},${column.column}`);
      if (area) parts.push(`m${area}`);
      else if (cell < 0) parts.push('');
      else if (book.evaluator.formula(table.sheet, row.row, column.column) !== null) {
        const value = computed(book, table, row.row, column.column);
        if (value !== '0' && column.role === 'amount') figures = true;
        parts.push(value);
      } else if (cells.kinds[cell] === CellKind.number) {
        const value = cells.numbers[cell] ?? 0;
        if (value !== 0 && column.role === 'amount') figures = true;
        // As a person sees it: computed dust behind the fifteenth digit makes no difference.
        parts.push(String(Number(value.toPrecision(15))));
      } else {
        const text = foldText(book.text(table.sheet, row.row, column.column));
        if (column.role === 'amount' && /[1-9]/.test(text)) figures = true;
        parts.push(text);
      }
    }
    return figures ? parts.join('|') : null;
  };
}

/**
 * Asks whether a row's amounts are those of many other rows, a norm for each household: then equal figures prove
 * nothing, two people may bear one name.
 */
function commonAmounts(book: Book, table: Table): (row: TableRow) => boolean {
  const columns = table.columns.filter((column) => column.role === 'amount').map(({ column }) => column);
  const keyOf = (row: TableRow): string =>
    columns
      .map((column) => {
        return computed(book, table, row.row, column);
      })
      .join('|');
  const counts = new Map<string, number>();
  for (const row of table.rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return (row) => (counts.get(keyOf(row)) ?? 0) > PAIR;
}

function findingOf(table: Table, repeats: readonly Repeat[], severity: Severity): FindingData {
  const { first, again } = repeats[0] as Repeat;
  return makeFinding({
    code: 'duplicate-row',
    severity,
    sheet: table.sheetName,
    cells: repeats.map((repeat) => titleAddress(table, repeat.again)),
    count: repeats.length,
    facts: { title: again.title, row: again.row, firstRow: first.row, firstCell: titleAddress(table, first) },
    found: again.title,
  });
}
