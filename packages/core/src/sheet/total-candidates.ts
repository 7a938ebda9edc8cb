import { isTotal, type TreeRow } from './hierarchy.js';
import { romanValue } from './ordinals.js';

/** One reading of what a total row adds up, by layout alone. */
export interface TotalCandidate {
  readonly parts: readonly TreeRow[];
  /** True where the total covers every top row of the table. */
  readonly whole: boolean;
}

/** Rows without money of their own stand for their children. */
export function withMoney(rows: readonly TreeRow[]): TreeRow[] {
  return rows.flatMap((row) => {
    if (row.read.kind === 'of-which') return [];
    return row.read.hasMoney || row.children.length === 0 ? [row] : withMoney(row.children);
  });
}

function leaves(rows: readonly TreeRow[]): TreeRow[] {
  return rows.flatMap((row) => {
    if (row.read.kind === 'of-which') return [];
    const inner = row.children.filter((child) => child.read.kind !== 'of-which');
    return inner.length === 0 ? [row] : leaves(inner);
  });
}

/**
 * Readings of a total row, the likeliest first: below what it adds, above it, over subtotals, over rows it names.
 *
 * @param blankHeads `open`: heads without money stand for their rows; `keep`: they will be filled, and count themselves
 */
export function totalCandidates(
  tree: readonly TreeRow[],
  index: number,
  blankHeads: 'open' | 'keep' = 'open',
): TotalCandidate[] {
  const roots = (list: readonly TreeRow[]) => list.filter((row) => row.parent === null && !isTotal(row.read));
  const before = tree.slice(0, index);
  const after = tree.slice(index + 1);
  const previousTotal = lastTotal(before);
  const nextTotal = after.findIndex((row) => isTotal(row.read));
  const since = roots(before.slice(previousTotal + 1));
  const until = roots(nextTotal < 0 ? after : after.slice(0, nextTotal));
  const all = roots(tree);
  const totalsBefore = before.filter((row) => isTotal(row.read));
  const totalsAfter = after.filter((row) => isTotal(row.read));
  const grand = tree[index]!.read.kind === 'grand-total';
  const candidates: TotalCandidate[] = [];
  const add = (rows: readonly TreeRow[], whole: boolean) => {
    const parts = rows.some((row) => isTotal(row.read))
      ? [...rows]
      : blankHeads === 'open'
        ? withMoney(rows)
        : rows.filter((row) => row.read.kind !== 'of-which');
    if (parts.length > 0 && !candidates.some((known) => sameRows(known.parts, parts)))
      candidates.push({ parts, whole });
  };
  const named = namedByOrdinals(tree[index]!, all);
  if (named) add(named, named.length === all.length);
  if (before.every((row) => isTotal(row.read))) {
    if (grand) add(all, true);
    if (totalsAfter.length > 0) add(totalsAfter, true);
    add(until, until.length === all.length);
    add(all, true);
    add(leaves(all), true);
  } else {
    const grouped = grand && totalsBefore.length > 0;
    if (grouped) add([...subtotalsOf(totalsBefore), ...since], true);
    if (grouped) add(all, true);
    if (until.length > 0 && headsComeFirst(tree)) add(until, false);
    add(since, since.length === all.length);
    if (after.length > 0) add(until, false);
    add(roots(before), roots(before).length === all.length);
    add(leaves(since), false);
    add(leaves(all), true);
  }
  return candidates;
}

/** Subtotals stand above their rows where the table begins with a total and ends with a row. */
function headsComeFirst(tree: readonly TreeRow[]): boolean {
  const [first] = tree;
  const last = tree[tree.length - 1];
  return first !== undefined && last !== undefined && isTotal(first.read) && !isTotal(last.read);
}

/** A first row "TỔNG SỐ" does not belong among the subtotals that a last row adds. */
function subtotalsOf(totals: readonly TreeRow[]): TreeRow[] {
  return totals.filter((row) => row.read.kind === 'subtotal');
}

function lastTotal(rows: readonly TreeRow[]): number {
  for (let i = rows.length - 1; i >= 0; i--) if (isTotal(rows[i]!.read)) return i;
  return -1;
}

export function sameRows(a: readonly TreeRow[], b: readonly TreeRow[]): boolean {
  return a.length === b.length && a.every((row, i) => row === b[i]);
}

/** "Tổng cộng (I+II+III)" names its parts. */
function namedByOrdinals(total: TreeRow, roots: readonly TreeRow[]): TreeRow[] | null {
  const match = /\(?\b((?:[IVXL]+|[A-Z]|\d{1,2})(?:\s*\+\s*(?:[IVXL]+|[A-Z]|\d{1,2}))+)\b\)?/.exec(
    total.read.title,
  );
  if (!match) return null;
  const names = match[1]!.split('+').map((name) => name.trim());
  const rows = names.map((name) =>
    roots.find((row) => {
      const label = (row.read.ordinalText ?? '').replace(/[.)\s]+$/, '');
      return (
        label === name ||
        (row.read.ordinal?.style === 'roman' &&
          /^[IVXL]+$/.test(name) &&
          row.read.ordinal.value === romanValue(name))
      );
    }),
  );
  return rows.every((row) => row !== undefined) ? (rows as TreeRow[]) : null;
}
