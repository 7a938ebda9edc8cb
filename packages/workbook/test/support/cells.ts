import { CellKind, cellAddress, type SheetSnapshot } from '@ctmtqg/core';

/** Values of a sheet by address, as plain data; a formula without cached value is left out. */
export function valuesOf(sheet: SheetSnapshot): Record<string, unknown> {
  const { cells, texts } = sheet;
  const values: Record<string, unknown> = {};
  for (let i = 0; i < cells.count; i++) {
    const number = cells.numbers[i]!;
    const kind = cells.kinds[i];
    const address = cellAddress(cells.rows[i]!, cells.columns[i]!);
    if (kind === CellKind.number) values[address] = number;
    else if (kind === CellKind.boolean) values[address] = number === 1;
    else if (kind !== CellKind.none) values[address] = texts[number];
  }
  return values;
}

/** Formulas of a sheet by address. */
export function formulasOf(sheet: SheetSnapshot): Record<string, string> {
  const { cells } = sheet;
  return Object.fromEntries(
    sheet.formulas.map(({ cell, text }) => [cellAddress(cells.rows[cell]!, cells.columns[cell]!), text]),
  );
}
