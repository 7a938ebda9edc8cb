import { type Receiver, SplitError, split } from '../../funding/index.js';
import type { Table, TableRow } from '../../sheet/types.js';
import { cellAddress, columnName } from '../../snapshot/index.js';
import { leafRows } from '../leaves.js';
import { isBlank, Plan } from '../target.js';
import type { DivideOption, Fill, FillContext } from '../types.js';

/**
 * A sum divided over the rows of a table by a column of weights or points (Vk = Q × Xk / ΣX), or equally, so that the
 * parts add up to the last step. The policy for what rounding leaves over is named by the caller.
 */
export const divide: Fill = {
  code: 'divide',
  plan(context) {
    const plan = new Plan(context.book, 'divide');
    const { divide: wish } = context.options;
    if (wish) for (const table of context.tables) divideTable(context, table, wish, plan);
    return plan;
  },
};

function divideTable({ book, options }: FillContext, table: Table, wish: DivideOption, plan: Plan): void {
  const into = table.columns.find((column) => columnName(column.column) === wish.into);
  if (!into) return;
  const figure = (row: number, column: number) => {
    const value = book.evaluator.value(table.sheet, row, column);
    return value.kind === 'number' ? value.value.toFixed() : null;
  };
  const weights =
    wish.by === 'equal'
      ? null
      : (table.columns.find((column) => columnName(column.column) === wish.by)?.column ?? null);
  if (wish.by !== 'equal' && weights === null) {
    plan.refuse('no-weight-column', table.sheet, null, { column: wish.by });
    return;
  }
  const rows = leafRows(table).filter((row) => weights === null || figure(row.row, weights) !== null);
  const grand = totalRow(table);
  const total = wish.total ?? (grand ? figure(grand.row, into.column) : null);
  if (total === null || rows.length === 0) {
    plan.refuse('nothing-to-divide', table.sheet, grand ? cellAddress(grand.row, into.column) : null);
    return;
  }
  const blocked = rows.find((row) => !options.overwrite && !isBlank(book, table.sheet, row.row, into.column));
  if (blocked) {
    plan.refuse('not-blank', table.sheet, cellAddress(blocked.row, into.column));
    return;
  }
  const receivers = rows.map(
    (row): Receiver => ({
      name: String(row.row),
      weight: weights === null ? '1' : figure(row.row, weights)!,
    }),
  );
  try {
    const result = split({ total, step: wish.step, policy: wish.policy, receivers });
    result.parts.forEach((part, i) => {
      plan.propose({
        sheet: table.sheet,
        row: rows[i]!.row,
        column: into.column,
        after: { kind: 'number', value: part.amount },
        facts: {
          reason: `${part.proof.quota} → ${part.amount}`,
          quota: part.proof.quota,
          extraStep: part.proof.extraStep,
          policy: wish.policy,
          tiedWith: [...part.proof.tiedWith],
        },
      });
    });
  } catch (error) {
    if (!(error instanceof SplitError)) throw error;
    plan.refuse('cannot-divide', table.sheet, null, {
      reason: error.in('vi'),
      reasonEn: error.in('en'),
    });
  }
}

/** The grand total; where nothing adds up yet, the one row that calls itself a total. */
function totalRow(table: Table): TableRow | undefined {
  const named = table.rows.filter((row) => row.kind === 'subtotal');
  return table.rows.find((row) => row.kind === 'grand-total') ?? (named.length === 1 ? named[0] : undefined);
}
