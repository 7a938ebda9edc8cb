import type { SumTerm } from '../formula/types.js';
import type { ReadColumn } from './columns.js';
import type { Figures } from './figures.js';
import {
  type HeaderNode,
  headerTree,
  isBreakdown,
  isSubset,
  isTotalLeaf,
  represents,
} from './header-tree.js';
import type { SignedLine } from './types.js';

export interface ColumnSumInput {
  readonly columns: readonly ReadColumn[];
  /** Rows in which a figure stands. */
  readonly rows: readonly number[];
  /** Rows whose figures are typed: a total row only repeats their faults. */
  readonly own: readonly number[];
  readonly figures: Figures;
  readonly sheet: number;
  /** `1=2+5` as read from the row of column numbers: whole column and signed parts. */
  readonly numbered: readonly { readonly whole: number; readonly parts: readonly SignedLine[] }[];
  terms(row: number, column: number): readonly SumTerm[] | null;
}

export interface Layout {
  readonly parts: readonly SignedLine[];
  /** True where the header calls the parts a breakdown ("Trong đó"): they may be a subset. */
  readonly breakdown: boolean;
  /** True where the header itself says that the parts are all of the whole or part of it. */
  readonly explicit: boolean;
}

export const plus = (lines: readonly number[]): SignedLine[] => lines.map((line) => ({ line, sign: 1 }));

/** Readings of the header: totals over their groups, a column before its "Trong đó", sources inside sources, stages. */
export function layoutCandidates(input: ColumnSumInput): Map<number, Layout[]> {
  const found = new Map<number, Layout[]>();
  const add: Add = (whole, parts, explicit, breakdown = false) => {
    const own = parts.filter((part) => part.line !== whole);
    if (own.length < 1 || (own.length < 2 && !explicit)) return;
    found.set(whole, [...(found.get(whole) ?? []), { parts: own, explicit, breakdown }]);
  };
  visit(headerTree(input.columns), add);
  unnamedTotals(input.columns, add);
  partitions(input.columns, add);
  sourcesInsideSources(input.columns, add);
  stages(input, add);
  differences(input.columns, add);
  cumulative(input.columns, add);
  return found;
}

type Add = (whole: number, parts: readonly SignedLine[], explicit: boolean, breakdown?: boolean) => void;

function visit(node: HeaderNode, add: Add): void {
  node.children.forEach((child, i) => {
    if (child.leaf === null) {
      visit(child, add);
      return;
    }
    const whole = child.leaf.column.column;
    const next = node.children[i + 1];
    const total = isTotalLeaf(child);
    if (next && next.leaf === null && isBreakdown(next.text)) add(whole, plus(represents(next)), true, true);
    if (!total) return;
    const others = node.children.filter((other) => other !== child && !isSubset(other));
    const groups = others.filter((other) => other.leaf === null);
    const after = run(node.children.slice(i + 1));
    const before = run(node.children.slice(0, i).reverse());
    add(whole, plus(others.filter((other) => !isTotalLeaf(other)).flatMap(represents)), node.id !== 'root');
    for (const group of groups)
      add(whole, plus(represents(group)), isBreakdown(group.text), isBreakdown(group.text));
    if (groups.length > 1) add(whole, plus(groups.flatMap(represents)), false);
    add(whole, plus(after), false);
    add(whole, plus(before), false);
    const leaves = others.filter((other) => other.leaf !== null && !isTotalLeaf(other)).flatMap(represents);
    add(whole, plus(leaves), false);
    const totals = others.filter((other) => isTotalLeaf(other)).flatMap(represents);
    if (totals.length >= 2) add(whole, plus(totals), false);
  });
}

/** "NSTW | Trong đó: vốn nước ngoài": the column before, or the group's total, and its part. */
export function subsetColumns(node: HeaderNode): { whole: number; part: number }[] {
  return node.children.flatMap((child, i) => {
    if (child.leaf === null) return subsetColumns(child);
    if (!isSubset(child)) return [];
    const before = node.children[i - 1];
    const whole = before?.leaf && !isSubset(before) ? before : node.children.find(isTotalLeaf);
    return whole?.leaf ? [{ whole: whole.leaf.column.column, part: child.leaf.column.column }] : [];
  });
}

/** Columns up to the next total of the same level. */
function run(nodes: readonly HeaderNode[]): number[] {
  const end = nodes.findIndex(isTotalLeaf);
  return (end < 0 ? nodes : nodes.slice(0, end)).flatMap(represents);
}

function sameBut(a: ReadColumn, b: ReadColumn, except: 'source' | 'stage' | 'capital'): boolean {
  const keys = ['source', 'capital', 'year', 'stage', 'place', 'node'] as const;
  return keys.every((key) => key === except || a.column.effective[key] === b.column.effective[key]);
}

/** A column of figures with a name of its own, at the edge of the others, may be their total. */
function unnamedTotals(columns: readonly ReadColumn[], add: Add): void {
  const amounts = columns.filter((entry) => entry.column.role === 'amount');
  const tree = headerTree(columns);
  for (const entry of [amounts[0], amounts[amounts.length - 1]]) {
    if (!entry?.provisional) continue;
    const others = tree.children.flatMap(represents).filter((line) => line !== entry.column.column);
    add(entry.column.column, plus(others), false);
  }
}

/** A total whose sources, or whose two kinds of capital, stand somewhere in the table. */
function partitions(columns: readonly ReadColumn[], add: Add): void {
  const amounts = columns.filter((entry) => entry.column.role === 'amount');
  for (const whole of amounts) {
    const { source, capital } = whole.column.effective;
    if (source === 'total') {
      const parts = amounts.filter(
        (entry) => sameBut(entry, whole, 'source') && entry.column.effective.source !== 'total',
      );
      const local = parts.some((entry) => entry.column.effective.source === 'local');
      const top = parts.filter((entry) => !local || !INSIDE_LOCAL.has(entry.column.effective.source ?? ''));
      add(whole.column.column, plus(top.map((entry) => entry.column.column)), false);
    }
    if (capital === 'all') {
      const parts = amounts.filter(
        (entry) => sameBut(entry, whole, 'capital') && entry.column.effective.capital !== 'all',
      );
      if (parts.length === 2)
        add(whole.column.column, plus(parts.map((entry) => entry.column.column)), false);
    }
  }
}

const INSIDE_LOCAL: ReadonlySet<string> = new Set(['province', 'district', 'commune']);

function sourcesInsideSources(columns: readonly ReadColumn[], add: Add): void {
  for (const [whole, parts] of sourcesInside(columns)) if (parts.length >= 2) add(whole, plus(parts), false);
}

/** Columns of local money with those of the province, district and commune of the same kind. */
export function sourcesInside(columns: readonly ReadColumn[]): Map<number, number[]> {
  const amounts = columns.filter((entry) => entry.column.role === 'amount');
  const inside = new Map<number, number[]>();
  for (const whole of amounts) {
    if (whole.column.effective.source !== 'local') continue;
    const parts = amounts.filter(
      (entry) => sameBut(entry, whole, 'source') && INSIDE_LOCAL.has(entry.column.effective.source ?? ''),
    );
    inside.set(
      whole.column.column,
      parts.map((part) => part.column.column),
    );
  }
  return inside;
}

/** After = before + increase − decrease, whichever sign the decreases bear; remaining = plan − disbursed. */
function stages(input: ColumnSumInput, add: Add): void {
  const amounts = input.columns.filter((entry) => entry.column.role === 'amount');
  for (const whole of amounts) {
    const stage = whole.column.effective.stage;
    if (stage !== 'after' && stage !== 'remaining') continue;
    const pick = (...names: string[]) =>
      amounts
        .filter(
          (entry) =>
            entry !== whole &&
            names.includes(entry.column.effective.stage ?? '') &&
            sameBut(entry, whole, 'stage'),
        )
        .map((entry) => entry.column.column);
    if (stage === 'after') {
      const base = pick('before').length > 0 ? pick('before') : pick('plan');
      if (base.length !== 1) continue;
      const decreases = pick('decrease');
      const negative = decreases.some((column) =>
        input.rows.some((row) => input.figures.value(row, column) < 0),
      );
      for (const sign of negative ? ([1, -1] as const) : ([-1, 1] as const)) {
        add(
          whole.column.column,
          [...plus([...base, ...pick('increase')]), ...decreases.map((line) => ({ line, sign }))],
          true,
        );
      }
    } else {
      const base = pick('plan', 'before', 'after');
      const spent = pick('disbursed');
      if (base.length === 1 && spent.length === 1)
        add(whole.column.column, [...plus(base), { line: spent[0]!, sign: -1 }], false);
    }
  }
}

/** "Chênh lệch" between the two other columns, the later less the earlier or the other way round. */
function differences(columns: readonly ReadColumn[], add: Add): void {
  const amounts = columns.filter((entry) => entry.column.role === 'amount');
  const whole = amounts.find((entry) =>
    /^(chenh lech|so chenh lech|tang giam|bien dong)\b/.test(entry.folded[entry.folded.length - 1] ?? ''),
  );
  if (!whole) return;
  const beside = amounts.filter((entry) => entry !== whole);
  // Among sources side by side a difference is that of the two totals.
  const compared =
    beside.length === 2 ? beside : beside.filter((entry) => entry.column.effective.source === 'total');
  const others = compared.map((entry) => entry.column.column);
  if (others.length !== 2) return;
  const [first, second] = others as [number, number];
  for (const [more, less] of [
    [second, first],
    [first, second],
  ] as const) {
    add(
      whole.column.column,
      [
        { line: more, sign: 1 },
        { line: less, sign: -1 },
      ],
      true,
    );
  }
}

const CUMULATIVE = /\b(luy ke|cong don|ca nam|ca giai doan|ca ky)\b/;
const PERIOD_COLUMN =
  /^(?:(?:ke hoach |du toan |von |kh )?nam |kh )?20\d\d$|\bquy (?:[ivx]+|\d)\b|\bthang \d+\b|^\d+ thang/;

/** "Lũy kế" behind quarters or years that follow one another: all of them, or those up to a year. */
function cumulative(columns: readonly ReadColumn[], add: Add): void {
  const amounts = columns.filter((entry) => entry.column.role === 'amount');
  const leaf = (entry: ReadColumn) => entry.folded[entry.folded.length - 1] ?? '';
  amounts.forEach((whole, i) => {
    if (!CUMULATIVE.test(leaf(whole))) return;
    let first = i;
    while (first > 0 && PERIOD_COLUMN.test(leaf(amounts[first - 1]!))) first--;
    const run = amounts.slice(first, i).map((entry) => entry.column.column);
    for (let length = run.length; length >= 2; length--)
      add(whole.column.column, plus(run.slice(0, length)), false);
  });
}
