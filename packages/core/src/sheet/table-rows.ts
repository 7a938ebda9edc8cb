import type { TreeRow } from './hierarchy.js';
import type { RowSums } from './row-sums.js';
import type { Dimensions, TableRow } from './types.js';

/** The rows of a table with their places in the tree, and what holds for each: its own word, else its parent's. */
export function tableRows(tree: readonly TreeRow[], down: RowSums, table: Dimensions): TableRow[] {
  const parentOf = (row: TreeRow): TreeRow | null => row.parent ?? down.parents.get(row) ?? null;
  const effective = new Map<TreeRow, Dimensions>();
  const inherit = (row: TreeRow, depth: number): Dimensions => {
    const known = effective.get(row);
    if (known) return known;
    const above = parentOf(row);
    const from = above && depth < 64 ? inherit(above, depth + 1) : table;
    const own = row.read.own;
    const merged: Dimensions = {
      programme: own.programme ?? from.programme,
      node: own.node ?? (own.programme !== null && own.programme !== from.programme ? null : from.node),
      place: own.place ?? from.place,
      source: own.source ?? from.source,
      capital: own.capital ?? from.capital,
      year: own.year ?? from.year,
      stage: own.stage ?? from.stage,
      unit: own.unit ?? from.unit,
    };
    effective.set(row, merged);
    return merged;
  };
  const level = (row: TreeRow, depth = 0): number => {
    const above = parentOf(row);
    return above && depth < 64
      ? 1 + level(above, depth + 1)
      : down.grand.has(row) || down.grand.size === 0
        ? 0
        : 1;
  };
  return tree.map((row) => ({
    row: row.read.row,
    kind: down.grand.has(row) ? 'grand-total' : row.read.kind === 'grand-total' ? 'subtotal' : row.read.kind,
    level: level(row),
    ordinal: row.read.ordinalText,
    title: row.read.title,
    titleColumn: row.read.titleColumn,
    parent: parentOf(row)?.read.row ?? null,
    own: row.read.own,
    effective: inherit(row, 0),
    written: row.read.identity.written,
    match: row.read.identity.best,
    hidden: row.read.hidden,
    hasMoney: row.read.hasMoney,
  }));
}
