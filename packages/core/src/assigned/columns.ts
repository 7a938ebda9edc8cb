import { type Role, roleOf } from '../sheet/money-roles.js';
import type { Stage, Table, TableColumn, TableRow } from '../sheet/types.js';
import { signatureKey } from './keys.js';
import { DIVIDED_STAGES, type Signature } from './types.js';

/** Role of a column by its nearest header text that names one. */
export function columnRole({ headerPath }: TableColumn): Role | null {
  for (let i = headerPath.length - 1; i >= 0; i--) {
    const role = roleOf(headerPath[i] ?? '');
    if (role !== null) return role;
  }
  return null;
}

/** Role of a row by its title; a title that names a node of a programme is that node. */
export function rowRole(row: TableRow): Role | null {
  if (row.own.node !== null) return null;
  return roleOf(row.title);
}

/** The columns whose money is given out: no change, no remainder, nothing merely told of a part of another. */
export function dividedColumns(table: Table, stand: 'now' | 'before' = 'now'): TableColumn[] {
  const amounts = table.columns.filter(
    (column) => column.role === 'amount' && DIVIDED_STAGES.includes(column.effective.stage),
  );
  const given = amounts.filter((column) => columnRole(column) === 'divided');
  const role = amounts.some((column) => columnRole(column) === 'assigned') && given.length > 0;
  const stages = new Set<Stage | null>(amounts.map((column) => column.effective.stage));
  return amounts.filter((column) => {
    if (role && columnRole(column) === 'assigned') return false;
    if (stand === 'before') return column.effective.stage === 'before';
    if (column.effective.stage === 'before' && stages.has('after')) return false;
    if (column.effective.stage === 'plan' && stages.has('after')) return false;
    return !isPartOfLike(table, column, amounts);
  });
}

/** “NSTW: cộng, trong đó ODA”: a part of a column of the same source and kind. */
function isPartOfLike(table: Table, column: TableColumn, all: readonly TableColumn[]): boolean {
  const alike = (other: TableColumn | undefined) =>
    other !== undefined &&
    other !== column &&
    signatureKey(signatureOf(table, null, other)) === signatureKey(signatureOf(table, null, column)) &&
    other.effective.node === column.effective.node &&
    other.effective.place === column.effective.place;
  const twins = all.filter(alike);
  if (twins.length === 0) return false;
  const isPart = table.sums.some(
    (sum) =>
      sum.axis === 'row' &&
      sum.parts.some(({ line }) => line === column.column) &&
      twins.some((twin) => twin.column === sum.whole),
  );
  return isPart || /^(?:trong đó|tr\.? ?đó|tđ)/i.test(column.headerPath.at(-1) ?? '');
}

/** Whose money a figure is: the row's own word, then the column's, then what stands above the row. */
export function signatureOf(table: Table, row: TableRow | null, column: TableColumn): Signature {
  const nearest = <K extends 'source' | 'capital' | 'year' | 'stage'>(what: K) =>
    row?.own[what] ?? column.own[what] ?? row?.effective[what] ?? column.effective[what];
  const source = nearest('source');
  return {
    // Under a heading that says whose money it is, “Tổng cộng” adds projects, not sources.
    source: source === 'total' && !partsSources(table) ? (table.dimensions.source ?? source) : source,
    capital: nearest('capital'),
    year: nearest('year'),
    stage: nearest('stage') === 'carried-over' ? 'carried-over' : 'plan',
  };
}

/** True where columns of their own say whose money it is, whatever the heading says. */
function partsSources(table: Table): boolean {
  return table.columns.some(
    ({ role, own }) => role === 'amount' && own.source !== null && own.source !== 'total',
  );
}
