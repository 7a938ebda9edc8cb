import { createEvaluator } from '../formula/index.js';
import type { RuleSet } from '../rules/types.js';
import type { Book } from '../sheet/book.js';
import type {
  ColumnRole,
  CrossSheetRelation,
  Dimensions,
  MoneyUnit,
  NumberHabit,
  PercentRelation,
  RowKind,
  SumRelation,
  Table,
  TableColumn,
  TableRow,
  WordsRelation,
} from '../sheet/types.js';
import {
  buildSnapshot,
  CellKind,
  columnNumber,
  locate,
  type PlainSheet,
  parseAddress,
  parseArea,
  type WorkbookSnapshot,
} from '../snapshot/index.js';
import type { CheckContext, CheckOptions } from './types.js';

/** Units by their short names in tests and examples. */
export const UNITS = {
  dong: { name: 'đồng', scale: 1 },
  nghin: { name: 'nghìn đồng', scale: 1_000 },
  trieu: { name: 'triệu đồng', scale: 1_000_000 },
  ty: { name: 'tỷ đồng', scale: 1_000_000_000 },
} as const satisfies Record<string, MoneyUnit>;

/** A sum in short: `E = C + D` over rows `4..10`, or `10 = 4..9` over columns `C..E`. */
export interface PlainSum {
  readonly whole: string | number;
  readonly parts: readonly (string | number)[];
  /** Rows (of a sum across columns) or columns (of a sum down rows). */
  readonly lines: readonly (string | number)[];
  /** Parts that are subtracted. */
  readonly minus?: readonly (string | number)[];
  readonly kind?: SumRelation['kind'];
  readonly complete?: boolean;
  readonly evidence?: SumRelation['evidence'];
}

/** A table written by hand, without a recogniser. */
export interface PlainTable {
  readonly sheet?: number;
  readonly range: string;
  readonly headerRows?: number;
  readonly unit?: MoneyUnit | null;
  readonly habit?: NumberHabit;
  /** Roles of columns that hold no amounts, `{ A: 'ordinal', B: 'title' }`. */
  readonly roles?: Readonly<Record<string, ColumnRole>>;
  /** Kinds of rows that are not plain projects. */
  readonly kinds?: Readonly<Record<number, RowKind>>;
  readonly sums?: readonly PlainSum[];
  readonly crossSheet?: readonly CrossSheetRelation[];
  readonly percents?: readonly PercentRelation[];
  readonly words?: readonly WordsRelation[];
  readonly columnUnits?: Readonly<Record<string, MoneyUnit>>;
}

export const span = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const NOTHING: Dimensions = {
  programme: null,
  node: null,
  place: null,
  source: null,
  capital: null,
  year: null,
  stage: null,
  unit: null,
};

const lineOf = (line: string | number): number => (typeof line === 'number' ? line : columnNumber(line));

function sumOf(plain: PlainSum): SumRelation {
  const axis = typeof plain.whole === 'string' ? 'row' : 'column';
  const minus = new Set((plain.minus ?? []).map(lineOf));
  return {
    axis,
    kind: plain.kind ?? (axis === 'row' ? 'row-total' : 'grand-total'),
    whole: lineOf(plain.whole),
    parts: plain.parts.map((part) => ({ line: lineOf(part), sign: minus.has(lineOf(part)) ? -1 : 1 })),
    lines: plain.lines.map(lineOf),
    complete: plain.complete ?? true,
    evidence: plain.evidence ?? 'layout',
  };
}

/** The book of a snapshot without legacy encodings. */
export function plainBook(snapshot: WorkbookSnapshot): Book {
  return {
    snapshot,
    evaluator: createEvaluator(snapshot),
    text(sheet, row, column) {
      const of = snapshot.sheets[sheet];
      const cell = of ? locate(of).find(row, column) : -1;
      return cell >= 0 && of!.cells.kinds[cell] === CellKind.text
        ? of!.texts[of!.cells.numbers[cell]!]!.trim()
        : '';
    },
  };
}

/** A table as a recogniser would have made it. */
export function plainTable(book: Book, plain: PlainTable): Table {
  const sheet = plain.sheet ?? 0;
  const range = parseArea(plain.range)!;
  const headerBottom = range.top + (plain.headerRows ?? 1) - 1;
  const unit = plain.unit === undefined ? UNITS.trieu : plain.unit;
  const titleColumn = columnNumber(
    Object.entries(plain.roles ?? {}).find(([, role]) => role === 'title')?.[0] ?? '',
  );
  const columns: TableColumn[] = [];
  for (let column = range.left; column <= range.right; column++) {
    const name = String.fromCharCode(64 + column);
    const own = plain.columnUnits?.[name];
    columns.push({
      column,
      role: plain.roles?.[name] ?? 'amount',
      headerPath: [book.text(sheet, headerBottom, column)].filter((text) => text !== ''),
      headerCell: { sheet, row: headerBottom, column },
      own: own ? { ...NOTHING, unit: own } : NOTHING,
      effective: { ...NOTHING, unit: own ?? unit },
      hidden: false,
      written: [],
      match: null,
    });
  }
  const rows: TableRow[] = span(headerBottom + 1, range.bottom).map((row) => ({
    row,
    kind: plain.kinds?.[row] ?? 'project',
    level: 1,
    ordinal: null,
    title: titleColumn > 0 ? book.text(sheet, row, titleColumn) : '',
    titleColumn: titleColumn > 0 ? titleColumn : null,
    parent: null,
    own: NOTHING,
    effective: { ...NOTHING, unit },
    written: [],
    match: null,
    hidden: false,
    hasMoney: true,
  }));
  return {
    sheet,
    sheetName: book.snapshot.sheets[sheet]!.name,
    range,
    headerRange: { ...range, bottom: headerBottom },
    columnNumberRow: null,
    dimensions: { ...NOTHING, unit },
    administrativeLevel: null,
    date: null,
    unitCell: null,
    numberHabit: plain.habit ?? 'comma-decimal',
    columns,
    rows,
    sums: (plain.sums ?? []).map(sumOf),
    crossSheet: plain.crossSheet ?? [],
    percents: plain.percents ?? [],
    words: plain.words ?? [],
    statedMatches: [],
    doubts: [],
  };
}

const NO_RULES: RuleSet = { version: 'test', hash: 'sha256-test', programmes: [], otherProgrammes: [] };
const NO_OPTIONS: CheckOptions = { match: [], supportRate: null, asOf: null };

/** What a check sees of sheets and tables written by hand. */
export function contextOf(sheets: readonly PlainSheet[], tables: readonly PlainTable[]): CheckContext {
  const book = plainBook(buildSnapshot(sheets));
  return {
    book,
    tables: tables.map((table) => plainTable(book, table)),
    rules: NO_RULES,
    options: NO_OPTIONS,
  };
}

/** `C9` on sheet 0 or another, as a position. */
export function cellAt(address: string, sheet = 0): { sheet: number; row: number; column: number } {
  return { sheet, ...parseAddress(address)! };
}
