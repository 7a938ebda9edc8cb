import { Decimal } from '../../amount/decimal.js';
import type { Book } from '../../sheet/book.js';
import type { SumRelation, Table } from '../../sheet/types.js';
import { cellAmount } from '../../sums/cell-amount.js';

/** Relations in which a cell takes part, as the cells of the whole and its parts. */
export function relationsOf(table: Table, row: number, column: number): SumRelation[] {
  return table.sums.filter((sum) => {
    const [across, along] = sum.axis === 'row' ? [column, row] : [row, column];
    return (
      (sum.whole === across || sum.parts.some(({ line }) => line === across)) && sum.lines.includes(along)
    );
  });
}

/** Whole less parts of one relation along the line of the cell, with one cell holding another value; `null` if unknown. */
export function residueWith(
  book: Book,
  table: Table,
  sum: SumRelation,
  row: number,
  column: number,
  value: Decimal,
  amountAt: (row: number, column: number) => Decimal | null = (r, c) => cellAmount(book, table, r, c).value,
): Decimal | null {
  const at = (line: number): Decimal | null => {
    const [r, c] = sum.axis === 'row' ? [row, line] : [line, column];
    return r === row && c === column ? value : amountAt(r, c);
  };
  const whole = at(sum.whole);
  if (!whole) return null;
  let parts = new Decimal(0);
  for (const part of sum.parts) {
    const amount = at(part.line);
    if (!amount) return null;
    parts = part.sign === 1 ? parts.plus(amount) : parts.minus(amount);
  }
  return whole.minus(parts);
}

/**
 * True where a sum is broken and comes right with the sign turned: then the sums name the cell (`sign-error`),
 * and saying it twice would be one accusation too many. Half a unit is taken for rounding.
 */
export function isSignProven(book: Book, table: Table, row: number, column: number): boolean {
  const { value } = cellAmount(book, table, row, column);
  if (!value) return false;
  return relationsOf(table, row, column).some((sum) => {
    if (!sum.complete) return false;
    const whole =
      sum.axis === 'row'
        ? book.evaluator.formula(table.sheet, row, sum.whole)
        : book.evaluator.formula(table.sheet, sum.whole, column);
    if (whole !== null) return false;
    const now = residueWith(book, table, sum, row, column, value);
    const turned = residueWith(book, table, sum, row, column, value.negated());
    return (
      now !== null && turned !== null && now.abs().gt(turned.abs()) && turned.abs().lte(1) && now.abs().gt(1)
    );
  });
}

/** True where the cell only adds up others, rightly: what is odd about it came from them. */
export function isCarrier(book: Book, table: Table, row: number, column: number): boolean {
  const { value } = cellAmount(book, table, row, column);
  if (!value) return false;
  return relationsOf(table, row, column).some((sum) => {
    if (sum.whole !== (sum.axis === 'row' ? column : row)) return false;
    const residue = residueWith(book, table, sum, row, column, value);
    return residue?.abs().lte(1) === true && residue.abs().lt(value.abs());
  });
}

/** True where the cell stands in a complete sum that does not hold by more than rounding at this step: which figure is wrong is open. */
export function isInDoubt(book: Book, table: Table, row: number, column: number, step: Decimal): boolean {
  const { value } = cellAmount(book, table, row, column);
  if (!value) return false;
  return relationsOf(table, row, column).some((sum) => {
    if (!sum.complete) return false;
    const room = step.times(sum.parts.length + 1).div(2);
    return residueWith(book, table, sum, row, column, value)?.abs().gt(room) === true;
  });
}
