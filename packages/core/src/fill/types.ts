import type { WordChoices } from '../amount/index.js';
import type { CheckOptions } from '../checks/types.js';
import type { RemainderPolicy } from '../funding/index.js';
import type { Edit, FactValue, LawReference } from '../report/types.js';
import type { RuleSet } from '../rules/types.js';
import type { Book } from '../sheet/book.js';
import type { Capital, MoneyUnit, Source, Table } from '../sheet/types.js';

/** Fills never change meaning and are never renamed; a plan names the fill of each edit. */
export const FILL_CODES = [
  'text-numbers',
  'titles',
  'ordinals',
  'divide',
  'capital-split',
  'source-ratio',
  'counterpart',
  'missing-source',
  'totals',
  'percents',
  'words',
  'unit',
] as const;
/** Code of a fill; see {@link FILL_CODES}. */
export type FillCode = (typeof FILL_CODES)[number];

/** An edit with the fill that proposes it, the facts of its reason, and the law it follows. */
export interface PlannedEdit extends Edit {
  readonly fill: FillCode;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly law: readonly LawReference[];
}

/** A cell that a fill left alone though it is its business, and why. */
export interface NotFilled {
  readonly fill: FillCode;
  readonly code: string;
  readonly sheet: string;
  readonly cell: string | null;
  readonly facts: Readonly<Record<string, FactValue>>;
}

/** The edits that fills propose, and what they had to leave open. */
export interface FillPlan {
  readonly edits: readonly PlannedEdit[];
  readonly notFilled: readonly NotFilled[];
}

/** What the caller says to the fills. */
export interface FillOptions extends CheckOptions {
  /** Also replace typed figures, and formulas that a total should have. */
  readonly overwrite: boolean;
  /** Fills to run, in the order of {@link FILL_CODES}. */
  readonly fills: readonly FillCode[];
  /** For the fill `titles`: the column that receives the official titles, `G`; absent: they replace what stands there. */
  readonly titlesInto?: string | null;
  /** For the fills `source-ratio` and `capital-split`. */
  readonly shares?: ShareOption | null;
  /** For the fill `unit`. */
  readonly toUnit?: MoneyUnit | null;
  /** For the fill `divide`. */
  readonly divide?: DivideOption | null;
  /** Words that offices choose differently in "Bằng chữ". */
  readonly wordChoices: Pick<WordChoices, 'zeroTen' | 'thousand' | 'billion'>;
}

/** A share that a column shall hold: of the total, or of another source. */
export interface ShareRatio {
  /** Who receives it: the columns of a source, or of a kind of capital. */
  readonly receiver: Exclude<Source, 'total'> | Exclude<Capital, 'all'>;
  /** Decimal string, `0.85`. */
  readonly ratio: string;
  /** What it is a share of; `total` for the column of all sources. */
  readonly of: Source;
}

/** What the fills `source-ratio` and `capital-split` go by. */
export interface ShareOption {
  /** Shares that the caller gives; none: those that the sheet states. */
  readonly ratios: readonly ShareRatio[];
  /** Who gets what rounding leaves over; `null`: only shares that need no rounding are written. */
  readonly policy: RemainderPolicy | null;
  /** Smallest amount, in the table's unit; `null`: the last decimal typed in the column that is divided. */
  readonly step: string | null;
}

/** What the fill `divide` shall do. */
export interface DivideOption {
  /** Column that receives the parts, `D`. */
  readonly into: string;
  /** Column of weights or points, `F`; `equal`; or `criteria`: points by the coefficients of the decision in force. */
  readonly by: string;
  /** For `criteria`: which way of dividing, `gnbv.DA2`; absent: the one whose criteria the sheet has columns for. */
  readonly block?: string | null;
  /** For `criteria`: columns by criterion, `{ TL: 'C' }`, where the headers do not say. */
  readonly criteria?: Readonly<Record<string, string>>;
  /** For `criteria`: column that receives the points. */
  readonly pointsInto?: string | null;
  /** Sum to divide in the table's unit; `null`: what stands in the grand total of the column. */
  readonly total: string | null;
  readonly step: string;
  readonly policy: RemainderPolicy;
}

/** All that a fill may look at; the book already holds what earlier fills planned. */
export interface FillContext {
  readonly book: Book;
  readonly tables: readonly Table[];
  readonly rules: RuleSet;
  readonly options: FillOptions;
}

/** One fill: a folder with `fill.ts`, its test and its example; its sentences stand in `words.ts`. */
export interface Fill {
  readonly code: FillCode;
  plan(context: FillContext): FillPlan;
}
