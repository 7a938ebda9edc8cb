import type { Area, CellPosition } from '../snapshot/types.js';

/** Role of a column; the words of design.md's report. */
export type ColumnRole =
  | 'ordinal'
  | 'title'
  | 'amount'
  | 'quantity'
  | 'percent'
  | 'place'
  | 'unit-in-charge'
  | 'decision'
  | 'period'
  | 'code'
  | 'note'
  | 'other';

/** What a row is; the words of design.md's report. */
export type RowKind =
  | 'programme'
  | 'component'
  | 'project'
  | 'sub-project'
  | 'content'
  | 'place'
  | 'agency'
  | 'work'
  | 'item'
  | 'section'
  | 'source'
  | 'of-which'
  | 'subtotal'
  | 'grand-total';

/**
 * Whose money a figure may be, in the order in which sheets list it. Use it to read a name that a person typed, or to
 * draw sources always in one order.
 *
 * @example SOURCES[0] // 'central'
 */
export const SOURCES = [
  'central',
  'local',
  'province',
  'district',
  'commune',
  'credit',
  'integrated',
  'community',
  'enterprise',
  'other',
] as const;

/** Whose money it is; `total` where all sources are counted together. */
export type Source = 'total' | (typeof SOURCES)[number];

/** Kind of capital: vốn đầu tư, vốn sự nghiệp (from 2026 kinh phí chi thường xuyên), or both together. */
export type Capital = 'all' | 'investment' | 'recurrent';

/** Where in its life the money stands: plan, before and after an adjustment, disbursed, remaining. */
export type Stage =
  | 'plan'
  | 'carried-over'
  | 'before'
  | 'increase'
  | 'decrease'
  | 'after'
  | 'disbursed'
  | 'remaining';

/** Unit of money: `scale` đồng make one. */
export interface MoneyUnit {
  readonly name: 'đồng' | 'nghìn đồng' | 'triệu đồng' | 'tỷ đồng' | 'trăm triệu đồng';
  /** 1, 1_000, 1_000_000, 1_000_000_000. */
  readonly scale: number;
}

/** How decimals are written in this table's texts: `1.234,5` or `1,234.5`; `null` where nothing tells. */
export type NumberHabit = 'comma-decimal' | 'point-decimal' | null;

/**
 * What a table, a column or a row says about its money. Each may say it; the nearest wins:
 * a column's own word over the table's, a row's own word over the column's where both speak.
 */
export interface Dimensions {
  readonly programme: string | null;
  /** Node code inside the programme, `DA4.TDA1`. */
  readonly node: string | null;
  readonly place: string | null;
  readonly source: Source | null;
  readonly capital: Capital | null;
  readonly year: number | null;
  readonly stage: Stage | null;
  readonly unit: MoneyUnit | null;
}

/** The number a title claims for itself, `Dự án 6: …`: a claim to check, never the identity. */
export interface WrittenNumber {
  readonly level: 'component' | 'project' | 'sub-project' | 'content';
  /** As normalised: `6`, `1`, `01` → `1`. */
  readonly number: string;
}

/** How a title was matched against the catalogue. */
export interface RowMatch {
  readonly programme: string;
  readonly node: string;
  /** 0…1. */
  readonly score: number;
  /** `exact` and `strong` may carry a verdict; `weak` is only a hint. */
  readonly strength: 'exact' | 'strong' | 'weak';
  readonly titleVerified: boolean;
}

/** A column as understood: its role, its header from the top down, and what it says about the money in it. */
export interface TableColumn {
  readonly column: number;
  readonly role: ColumnRole;
  /** Header texts from the top row down, decoded. */
  readonly headerPath: readonly string[];
  readonly headerCell: CellPosition | null;
  /** What the column itself says. */
  readonly own: Dimensions;
  /** What holds for the column: its own word, else the table's. */
  readonly effective: Dimensions;
  readonly hidden: boolean;
  /** For a `project as column` layout: the number that the header claims. */
  readonly written: readonly WrittenNumber[];
  readonly match: RowMatch | null;
}

/** A row as understood: what it is, where it hangs in the tree, and which node its title names. */
export interface TableRow {
  readonly row: number;
  readonly kind: RowKind;
  /** Depth below the grand total, 0 for the grand total itself. */
  readonly level: number;
  readonly ordinal: string | null;
  /** Decoded, NFC, white space folded. */
  readonly title: string;
  /** Column of the cell that holds the title. */
  readonly titleColumn: number | null;
  /** Row number of the parent, or `null`. */
  readonly parent: number | null;
  readonly own: Dimensions;
  /** Own word, else the parent's, else the table's. */
  readonly effective: Dimensions;
  readonly written: readonly WrittenNumber[];
  readonly match: RowMatch | null;
  readonly hidden: boolean;
  /** True where at least one amount column holds a number in this row. */
  readonly hasMoney: boolean;
}

/** What proves a sum: its formula, the row of column numbers, the layout, or the figures themselves. */
export type Evidence = 'formula' | 'layout' | 'figures' | 'column-numbers';

/** One part of a sum and whether it is added or subtracted. */
export interface SignedLine {
  /** Column (axis `row`) or row (axis `column`). */
  readonly line: number;
  readonly sign: 1 | -1;
}

/**
 * A sum of the table, once for all parallel lines.
 * `axis: 'row'`: inside each row of `lines`, column `whole` = Σ sign × column of `parts`.
 * `axis: 'column'`: inside each column of `lines`, row `whole` = Σ sign × row of `parts`.
 */
export interface SumRelation {
  readonly axis: 'row' | 'column';
  readonly kind: 'row-total' | 'subtotal' | 'grand-total' | 'of-which';
  readonly whole: number;
  readonly parts: readonly SignedLine[];
  readonly lines: readonly number[];
  /** False where the breakdown may leave something out ("Trong đó"): parts may only not exceed the whole. */
  readonly complete: boolean;
  readonly evidence: Evidence;
}

/** A figure that stands on two sheets, perhaps in two units: `whole` × its scale = Σ parts × their scale. */
export interface CrossSheetRelation {
  readonly whole: CellPosition;
  readonly wholeScale: number;
  readonly parts: readonly CellPosition[];
  readonly partScale: number;
  readonly evidence: Evidence;
}

/** A percent cell: `percent` = `numerator` / `denominator`, as a share or × 100. */
export interface PercentRelation {
  readonly percent: CellPosition;
  readonly numerator: CellPosition;
  readonly denominator: CellPosition;
  /** 1 where the cell holds 0.15 for 15 % (format `0%`), 100 where it holds 15. */
  readonly times: 1 | 100;
  readonly evidence: Evidence;
}

/** "Bằng chữ: …" under a table, with the cell whose amount it spells. */
export interface WordsRelation {
  readonly words: CellPosition;
  readonly text: string;
  readonly amount: CellPosition;
}

/** A counterpart ratio that the sheet itself states, "đối ứng tối thiểu 15%". */
export interface StatedMatch {
  /** Decimal string, `0.15`. */
  readonly ratio: string;
  readonly capital: Capital;
  readonly cell: CellPosition;
}

/** What the recogniser was not sure of; it goes to `notChecked`. */
export interface Doubt {
  readonly code: string;
  readonly sheet: string;
  readonly cell: string | null;
  /** Facts for the sentence, which the locale makes. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** A table as understood: everything that the checks and fills may know of the sheet. */
export interface Table {
  readonly sheet: number;
  readonly sheetName: string;
  /** Header and data. */
  readonly range: Area;
  readonly headerRange: Area;
  /** Row of `A | B | 1=2+5 | …`, or `null`. */
  readonly columnNumberRow: number | null;
  readonly dimensions: Dimensions;
  /** Province, commune or higher: `province`, `district`, `commune`, or `null` where the sheet does not say. */
  readonly administrativeLevel: 'central' | 'province' | 'district' | 'commune' | null;
  /** Date that the sheet itself bears, ISO, or `null`. */
  readonly date: string | null;
  readonly unitCell: CellPosition | null;
  readonly numberHabit: NumberHabit;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly sums: readonly SumRelation[];
  /** Sums that header and labels promise while the whole is still blank. For fills; no check rests on them. */
  readonly proposals?: readonly SumRelation[];
  readonly crossSheet: readonly CrossSheetRelation[];
  readonly percents: readonly PercentRelation[];
  readonly words: readonly WordsRelation[];
  readonly statedMatches: readonly StatedMatch[];
  readonly doubts: readonly Doubt[];
}
