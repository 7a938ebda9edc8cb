import type { CellValue, FormulaArea } from './types.js';
import { type Stop, unknownValue } from './values.js';

/** References that were not read yet: functions such as `SUM` and `ROWS` want the area, not its values. */
export interface AreasOperand {
  readonly kind: 'areas';
  readonly areas: readonly FormulaArea[];
}

/** A block of values, row by row. */
export interface Matrix {
  readonly kind: 'matrix';
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly CellValue[];
}

/** What an expression gives. */
export type Operand = CellValue | AreasOperand | Matrix;

/** No array computation holds more values than this. */
export const MAX_MATRIX = 2_000_000;

export const TOO_LARGE: Stop = unknownValue('too-large', 'array');

export function isSingle(operand: Operand): operand is CellValue {
  return operand.kind !== 'areas' && operand.kind !== 'matrix';
}

export function height(area: FormulaArea): number {
  return area.bottom - area.top + 1;
}

export function width(area: FormulaArea): number {
  return area.right - area.left + 1;
}

export function isCell(area: FormulaArea): boolean {
  return area.top === area.bottom && area.left === area.right;
}

/** Element of a matrix as Excel spreads it: one row or one column is repeated, what is missing is `null`. */
export function spread(matrix: Matrix, row: number, column: number): CellValue | null {
  const r = matrix.rows === 1 ? 0 : row;
  const c = matrix.columns === 1 ? 0 : column;
  return r < matrix.rows && c < matrix.columns ? matrix.values[r * matrix.columns + c]! : null;
}
