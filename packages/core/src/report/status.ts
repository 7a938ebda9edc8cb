import type { Book } from '../sheet/book.js';
import type { Table } from '../sheet/types.js';
import { columnName } from '../snapshot/address.js';
import { locate } from '../snapshot/locate.js';
import type { NotCheckedData, ReportStatus, Severity } from './types.js';

/** Counts the filled cells of one column between two rows. */
function filledCells(book: Book, table: Table, column: number): number {
  const sheet = book.snapshot.sheets[table.sheet];
  if (!sheet) return 0;
  const locator = locate(sheet);
  let filled = 0;
  for (let i = locator.rowIndex(table.headerRange.bottom + 1); i < locator.filledRows.length; i++) {
    const row = locator.filledRows[i]!;
    if (row > table.range.bottom) break;
    if (locator.find(row, column) >= 0) filled++;
  }
  return filled;
}

/** Columns that hold something and whose meaning was not understood: nothing in them was checked. */
export function unknownColumns(book: Book, tables: readonly Table[]): NotCheckedData[] {
  return tables.flatMap((table) =>
    table.columns
      .filter(({ role, column }) => role === 'other' && filledCells(book, table, column) > 0)
      .map(({ column, headerPath, headerCell }) => ({
        code: 'column-not-understood',
        sheet: table.sheetName,
        cell: columnName(column) + (headerCell?.row ?? table.headerRange.top),
        facts: { column: columnName(column), header: headerPath.join(' / ') },
      })),
  );
}

/**
 * The verdict. `clean` promises more than silence: no error, no warning, at least one sum compared, no filled
 * column without a meaning, no total left open, and no figure left out of a sum because it could not be computed.
 */
export function statusOf(
  counts: Readonly<Record<Severity, number>>,
  sums: number,
  obstacles: readonly NotCheckedData[],
): ReportStatus {
  if (counts.error > 0 || counts.warning > 0) return 'findings';
  return sums > 0 && obstacles.length === 0 ? 'clean' : 'incomplete';
}
