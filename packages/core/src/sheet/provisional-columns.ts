import type { SumTerm } from '../formula/types.js';
import type { ReadColumn } from './columns.js';
import type { SumRelation } from './types.js';

type Terms = (row: number, column: number) => readonly SumTerm[] | null;

const ROWS_ASKED = 200;

/**
 * Columns of figures whose header says nothing of money: places or units among which a total is divided, a total with
 * a name of its own. They count as amounts until the sums are known; a formula that adds them is proof enough.
 */
export function withProvisionalAmounts(
  columns: readonly ReadColumn[],
  rows: readonly number[],
  terms: Terms,
): ReadColumn[] {
  const added = addedByFormulas(columns, rows, terms);
  return columns.map((entry) => {
    if (entry.settled) return entry;
    const { role, column } = entry.column;
    const figures = entry.profile.numbers > entry.profile.texts;
    const unknown = role === 'other' && entry.profile.numbers > 0;
    const proved =
      figures && role !== 'amount' && role !== 'ordinal' && role !== 'percent' && added.has(column);
    if ((!unknown && !proved) || entry.path.texts.length === 0) return entry;
    const place = entry.path.texts[entry.path.texts.length - 1]!;
    const effective = { ...entry.column.effective, place, source: 'other' as const, capital: 'all' as const };
    return {
      ...entry,
      provisional: true,
      column: { ...entry.column, role: 'amount' as const, own: { ...entry.column.own, place }, effective },
    };
  });
}

/** Columns that lie in what most row formulas of an amount column add. */
function addedByFormulas(
  columns: readonly ReadColumn[],
  rows: readonly number[],
  terms: Terms,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { column } of columns) {
    if (column.role !== 'amount') continue;
    const votes = new Map<number, number>();
    let formulas = 0;
    for (const row of rows.slice(0, ROWS_ASKED)) {
      const across =
        terms(row, column.column)?.filter((term) => term.area.top === row && term.area.bottom === row) ?? [];
      if (across.length === 0) continue;
      formulas++;
      for (const { column: other } of columns) {
        if (across.some((term) => other.column >= term.area.left && other.column <= term.area.right)) {
          votes.set(other.column, (votes.get(other.column) ?? 0) + 1);
        }
      }
    }
    for (const [other, count] of votes)
      if (other !== column.column && formulas >= 2 && count * 3 >= formulas * 2) found.add(other);
  }
  return found;
}

/** Provisional amounts that take part in a sum stay amounts; the others are what their headers made of them. */
export function settleProvisional(
  original: readonly ReadColumn[],
  provisional: readonly ReadColumn[],
  sums: readonly SumRelation[],
): ReadColumn[] {
  const across = sums.filter((sum) => sum.axis === 'row');
  return original.map((entry, i) => {
    const candidate = provisional[i]!;
    if (!candidate.provisional) return entry;
    const { column } = entry.column;
    if (across.some((sum) => sum.whole === column)) {
      return {
        ...candidate,
        column: {
          ...candidate.column,
          effective: { ...candidate.column.effective, source: 'total', place: null },
        },
      };
    }
    return across.some((sum) => sum.parts.some((part) => part.line === column)) ? candidate : entry;
  });
}
