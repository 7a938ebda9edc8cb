import type { Table, TableColumn } from '../../sheet/types.js';

/** A local column and the central one that it answers. */
export interface CounterpartPair {
  readonly local: TableColumn;
  readonly central: TableColumn;
}

/** Local columns with the central column of the same capital, year, stage, place and node. */
export function counterpartPairs(table: Table): CounterpartPair[] {
  const of = (source: 'central' | 'local') =>
    table.columns.filter((column) => column.role === 'amount' && column.effective.source === source);
  const centrals = of('central').filter((column, _, all) => !isSubset(table, column, all));
  const locals = of('local');
  return locals.flatMap((local) => {
    const alike = centrals.filter((central) => sameButSource(central, local));
    if (alike.length === 1) return [{ local, central: alike[0]! }];
    return centrals.length === 1 && locals.length === 1 ? [{ local, central: centrals[0]! }] : [];
  });
}

/** "Trong đó: vốn nước ngoài" beside the central money that it is a part of. */
function isSubset(table: Table, column: TableColumn, centrals: readonly TableColumn[]): boolean {
  return table.sums.some(
    (sum) =>
      sum.axis === 'row' &&
      sum.parts.some((part) => part.line === column.column) &&
      centrals.some((central) => central.column === sum.whole),
  );
}

function sameButSource(central: TableColumn, local: TableColumn): boolean {
  const keys = ['capital', 'year', 'stage', 'place', 'node'] as const;
  return keys.every((key) => central.effective[key] === local.effective[key]);
}
