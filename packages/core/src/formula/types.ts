import type { Decimal } from '../amount/decimal.js';
import type { Area, CellPosition } from '../snapshot/types.js';

/** Why a value is not known. It goes to `notChecked`; nothing is guessed. */
export type UnknownReason =
  | 'circular'
  | 'unsupported-function'
  | 'unsupported-syntax'
  | 'external-reference'
  | 'unknown-name'
  | 'too-large';

/** Value of a cell or of an expression, exact. */
export type CellValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason; readonly detail: string };

/** An area on a sheet that a formula refers to; `sheet` is the index in the snapshot. */
export interface FormulaArea extends Area {
  readonly sheet: number;
}

/** A value put in the place of a cell's own, to try a repair. */
export interface Override {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/**
 * Computes cells exactly and on demand. Constants are read from the snapshot (15 significant digits),
 * formulas are computed from their precedents; the cached value is never trusted for `value`.
 */
export interface Evaluator {
  /** The value the cell has now: the constant, or the computed result of its formula. */
  value(sheet: number, row: number, column: number): CellValue;
  /** What the file stores: the constant or the cached value (`blank` where a formula has none). */
  stored(sheet: number, row: number, column: number): CellValue;
  /** The cell's formula without `=`, or `null`. */
  formula(sheet: number, row: number, column: number): string | null;
  /** Areas that the cell's formula refers to, names resolved; `[]` without a formula. */
  precedents(sheet: number, row: number, column: number): readonly FormulaArea[];
  /** Another evaluator over the same workbook in which some cells hold other values. Cheap; this one is unchanged. */
  withOverrides(overrides: readonly Override[]): Evaluator;
  /**
   * The value × 10^digits as a safe integer, without making a decimal; `NaN` where the cell holds no number, or
   * the number has more digits. Blank is `NaN` too. For inner loops over whole columns.
   */
  scaled(sheet: number, row: number, column: number, digits: number): number;
  /** What the cell's formula adds up, or `null` where it is no plain sum of cells and areas. */
  sumFormula(sheet: number, row: number, column: number): SumFormula | null;
  /** Formula cells that this cell reaches, directly or through others, nearest first. The cell itself is not there. */
  dependants(sheet: number, row: number, column: number): readonly CellPosition[];
}

/** One term of a formula that is a plain sum: `=SUM(D9:D14)+D20-D3` has three. */
export interface SumTerm {
  readonly area: FormulaArea;
  readonly sign: 1 | -1;
}

/** A formula that only adds and subtracts cells and areas. */
export interface SumFormula {
  readonly terms: readonly SumTerm[];
  /** Decimals of a `ROUND` around the sum, or `null`. */
  readonly roundedTo: number | null;
  /** True where a term is a `SUBTOTAL`: nested subtotals inside the area are then skipped. */
  readonly subtotal: boolean;
  /** Sum of the bare numbers typed into the formula (`=SUM(C9:C12)+500`), a decimal string; `null` without any. */
  readonly constant: string | null;
  /** True where the sum stands inside `IF(sum=0,"",sum)` or `IFERROR(sum,0)`: 0 may then show as blank. */
  readonly guarded: boolean;
}
