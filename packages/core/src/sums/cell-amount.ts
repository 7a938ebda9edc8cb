import { type Decimal, decimalOfDouble, ZERO } from '../amount/decimal.js';
import { readAmount } from '../amount/index.js';
import type { Evaluator } from '../formula/types.js';
import type { Book } from '../sheet/book.js';
import type { Table } from '../sheet/types.js';
import { CellKind, locate } from '../snapshot/index.js';
import { type ShownDigits, shownDigits } from './shown-digits.js';

/** Where the amount of a cell comes from. `unknown` covers errors, words, and formulas that cannot be computed. */
export type AmountOrigin = 'blank' | 'dash' | 'typed' | 'formula' | 'text' | 'unknown';

/** What amount a cell of a table holds, in the sheet's own unit. */
export interface CellAmount {
  readonly origin: AmountOrigin;
  /** `null` exactly where the origin is `unknown`. A blank cell and a dash are 0. */
  readonly value: Decimal | null;
  readonly shown: ShownDigits;
}

const DASH = /^[-–—−.\s\u00a0]*$/;
const PLAIN: ShownDigits = { least: 0, most: 15, fixed: false };
const BLANK: CellAmount = { origin: 'blank', value: ZERO, shown: PLAIN };

/** The amount that a text spells in digits, read by the table's habit; `null` where it is none or has two readings. */
export function amountOfText(text: string, table: Pick<Table, 'numberHabit'>): Decimal | null {
  if (DASH.test(text)) return ZERO;
  const reading = readAmount(text, table.numberHabit);
  return reading.kind === 'amount' ? reading.value : null;
}

/**
 * What amount this cell holds: blank and dashes are 0, text numbers are read by the table's habit, formulas
 * are computed. An error or a text without a number is not known, never 0.
 *
 * @param evaluator pass one with overrides to ask what the cell would hold after a repair
 */
export function cellAmount(
  book: Book,
  table: Pick<Table, 'sheet' | 'numberHabit'>,
  row: number,
  column: number,
  evaluator: Evaluator = book.evaluator,
): CellAmount {
  const sheet = book.snapshot.sheets[table.sheet];
  if (!sheet) return BLANK;
  const cell = locate(sheet).find(row, column);
  if (cell < 0) return BLANK;
  const shown = shownDigits(book.snapshot.styles[sheet.cells.styles[cell]!]?.numberFormat ?? 'General');
  if (evaluator.formula(table.sheet, row, column) !== null) {
    const value = evaluator.value(table.sheet, row, column);
    if (value.kind === 'number') return { origin: 'formula', value: value.value, shown };
    if (value.kind === 'blank') return { origin: 'formula', value: ZERO, shown };
    if (value.kind === 'text' && DASH.test(value.text)) return { origin: 'formula', value: ZERO, shown };
    return { origin: 'unknown', value: null, shown };
  }
  switch (sheet.cells.kinds[cell]) {
    case CellKind.number:
      return { origin: 'typed', value: decimalOfDouble(sheet.cells.numbers[cell]!), shown };
    case CellKind.text: {
      const text = book.text(table.sheet, row, column);
      if (DASH.test(text)) return { origin: text === '' ? 'blank' : 'dash', value: ZERO, shown };
      const value = amountOfText(text, table);
      return value ? { origin: 'text', value, shown } : { origin: 'unknown', value: null, shown };
    }
    case CellKind.none:
      return BLANK;
    default:
      return { origin: 'unknown', value: null, shown };
  }
}
