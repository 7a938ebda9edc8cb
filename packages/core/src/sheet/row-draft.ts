import type { SumTerm } from '../formula/types.js';
import { type Agreement, type Figures, judge } from './figures.js';
import type { TreeRow } from './hierarchy.js';
import type { Evidence } from './types.js';

export interface RowSumInput {
  readonly tree: readonly TreeRow[];
  readonly figures: Figures;
  readonly sheet: number;
  readonly sheetName: string;
  /** Columns that a sum across makes of others: they only repeat what those say. */
  readonly derived: ReadonlySet<number>;
  /** Terms of the formula of a cell where it is a plain sum. */
  terms(row: number, column: number): readonly SumTerm[] | null;
  /** True where a cell is computed in another way than by adding cells, `=SUMIF(…)`. */
  opaque(row: number, column: number): boolean;
  /** True where a sum across the row shows 0 only because nothing stands in the row yet, `=D5+E5`. */
  hollow(row: number, column: number): boolean;
}

/** One sum down the rows before the table as a whole has been looked at. */
export interface Draft {
  readonly whole: TreeRow;
  readonly parts: readonly TreeRow[];
  readonly covers: boolean;
  readonly agreement: Agreement;
  readonly evidence: Evidence;
  readonly complete: boolean;
}

export function judgeRows(figures: Figures, whole: TreeRow, parts: readonly TreeRow[]): Agreement {
  return judge(
    figures,
    figures.columns,
    (column) => [whole.read.row, column],
    parts.map((part) => ({ sign: 1 as const, at: (column: number) => [part.read.row, column] as const })),
  );
}

/** A column that is the sum of others repeats their faults; where others speak, it does not count. */
export function independent(input: RowSumInput): Figures {
  const own = input.figures.columns.filter((column) => !input.derived.has(column));
  return own.length === 0 ? input.figures : { ...input.figures, columns: own };
}

/** What the formulas of a row add up. */
export interface FormulaRows {
  readonly rows: readonly TreeRow[];
  /** True where at least two columns say so and none says otherwise. */
  readonly unanimous: boolean;
}

/** Rows added by the formulas of a row, in most of its columns; `null` where it has none. */
export function formulaRows(input: RowSumInput, whole: TreeRow): FormulaRows | null {
  const votes = new Map<string, { rows: TreeRow[]; count: number }>();
  for (const column of input.figures.columns) {
    const terms = input.terms(whole.read.row, column);
    if (!terms || terms.length === 0) continue;
    if (
      terms.some(
        (term) =>
          term.area.sheet !== input.sheet ||
          term.area.left !== column ||
          term.area.right !== column ||
          term.sign < 0,
      )
    )
      continue;
    const rows = rowsWithin(input.tree, terms).filter((row) => row !== whole);
    if (rows.length === 0) continue;
    const key = rows.map((row) => row.read.row).join(',');
    const vote = votes.get(key) ?? { rows, count: 0 };
    vote.count++;
    votes.set(key, vote);
  }
  const best = [...votes.values()].sort((a, b) => b.count - a.count)[0];
  return best ? { rows: best.rows, unanimous: votes.size === 1 && best.count >= 2 } : null;
}

/** Rows of the tree in any of the areas, from the top down; the tree stands in the order of its rows. */
function rowsWithin(tree: readonly TreeRow[], terms: readonly SumTerm[]): TreeRow[] {
  const found = new Set<number>();
  for (const { area } of terms) {
    for (let i = firstAtOrBelow(tree, area.top); i < tree.length && tree[i]!.read.row <= area.bottom; i++)
      found.add(i);
  }
  const order = terms.length > 1 ? [...found].sort((a, b) => a - b) : [...found];
  return order.map((i) => tree[i]!);
}

function firstAtOrBelow(tree: readonly TreeRow[], row: number): number {
  let low = 0;
  let high = tree.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree[middle]!.read.row < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hasAncestorIn(row: TreeRow, set: ReadonlySet<TreeRow>): boolean {
  for (let above = row.parent; above; above = above.parent) if (set.has(above)) return true;
  return false;
}

/** True where `rows` cover each of `layout` exactly once, by itself or by its parts. */
export function coversOnce(rows: ReadonlySet<TreeRow>, layout: readonly TreeRow[]): boolean {
  return layout.every((row) => {
    const inner = row.children.filter((child) => child.read.kind !== 'of-which');
    if (rows.has(row)) return !inner.some((child) => touches(rows, child));
    return inner.length > 0 ? coversOnce(rows, inner) : !row.read.hasMoney;
  });
}

function touches(rows: ReadonlySet<TreeRow>, row: TreeRow): boolean {
  return rows.has(row) || row.children.some((child) => touches(rows, child));
}

/** Chooses between what the formula adds and what the layout says it should. */
export function reconcile(
  { rows: formula, unanimous }: FormulaRows,
  layout: readonly TreeRow[],
): readonly TreeRow[] {
  const added = new Set(formula);
  const listed = new Set(layout);
  const inside = (row: TreeRow) => listed.has(row) || hasAncestorIn(row, listed);
  if (coversOnce(added, layout) && formula.every((row) => inside(row) || !row.read.hasMoney)) {
    return formula.filter((row) => row.read.hasMoney || listed.has(row));
  }
  const strangers = formula.some((row) => row.read.hasMoney && !inside(row));
  const double = formula.some((row) => hasAncestorIn(row, added));
  if (unanimous && strangers && !double) return formula;
  const common = layout.filter((row) => added.has(row)).length;
  if (common === 0 && !formula.some((row) => hasAncestorIn(row, listed))) return formula;
  return common * 2 >= layout.length || double ? layout : formula;
}
