import type { Table, TableColumn } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/index.js';
import type { CounterpartPair } from '../counterpart/pairs.js';
import { counterpartPairs } from '../counterpart/pairs.js';
import { type Ratio, ratioFor, ratiosOf } from '../counterpart/ratio.js';
import { leafRows } from '../leaves.js';
import { inPercent } from '../percent.js';
import { additions } from '../shares/groups.js';
import { feeds, isBlank, type Plan, typedDecimals } from '../target.js';
import type { FillContext } from '../types.js';

/**
 * A total of which neither the central nor the local part is known, while the counterpart ratio is: the most central
 * money that the rest answers, rounded down, and the rest local. Other sources stay as they are.
 *
 * @param stated totals of which the sheet itself says how they are divided
 */
export function fillByRule(
  context: FillContext,
  table: Table,
  stated: ReadonlySet<TableColumn>,
  plan: Plan,
): void {
  const pairs = counterpartPairs(table);
  const leaves = leafRows(table).map(({ row }) => row);
  const isOpen = ({ column }: TableColumn) =>
    leaves.every((row) => isBlank(context.book, table.sheet, row, column));
  for (const { base, parts } of additions(table)) {
    const pair = pairs.find(({ local, central }) => parts.includes(local) && parts.includes(central));
    if (!pair || stated.has(base) || !isOpen(pair.local) || !isOpen(pair.central)) continue;
    const ratio = ratioFor(ratiosOf(context, table), pair.local);
    const others = parts.filter((column) => column !== pair.local && column !== pair.central);
    // Beside another blank source nobody can tell what is left for these two.
    if (!ratio || others.some(isOpen)) continue;
    for (const row of leaves) planRow(context, table, { pair, base, others, ratio }, row, plan);
  }
}

interface Shared {
  readonly pair: CounterpartPair;
  readonly base: TableColumn;
  readonly others: readonly TableColumn[];
  readonly ratio: Ratio;
}

function planRow(
  { book }: FillContext,
  table: Table,
  { pair: { central, local }, base, others, ratio }: Shared,
  row: number,
  plan: Plan,
): void {
  const at = ({ column }: TableColumn) => cellAddress(row, column);
  const figureOf = ({ column }: TableColumn) => book.evaluator.value(table.sheet, row, column);
  const total = figureOf(base);
  if (total.kind !== 'number' || !total.value.gt(0)) return;
  const loop = [central, local].find(({ column }) =>
    feeds(book, table.sheet, [row, column], [row, base.column]),
  );
  if (loop) {
    plan.refuse('circular', table.sheet, at(loop), { by: at(base) });
    return;
  }
  const rest = others.reduce((left, column) => {
    const value = figureOf(column);
    return value.kind === 'number' ? left.minus(value.value) : left;
  }, total.value);
  if (rest.lt(0)) plan.refuse('rest-below-zero', table.sheet, at(central), { rest: rest.toFixed() });
  if (!rest.gt(0)) return;
  const less = others.map((column) =>
    figureOf(column).kind === 'text' ? `-SUM(${at(column)})` : `-${at(column)}`,
  );
  const shared = `${at(base)}${less.join('')}`;
  const decimals = typedDecimals(book, table, base.column);
  const divided = less.length === 0 ? shared : `(${shared})`;
  const facts = { rule: ratio.ratio, of: at(base), statedIn: ratio.statedIn, decimals };
  const write = (column: TableColumn, formula: string, more = {}) =>
    plan.propose({
      sheet: table.sheet,
      row,
      column: column.column,
      after: { kind: 'formula', formula, cached: null },
      facts: { ...facts, ...more },
      law: ratio.law,
    });
  write(central, `=ROUNDDOWN(${divided}/(1+${inPercent(ratio.ratio)}%),${decimals})`);
  write(local, `=${shared}-${at(central)}`, { rest: at(central) });
}
