import type { Book } from '../../sheet/book.js';
import type { Table } from '../../sheet/types.js';
import { columnName, columnNumber } from '../../snapshot/index.js';
import { counterpartPairs } from './pairs.js';

/** One cell of another sheet, perhaps in another unit: `DTTS!D13/1000`. */
const LINK = /^((?:'(?:[^']|'')+'|[^'!+\-*/(),:\s]+)!)(\$?)([A-Z]{1,3})(\$?\d+)((?:[*/]\d+)?)$/i;

/** True where a cell takes its figure from another sheet. */
export function isLink(book: Book, sheet: number, row: number, column: number): boolean {
  return LINK.test(book.evaluator.formula(sheet, row, column) ?? '');
}

/**
 * A summary takes its central money from the sheet of each programme; its local money then comes from the same row
 * there: `=DTTS!D13/1000` → `=DTTS!E13/1000`. `null` where that sheet pairs no local column with the central one.
 */
export function linkedFormula(book: Book, tables: readonly Table[], central: string): string | null {
  const [, prefix = '', dollar = '', letters = '', row = '', scale = ''] = LINK.exec(central) ?? [];
  const name = prefix.slice(0, -1).replace(/^'|'$/g, '').replace(/''/g, "'");
  const sheet = book.snapshot.sheets.findIndex((one) => one.name.toLowerCase() === name.toLowerCase());
  const line = Number(row.replace('$', ''));
  for (const table of tables.filter((one) => one.sheet === sheet)) {
    if (!table.rows.some((one) => one.row === line)) continue;
    const pair = counterpartPairs(table).find((one) => one.central.column === columnNumber(letters));
    if (pair) return `=${prefix}${dollar}${columnName(pair.local.column)}${row}${scale}`;
  }
  return null;
}
