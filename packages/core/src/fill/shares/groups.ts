import { Decimal } from '../../amount/index.js';
import type { SumRelation, Table, TableColumn } from '../../sheet/types.js';
import type { ShareRatio } from '../types.js';

/** A column that receives a share; `null` where the share falls to columns that no ratio names. */
export interface ShareReceiver {
  readonly column: TableColumn | null;
  readonly ratio: Decimal;
}

/** Columns that share what stands in another one. */
export interface ShareGroup {
  readonly base: TableColumn;
  /** In the order of the sheet; where `closed`, the ratios add up to 1. */
  readonly receivers: readonly ShareReceiver[];
  /** Columns that add to the same base and bear no ratio. */
  readonly others: readonly TableColumn[];
  /** True where the receivers and the others make up the base. */
  readonly closed: boolean;
}

/** What a ratio may name of a column: its source, or its kind of capital. */
export type ShareKey = (column: TableColumn) => string | null;

/** Sums across a row, with their columns, in which nothing is taken away. */
export function additions(table: Table): { readonly base: TableColumn; readonly parts: TableColumn[] }[] {
  const at = new Map(table.columns.map((column) => [column.column, column]));
  const sums = [...table.sums, ...(table.proposals ?? [])].filter(
    (sum: SumRelation) => sum.axis === 'row' && sum.complete && sum.parts.every((part) => part.sign === 1),
  );
  return sums.flatMap((sum) => {
    const base = at.get(sum.whole);
    const parts = sum.parts.flatMap((part) => at.get(part.line) ?? []).sort((a, b) => a.column - b.column);
    return base && parts.length === sum.parts.length ? [{ base, parts }] : [];
  });
}

/** The groups that the ratios make in this table; a ratio that no sum of columns shows stands alone. */
export function shareGroups(table: Table, ratios: readonly ShareRatio[], keyOf: ShareKey): ShareGroup[] {
  const groups = additions(table).flatMap(({ base, parts }) => {
    const ratioOf = (column: TableColumn) =>
      ratios.find((one) => one.of === base.effective.source && one.receiver === keyOf(column));
    const named = parts.filter(ratioOf);
    const keys = new Set(named.map(keyOf));
    if (named.length === 0 || keys.size < named.length || keys.has(keyOf(base))) return [];
    return [groupOf(base, parts, (column) => ratioOf(column)?.ratio ?? null)];
  });
  const taken = new Set(
    groups.flatMap(({ receivers }) => receivers.map(({ column }) => column && keyOf(column))),
  );
  return [
    ...groups,
    ...ratios.filter((one) => !taken.has(one.receiver)).flatMap((one) => aloneGroups(table, one, keyOf)),
  ];
}

/** A group over columns of which some bear a ratio; the rest falls to those that bear none. */
export function groupOf(
  base: TableColumn,
  parts: readonly TableColumn[],
  ratioOf: (column: TableColumn) => string | null,
): ShareGroup {
  const receivers: ShareReceiver[] = parts.flatMap((column) => {
    const ratio = ratioOf(column);
    return ratio === null ? [] : [{ column, ratio: new Decimal(ratio) }];
  });
  return { base, receivers, others: parts.filter((column) => ratioOf(column) === null), closed: true };
}

/** "Ngân sách xã bằng 10% NSTW": a column beside the one that it is measured by. */
function aloneGroups(table: Table, { receiver, ratio, of }: ShareRatio, keyOf: ShareKey): ShareGroup[] {
  const amounts = table.columns.filter((column) => column.role === 'amount');
  return amounts
    .filter((column) => keyOf(column) === receiver)
    .flatMap((column) => {
      const bases = amounts.filter(
        (base) => base !== column && base.effective.source === of && alike(base, column, keyOf),
      );
      return bases.length === 1
        ? [{ base: bases[0]!, receivers: [{ column, ratio: new Decimal(ratio) }], others: [], closed: false }]
        : [];
    });
}

function alike(base: TableColumn, column: TableColumn, keyOf: ShareKey): boolean {
  const keys = ['source', 'capital', 'year', 'stage', 'place', 'node'] as const;
  return keys.every(
    (key) => base.effective[key] === column.effective[key] || keyOf(column) === column.effective[key],
  );
}

/** The ratios of a group, in sum. */
export function sumOfRatios({ receivers }: ShareGroup): Decimal {
  return receivers.reduce((sum, { ratio }) => sum.plus(ratio), new Decimal(0));
}
