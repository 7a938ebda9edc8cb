import type { Table, TableRow } from '../sheet/types.js';
import { columnName, parseAddress } from '../snapshot/address.js';
import type { FindingData } from './types.js';

/** FNV-1a over UTF-16 units with two seeds: short, stable, and not meant to keep secrets. */
function shortHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
  }
  const hex = (part: number) => (part >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b ^ (b >>> 16));
}

function tableOf(tables: readonly Table[], sheet: string, row: number, column: number): Table | undefined {
  return tables.find(
    ({ sheetName, range }) =>
      sheetName === sheet &&
      row >= range.top &&
      row <= range.bottom &&
      column >= range.left &&
      column <= range.right,
  );
}

/** Finds rows of a table by number; made once for each table. */
const rowMaps = new WeakMap<Table, ReadonlyMap<number, TableRow>>();
export function rowsByNumber(table: Table): ReadonlyMap<number, TableRow> {
  const known = rowMaps.get(table);
  if (known) return known;
  const rows = new Map(table.rows.map((row) => [row.row, row]));
  rowMaps.set(table, rows);
  return rows;
}

function titlePath(table: Table, row: number): string {
  const rows = rowsByNumber(table);
  const titles: string[] = [];
  const seen = new Set<number>();
  for (
    let at = rows.get(row);
    at && !seen.has(at.row);
    at = at.parent === null ? undefined : rows.get(at.parent)
  ) {
    seen.add(at.row);
    titles.push(at.title);
  }
  return titles.join('<');
}

/** What identifies the place of a finding when rows have moved: titles and headers, not numbers. */
function contextOf(finding: FindingData, tables: readonly Table[]): string {
  const place = parseAddress(finding.cell);
  const table = place && tableOf(tables, finding.sheet, place.row, place.column);
  if (!place || !table) return finding.cell;
  const column = table.columns.find((candidate) => candidate.column === place.column);
  const header =
    column && column.headerPath.length > 0 ? column.headerPath.join('>') : columnName(place.column);
  const titles = titlePath(table, place.row);
  return `${titles || `row${place.row - table.range.top}`}|${header}`;
}

/**
 * Keys of findings, in their order. A key is made of the code, the sheet, the titles down to the row and the
 * headers down to the column, so that it survives rows that are inserted above. Twins are told apart by their order.
 */
export function findingKeys(findings: readonly FindingData[], tables: readonly Table[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const text = `${finding.code}|${finding.sheet}|${contextOf(finding, tables)}`;
    const twin = seen.get(text) ?? 0;
    seen.set(text, twin + 1);
    return shortHash(twin === 0 ? text : `${text}|${twin}`);
  });
}
