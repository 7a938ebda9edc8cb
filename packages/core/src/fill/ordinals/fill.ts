import { toRoman } from '../../sheet/ordinals.js';
import type { Table, TableRow } from '../../sheet/types.js';
import { isBlank, Plan } from '../target.js';
import type { Fill, FillContext } from '../types.js';

/** Row labels for a column STT that is blank throughout: `I`, `1`, `a`, `-` by level, beginning anew inside each group. */
export const ordinals: Fill = {
  code: 'ordinals',
  plan(context) {
    const plan = new Plan(context.book, 'ordinals');
    for (const table of context.tables) fillTable(context, table, plan);
    return plan;
  },
};

const isTotal = (row: TableRow) => row.kind === 'grand-total' || row.kind === 'subtotal';

function fillTable({ book }: FillContext, table: Table, plan: Plan): void {
  const column = table.columns.find((one) => one.role === 'ordinal')?.column;
  if (column === undefined) return;
  const rows = table.rows.filter((row) => !isTotal(row) && row.kind !== 'of-which' && row.title !== '');
  if (!rows.every((row) => isBlank(book, table.sheet, row.row, column))) return;
  const byRow = new Map(table.rows.map((row) => [row.row, row]));
  const depthOf = (row: TableRow): number => {
    const parent = row.parent === null ? undefined : byRow.get(row.parent);
    return parent && !isTotal(parent) ? 1 + depthOf(parent) : 0;
  };
  const nested = rows.some((row) => depthOf(row) > 0);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const depth = depthOf(row);
    const group = `${depth}:${depth === 0 ? '' : row.parent}`;
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    const label = labelOf(depth + (nested ? 0 : 1), count);
    plan.propose({
      sheet: table.sheet,
      row: row.row,
      column,
      after: /^\d+$/.test(label) ? { kind: 'number', value: label } : { kind: 'text', text: label },
      facts: { reason: row.title },
    });
  }
}

function labelOf(depth: number, count: number): string {
  if (depth === 0) return toRoman(count);
  if (depth === 1) return String(count);
  return depth === 2 && count <= 26 ? String.fromCharCode(96 + count) : '-';
}
