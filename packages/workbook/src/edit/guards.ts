import { type Area, parseAddress, parseArea } from '@ctmtqg/core';
import type { Package } from '../parts/package.js';
import { Ns } from '../xml/namespaces.js';

/** Header row of an Excel table: its texts are the names of the columns, kept in another part. */
export interface TableHeader {
  readonly table: string;
  readonly area: Area;
}

/** Header rows of the tables of a sheet. */
export function tableHeaders(pack: Package, sheet: string): TableHeader[] {
  const headers: TableHeader[] = [];
  for (const rel of pack.relationships(sheet)) {
    if (rel.kind !== 'table' || rel.external || !pack.has(rel.target)) continue;
    const xml = pack.scan(rel.target);
    xml.root('table', Ns.main);
    const area = parseArea(xml.attribute('ref') ?? '');
    const count = Number(xml.attribute('headerRowCount') ?? 1);
    const table = xml.attribute('displayName') ?? xml.attribute('name') ?? '';
    if (area && count > 0) headers.push({ table, area: { ...area, bottom: area.top + count - 1 } });
  }
  return headers;
}

/** Cells of a sheet that have a threaded comment, by row and column. */
export function threadedCells(pack: Package, sheet: string): { row: number; column: number }[] {
  const cells: { row: number; column: number }[] = [];
  for (const rel of pack.relationships(sheet)) {
    if (rel.kind !== 'threadedComment' || rel.external || !pack.has(rel.target)) continue;
    const xml = pack.scan(rel.target);
    const root = xml.root('ThreadedComments', Ns.threadedComments);
    while (xml.nextIn(root)) {
      const at = parseAddress(xml.attribute('ref') ?? '');
      if (at) cells.push(at);
    }
  }
  return cells;
}
