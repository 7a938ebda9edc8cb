import type { Capital, Table, TableColumn } from '../../sheet/types.js';
import { leafRows } from '../leaves.js';
import { isBlank, type Plan } from '../target.js';
import type { FillContext, ShareRatio } from '../types.js';
import { additions, groupOf, type ShareKey, shareGroups } from './groups.js';
import { planGroup } from './plan-group.js';
import { statedInHeaders, statedInLines } from './stated.js';

/** Which ratios a fill is concerned with, and how columns and texts name what receives them. */
export interface ShareSubject {
  readonly keyOf: ShareKey;
  readonly keyOfText: (folded: string) => string | null;
  readonly names: (receiver: ShareRatio['receiver']) => boolean;
}

/**
 * Shares by the ratios that the caller gives; where none is given, by those that the sheet states.
 *
 * @returns columns that the sheet itself says how to divide, also where that needs a policy not yet named
 */
export function fillByRatio(
  context: FillContext,
  plan: Plan,
  subject: ShareSubject,
): ReadonlySet<TableColumn> {
  const ratios = (context.options.shares?.ratios ?? []).filter(({ receiver }) => subject.names(receiver));
  if (ratios.length === 0)
    return new Set(context.tables.flatMap((table) => fillStated(context, table, plan, subject)));
  fillGiven(context, ratios, plan, subject);
  return new Set();
}

/** Shares of the total first: another source may be one of them, and be shared in its turn. */
function fillGiven(
  context: FillContext,
  ratios: readonly ShareRatio[],
  plan: Plan,
  { keyOf }: ShareSubject,
): void {
  const { shares, overwrite } = context.options;
  const found = new Set<ShareRatio>();
  const bases = [...new Set(ratios.map(({ of }) => of))].sort(
    (a, b) => Number(b === 'total') - Number(a === 'total'),
  );
  for (const base of bases) {
    const own = ratios.filter(({ of }) => of === base);
    const book = plan.filled();
    for (const table of context.tables)
      for (const group of shareGroups(table, own, keyOf)) {
        const keys = group.receivers.map(({ column }) => column && keyOf(column));
        for (const ratio of own) if (keys.includes(ratio.receiver)) found.add(ratio);
        const manner = {
          policy: shares?.policy ?? null,
          step: shares?.step ?? null,
          overwrite,
          statedIn: null,
        };
        planGroup(book, table, group, manner, plan);
      }
  }
  const [table] = context.tables;
  for (const { receiver, of } of ratios.filter((one) => !found.has(one)))
    if (table) plan.refuse('no-share-column', table.sheet, null, { receiver, of });
}

/** Only into columns that are blank throughout: filled ones may rightly follow no ratio. */
function fillStated(
  { book, options }: FillContext,
  table: Table,
  plan: Plan,
  { keyOf, keyOfText }: ShareSubject,
): TableColumn[] {
  const divided: TableColumn[] = [];
  const isOpen = ({ column }: TableColumn) =>
    leafRows(table).every(({ row }) => isBlank(book, table.sheet, row, column));
  const lines = statedInLines(book, table, keyOfText);
  for (const { base, parts } of additions(table)) {
    const keyed = parts.filter((column) => keyOf(column) !== null && keyOf(column) !== keyOf(base));
    const stated =
      statedInHeaders(keyed, keyOf) ??
      lines.find(
        (line) =>
          fits(line.capital, base) &&
          [...line.ratios.keys()].every((key) => keyed.some((column) => keyOf(column) === key)),
      );
    if (!stated || !keyed.every(isOpen) || isOpen(base)) continue;
    const group = groupOf(base, parts, (column) => stated.ratios.get(keyOf(column) ?? '') ?? null);
    divided.push(base);
    const { policy = null, step = null } = options.shares ?? {};
    planGroup(book, table, group, { policy, step, overwrite: false, statedIn: stated.cell }, plan);
  }
  return divided;
}

/** A line that speaks of one kind of capital holds for the columns of that kind. */
function fits(capital: Capital, base: TableColumn): boolean {
  return capital === 'all' || base.effective.capital === capital;
}
