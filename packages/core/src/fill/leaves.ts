import type { Table, TableRow } from '../sheet/types.js';

/** Rows that no other row of the table breaks down: the ones in which figures are typed. */
export function leafRows(table: Table): TableRow[] {
  const wholes = new Set<number>();
  for (const sum of [...table.sums, ...(table.proposals ?? [])])
    if (sum.axis === 'column' && sum.complete) wholes.add(sum.whole);
  return table.rows.filter(
    (row) => !wholes.has(row.row) && row.kind !== 'grand-total' && row.kind !== 'subtotal',
  );
}
