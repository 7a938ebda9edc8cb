import { readdirSync, readFileSync } from 'node:fs';
import { CellKind, cellAddress, type SheetSnapshot } from '@ctmtqg/core';
import { readWorkbook } from '@ctmtqg/workbook';
import { readXlsx, type Sheet } from 'hucre';
import { describe, expect, it } from 'vitest';

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

/** Values and formulas of our reader by address, as plain data. */
function ours(sheet: SheetSnapshot): { values: Record<string, unknown>; formulas: Record<string, string> } {
  const values: Record<string, unknown> = {};
  const formulas: Record<string, string> = {};
  const { cells } = sheet;
  for (let i = 0; i < cells.count; i++) {
    const number = cells.numbers[i]!;
    const kind = cells.kinds[i];
    const address = cellAddress(cells.rows[i]!, cells.columns[i]!);
    if (kind === CellKind.number) values[address] = number;
    else if (kind === CellKind.boolean) values[address] = number === 1;
    else if (kind !== CellKind.none) values[address] = sheet.texts[number];
  }
  for (const { cell, text } of sheet.formulas)
    formulas[cellAddress(cells.rows[cell]!, cells.columns[cell]!)] = text;
  return { values, formulas };
}

/** The same of the second reader; it gives dates as `Date` and leaves the children of shared formulas empty. */
function theirs(sheet: Sheet): { values: Record<string, unknown>; formulas: Record<string, string> } {
  const values: Record<string, unknown> = {};
  const formulas: Record<string, string> = {};
  for (const [key, cell] of sheet.cells ?? []) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    const address = cellAddress(row + 1, column + 1);
    const value = cell.formula === undefined ? cell.value : (cell.formulaResult ?? cell.value);
    if (value !== null && value !== undefined) values[address] = value instanceof Date ? 'date' : value;
    if (cell.formula) formulas[address] = cell.formula;
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
        const { values, formulas } = ours(sheet);
        const other = theirs(second.sheets[i]!);
        expect(formulas).toMatchObject(other.formulas);
        for (const [address, value] of Object.entries(other.values))
          if (value === 'date') delete values[address];
        expect(values).toMatchObject(
          Object.fromEntries(Object.entries(other.values).filter(([, v]) => v !== 'date')),
        );
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
