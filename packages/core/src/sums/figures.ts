import type { Decimal } from '../amount/decimal.js';
import type { CheckContext } from '../checks/types.js';
import type { Evaluator, Override } from '../formula/types.js';
import type { Book } from '../sheet/book.js';
import type { MoneyUnit, Table } from '../sheet/types.js';
import { CellKind, inArea, locate } from '../snapshot/index.js';
import { type AmountGrid, Origin, readGrid } from './amount-grid.js';
import { amountOfText, cellAmount } from './cell-amount.js';
import { type CellKey, keyOf, positionOf } from './cell-key.js';
import { type ShownDigits, shownDigits } from './shown-digits.js';

/** A table with its figures, read once for all checks of sums. */
export interface TableFigures {
  readonly index: number;
  readonly table: Table;
  readonly grid: AmountGrid;
  /** Digits after the point that the figures of a cell's unit are typed with in this table. */
  typedDigits(row: number, column: number): number;
  /** Unit of money at a cell; `null` where none is said, and in columns that count households or works. */
  unitOf(row: number, column: number): MoneyUnit | null;
  /** True where a column counts whole things: its sums are exact. */
  counts(column: number): boolean;
  /** Đồng in one of a column's own or the table's unit; `null` where nothing says it. */
  columnScale(column: number): number | null;
  rowScale(row: number): number | null;
}

/** The figures of all tables of a workbook. Numbers typed as text count here, as their author meant them. */
export interface Figures {
  readonly book: Book;
  /** Computes formulas as if numbers typed as text were numbers. */
  readonly evaluator: Evaluator;
  /** The cells that hold a number as text and that a formula may therefore skip. */
  readonly textNumbers: ReadonlyMap<CellKey, Decimal>;
  readonly tables: readonly TableFigures[];
  tableOf(key: CellKey): TableFigures | null;
  value(key: CellKey): Decimal | null;
  /** The value as a double, to sort out cells before they are looked at exactly; `NaN` where not known. */
  approximate(key: CellKey): number;
  origin(key: CellKey): Origin;
  shown(key: CellKey): ShownDigits;
  /** The same by the index of a style in the snapshot. */
  shownByStyle(style: number): ShownDigits;
}

/** Numbers typed as text inside a table's data, which formulas skip. */
function findTextNumbers(book: Book, tables: readonly Table[]): Map<CellKey, Decimal> {
  const found = new Map<CellKey, Decimal>();
  for (const table of tables) {
    const sheet = book.snapshot.sheets[table.sheet]!;
    const wanted = new Set(
      table.columns.filter((c) => c.role === 'amount' || c.role === 'quantity').map((c) => c.column),
    );
    const rows = new Set(table.rows.map((row) => row.row));
    const locator = locate(sheet);
    const isFormula = new Set(sheet.formulas.map((formula) => formula.cell));
    const end = locator.lowerBound(table.range.bottom + 1);
    for (let cell = locator.lowerBound(table.range.top); cell < end; cell++) {
      if (sheet.cells.kinds[cell] !== CellKind.text) continue;
      const column = sheet.cells.columns[cell]!;
      const row = sheet.cells.rows[cell]!;
      if (!wanted.has(column) || !rows.has(row) || isFormula.has(cell)) continue;
      const value = amountOfText(book.text(table.sheet, row, column), table);
      if (value && !value.isZero()) found.set(keyOf(table.sheet, row, column), value);
    }
  }
  return found;
}

/**
 * Digits that the figures of each unit are typed with: the finest that more than one in twenty of them bears,
 * so that one figure pasted with nine digits does not make the whole table exact.
 */
function typedDigitsByUnit(table: Table, grid: AmountGrid): Map<number | null, number> {
  const counts = new Map<number | null, number[]>();
  for (const column of table.columns) {
    const offset = grid.columnOffset(column.column);
    if (column.role !== 'amount' || offset < 0) continue;
    const scale = column.effective.unit?.scale ?? null;
    const count = counts.get(scale) ?? new Array<number>(16).fill(0);
    counts.set(scale, count);
    for (const row of table.rows) {
      const start = grid.rowStart(row.row);
      const origin = start < 0 ? Origin.blank : grid.origins[start + offset];
      if (origin !== Origin.typed && origin !== Origin.text) continue;
      const scaled = grid.scaled[start + offset]!;
      const digits = Number.isNaN(scaled)
        ? grid.exact(start + offset)!.decimalPlaces()
        : digitsOfScaled(scaled, grid.digits);
      count[Math.min(15, digits)]!++;
    }
  }
  return new Map([...counts].map(([scale, count]) => [scale, finestCommon(count)]));
}

function finestCommon(counts: readonly number[]): number {
  const seen = counts.reduce((sum, count) => sum + count, 0);
  let reached = 0;
  for (let digits = 15; digits > 0; digits--) {
    reached += counts[digits]!;
    if (reached > 0 && reached * 20 >= seen) return digits;
  }
  return 0;
}

function digitsOfScaled(scaled: number, digits: number): number {
  let left = digits;
  let value = scaled;
  while (left > 0 && value % 10 === 0) {
    value /= 10;
    left--;
  }
  return left;
}

type Units = Pick<TableFigures, 'unitOf' | 'counts' | 'columnScale' | 'rowScale'>;

function unitReader(table: Table): Units {
  const columns = new Map(table.columns.map((column) => [column.column, column.effective.unit]));
  const counted = new Set(
    table.columns.filter(({ role }) => role === 'quantity').map(({ column }) => column),
  );
  const rows = new Map<number, MoneyUnit>();
  for (const row of table.rows) if (row.own.unit) rows.set(row.row, row.own.unit);
  return {
    unitOf: (row, column) =>
      counted.has(column) ? null : (rows.get(row) ?? columns.get(column) ?? table.dimensions.unit),
    counts: (column) => counted.has(column),
    columnScale: (column) => columns.get(column)?.scale ?? null,
    rowScale: (row) => (rows.get(row) ?? table.dimensions.unit)?.scale ?? null,
  };
}

/** Reads the figures of all tables once. */
export function readFigures(context: CheckContext): Figures {
  const { book, tables } = context;
  const textNumbers = findTextNumbers(book, tables);
  const overrides: Override[] = [...textNumbers].map(([key, value]) => ({
    ...positionOf(key),
    value: { kind: 'number', value },
  }));
  const evaluator = overrides.length > 0 ? book.evaluator.withOverrides(overrides) : book.evaluator;
  const read = tables.map((table, index): TableFigures => {
    const grid = readGrid(book, table, evaluator);
    const units = unitReader(table);
    const { unitOf } = units;
    const digits = typedDigitsByUnit(table, grid);
    const typedDigits = (row: number, column: number) => digits.get(unitOf(row, column)?.scale ?? null) ?? 0;
    return { index, table, grid, typedDigits, ...units };
  });
  const bySheet = new Map<number, TableFigures[]>();
  for (const figures of read) {
    const list = bySheet.get(figures.table.sheet);
    if (list) list.push(figures);
    else bySheet.set(figures.table.sheet, [figures]);
  }
  const tableOf = (key: CellKey) => {
    const { sheet, row, column } = positionOf(key);
    return bySheet.get(sheet)?.find((figures) => inArea(figures.table.range, row, column)) ?? null;
  };
  const indexOf = (figures: TableFigures, row: number, column: number) => {
    const start = figures.grid.rowStart(row);
    const offset = figures.grid.columnOffset(column);
    return start < 0 || offset < 0 ? -1 : start + offset;
  };
  const loose = (key: CellKey) => {
    const { sheet, row, column } = positionOf(key);
    return cellAmount(
      book,
      { sheet, numberHabit: tableOf(key)?.table.numberHabit ?? null },
      row,
      column,
      evaluator,
    );
  };
  const formats = book.snapshot.styles.map((style) => shownDigits(style.numberFormat));
  return {
    book,
    evaluator,
    textNumbers,
    tables: read,
    tableOf,
    value(key) {
      const figures = tableOf(key);
      if (figures) {
        const { row, column } = positionOf(key);
        const index = indexOf(figures, row, column);
        if (index >= 0) return figures.grid.exact(index);
      }
      return loose(key).value;
    },
    approximate(key) {
      const figures = tableOf(key);
      if (figures) {
        const { row, column } = positionOf(key);
        const index = indexOf(figures, row, column);
        const scaled = index < 0 ? Number.NaN : figures.grid.scaled[index]!;
        if (!Number.isNaN(scaled)) return scaled / 10 ** figures.grid.digits;
        if (index >= 0) return figures.grid.exact(index)?.toNumber() ?? Number.NaN;
      }
      return loose(key).value?.toNumber() ?? Number.NaN;
    },
    origin(key) {
      const figures = tableOf(key);
      if (figures) {
        const { row, column } = positionOf(key);
        const index = indexOf(figures, row, column);
        if (index >= 0) return figures.grid.origins[index] as Origin;
      }
      return Origin[loose(key).origin];
    },
    shown(key) {
      const { sheet, row, column } = positionOf(key);
      const snapshot = book.snapshot.sheets[sheet];
      const cell = snapshot ? locate(snapshot).find(row, column) : -1;
      return cell < 0 ? shownDigits('General') : formats[snapshot!.cells.styles[cell]!]!;
    },
    shownByStyle: (style) => formats[style] ?? shownDigits('General'),
  };
}
