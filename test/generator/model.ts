import type { Amount } from './amount.js';
import type { ProgrammeId } from './catalogue.js';
import type { Sheet, Style, Workbook } from './grid.js';
import type { Random } from './random.js';
import type { Words } from './wording.js';

export type Role =
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
  | 'note';
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
export type Source =
  | 'total'
  | 'central'
  | 'local'
  | 'province'
  | 'district'
  | 'commune'
  | 'credit'
  | 'integrated'
  | 'community'
  | 'enterprise'
  | 'other';
export type Capital = 'all' | 'investment' | 'recurrent';
export type Stage =
  | 'plan'
  | 'carried-over'
  | 'before'
  | 'increase'
  | 'decrease'
  | 'after'
  | 'disbursed'
  | 'remaining';

export interface Unit {
  readonly name: 'đồng' | 'nghìn đồng' | 'triệu đồng' | 'tỷ đồng';
  readonly scale: number;
  /** Decimals of the figures typed. */
  readonly digits: number;
}

export interface SignedKey {
  readonly key: string;
  readonly sign: 1 | -1;
}

export interface Column {
  readonly key: string;
  /** Header texts from the top down. */
  path: string[];
  readonly role: Role;
  readonly source?: Source;
  readonly capital?: Capital;
  readonly year?: number | null;
  readonly stage?: Stage;
  readonly unit?: Unit;
  readonly node?: string;
  readonly programme?: ProgrammeId;
  /** Columns that make this one up in each row. */
  readonly parts?: readonly SignedKey[];
  /** Column of which this one is a part that is not added. */
  readonly subsetOf?: string;
  /** This column shows `numerator` / `denominator` in percent; `'grand-total'`: of the numerator's total. */
  readonly percent?: { readonly numerator: string; readonly denominator: string };
  readonly hidden?: boolean;
  readonly width?: number;
  /** The typed figure of a lowest row; absent: random in the habit of the table. */
  readonly leaf?: (row: Row, random: Random, known: (key: string) => Amount) => Amount | null;
  /** A rate that no total adds up. */
  readonly noTotal?: boolean;
  /** Quantity × rate of the same row. */
  readonly product?: { readonly quantity: string; readonly rate: string };
  /** A lowest figure worked out from another column of its row: `=ROUND(D9*15%,1)`. */
  readonly share?: { readonly of: string; readonly percent: number };
  readonly text?: (row: Row, random: Random) => string;
}

export interface Row {
  readonly id: number;
  readonly kind: RowKind;
  ordinal: string;
  title: string;
  readonly node: string | null;
  readonly programme: ProgrammeId | null;
  /** Rows added up here. */
  readonly children: Row[];
  /** Rows below that show a part only, never added. */
  readonly ofWhich: Row[];
  parent: Row | null;
  /** `I`, `R`, `IR` or empty: kinds of money the row may have. */
  readonly capital: string;
  readonly hidden?: boolean;
  readonly indent?: number;
  /** Text of the merged group column at the left. */
  readonly group?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Of two rows that part their parent between them, the one that takes what the other leaves. */
  readonly rest?: boolean;
  /** A heading without figures of its own. */
  readonly silent?: boolean;
}

/** Habits of one sheet. */
export interface Look {
  readonly font: string;
  readonly size: number;
  readonly encode: (text: string) => { text: string; font: string };
  readonly border: boolean;
  /** Which totals are formulas. */
  readonly formulas: 'all' | 'none' | 'rows' | 'columns';
  readonly prefer: 'row' | 'column';
  readonly chain: 'sum' | 'plus' | 'subtotal';
  readonly zero: 'blank' | 'dash' | 'long-dash' | 'zero';
  readonly textNumbers: boolean;
  readonly englishNumbers: boolean;
  readonly format: 'plain' | 'accounting' | 'general' | 'zero-dash';
  readonly totalsAt: 'first' | 'last';
  readonly subtotalsBelow: boolean;
  readonly fractionPercent: boolean;
  /** Whole figures are shown without decimals beside others with them. */
  readonly mixedDigits: boolean;
  /** Line breaks and stray spaces in header labels. */
  readonly untidy: boolean;
  /** `1.` instead of `1`. */
  readonly dottedOrdinals: boolean;
  /** Group heads stand in their first cell without merging. */
  readonly looseHeader: boolean;
  /** The grand total's name stands in the first column, merged up to the figures. */
  readonly totalAcross: boolean;
}

export interface Position {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Figure extends Position {
  readonly modelRow: Row;
  readonly modelColumn: Column;
  readonly table: Placed;
  /** `true` where the file holds a formula. */
  formula: boolean;
}

export interface SumFact {
  readonly axis: 'row' | 'column';
  readonly kind: 'row-total' | 'subtotal' | 'grand-total';
  readonly whole: Figure;
  readonly parts: readonly { readonly figure: Figure; readonly sign: 1 | -1 }[];
  readonly table: Placed;
}

export interface Placed {
  readonly sheet: Sheet;
  readonly unit: Unit;
  readonly look: Look;
  readonly programme: ProgrammeId | null;
  readonly year: number | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly rowAt: ReadonlyMap<number, number>;
  readonly columnAt: ReadonlyMap<string, number>;
  readonly headerTop: number;
  readonly headerBottom: number;
  /** True where the last header row numbers the columns. */
  readonly columnNumbers: boolean;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly figures: readonly Figure[];
  readonly sums: readonly SumFact[];
  /** The right amount of each figure. */
  readonly amounts: ReadonlyMap<Figure, Amount | null>;
  readonly percents: readonly {
    readonly cell: Figure;
    readonly numerator: Figure;
    readonly denominator: Figure;
  }[];
  /** Cell of each header label, by column key and depth. */
  readonly headerCells: ReadonlyMap<string, Position>;
}

/** The whole case while it is being built. */
export interface Build {
  readonly random: Random;
  readonly words: Words;
  readonly workbook: Workbook;
  readonly tables: Placed[];
  /** Cells of text above and below the tables, by what they say. */
  readonly lines: {
    readonly what: 'title' | 'unit' | 'attached' | 'words' | 'note' | 'match';
    readonly at: Position;
    readonly text: string;
    readonly table: number;
    readonly template?: string;
  }[];
  /** Figures that stand on two sheets: `whole` × its scale = Σ parts × theirs. */
  readonly crossSheet: { readonly whole: Figure; readonly parts: readonly Figure[] }[];
  readonly options: { match?: string[]; programme?: string; year?: number };
  readonly tags: Set<string>;
}

export const style = (look: Look, more: Partial<Style> = {}): Style => ({
  font: look.font,
  size: look.size,
  bold: false,
  italic: false,
  format: 'General',
  indent: 0,
  align: null,
  wrap: false,
  border: false,
  ...more,
});
