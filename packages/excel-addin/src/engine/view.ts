import { type Book, CellKind, locate } from '@ctmtqg/core';
import type { ViewCell, ViewRows, ViewSheet } from './protocol.js';
import { showNumber } from './show.js';

const NARROWEST = 5;
/** Texts may run over into empty neighbours, so they widen a column only so far; figures always show whole. */
const WIDEST_FOR_TEXT = 22;
/** Rows that are measured for the widths. */
const MEASURED = 400;
/** Columns beyond this are not shown; budget sheets end long before. */
const MOST_COLUMNS = 200;

/** The sheets of a file with their sizes, so that the view can scroll before it has the cells. */
export function viewSheets(book: Book, hasDrawing: (sheet: string) => boolean): ViewSheet[] {
  return book.snapshot.sheets.map((sheet, index) => {
    const { count, rows, columns } = sheet.cells;
    let widest = 0;
    for (let i = 0; i < count; i++) if (columns[i]! > widest) widest = columns[i]!;
    const width = Math.min(widest, MOST_COLUMNS);
    const widths = contentWidths(book, index, width);
    for (const span of sheet.columnWidths) {
      for (let column = span.from; column <= Math.min(span.to, width); column++) {
        widths[column - 1] = Math.max(span.width, widths[column - 1]!);
      }
    }
    return {
      name: sheet.name,
      hidden: sheet.state !== 'visible',
      rows: count === 0 ? 0 : rows[count - 1]!,
      columns: width,
      drawing: hasDrawing(sheet.name),
      widths,
    };
  });
}

function contentWidths(book: Book, index: number, width: number): number[] {
  const widths = Array.from({ length: width }, () => NARROWEST);
  const { count, rows, columns } = book.snapshot.sheets[index]!.cells;
  for (let i = 0; i < count && i < MEASURED * width; i++) {
    const column = columns[i]! - 1;
    if (column >= width) continue;
    const { text, number } = viewCell(book, index, i, false);
    const hasNeighbour = rows[i + 1] === rows[i] && columns[i + 1] === column + 2;
    const widest = number ? text.length + 2 : hasNeighbour ? WIDEST_FOR_TEXT : NARROWEST;
    widths[column] = Math.max(widths[column]!, Math.min(text.length + 2, widest));
  }
  return widths;
}

/** Rows `from`…`to` of a sheet as texts; numbers as their format shows them. */
export function viewRows(book: Book, name: string, from: number, to: number): ViewRows {
  const index = book.snapshot.sheets.findIndex((sheet) => sheet.name === name);
  const sheet = book.snapshot.sheets[index];
  if (!sheet) return { from, rows: [] };
  const { rows, columns, count } = sheet.cells;
  const formulas = new Set(sheet.formulas.map((formula) => formula.cell));
  const shown: (ViewCell | null)[][] = Array.from({ length: Math.max(0, to - from + 1) }, () => []);
  for (let i = locate(sheet).lowerBound(from); i < count && rows[i]! <= to; i++) {
    const column = columns[i]!;
    if (column <= MOST_COLUMNS)
      shown[rows[i]! - from]![column - 1] = viewCell(book, index, i, formulas.has(i));
  }
  return { from, rows: shown };
}

function viewCell(book: Book, index: number, cell: number, formula: boolean): ViewCell {
  const sheet = book.snapshot.sheets[index]!;
  const { kinds, numbers, styles, rows, columns } = sheet.cells;
  const style = book.snapshot.styles[styles[cell]!];
  const kind = kinds[cell];
  const number = kind === CellKind.number;
  const text = number
    ? showNumber(numbers[cell]!, style?.numberFormat ?? 'General')
    : kind === CellKind.boolean
      ? numbers[cell] === 1
        ? 'TRUE'
        : 'FALSE'
      : kind === CellKind.text
        ? book.text(index, rows[cell]!, columns[cell]!)
        : (sheet.texts[numbers[cell]!] ?? '');
  return { text, number, bold: style?.bold ?? false, formula };
}
