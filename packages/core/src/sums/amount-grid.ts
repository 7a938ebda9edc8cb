import { Decimal, decimalOfDouble, ZERO } from '../amount/decimal.js';
import { scaledOfDouble } from '../amount/exact-sum.js';
import type { Evaluator } from '../formula/types.js';
import type { Book } from '../sheet/book.js';
import type { Table } from '../sheet/types.js';
import { CellKind, locate } from '../snapshot/index.js';
import { amountOfText } from './cell-amount.js';

/** Origin of a figure in the grid, as held in {@link AmountGrid.origins}. */
export const Origin = { blank: 0, dash: 1, typed: 2, formula: 3, text: 4, unknown: 5 } as const;
export type Origin = (typeof Origin)[keyof typeof Origin];

/**
 * All figures of a table's summed rows and columns, as scaled integers in one plain array, so that
 * a million cells are summed exactly without a decimal for each.
 */
export interface AmountGrid {
  /** Figures are held × 10^digits. */
  readonly digits: number;
  /** First index of a row's cells, or -1 where the row is not part of a sum. */
  rowStart(row: number): number;
  /** Offset of a column in its row, or -1. */
  columnOffset(column: number): number;
  /** Scaled figures; `NaN` where the figure has more digits or is not known. */
  readonly scaled: Float64Array;
  readonly origins: Uint8Array;
  /** Index of each cell's style in the snapshot. */
  readonly styles: Uint32Array;
  /** The figure, exact; `null` where it is not known. */
  exact(index: number): Decimal | null;
}

const MOST_DIGITS = 6;
const DASH = /^[-–—−.\s\u00a0]*$/;

interface Lines {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

/** Rows and columns that take part in any sum of the table, and its amount columns. */
function summedLines(table: Table): Lines {
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const sum of table.sums) {
    const across = sum.axis === 'row' ? columns : rows;
    const along = sum.axis === 'row' ? rows : columns;
    across.add(sum.whole);
    for (const part of sum.parts) across.add(part.line);
    for (const line of sum.lines) along.add(line);
  }
  for (const row of table.rows) rows.add(row.row);
  for (const column of table.columns) if (column.role === 'amount') columns.add(column.column);
  return { rows, columns };
}

function range(values: ReadonlySet<number>): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const value of values) {
    if (value < first) first = value;
    if (value > last) last = value;
  }
  return { first, last };
}

function slots(values: ReadonlySet<number>, step: number): (line: number) => number {
  const { first, last } = range(values);
  if (last === 0) return () => -1;
  const table = new Int32Array(last - first + 1).fill(-1);
  let next = 0;
  for (let line = first; line <= last; line++) if (values.has(line)) table[line - first] = step * next++;
  return (line) => (line < first || line > last ? -1 : table[line - first]!);
}

interface Filled {
  readonly index: number;
  readonly cell: number;
  readonly row: number;
  readonly column: number;
}

function fits(value: number, digits: number): boolean {
  return !Number.isNaN(scaledOfDouble(value, digits));
}

/** Reads the figures of one table. `evaluator` computes its formulas. */
export function readGrid(book: Book, table: Table, evaluator: Evaluator): AmountGrid {
  const { rows, columns } = summedLines(table);
  const rowStart = slots(rows, columns.size);
  const columnOffset = slots(columns, 1);
  const scaled = new Float64Array(rows.size * columns.size);
  const origins = new Uint8Array(scaled.length);
  const styles = new Uint32Array(scaled.length);
  const others = new Map<number, Decimal>();
  const sheet = book.snapshot.sheets[table.sheet]!;
  const { cells } = sheet;
  const doubles = new Float64Array(scaled.length);
  const formulas: Filled[] = [];
  let digits = 0;

  const isFormula = new Uint8Array(cells.count);
  for (const formula of sheet.formulas) isFormula[formula.cell] = 1;
  const locator = locate(sheet);
  const span = range(rows);
  const rowIndexes = locator.filledRows;
  for (let r = locator.rowIndex(span.first); r < rowIndexes.length; r++) {
    const row = rowIndexes[r]!;
    if (row > span.last) break;
    const start = rowStart(row);
    if (start < 0) continue;
    const end = locator.rowStarts[r + 1]!;
    for (let cell = locator.rowStarts[r]!; cell < end; cell++) {
      const column = cells.columns[cell]!;
      const offset = columnOffset(column);
      if (offset < 0) continue;
      const index = start + offset;
      const kind = cells.kinds[cell]!;
      styles[index] = cells.styles[cell]!;
      if (isFormula[cell]) {
        formulas.push({ index, cell, row, column });
        origins[index] = Origin.formula;
      } else if (kind === CellKind.number) {
        const value = cells.numbers[cell]!;
        doubles[index] = value;
        origins[index] = Origin.typed;
        if (!Number.isInteger(value) && digits < MOST_DIGITS && !fits(value, digits)) {
          let more = digits + 1;
          while (more < MOST_DIGITS && !fits(value, more)) more++;
          if (fits(value, more)) digits = more;
        }
      } else if (kind === CellKind.text) {
        const text = book.text(table.sheet, row, column);
        const value = amountOfText(text, table);
        origins[index] =
          text === '' ? Origin.blank : DASH.test(text) ? Origin.dash : value ? Origin.text : Origin.unknown;
        if (value && !value.isZero()) others.set(index, value);
      } else if (kind !== CellKind.none) {
        origins[index] = Origin.unknown;
      }
    }
  }
  for (const value of others.values())
    digits = Math.max(digits, Math.min(MOST_DIGITS, value.decimalPlaces()));
  for (let i = 0; i < scaled.length; i++) {
    const origin = origins[i];
    if (origin === Origin.typed) scaled[i] = scaledOfDouble(doubles[i]!, digits);
    else if (origin === Origin.unknown) scaled[i] = Number.NaN;
  }
  const factor = new Decimal(10).pow(digits);
  for (const [index, value] of others) scaled[index] = safe(value.times(factor));
  for (const { index, row, column } of formulas) {
    const quick = evaluator.scaled(table.sheet, row, column, digits);
    if (!Number.isNaN(quick)) {
      scaled[index] = quick;
      continue;
    }
    const value = evaluator.value(table.sheet, row, column);
    if (value.kind === 'number') {
      others.set(index, value.value);
      scaled[index] = safe(value.value.times(factor));
    } else if (value.kind !== 'blank' && !(value.kind === 'text' && DASH.test(value.text))) {
      origins[index] = Origin.unknown;
      scaled[index] = Number.NaN;
    }
  }
  return {
    digits,
    rowStart,
    columnOffset,
    scaled,
    origins,
    styles,
    exact(index) {
      const origin = origins[index];
      if (origin === Origin.unknown) return null;
      const other = others.get(index);
      if (other) return other;
      if (origin === Origin.typed) return decimalOfDouble(doubles[index]!);
      const value = scaled[index]!;
      return value === 0 ? ZERO : new Decimal(value).div(factor);
    },
  };
}

function safe(value: Decimal): number {
  return value.isInteger() && value.abs().lt(1e15) ? value.toNumber() : Number.NaN;
}
