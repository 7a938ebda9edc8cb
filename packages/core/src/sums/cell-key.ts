import { cellAddress } from '../snapshot/address.js';
import type { CellPosition } from '../snapshot/types.js';

/** A cell of the workbook as one number, for maps and sets. */
export type CellKey = number;

const ROWS = 1_048_577;
const COLUMNS = 16_385;

export function keyOf(sheet: number, row: number, column: number): CellKey {
  return (sheet * ROWS + row) * COLUMNS + column;
}

export function keyAt(position: CellPosition): CellKey {
  return keyOf(position.sheet, position.row, position.column);
}

export function positionOf(key: CellKey): CellPosition {
  const line = Math.floor(key / COLUMNS);
  return { sheet: Math.floor(line / ROWS), row: line % ROWS, column: key % COLUMNS };
}

/** `C9`, without the sheet. */
export function addressOf(key: CellKey): string {
  const { row, column } = positionOf(key);
  return cellAddress(row, column);
}
