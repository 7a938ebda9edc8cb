import { createEvaluator } from '../../formula/index.js';
import { createIdentifier } from '../../programmes/identifier.js';
import { RULES } from '../../rules/index.js';
import type { Book } from '../../sheet/book.js';
import type { Dimensions, RowKind, SumRelation, Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { buildSnapshot, type PlainCell, type PlainValue } from '../../snapshot/build.js';
import { cellText } from '../../text/index.js';
import type { Check, CheckOptions, CheckResult } from '../types.js';

export interface TestColumn {
  readonly header: string;
  readonly own?: Partial<Dimensions>;
  readonly values?: readonly (PlainValue | PlainCell | null)[];
  readonly role?: TableColumn['role'];
}

export interface TestTable {
  readonly titles: readonly string[];
  readonly programme?: string | null;
  readonly parents?: readonly (number | null)[];
  readonly kinds?: readonly RowKind[];
  readonly rowOwn?: readonly (Partial<Dimensions> | null)[];
  /** From column C on. */
  readonly columns?: readonly TestColumn[];
  readonly sums?: readonly SumRelation[];
  readonly dimensions?: Partial<Dimensions>;
  readonly heading?: string;
  readonly table?: Partial<Table>;
}

export interface TestBook {
  readonly book: Book;
  readonly table: Table;
}

const NOTHING: Dimensions = {
  programme: null,
  node: null,
  place: null,
  source: null,
  capital: null,
  year: null,
  stage: null,
  unit: { name: 'triệu đồng', scale: 1_000_000 },
};
const UNIT_UNSAID: Dimensions = { ...NOTHING, unit: null };

/**
 * A book of one sheet `S` with one table, understood as told: titles in B from row 2, amounts from C on,
 * header in row 1. With `heading` all stands one row lower.
 */
export function tableOf(given: TestTable): TestBook {
  const header = given.heading === undefined ? 1 : 2;
  const columns = given.columns ?? [];
  const cells: Record<string, PlainValue | PlainCell> = {};
  if (given.heading !== undefined) cells.A1 = given.heading;
  cells[cellAddress(header, 1)] = 'STT';
  cells[cellAddress(header, 2)] = 'Nội dung';
  columns.forEach((column, i) => {
    cells[cellAddress(header, i + 3)] = column.header;
    column.values?.forEach((value, j) => {
      if (value !== null) cells[cellAddress(header + 1 + j, i + 3)] = value;
    });
  });
  given.titles.forEach((title, i) => {
    cells[cellAddress(header + 1 + i, 2)] = title;
  });
  const snapshot = buildSnapshot([{ name: 'S', cells }]);
  const book: Book = {
    snapshot,
    evaluator: createEvaluator(snapshot),
    text: (sheet, row, column) => cellText(snapshot, sheet, row, column),
  };
  const dimensions = { ...NOTHING, programme: given.programme ?? null, ...given.dimensions };
  const bottom = header + given.titles.length;
  const area = { top: header, left: 1, bottom, right: columns.length + 2 };
  const table: Table = {
    sheet: 0,
    sheetName: 'S',
    range: area,
    headerRange: { ...area, bottom: header },
    columnNumberRow: null,
    dimensions,
    administrativeLevel: null,
    date: null,
    unitCell: null,
    numberHabit: null,
    columns: [
      columnOf(1, { header: 'STT', role: 'ordinal' }, header, dimensions),
      columnOf(2, { header: 'Nội dung', role: 'title' }, header, dimensions),
      ...columns.map((column, i) => columnOf(i + 3, column, header, dimensions)),
    ],
    rows: given.titles.map((title, i) => rowOf(given, title, i, header, dimensions)),
    sums: given.sums ?? [],
    crossSheet: [],
    percents: [],
    words: [],
    statedMatches: [],
    doubts: [],
    ...given.table,
  };
  return { book, table };
}

function columnOf(column: number, given: TestColumn, header: number, table: Dimensions): TableColumn {
  const own = { ...UNIT_UNSAID, ...given.own };
  return {
    column,
    role: given.role ?? 'amount',
    headerPath: [given.header],
    headerCell: { sheet: 0, row: header, column },
    own,
    effective: nearest(own, table),
    hidden: false,
    written: [],
    match: null,
  };
}

function rowOf(given: TestTable, title: string, i: number, header: number, table: Dimensions): TableRow {
  const parent = given.parents?.[i] ?? null;
  const identity = createIdentifier(RULES).match(title, { programme: table.programme, parent: null });
  const own = { ...UNIT_UNSAID, ...given.rowOwn?.[i] };
  return {
    row: header + 1 + i,
    kind: given.kinds?.[i] ?? 'project',
    level: parent === null ? 1 : 2,
    ordinal: null,
    title,
    titleColumn: 2,
    parent,
    own,
    effective: nearest(own, table),
    written: identity.written,
    match: identity.best,
    hidden: false,
    hasMoney: (given.columns ?? []).some((column) => (column.values?.[i] ?? null) !== null),
  };
}

function nearest(own: Dimensions, above: Dimensions): Dimensions {
  const entries = Object.entries(above).map(([key, value]) => [key, own[key as keyof Dimensions] ?? value]);
  return Object.fromEntries(entries) as unknown as Dimensions;
}

/** Runs one check on a test table. */
export function runOn(
  check: Check,
  { book, table }: TestBook,
  options: Partial<CheckOptions> = {},
): CheckResult {
  return check.run({
    book,
    tables: [table],
    rules: RULES,
    options: { match: [], supportRate: null, asOf: null, ...options },
  });
}
