import type { CellColumns, SheetSnapshot } from './types.js';

/** Finds cells of a sheet by row and column without an entry for each cell. */
export interface CellLocator {
  /** Index of the cell in {@link CellColumns}, or -1 where the cell is empty. */
  find(row: number, column: number): number;
  /** First index of the first filled row ≥ `row` (may be `count`). */
  lowerBound(row: number): number;
  /** Rows that hold at least one filled cell, ascending. */
  readonly filledRows: Uint32Array;
  /** For each of `filledRows` the index of its first cell; one more entry at the end: `count`. */
  readonly rowStarts: Uint32Array;
  /** Index into `filledRows` of the first row ≥ `row`. */
  rowIndex(row: number): number;
}

const locators = new WeakMap<CellColumns, CellLocator>();

/**
 * The locator of a sheet; made once for each snapshot, and forgotten with it.
 *
 * @example locate(buildSnapshot([{ name: 'Biểu 1', cells: { C4: 1 } }]).sheets[0]!).find(4, 3) // 0
 */
export function locate(sheet: SheetSnapshot): CellLocator {
  const known = locators.get(sheet.cells);
  if (known) return known;
  const locator = makeLocator(sheet.cells);
  locators.set(sheet.cells, locator);
  return locator;
}

function makeLocator(cells: CellColumns): CellLocator {
  const { rows, columns, count } = cells;
  let distinct = 0;
  for (let i = 0; i < count; i++) if (i === 0 || rows[i] !== rows[i - 1]) distinct++;
  const filledRows = new Uint32Array(distinct);
  const rowStarts = new Uint32Array(distinct + 1);
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0 && rows[i] === rows[i - 1]) continue;
    filledRows[at] = rows[i]!;
    rowStarts[at] = i;
    at++;
  }
  rowStarts[distinct] = count;

  const rowIndex = (row: number): number => {
    if (distinct === 0 || row > filledRows[distinct - 1]!) return distinct;
    const guess = row - filledRows[0]!;
    if (guess <= 0) return 0;
    if (guess < distinct && filledRows[guess] === row) return guess;
    let low = 0;
    let high = distinct;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (filledRows[middle]! < row) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const find = (row: number, column: number): number => {
    const index = rowIndex(row);
    if (index >= distinct || filledRows[index] !== row) return -1;
    let low = rowStarts[index]!;
    let high = rowStarts[index + 1]!;
    const guess = low + column - columns[low]!;
    if (guess >= low && guess < high && columns[guess] === column) return guess;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (columns[middle]! < column) low = middle + 1;
      else high = middle;
    }
    return low < rowStarts[index + 1]! && columns[low] === column ? low : -1;
  };

  return { find, lowerBound: (row) => rowStarts[rowIndex(row)]!, filledRows, rowStarts, rowIndex };
}
