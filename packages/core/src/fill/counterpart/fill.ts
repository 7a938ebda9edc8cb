import type { Table, TableRow } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/index.js';
import { leafRows } from '../leaves.js';
import { inPercent } from '../percent.js';
import { isBlank, Plan, typedDecimals } from '../target.js';
import type { Fill, FillContext } from '../types.js';
import { isLink, linkedFormula } from './link.js';
import { type CounterpartPair, counterpartPairs } from './pairs.js';
import { ratioFor, ratiosOf } from './ratio.js';

/**
 * The local counterpart of each line: central money times the ratio, rounded up to the sheet's step, as a formula.
 * Only into a local column that is blank throughout: a filled one may rightly leave lines out.
 */
export const counterpart: Fill = {
  code: 'counterpart',
  plan(context) {
    const plan = new Plan(context.book, 'counterpart');
    for (const table of context.tables) fillTable(context, table, plan);
    return plan;
  },
};

function fillTable(context: FillContext, table: Table, plan: Plan): void {
  const { book } = context;
  const leaves = leafRows(table);
  for (const pair of counterpartPairs(table)) {
    const { local, central } = pair;
    if (!leaves.every((row) => isBlank(book, table.sheet, row.row, local.column))) continue;
    if (totalsStand(context, table, local.column, leaves)) continue;
    const linked = leaves.filter(({ row }) => isLink(book, table.sheet, row, central.column));
    fillLinks(context, table, pair, linked, plan);
    const rows = leaves.filter((row) => !linked.includes(row)).map(({ row }) => row);
    if (rows.length > 0) fillByRatio(context, table, pair, rows, plan);
  }
}

/** A summary's local money comes from where its central money comes from. */
function fillLinks(
  { book, tables }: FillContext,
  table: Table,
  { local, central }: CounterpartPair,
  rows: readonly TableRow[],
  plan: Plan,
): void {
  for (const { row } of rows) {
    const from = book.evaluator.formula(table.sheet, row, central.column)!;
    const formula = linkedFormula(book, tables, from);
    const cell = cellAddress(row, local.column);
    if (formula === null) plan.refuse('linked-central', table.sheet, cell, { formula: `=${from}` });
    else
      plan.propose({
        sheet: table.sheet,
        row,
        column: local.column,
        after: { kind: 'formula', formula, cached: null },
        facts: { linked: cellAddress(row, central.column) },
      });
  }
}

/** Central money times the ratio, rounded up to the sheet's step. */
function fillByRatio(
  context: FillContext,
  table: Table,
  { local, central }: CounterpartPair,
  rows: readonly number[],
  plan: Plan,
): void {
  const ratio = ratioFor(ratiosOf(context, table), local);
  if (!ratio) {
    const header = local.headerCell?.row ?? table.headerRange.top;
    plan.refuse('ratio-unknown', table.sheet, cellAddress(header, local.column));
    return;
  }
  const decimals = typedDecimals(context.book, table, central.column, rows);
  for (const row of rows) {
    const value = context.book.evaluator.value(table.sheet, row, central.column);
    if (value.kind !== 'number' || !value.value.gt(0)) continue;
    const from = cellAddress(row, central.column);
    plan.propose({
      sheet: table.sheet,
      row,
      column: local.column,
      after: {
        kind: 'formula',
        formula: `=ROUNDUP(${from}*${inPercent(ratio.ratio)}%,${decimals})`,
        cached: null,
      },
      facts: { ratio: ratio.ratio, central: from, statedIn: ratio.statedIn, decimals },
      law: ratio.law,
    });
  }
}

/** True where the totals were typed: then the local money is what they leave, whatever the ratio. */
function totalsStand(
  { book }: FillContext,
  table: Table,
  local: number,
  leaves: readonly TableRow[],
): boolean {
  const wholes = [...table.sums, ...(table.proposals ?? [])]
    .filter((sum) => sum.axis === 'row' && sum.complete && sum.parts.some((part) => part.line === local))
    .map((sum) => sum.whole);
  const typed = (row: number, column: number) =>
    book.evaluator.value(table.sheet, row, column).kind === 'number' &&
    book.evaluator.formula(table.sheet, row, column) === null;
  return wholes.some((whole) => {
    const filled = leaves.filter(({ row }) => !isBlank(book, table.sheet, row, whole));
    return filled.length > 0 && filled.every(({ row }) => typed(row, whole));
  });
}
