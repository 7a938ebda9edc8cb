import { Decimal } from '../../amount/index.js';
import { type Receiver, SplitError, type SplitPart, split } from '../../funding/index.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress, columnName } from '../../snapshot/index.js';
import { isBlank, Plan } from '../target.js';
import type { DivideOption, Fill, FillContext } from '../types.js';
import { pointsFormula, type Weighed, weigh } from './weigh.js';

/**
 * A sum divided over the rows of a table by a column of weights or points (Vk = Q × Xk / ΣX), by the criteria and
 * coefficients of a decision on allocation, or equally, so that the parts add up to the last step. The policy for what
 * rounding leaves over is named by the caller.
 */
export const divide: Fill = {
  code: 'divide',
  plan(context) {
    const plan = new Plan(context.book, 'divide');
    const { divide: wish } = context.options;
    if (!wish) return plan;
    const columnOf = (table: Table) => table.columns.find(({ column }) => columnName(column) === wish.into);
    const tables = context.tables.filter(columnOf);
    for (const table of tables) divideTable(context, table, columnOf(table)!, wish, plan);
    const [first] = context.tables;
    if (tables.length === 0 && first) plan.refuse('no-into-column', first.sheet, null, { column: wish.into });
    return plan;
  },
};

function divideTable(
  context: FillContext,
  table: Table,
  into: TableColumn,
  wish: DivideOption,
  plan: Plan,
): void {
  const { book, options } = context;
  const grand = totalRow(table);
  const total = wish.total ?? (grand ? figure(context, table, grand.row, into.column) : null);
  const weighed = weigh(book, table, into, wish, total, plan);
  if (weighed === null) return;
  if (total === null || weighed.length === 0) {
    plan.refuse('nothing-to-divide', table.sheet, grand ? cellAddress(grand.row, into.column) : null);
    return;
  }
  const blocked = weighed.find(
    ({ row }) => !options.overwrite && !isBlank(book, table.sheet, row.row, into.column),
  );
  if (blocked) {
    plan.refuse('not-blank', table.sheet, cellAddress(blocked.row.row, into.column));
    return;
  }
  const written = writePoints(context, table, into, wish, weighed, plan);
  const parts = partsOf(table, wish, total, weighed, plan);
  const weights = weighed.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0)).toFixed();
  parts?.forEach((part, i) => {
    const { row, facts, law, weight, addition } = weighed[i]!;
    plan.propose({
      sheet: table.sheet,
      row: row.row,
      column: into.column,
      after: { kind: 'number', value: new Decimal(part.amount).plus(addition).toFixed() },
      facts: {
        ...facts,
        total,
        weight,
        weights,
        addition,
        policy: wish.policy,
        pointsIn: written.get(row.row) ?? null,
        ...proofFacts(part),
      },
      law,
    });
  });
}

function proofFacts({ amount, proof }: SplitPart) {
  return {
    amount,
    quota: proof.quota,
    quotaDecimal: proof.quotaDecimal,
    floor: proof.floor,
    remainder: proof.remainder,
    extraStep: proof.extraStep,
    tiedWith: [...proof.tiedWith],
  };
}

/** What is settled beforehand is taken off; the rest is shared by weight. */
function partsOf(
  table: Table,
  { step, policy }: DivideOption,
  total: string,
  weighed: readonly Weighed[],
  plan: Plan,
): readonly SplitPart[] | null {
  const settled = weighed.reduce((sum, { addition }) => sum.plus(addition), new Decimal(0));
  const receivers = weighed.map(({ row, weight }): Receiver => ({ name: String(row.row), weight }));
  try {
    return split({ total: new Decimal(total).minus(settled).toFixed(), step, policy, receivers }).parts;
  } catch (error) {
    if (!(error instanceof SplitError)) throw error;
    plan.refuse('cannot-divide', table.sheet, null, { reason: error.in('vi'), reasonEn: error.in('en') });
    return null;
  }
}

/** The points in a column of their own, as a live formula where they are so much for each unit; where they stand by row. */
function writePoints(
  { book, options }: FillContext,
  table: Table,
  into: TableColumn,
  wish: DivideOption,
  weighed: readonly Weighed[],
  plan: Plan,
): ReadonlyMap<number, string> {
  const written = new Map<number, string>();
  if (wish.by !== 'criteria' || !wish.pointsInto) return written;
  const points = table.columns.find(({ column }) => columnName(column) === wish.pointsInto);
  if (!points) {
    plan.refuse('no-into-column', table.sheet, null, { column: wish.pointsInto });
    return written;
  }
  for (const { row, weight, facts, law } of weighed) {
    if (!options.overwrite && !isBlank(book, table.sheet, row.row, points.column)) continue;
    written.set(row.row, cellAddress(row.row, points.column));
    const formula = pointsFormula(table, wish, into, row.row);
    plan.propose({
      sheet: table.sheet,
      row: row.row,
      column: points.column,
      after:
        formula === null ? { kind: 'number', value: weight } : { kind: 'formula', formula, cached: null },
      facts: { ...facts, pointsOnly: true },
      law,
    });
  }
  return written;
}

function figure({ book }: FillContext, table: Table, row: number, column: number): string | null {
  const value = book.evaluator.value(table.sheet, row, column);
  return value.kind === 'number' ? value.value.toFixed() : null;
}

/** The grand total; where nothing adds up yet, the one row that calls itself a total. */
function totalRow(table: Table): TableRow | undefined {
  const named = table.rows.filter((row) => row.kind === 'subtotal');
  return table.rows.find((row) => row.kind === 'grand-total') ?? (named.length === 1 ? named[0] : undefined);
}
