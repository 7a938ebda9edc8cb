import { ExactSum } from '../amount/exact-sum.js';
import { areaAddress } from '../snapshot/address.js';
import { CellKind } from '../snapshot/types.js';
import { buildExactIndex, type ExactIndex } from './exact-index.js';
import type { CellValue, FormulaArea } from './types.js';
import {
  BLANK,
  booleanValue,
  doubleValue,
  errorValue,
  type Stop,
  textValue,
  unknownValue,
} from './values.js';
import type { SheetIndex, WorkbookIndex } from './workbook-index.js';

/** Longer stretches of a column are added block by block, so that many running totals share the work. */
const BLOCK = 256;

/** Cells that one evaluator may visit for lookups and conditions; a sheet that asks for more is not computed. */
const MAX_VISITS = 50_000_000;
const SPENT: Stop = unknownValue('too-large', 'too many cells to look through');

/** Position as one number, for maps. */
export function positionKey(sheet: number, row: number, column: number): number {
  return (sheet * 1_048_577 + row) * 16_385 + column;
}

/** Reads cells for the interpreter: constants from the snapshot, formulas from whoever computes them. */
export abstract class CellReader {
  private visits = 0;
  private readonly exactIndexes = new Map<string, ExactIndex>();

  constructor(readonly index: WorkbookIndex) {}

  /** Counts work that was done; the answer ends the computation where it was too much. */
  spend(visits: number): Stop | null {
    this.visits += visits;
    return this.visits > MAX_VISITS ? SPENT : null;
  }

  /** The index of an area of one row or one column; made once. */
  exactIndex(area: FormulaArea): ExactIndex {
    const key = `${area.sheet}!${areaAddress(area)}`;
    let index = this.exactIndexes.get(key);
    if (!index) {
      index = buildExactIndex(this, area);
      this.exactIndexes.set(key, index);
    }
    return index;
  }

  /** Computed value of a formula. */
  abstract formulaValue(id: number): CellValue;
  /** Computed value of a formula where it is a number of at most 15 digits, else `NaN`. */
  abstract formulaDouble(id: number): number;
  /** A value that stands in the place of the cell's own, or `undefined`. */
  protected abstract replaced(sheet: number, row: number, column: number): CellValue | undefined;
  protected abstract replacedCells(
    sheet: number,
  ): readonly { row: number; column: number; value: CellValue }[];
  /**
   * Sum of a whole block of a column, by positions in {@link ColumnCells.order}, to be kept and reused;
   * `null` where the block must be added cell by cell.
   */
  protected abstract blockSum(sheet: number, column: number, from: number, to: number): ExactSum | null;

  valueAt(sheet: number, row: number, column: number): CellValue {
    const given = this.replaced(sheet, row, column);
    if (given) return given;
    const index = this.index.sheets[sheet];
    if (!index) return BLANK;
    const cell = index.locator.find(row, column);
    return cell < 0 ? BLANK : this.cellValue(index, cell);
  }

  /** The number in a cell where it has at most 15 digits, as a double; `NaN` for anything else. */
  doubleAt(sheet: number, row: number, column: number): number {
    const index = this.index.sheets[sheet];
    if (!index || this.replacedCells(sheet).length > 0) return Number.NaN;
    const cell = index.locator.find(row, column);
    if (cell < 0) return Number.NaN;
    const id = index.formulaIds === null ? -1 : index.formulaIds[cell]!;
    if (id >= 0) return this.formulaDouble(id);
    return index.sheet.cells.kinds[cell] === CellKind.number ? index.sheet.cells.numbers[cell]! : Number.NaN;
  }

  /** What the file stores in a cell. */
  storedValue(index: SheetIndex, cell: number): CellValue {
    const { kinds, numbers } = index.sheet.cells;
    const held = numbers[cell]!;
    switch (kinds[cell]) {
      case CellKind.number:
        return doubleValue(held);
      case CellKind.text:
        return textValue(index.sheet.texts[held]!);
      case CellKind.boolean:
        return booleanValue(held !== 0);
      case CellKind.error:
        return errorValue(index.sheet.texts[held]!);
      default:
        return BLANK;
    }
  }

  private cellValue(index: SheetIndex, cell: number): CellValue {
    const id = index.formulaIds === null ? -1 : index.formulaIds[cell]!;
    return id < 0 ? this.storedValue(index, cell) : this.formulaValue(id);
  }

  /** Visits each filled cell of an area, row by row or column by column; stops where `visit` returns a value. */
  walk(
    area: FormulaArea,
    visit: (value: CellValue, row: number, column: number) => Stop | null,
  ): Stop | null {
    const index = this.index.sheets[area.sheet];
    if (!index) return null;
    const { rows, columns } = index.sheet.cells;
    const replacedHere = this.replacedCells(area.sheet);
    return (
      eachCell(index, area, (cell) => {
        const row = rows[cell]!;
        const column = columns[cell]!;
        const spent = this.spend(1);
        if (spent) return spent;
        const given = replacedHere.length > 0 ? this.replaced(area.sheet, row, column) : undefined;
        return visit(given ?? this.cellValue(index, cell), row, column);
      }) ?? this.walkAdded(area, index, visit)
    );
  }

  /** Replacements in cells that the file leaves empty. */
  private walkAdded(
    area: FormulaArea,
    index: SheetIndex,
    visit: (value: CellValue, row: number, column: number) => Stop | null,
  ): Stop | null {
    for (const { row, column, value } of this.replacedCells(area.sheet)) {
      if (row < area.top || row > area.bottom || column < area.left || column > area.right) continue;
      if (index.locator.find(row, column) >= 0) continue;
      const stop = visit(value, row, column);
      if (stop) return stop;
    }
    return null;
  }

  /** Adds the numbers of an area as `SUM` does; the first error or unknown value met is returned. */
  addArea(area: FormulaArea, sum: ExactSum, sign: 1 | -1): Stop | null {
    const index = this.index.sheets[area.sheet];
    if (!index) return null;
    const tall = area.bottom - area.top >= BLOCK;
    const stop = tall
      ? this.addTall(index, area, sum, sign)
      : eachCell(index, area, (cell) => this.addCell(index, area.sheet, cell, sum, sign));
    return stop ?? this.walkAdded(area, index, (value) => addValue(value, sum, sign));
  }

  private addTall(index: SheetIndex, area: FormulaArea, sum: ExactSum, sign: 1 | -1): Stop | null {
    const last = Math.min(area.right, index.lastColumn);
    for (let column = area.left; column <= last; column++) {
      const { order, from, to, start } = columnSlice(index, area, column);
      for (let at = from; at < to; ) {
        const whole = (at - start) % BLOCK === 0 && at + BLOCK <= to;
        const held = whole ? this.blockSum(area.sheet, column, at, at + BLOCK) : null;
        const stop = held ? null : this.addCell(index, area.sheet, order[at]!, sum, sign);
        if (stop) return stop;
        if (held) sum.addSum(held, sign);
        at += held ? BLOCK : 1;
      }
    }
    return null;
  }

  /** Sum of a stretch of a column's cells; `null` where it holds an error or an unknown value. */
  protected sumOfStretch(sheet: number, from: number, to: number): ExactSum | null {
    const index = this.index.sheets[sheet]!;
    const { order } = index.columns();
    const sum = new ExactSum();
    for (let at = from; at < to; at++) if (this.addCell(index, sheet, order[at]!, sum, 1)) return null;
    return sum;
  }

  private addCell(index: SheetIndex, sheet: number, cell: number, sum: ExactSum, sign: 1 | -1): Stop | null {
    const { kinds, numbers, rows, columns } = index.sheet.cells;
    if (this.replacedCells(sheet).length > 0) {
      const given = this.replaced(sheet, rows[cell]!, columns[cell]!);
      if (given) return addValue(given, sum, sign);
    }
    const id = index.formulaIds === null ? -1 : index.formulaIds[cell]!;
    if (id >= 0) {
      const double = this.formulaDouble(id);
      if (Number.isNaN(double)) return addValue(this.formulaValue(id), sum, sign);
      sum.addDouble(double, sign);
      return null;
    }
    if (kinds[cell] === CellKind.number) sum.addDouble(numbers[cell]!, sign);
    return kinds[cell] === CellKind.error ? errorValue(index.sheet.texts[numbers[cell]!]!) : null;
  }
}

function addValue(value: CellValue, sum: ExactSum, sign: 1 | -1): Stop | null {
  if (value.kind === 'number') sum.addDecimal(value.value, sign);
  return value.kind === 'error' || value.kind === 'unknown' ? value : null;
}

function columnSlice(index: SheetIndex, area: FormulaArea, column: number) {
  const { order, starts } = index.columns();
  const rows = index.sheet.cells.rows;
  const bound = (row: number, low: number, high: number): number => {
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rows[order[middle]!]! < row) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const start = starts[column] ?? order.length;
  const end = starts[column + 1] ?? order.length;
  const from = bound(area.top, start, end);
  return { order, start, from, to: bound(area.bottom + 1, from, end) };
}

/** Indices of the filled cells of an area; narrow and tall areas go column by column. */
function eachCell(index: SheetIndex, area: FormulaArea, visit: (cell: number) => Stop | null): Stop | null {
  const { locator, sheet } = index;
  const last = Math.min(area.right, index.lastColumn);
  if (area.bottom - area.top > 32 && last - area.left < 64) {
    for (let column = area.left; column <= last; column++) {
      const { order, from, to } = columnSlice(index, area, column);
      for (let at = from; at < to; at++) {
        const stop = visit(order[at]!);
        if (stop) return stop;
      }
    }
    return null;
  }
  const { columns } = sheet.cells;
  for (let i = locator.rowIndex(area.top); i < locator.filledRows.length; i++) {
    if (locator.filledRows[i]! > area.bottom) break;
    const end = locator.rowStarts[i + 1]!;
    let cell = firstAtOrAfter(columns, locator.rowStarts[i]!, end, area.left);
    for (; cell < end && columns[cell]! <= area.right; cell++) {
      const stop = visit(cell);
      if (stop) return stop;
    }
  }
  return null;
}

function firstAtOrAfter(columns: Uint16Array, start: number, end: number, column: number): number {
  const guess = start + column - columns[start]!;
  if (guess <= start) return start;
  if (guess < end && columns[guess] === column) return guess;
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columns[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low;
}
