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

type AmountAt = (row: number, column: number) => Decimal | null;

function residueOf(sum: SumRelation, line: number, amountAt: AmountAt): Decimal | null {
  const at = (other: number) => (sum.axis === 'row' ? amountAt(line, other) : amountAt(other, line));
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

const residues = new WeakMap<Book, Map<SumRelation, Map<number, Decimal | null>>>();

/** The residue as the sheet stands; long columns are added up once. */
function residueNow(book: Book, table: Table, sum: SumRelation, line: number): Decimal | null {
  let ofBook = residues.get(book);
  if (!ofBook) {
    ofBook = new Map();
    residues.set(book, ofBook);
  }
  let ofSum = ofBook.get(sum);
  if (!ofSum) {
    ofSum = new Map();
    ofBook.set(sum, ofSum);
  }
  let residue = ofSum.get(line);
  if (residue === undefined) {
    residue = residueOf(sum, line, (row, column) => cellAmount(book, table, row, column).value);
    ofSum.set(line, residue);
  }
  return residue;
}

/**
 * Whole less parts of one relation along the line of the cell, with the cell holding another value; `null` if unknown.
 *
 * @param amountAt other figures than the sheet's own for the cells beside it
 */
export function residueWith(
  book: Book,
  table: Table,
  sum: SumRelation,
  row: number,
  column: number,
  value: Decimal,
  amountAt?: AmountAt,
): Decimal | null {
  const [line, across] = sum.axis === 'row' ? [row, column] : [column, row];
  const own = cellAmount(book, table, row, column).value;
  const now = amountAt || !own ? null : residueNow(book, table, sum, line);
  if (now && own) {
    const weight =
      (sum.whole === across ? 1 : 0) - (sum.parts.find((part) => part.line === across)?.sign ?? 0);
    return now.plus(value.minus(own).times(weight));
  }
  const read = amountAt ?? ((r: number, c: number) => cellAmount(book, table, r, c).value);
  return residueOf(sum, line, (r, c) => (r === row && c === column ? value : read(r, c)));
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

/** True where no complete sum of the cell holds, beyond rounding at this step: it may be the figure that is wrong. */
export function isInDoubt(book: Book, table: Table, row: number, column: number, step: Decimal): boolean {
  const { value } = cellAmount(book, table, row, column);
  if (!value) return false;
  const sums = relationsOf(table, row, column).filter((sum) => sum.complete);
  return (
    sums.length > 0 &&
    sums.every((sum) => {
      const room = step.times(sum.parts.length + 1).div(2);
      return residueWith(book, table, sum, row, column, value)?.abs().gt(room) === true;
    })
  );
}
