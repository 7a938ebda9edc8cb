import { type CellValue, openBook } from '@ctmtqg/core';
import {
  areaAddress,
  buildSnapshot,
  cellAddress,
  type PlainCell,
  type WorkbookSnapshot,
} from '../../packages/core/src/snapshot/index.js';
import type { HostBook, HostCell, HostSheet } from './model.js';

function plainCell(cell: HostCell): PlainCell | null {
  const value = cell.isError ? { error: String(cell.value) } : (cell.value ?? undefined);
  if (cell.formula === null && value === undefined) return null;
  return {
    ...(cell.formula === null ? {} : { formula: cell.formula }),
    ...(value === undefined ? {} : { value }),
    ...(cell.format
      ? {
          style: {
            font: cell.format.fontName,
            numberFormat: cell.format.numberFormat,
            bold: cell.format.bold,
          },
        }
      : {}),
  };
}

function plainSheet(sheet: HostSheet) {
  const cells: Record<string, PlainCell> = {};
  for (const [key, cell] of sheet.cells) {
    const plain = plainCell(cell);
    if (plain) cells[cellAddress(Math.floor(key / 16385), key % 16385)] = plain;
  }
  return { name: sheet.name, cells, merges: sheet.merges.map(areaAddress) };
}

/** The workbook as it stands, for reading it as a file would be read. */
export function snapshotOf(book: HostBook): WorkbookSnapshot {
  return buildSnapshot(book.sheets.map(plainSheet), {
    names: book.names.map(({ name, refersTo, visible }) => ({
      name,
      refersTo,
      sheet: null,
      hidden: !visible,
    })),
  });
}

function put(cell: HostCell, value: CellValue): void {
  cell.isError = value.kind === 'error';
  if (value.kind === 'number') cell.value = value.value.toNumber();
  else if (value.kind === 'text') cell.value = value.text;
  else if (value.kind === 'boolean') cell.value = value.value;
  else if (value.kind === 'error') cell.value = value.error;
  else if (value.kind === 'blank') cell.value = 0;
}

/** Computes every formula anew, as Excel does after a write; what the core cannot compute keeps its value. */
export function recalculate(book: HostBook): void {
  const { evaluator } = openBook(snapshotOf(book));
  book.sheets.forEach((sheet, index) => {
    for (const [key, cell] of sheet.cells) {
      if (cell.formula !== null) put(cell, evaluator.value(index, Math.floor(key / 16385), key % 16385));
    }
  });
}
