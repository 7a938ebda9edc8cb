import type { Capital, Source, Table, TableColumn } from '../../sheet/types.js';

/** Central and local money that stand beside each other: same year, same stage, same kind of capital. */
export interface MatchColumns {
  readonly central: readonly TableColumn[];
  readonly local: readonly TableColumn[];
  /** True where of the local money only the province's share stands here. */
  readonly provinceOnly: boolean;
}

const LOCAL_PARTS: readonly Source[] = ['province', 'district', 'commune'];
const PLANNED = [null, 'plan', 'after'];

/** Column totals over both kinds of capital, or the kinds side by side; never both. */
function ofSource(columns: readonly TableColumn[], source: Source, capital: Capital): TableColumn[] {
  const mine = columns.filter((column) => column.effective.source === source);
  if (capital !== 'all') return mine.filter((column) => column.effective.capital === capital);
  const whole = mine.filter(
    (column) => column.effective.capital === null || column.effective.capital === 'all',
  );
  return whole.length > 0 ? whole : mine;
}

/** Local money: its own total column, else the levels that make it up. */
function localColumns(
  columns: readonly TableColumn[],
  capital: Capital,
): { local: TableColumn[]; provinceOnly: boolean } {
  const total = ofSource(columns, 'local', capital);
  if (total.length > 0) return { local: total, provinceOnly: false };
  const levels = LOCAL_PARTS.map((source) => ofSource(columns, source, capital));
  const local = levels.flat();
  return { local, provinceOnly: local.length > 0 && levels[0]?.length === local.length };
}

/** Columns that only tell a part of another one of the same source: "NSTW: cộng, trong đó ODA". */
function subsetColumns(table: Table): ReadonlySet<number> {
  const byColumn = new Map(table.columns.map((column) => [column.column, column]));
  const subsets = new Set<number>();
  for (const sum of table.sums) {
    const whole = sum.axis === 'row' ? byColumn.get(sum.whole) : undefined;
    if (!whole) continue;
    for (const { line } of sum.parts) {
      const part = byColumn.get(line);
      if (
        part?.effective.source === whole.effective.source &&
        part?.effective.capital === whole.effective.capital
      ) {
        subsets.add(line);
      }
    }
  }
  for (const column of table.columns) {
    const last = column.headerPath.at(-1) ?? '';
    const twin = table.columns.some(
      (other) =>
        other !== column &&
        other.effective.source === column.effective.source &&
        other.effective.capital === column.effective.capital,
    );
    if (twin && /^(?:trong đó|tr\.? ?đó|tđ)/i.test(last)) subsets.add(column.column);
  }
  return subsets;
}

/**
 * The pairs of central and local money on which a ratio for this kind of capital can be judged, one for each year
 * and stage. `[]` where the table does not show both.
 */
export function matchColumns(table: Table, capital: Capital): MatchColumns[] {
  const subsets = subsetColumns(table);
  const amounts = table.columns.filter(
    (column) =>
      column.role === 'amount' && PLANNED.includes(column.effective.stage) && !subsets.has(column.column),
  );
  const groups = new Map<string, TableColumn[]>();
  for (const column of amounts) {
    const key = `${column.effective.year ?? ''}/${column.effective.stage ?? ''}/${column.effective.node ?? ''}/${column.effective.place ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(column);
    else groups.set(key, [column]);
  }
  const found: MatchColumns[] = [];
  for (const group of groups.values()) {
    const central = ofSource(group, 'central', capital);
    const { local, provinceOnly } = localColumns(group, capital);
    if (central.length > 0 && local.length > 0) found.push({ central, local, provinceOnly });
  }
  return found;
}
