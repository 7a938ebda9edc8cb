import type { FindingData, Severity } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { ColumnRole, RowKind, Table, TableRow } from '../../sheet/types.js';
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
  const reader = rowReader(book, table);
  let group = 0;
  const first = new Map<string, TableRow>();
  for (const row of table.rows) {
    if (PARTS_GROUPS.includes(row.kind)) group += 1;
    if (!row.hasMoney || row.title === '' || CAN_REPEAT.includes(row.kind)) continue;
    const key = `${group}|${row.parent ?? ''}|${reader.words(row)}`;
    const before = first.get(key);
    if (!before) {
      first.set(key, row);
      continue;
    }
    // Figures are read only where a title comes again.
    const alike = seen.get(key) ?? [{ row: before, figures: figuresOf(table, before, reader) }];
    seen.set(key, alike);
    const figures = figuresOf(table, row, reader);
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

function figuresOf(table: Table, row: TableRow, reader: RowReader): string | null {
  return isLeaf(table, row) ? reader.figures(row) : null;
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

interface RowReader {
  /** What the row says in words apart from its row label, folded; a group's merged cell counts for each of its rows. */
  words(row: TableRow): string;
  /** Its figures as one text; `null` where it holds none but zero. Formulas count by what they give. */
  figures(row: TableRow): string | null;
}

const FIGURES: readonly ColumnRole[] = ['amount', 'quantity'];

function rowReader(book: Book, table: Table): RowReader {
  const merged = mergedRows(book, table);
  const read = table.columns.filter((column) => !['ordinal', 'percent'].includes(column.role));
  const worded = read.filter((column) => !FIGURES.includes(column.role));
  const counted = read.filter((column) => FIGURES.includes(column.role));
  return {
    words(row) {
      const words = worded.map(
        ({ column }) =>
          merged.get(`${row.row},${column}`) ?? foldText(book.text(table.sheet, row.row, column)),
      );
      return words.some((text) => text !== '' && !text.startsWith(GROUP))
        ? words.join('|')
        : foldText(row.title);
    },
    figures(row) {
      let money = false;
      const parts = counted.map((column) => {
        const part = figureAt(book, table, row.row, column.column);
        if (column.role === 'amount' && /[1-9]/.test(part)) money = true;
        return part;
      });
      return money ? parts.join('|') : null;
    },
  };
}

/** Marks the words of a merged group, which each of its rows shares. */
const GROUP = '\u0000';

function mergedRows(book: Book, table: Table): ReadonlyMap<string, string> {
  const merged = new Map<string, string>();
  for (const merge of book.snapshot.sheets[table.sheet]?.merges ?? []) {
    const top = Math.max(merge.top, table.range.top);
    const bottom = Math.min(merge.bottom, table.range.bottom);
    if (merge.bottom === merge.top) continue;
    for (let row = top; row <= bottom; row += 1) merged.set(`${row},${merge.left}`, `${GROUP}${merge.top}`);
  }
  return merged;
}

/** The figure that a cell gives, or its words; computed dust behind the fifteenth digit makes no difference. */
function figureAt(book: Book, table: Table, row: number, column: number): string {
  const value = book.evaluator.value(table.sheet, row, column);
  if (value.kind === 'number') return value.value.toSignificantDigits(15).toString();
  return value.kind === 'text' ? foldText(book.text(table.sheet, row, column)) : '0';
}

/**
 * Asks whether a row's amounts are those of many other rows, a norm for each household: then equal figures prove
 * nothing, two people may bear one name.
 */
function commonAmounts(book: Book, table: Table): (row: TableRow) => boolean {
  const columns = table.columns.filter((column) => column.role === 'amount').map(({ column }) => column);
  const keyOf = (row: TableRow): string =>
    columns.map((column) => figureAt(book, table, row.row, column)).join('|');
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
