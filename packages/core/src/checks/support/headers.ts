import type { Book } from '../../sheet/book.js';
import type { Table } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { CellKind, locate } from '../../snapshot/index.js';

/** A header cell that holds text. */
export interface HeaderCell {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  /** Decoded. */
  readonly text: string;
}

/** The header cells of a table with their texts, each once; of a merged area the corner that holds the text. */
export function headerCells(book: Book, table: Table): HeaderCell[] {
  const { top, bottom, left, right } = table.headerRange;
  return textCells(book, table.sheet, { top, bottom, left, right });
}

/** Cells with text in an area, in reading order. Only filled cells are visited. */
export function textCells(
  book: Book,
  sheet: number,
  area: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number },
): HeaderCell[] {
  const source = book.snapshot.sheets[sheet];
  if (!source) return [];
  const { cells } = source;
  const found: HeaderCell[] = [];
  for (let i = locate(source).lowerBound(area.top); i < cells.count; i += 1) {
    const row = cells.rows[i] ?? 0;
    if (row > area.bottom) break;
    const column = cells.columns[i] ?? 0;
    if (column < area.left || column > area.right || cells.kinds[i] !== CellKind.text) continue;
    const text = book.text(sheet, row, column);
    if (text !== '') found.push({ row, column, address: cellAddress(row, column), text });
  }
  return found;
}
