import type { Book } from '../sheet/book.js';
import type { Table } from '../sheet/types.js';
import { areaAddress, cellAddress, inArea } from '../snapshot/address.js';
import type { WorkbookSnapshot } from '../snapshot/types.js';
import { countSums } from './coverage.js';
import type { NotCheckedData } from './types.js';

/** Formulas of the tables that could not be computed; one gap for each sheet and reason, with a count. */
export function unknownValues(book: Book, tables: readonly Table[]): NotCheckedData[] {
  const gaps = new Map<
    string,
    { sheet: string; cell: string; reason: string; detail: string; count: number }
  >();
  for (const index of new Set(tables.map((table) => table.sheet))) {
    const sheet = book.snapshot.sheets[index];
    if (!sheet) continue;
    const ranges = tables.filter((table) => table.sheet === index).map((table) => table.range);
    for (const { cell } of sheet.formulas) {
      const row = sheet.cells.rows[cell]!;
      const column = sheet.cells.columns[cell]!;
      if (!ranges.some((range) => inArea(range, row, column))) continue;
      const value = book.evaluator.value(index, row, column);
      if (value.kind !== 'unknown') continue;
      const { reason, detail } = value;
      const key = `${index}|${reason}|${detail}`;
      const gap = gaps.get(key) ?? {
        sheet: sheet.name,
        cell: cellAddress(row, column),
        reason,
        detail,
        count: 0,
      };
      gap.count++;
      gaps.set(key, gap);
    }
  }
  return [...gaps.values()].map(({ sheet, cell, ...facts }) => ({
    code: 'value-not-computed',
    sheet,
    cell,
    facts,
  }));
}

/** Filled sheets of which nothing was checked: no table was found there, or the caller did not ask for them. */
export function sheetsWithoutTable(
  snapshot: WorkbookSnapshot,
  tables: readonly Table[],
  asked: readonly string[] | null,
): NotCheckedData[] {
  const found = new Set(tables.map((table) => table.sheet));
  return snapshot.sheets
    .map((sheet, index) => ({ sheet, index }))
    .filter(({ sheet, index }) => sheet.cells.count > 0 && !found.has(index))
    .map(({ sheet }) => ({
      code: asked === null || asked.includes(sheet.name) ? 'no-table' : 'sheet-not-asked',
      sheet: sheet.name,
      cell: null,
      facts: {},
    }));
}

/** Tables in which nothing is added up. */
export function tablesWithoutSums(tables: readonly Table[]): NotCheckedData[] {
  return tables
    .filter((table) => countSums(table) === 0)
    .map((table) => ({
      code: 'no-sums',
      sheet: table.sheetName,
      cell: null,
      facts: { range: areaAddress(table.range) },
    }));
}

/** What the reader of the file could not take over. */
export function readingGaps(snapshot: WorkbookSnapshot): NotCheckedData[] {
  return snapshot.gaps.map(({ code, sheet, cell, detail }) => ({ code, sheet, cell, facts: { detail } }));
}

/** What the recogniser was not sure of; columns without a meaning are told by `unknownColumns`. */
export function doubts(tables: readonly Table[]): NotCheckedData[] {
  return tables.flatMap((table) =>
    table.doubts
      .filter(({ code }) => code !== 'column-not-understood')
      .map(({ code, sheet, cell, facts }) => ({ code, sheet, cell, facts })),
  );
}
