import { counterpartRatio } from '../../funding/index.js';
import type { LawReference } from '../../report/types.js';
import type { CounterpartRules } from '../../rules/types.js';
import type { Capital, Table, TableColumn } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/index.js';
import { leafRows } from '../leaves.js';
import { isBlank, Plan } from '../target.js';
import type { Fill, FillContext } from '../types.js';

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

interface Ratio {
  readonly ratio: string;
  readonly capital: Capital;
  readonly statedIn: string | null;
  readonly law: readonly LawReference[];
}

function ratiosOf({ options, rules }: FillContext, table: Table): Ratio[] {
  if (options.match.length > 0)
    return options.match.map(({ ratio, capital }) => ({ ratio, capital, statedIn: null, law: [] }));
  const stated = table.statedMatches.map(({ ratio, capital, cell }) => ({
    ratio,
    capital,
    statedIn: cellAddress(cell.row, cell.column),
    law: [],
  }));
  return stated.length > 0
    ? stated
    : ratioByLaw(options.supportRate, options.asOf, rules.counterpart ?? [], table);
}

/** The band of the programme's own decision for the support rate given. */
function ratioByLaw(
  supportRate: string | null,
  asOf: string | null,
  rules: readonly CounterpartRules[],
  table: Table,
): Ratio[] {
  const { programme, year } = table.dimensions;
  if (supportRate === null || programme === null || year === null) return [];
  const answer = counterpartRatio(rules, {
    programme,
    year,
    supportRate,
    ...(asOf === null ? {} : { asOf }),
  });
  return answer.kind === 'known'
    ? [{ ratio: answer.ratio, capital: 'all', statedIn: null, law: answer.law }]
    : [];
}

function fillTable(context: FillContext, table: Table, plan: Plan): void {
  const { book } = context;
  const leaves = leafRows(table);
  for (const local of table.columns.filter(
    (column) => column.role === 'amount' && column.effective.source === 'local',
  )) {
    if (!leaves.every((row) => isBlank(book, table.sheet, row.row, local.column))) continue;
    const central = centralOf(table, local);
    if (!central) continue;
    const ratio = ratioFor(ratiosOf(context, table), local);
    if (!ratio) {
      plan.refuse(
        'ratio-unknown',
        table.sheet,
        cellAddress(local.headerCell?.row ?? table.headerRange.top, local.column),
      );
      continue;
    }
    const decimals = decimalsOf(
      context,
      table,
      leaves.map((row) => row.row),
      central,
    );
    for (const { row } of leaves) {
      const value = book.evaluator.value(table.sheet, row, central.column);
      if (value.kind !== 'number' || !value.value.isPositive() || value.value.isZero()) continue;
      plan.propose({
        sheet: table.sheet,
        row,
        column: local.column,
        after: {
          kind: 'formula',
          formula: `=ROUNDUP(${cellAddress(row, central.column)}*${percent(ratio.ratio)},${decimals})`,
          cached: null,
        },
        facts: {
          ratio: ratio.ratio,
          central: cellAddress(row, central.column),
          statedIn: ratio.statedIn,
          decimals,
        },
        law: ratio.law,
      });
    }
  }
}

/** The central column that this local column answers: all else alike. */
function centralOf(table: Table, local: TableColumn): TableColumn | null {
  const keys = ['capital', 'year', 'stage', 'place', 'node'] as const;
  const found = table.columns.filter(
    (column) =>
      column.role === 'amount' &&
      column.effective.source === 'central' &&
      keys.every((key) => column.effective[key] === local.effective[key]),
  );
  if (found.length === 1) return found[0]!;
  const only = table.columns.filter(
    (column) => column.role === 'amount' && column.effective.source === 'central',
  );
  const locals = table.columns.filter(
    (column) => column.role === 'amount' && column.effective.source === 'local',
  );
  return only.length === 1 && locals.length === 1 ? only[0]! : null;
}

function ratioFor(ratios: readonly Ratio[], local: TableColumn): Ratio | null {
  const capital = local.effective.capital ?? 'all';
  return (
    ratios.find((ratio) => ratio.capital === capital) ??
    ratios.find((ratio) => ratio.capital === 'all') ??
    null
  );
}

/** `0.15` → `15%`, by moving the point. */
function percent(ratio: string): string {
  const [whole = '0', fraction = ''] = ratio.split('.');
  const digits = fraction.padEnd(2, '0');
  const shown = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = digits.slice(2).replace(/0+$/, '');
  return `${shown}${rest === '' ? '' : `.${rest}`}%`;
}

/** The sheet's step: the finest decimal typed in the central column. */
function decimalsOf(
  { book }: FillContext,
  table: Table,
  rows: readonly number[],
  central: TableColumn,
): number {
  let decimals = 0;
  for (const row of rows) {
    const value = book.evaluator.value(table.sheet, row, central.column);
    if (value.kind === 'number') decimals = Math.max(decimals, Math.min(value.value.decimalPlaces(), 6));
  }
  return decimals;
}
