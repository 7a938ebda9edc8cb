import type { Table, TableRow } from '../../sheet/types.js';

interface RowLookup {
  readonly byNumber: ReadonlyMap<number, TableRow>;
  readonly children: ReadonlyMap<number | null, readonly TableRow[]>;
  /** Rows that are the whole of a sum down a column. */
  readonly wholes: ReadonlySet<number>;
}

const lookups = new WeakMap<Table, RowLookup>();

/** Rows of a table by number and by parent, made once for each table. */
export function rowLookup(table: Table): RowLookup {
  const known = lookups.get(table);
  if (known) return known;
  const children = new Map<number | null, TableRow[]>();
  for (const row of table.rows) {
    const list = children.get(row.parent);
    if (list) list.push(row);
    else children.set(row.parent, [row]);
  }
  const wholes = new Set<number>();
  for (const sum of table.sums) if (sum.axis === 'column' && sum.kind !== 'of-which') wholes.add(sum.whole);
  const lookup = { byNumber: new Map(table.rows.map((row) => [row.row, row])), children, wholes };
  lookups.set(table, lookup);
  return lookup;
}

/** The rows above a row in the hierarchy, the nearest first. */
export function ancestorsOf(table: Table, row: TableRow): TableRow[] {
  const { byNumber } = rowLookup(table);
  const above: TableRow[] = [];
  const seen = new Set<number>([row.row]);
  for (let at = row.parent; at !== null && !seen.has(at); ) {
    seen.add(at);
    const parent = byNumber.get(at);
    if (!parent) break;
    above.push(parent);
    at = parent.parent;
  }
  return above;
}

/** The programme under which a row stands: a programme row above it, else the table's. Its own title has no say. */
export function programmeAround(table: Table, row: TableRow): string | null {
  for (const above of ancestorsOf(table, row)) {
    if (above.kind === 'programme' && above.own.programme !== null) return above.own.programme;
  }
  return table.dimensions.programme;
}

/** True for a row whose figures are no sum of other rows: a project without sub-projects, a work, a place. */
export function isLeaf(table: Table, row: TableRow): boolean {
  if (row.kind === 'grand-total' || row.kind === 'subtotal' || row.kind === 'of-which') return false;
  const { wholes, children } = rowLookup(table);
  return (
    !wholes.has(row.row) &&
    !(children.get(row.row) ?? []).some((child) => child.kind !== 'of-which' && child.hasMoney)
  );
}
