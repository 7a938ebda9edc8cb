import type { Evaluator } from '../formula/types.js';
import { inArea } from '../snapshot/index.js';
import type { Table, TableRow } from './types.js';

/** A cell of a summary whose formula takes one cell of another sheet's table, perhaps over a thousand. */
export interface SheetLink {
  readonly row: number;
  readonly column: number;
  readonly partRow: number;
  readonly partColumn: number;
}

/** The links of a summary into other tables; sheets without any formula across sheets cost nothing. */
export function linksOf(
  summary: Table,
  others: readonly Table[],
  evaluator: Evaluator,
): ReadonlyMap<Table, readonly SheetLink[]> {
  const found = new Map<Table, SheetLink[]>();
  if (others.length === 0) return found;
  const amounts = summary.columns.filter((column) => column.role === 'amount').map(({ column }) => column);
  for (const { row } of summary.rows) {
    for (const column of amounts) {
      if (!evaluator.formula(summary.sheet, row, column)?.includes('!')) continue;
      const areas = evaluator.precedents(summary.sheet, row, column);
      const [area] = areas;
      if (!area || areas.length > 1 || area.top !== area.bottom || area.left !== area.right) continue;
      const table = others.find(
        (other) => other.sheet === area.sheet && inArea(other.range, area.top, area.left),
      );
      if (!table) continue;
      const link = { row, column, partRow: area.top, partColumn: area.left };
      found.set(table, [...(found.get(table) ?? []), link]);
    }
  }
  return found;
}

/** What most links of one row, or of one column, say; `null` where they disagree or are too few. */
export function commonTarget(
  links: readonly SheetLink[],
  from: (link: SheetLink) => boolean,
  to: (link: SheetLink) => number,
  fewest: number,
): number | null {
  const votes = new Map<number, number>();
  let all = 0;
  for (const link of links) {
    if (!from(link)) continue;
    all++;
    votes.set(to(link), (votes.get(to(link)) ?? 0) + 1);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= fewest && best[1] * 3 >= all * 2 ? best[0] : null;
}

/** The row of a table that stands for all of it. */
export function grandTotalOf(table: Table): TableRow | null {
  return table.rows.find((row) => row.kind === 'grand-total') ?? null;
}

const FEWEST_TOTALS = 2;

/** True where a summary takes the grand total of sheet after sheet: one row of it for each. */
export function linksGrandTotals(links: ReadonlyMap<Table, readonly SheetLink[]>): boolean {
  const all = [...links].flatMap(([table, own]) => own.map((link) => ({ table, link })));
  const grand = all.filter(({ table, link }) => grandTotalOf(table)?.row === link.partRow).length;
  return grand >= FEWEST_TOTALS && grand * 3 >= all.length * 2;
}

/** Powers of a thousand between two units, as links show them: `=Sheet!D9/1000` gives 0.001. */
const FACTORS = [1, 1e-3, 1e-6, 1e-9, 1e3, 1e6, 1e9];

/** By how much the summary's figures are smaller or larger than those they are taken from; `null` where that varies. */
export function factorOf(
  summary: Table,
  detail: Table,
  links: readonly SheetLink[],
  evaluator: Evaluator,
): number | null {
  const factors = new Set<number>();
  for (const link of links) {
    const whole = evaluator.value(summary.sheet, link.row, link.column);
    const part = evaluator.value(detail.sheet, link.partRow, link.partColumn);
    if (whole.kind !== 'number' || part.kind !== 'number' || part.value.isZero()) continue;
    const ratio = whole.value.div(part.value).toNumber();
    const factor = FACTORS.find((one) => Math.abs(ratio / one - 1) < 0.05);
    if (factor === undefined) return null;
    factors.add(factor);
  }
  const [only] = factors;
  return factors.size === 1 ? only! : null;
}
