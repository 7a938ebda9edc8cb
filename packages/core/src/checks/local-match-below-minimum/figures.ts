import { Decimal, ZERO } from '../../amount/decimal.js';
import type { Book } from '../../sheet/book.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
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

/** The lines that make up the table: rows that add up no others. */
export function linesOf(table: Table): readonly TableRow[] {
  return table.rows.filter((row) => row.hasMoney && row.own.source === null && isLeaf(table, row));
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

/** Sum of the lines; `null` where a figure is not known. */
export function totalOf(
  book: Book,
  table: Table,
  lines: readonly TableRow[],
  columns: MatchColumns,
): MatchFigures | null {
  let central = ZERO;
  let local = ZERO;
  for (const line of lines) {
    const figures = figuresOf(book, table, line.row, columns);
    if (!figures) return null;
    central = central.plus(figures.central);
    local = local.plus(figures.local);
  }
  return { central, local };
}

/** One unit of the last digit that the cell shows: 1.847 has step 1, 8,7 has step 0,1. Computed cells: as their column. */
export function stepAt(
  book: Book,
  table: Table,
  row: number,
  column: TableColumn,
  lines: readonly TableRow[],
): Decimal {
  const { value, shown, origin } = cellAmount(book, table, row, column.column);
  const own = value?.decimalPlaces() ?? 0;
  let digits = shown.fixed ? Math.max(shown.least, Math.min(shown.most, own)) : own;
  if (origin === 'formula' && !shown.fixed) {
    digits = 0;
    for (const line of lines) {
      const amount = cellAmount(book, table, line.row, column.column);
      if (amount.origin === 'typed' && amount.value) digits = Math.max(digits, amount.value.decimalPlaces());
    }
  }
  return new Decimal(10).pow(-digits);
}
