import { Decimal, ZERO } from '../../amount/decimal.js';
import { ExactSum } from '../../amount/exact-sum.js';
import type { Book } from '../../sheet/book.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { CellKind, locate } from '../../snapshot/index.js';
import { cellAmount } from '../../sums/cell-amount.js';
import { isLeaf, rowLookup } from '../support/rows.js';
import type { MatchColumns } from './columns.js';

/** Central and local money of one line, in the table's unit. */
export interface MatchFigures {
  readonly central: Decimal;
  readonly local: Decimal;
}

function sumOf(book: Book, table: Table, row: number, columns: readonly TableColumn[]): Decimal | null {
  let sum = ZERO;
  for (const column of columns) {
    const { value } = cellAmount(book, table, row, column.column);
    if (!value) return null;
    const scale = column.effective.unit?.scale ?? table.dimensions.unit?.scale ?? 1;
    const home = table.dimensions.unit?.scale ?? scale;
    sum = sum.plus(scale === home ? value : value.times(scale).div(home));
  }
  return sum;
}

/** `null` where a figure of the line is not known. */
export function figuresOf(book: Book, table: Table, row: number, columns: MatchColumns): MatchFigures | null {
  const central = sumOf(book, table, row, columns.central);
  const local = sumOf(book, table, row, columns.local);
  return central && local ? { central, local } : null;
}

/** The lines that make up the table: rows that add up no others, and no second parting of the grand total. */
export function linesOf(table: Table): readonly TableRow[] {
  const { byNumber } = rowLookup(table);
  const partsTotal = (row: TableRow) =>
    row.own.capital !== null && row.parent !== null && byNumber.get(row.parent)?.kind === 'grand-total';
  return table.rows.filter(
    (row) => row.hasMoney && row.own.source === null && isLeaf(table, row) && !partsTotal(row),
  );
}

/** The row over all lines: the one grand total, else a single row at the top that adds up others. */
export function totalRow(table: Table): TableRow | null {
  const totals = table.rows.filter((row) => row.kind === 'grand-total');
  if (totals.length > 0) return totals.length === 1 ? (totals[0] ?? null) : null;
  const { wholes } = rowLookup(table);
  const top = table.rows.filter((row) => row.parent === null && row.hasMoney && row.kind !== 'of-which');
  const [only] = top;
  return only && top.length === 1 && wholes.has(only.row) ? only : null;
}

/** The lines of a table beside a ratio. */
export interface LineSums {
  /** Sum of all lines; `null` where a figure is not known. */
  readonly total: MatchFigures | null;
  /** Lines that may fall short; all others clearly do not. */
  readonly doubtful: readonly TableRow[];
}

/** Relative room in which a comparison of doubles is not trusted. */
const DUST = 1e-9;

/** Adds all lines exactly, and lets those pass that clearly give enough, so that long tables cost no decimals. */
export function addLines(
  book: Book,
  table: Table,
  lines: readonly TableRow[],
  columns: MatchColumns,
  ratio: Decimal,
): LineSums {
  const central = new ExactSum();
  const local = new ExactSum();
  const doubtful: TableRow[] = [];
  const share = ratio.toNumber();
  const typed = typedReader(book, table, columns);
  let known = true;
  for (const line of lines) {
    const given = typed(line.row, columns.local, local);
    const asked = given === null ? null : typed(line.row, columns.central, central);
    if (given !== null && asked !== null) {
      if (given < asked * share * (1 + DUST)) doubtful.push(line);
      continue;
    }
    const figures = figuresOf(book, table, line.row, columns);
    if (!figures) {
      known = false;
      continue;
    }
    if (given === null) local.addDecimal(figures.local);
    central.addDecimal(figures.central);
    doubtful.push(line);
  }
  return { total: known ? { central: central.decimal(), local: local.decimal() } : null, doubtful };
}

/**
 * Reads typed numbers of one unit as doubles and adds them to an exact sum. `null`, with nothing added, where
 * a cell holds anything else.
 */
function typedReader(
  book: Book,
  table: Table,
  columns: MatchColumns,
): (row: number, of: readonly TableColumn[], sum: ExactSum) => number | null {
  const sheet = book.snapshot.sheets[table.sheet];
  const home = table.dimensions.unit?.scale ?? null;
  const scaled = [...columns.central, ...columns.local].some(
    ({ effective }) => (effective.unit?.scale ?? home) !== home,
  );
  if (!sheet || scaled) return () => null;
  const { cells } = sheet;
  const at = locate(sheet);
  const formulas = new Set(sheet.formulas.map(({ cell }) => cell));
  return (row, of, sum) => {
    let total = 0;
    for (const { column } of of) {
      const cell = at.find(row, column);
      if (cell >= 0 && (cells.kinds[cell] !== CellKind.number || formulas.has(cell))) return null;
    }
    for (const { column } of of) {
      const cell = at.find(row, column);
      if (cell < 0) continue;
      const value = cells.numbers[cell] ?? 0;
      sum.addDouble(value);
      total += value;
    }
    return total;
  };
}

/** Asks for one unit of the last digit that a cell of local money shows: 1.847 has step 1, 8,7 has step 0,1. */
export type StepAt = (row: number, column: TableColumn) => Decimal;

/** Computed cells without a fixed format show as many digits as the typed ones of their column. */
export function stepReader(book: Book, table: Table, lines: readonly TableRow[]): StepAt {
  const typedDigits = new Map<number, number>();
  const digitsOf = (column: TableColumn): number => {
    let digits = typedDigits.get(column.column);
    if (digits === undefined) {
      digits = 0;
      for (const line of lines) {
        const { origin, value } = cellAmount(book, table, line.row, column.column);
        if (origin === 'typed' && value) digits = Math.max(digits, value.decimalPlaces());
      }
      typedDigits.set(column.column, digits);
    }
    return digits;
  };
  return (row, column) => {
    const { value, shown, origin } = cellAmount(book, table, row, column.column);
    const own = value?.decimalPlaces() ?? 0;
    if (shown.fixed) return stepOf(Math.max(shown.least, Math.min(shown.most, own)));
    return stepOf(origin === 'formula' ? digitsOf(column) : own);
  };
}

function stepOf(digits: number): Decimal {
  return new Decimal(10).pow(-digits);
}
