import { type Book, CellKind, type CellStyle } from '@ctmtqg/core';
import { formatDate, formatNumber, isDateFormat, type Separators } from './number-format.js';

/** What the officer sees in a filled cell: the stored value, or the computed one where the file holds none. */
export function shownText(
  book: Book,
  place: { readonly index: number; readonly row: number; readonly column: number },
  kind: number,
  style: CellStyle,
  separators: Separators,
): string {
  const { index, row, column } = place;
  if (kind === CellKind.text) return book.text(index, row, column);
  const stored = book.evaluator.stored(index, row, column);
  const value = stored.kind === 'blank' ? book.evaluator.value(index, row, column) : stored;
  switch (value.kind) {
    case 'number': {
      const number = value.value.toNumber();
      return isDateFormat(style.numberFormat)
        ? formatDate(number, book.snapshot.date1904)
        : formatNumber(number, style.numberFormat, separators);
    }
    case 'text':
      return value.text;
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'error':
      return value.error;
    default:
      return '';
  }
}
