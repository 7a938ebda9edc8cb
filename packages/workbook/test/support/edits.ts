import type { CellContent } from '@ctmtqg/core';
import { type CellChange, openWorkbook, WorkbookError } from '@ctmtqg/workbook';
import { partText } from './packages.js';

export const number = (value: string): CellContent => ({ kind: 'number', value });
export const text = (content: string): CellContent => ({ kind: 'text', text: content });
export const formula = (written: string, cached: string | null = null): CellContent => ({
  kind: 'formula',
  formula: written,
  cached,
});
/** A change of content on the named sheet. */
export const on =
  (sheet: string) =>
  (cell: string, content: CellContent): CellChange => ({ sheet, cell, content });
export const first = on('Sheet1');

/** The file with the changes made. */
export function edited(bytes: Uint8Array, changes: readonly CellChange[]): Uint8Array {
  const book = openWorkbook(bytes);
  book.change(changes);
  return book.save();
}

export const sheetXml = (bytes: Uint8Array) => partText(bytes, 'xl/worksheets/sheet1.xml');
export const dataOf = (bytes: Uint8Array) => /<sheetData>(.*)<\/sheetData>/s.exec(sheetXml(bytes))?.[1];

/** What the run was refused with. */
export function errorOf(run: () => unknown): WorkbookError {
  try {
    run();
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
