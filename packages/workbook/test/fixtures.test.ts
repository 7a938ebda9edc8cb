import { readdirSync, readFileSync } from 'node:fs';
import { cellAddress } from '@ctmtqg/core';
import { readWorkbook } from '@ctmtqg/workbook';
import { readXlsx, type Sheet } from 'hucre';
import { describe, expect, it } from 'vitest';
import { formulasOf, valuesOf } from './support/cells.js';

const FOLDER = new URL('../../../test/workbooks/', import.meta.url);

function workbooks(): { name: string; bytes: Uint8Array }[] {
  const found: { name: string; bytes: Uint8Array }[] = [];
  for (const entry of readdirSync(FOLDER, { withFileTypes: true })) {
    const file = entry.isDirectory() ? `${entry.name}/${entry.name}.xlsx` : entry.name;
    if (file.endsWith('.xlsx'))
      found.push({ name: entry.name, bytes: new Uint8Array(readFileSync(new URL(file, FOLDER))) });
  }
  return found;
}

/** Values and formulas of the second reader; dates come as `Date`, children of shared formulas are left empty. */
function theirs(sheet: Sheet): { values: Map<string, unknown>; formulas: Map<string, string> } {
  const values = new Map<string, unknown>();
  const formulas = new Map<string, string>();
  sheet.rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value !== null && value !== undefined) values.set(cellAddress(r + 1, c + 1), value);
    });
  });
  for (const [key, cell] of sheet.cells ?? []) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    if (cell.formula) formulas.set(cellAddress(row + 1, column + 1), cell.formula);
  }
  return { values, formulas };
}

describe('our reader agrees with a second reader', () => {
  for (const { name, bytes } of workbooks()) {
    it(`on values and formulas of ${name}`, async () => {
      const mine = readWorkbook(bytes);
      const second = await readXlsx(bytes, { readStyles: true });
      expect(mine.sheets.map((sheet) => sheet.name)).toEqual(second.sheets.map((sheet) => sheet.name));
      mine.sheets.forEach((sheet, i) => {
        const values = valuesOf(sheet);
        const formulas = formulasOf(sheet);
        const other = theirs(second.sheets[i]!);
        expect(Object.keys(values).length).toBeGreaterThan(0);
        for (const [cell, text] of other.formulas) expect(formulas[cell], cell).toBe(text);
        for (const [cell, value] of other.values) {
          if (value instanceof Date) expect(values[cell], cell).toBeTypeOf('number');
          else expect(values[cell], cell).toEqual(value);
        }
        // What the second reader lacks: children of shared formulas, and cached texts and errors of formulas.
        const missing = Object.keys(values).filter((cell) => !other.values.has(cell));
        expect(missing.filter((cell) => formulas[cell] === undefined)).toEqual([]);
        const unread = Object.keys(formulas).filter((cell) => !other.formulas.has(cell));
        expect(unread.filter((cell) => !/^E\d+\*2$/.test(formulas[cell]!))).toEqual([]);
        expect(sheet.merges).toEqual(
          (second.sheets[i]!.merges ?? []).map((area) => ({
            top: area.startRow + 1,
            left: area.startCol + 1,
            bottom: area.endRow + 1,
            right: area.endCol + 1,
          })),
        );
      });
    });
  }
});
