import type { SumTerm } from '../formula/types.js';
import type { ReadColumn } from './columns.js';
import { type Agreement, type Figures, judge, share } from './figures.js';
import {
  type HeaderNode,
  headerTree,
  isBreakdown,
  isSubset,
  isTotalLeaf,
  represents,
} from './header-tree.js';
import type { Evidence, SignedLine, SumRelation } from './types.js';

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

interface Candidate {
  readonly whole: number;
  readonly parts: readonly SignedLine[];
  readonly evidence: Evidence;
  readonly agreement: Agreement;
  readonly complete: boolean;
}

/** Finds which columns add up to which: column numbers, formulas, header groups, stages, and the figures themselves. */
export function findColumnSums(input: ColumnSumInput): SumRelation[] {
  const amounts = input.columns
    .filter((entry) => entry.column.role === 'amount')
    .map((entry) => entry.column.column);
  const byNumber = input.numbered.flatMap((numbered) => fromNumbers(input, numbered) ?? []);
  const chosen = new Map<number, Candidate[]>(byNumber.map((candidate) => [candidate.whole, [candidate]]));
  for (const whole of amounts) {
    if (chosen.has(whole)) continue;
    const formula = fromFormulas(input, whole);
    if (formula) chosen.set(whole, [formula]);
  }
  for (const [whole, layouts] of layoutCandidates(input)) {
    if (chosen.has(whole)) continue;
    const best = pick(input, whole, layouts, chosen);
    if (best.length > 0) chosen.set(whole, best);
  }
  const subsets = subsetColumns(headerTree(input.columns)).map(
    ({ whole, part }): Candidate => ({
      whole,
      parts: plus([part]),
      evidence: 'layout',
      agreement: { agree: 0, judged: 0, telling: 0 },
      complete: false,
    }),
  );
  return [...[...chosen.values()].flat(), ...subsets].map((candidate) => ({
    axis: 'row' as const,
    kind: candidate.complete ? ('row-total' as const) : ('of-which' as const),
    whole: candidate.whole,
    parts: candidate.parts,
    lines: input.rows.filter(
      (row) =>
        input.figures.filled(row, candidate.whole) ||
        candidate.parts.some((part) => input.figures.filled(row, part.line)),
    ),
    complete: candidate.complete,
    evidence: candidate.evidence,
  }));
}

/** Sums that the header promises for columns that are still blank, or of which one part is. */
export function proposeColumnSums(input: ColumnSumInput, found: readonly SumRelation[]): SumRelation[] {
  const isBlank = (column: number) => !input.rows.some((row) => input.figures.filled(row, column));
  const numbered = new Map(input.numbered.map((one) => [one.whole, one.parts] as const));
  const layouts = layoutCandidates(input);
  const proposed: SumRelation[] = [];
  for (const column of input.figures.columns) {
    if (
      found.some((sum) => sum.axis === 'row' && sum.whole === column && sum.complete && sum.lines.length > 0)
    )
      continue;
    const own = layouts.get(column);
    const parts = numbered.get(column) ?? own?.find((layout) => layout.explicit)?.parts ?? own?.[0]?.parts;
    if (!parts || !(isBlank(column) || parts.some((part) => isBlank(part.line)))) continue;
    const evidence = numbered.has(column) ? 'column-numbers' : 'layout';
    proposed.push({
      axis: 'row',
      kind: 'row-total',
      whole: column,
      parts,
      lines: input.rows,
      complete: true,
      evidence,
    });
  }
  const adds = (sum: SumRelation, line: number) => sum.parts.some((part) => part.line === line);
  return proposed.filter(
    (sum) => !proposed.some((other) => adds(sum, other.whole) && adds(other, sum.whole)),
  );
}

function judgeColumns(input: ColumnSumInput, whole: number, parts: readonly SignedLine[]): Agreement {
  return judge(
    input.figures,
    input.own,
    (row) => [row, whole],
    parts.map((part) => ({ sign: part.sign, at: (row: number) => [row, part.line] as const })),
  );
}

function fromNumbers(
  input: ColumnSumInput,
  numbered: { whole: number; parts: readonly SignedLine[] },
): Candidate | null {
  const agreement = judgeColumns(input, numbered.whole, numbered.parts);
  if (agreement.judged > 2 && share(agreement) < 0.5) return null;
  return { ...numbered, evidence: 'column-numbers', agreement, complete: true };
}

/** The sum that most formulas of a column write across their own row. */
function fromFormulas(input: ColumnSumInput, whole: number): Candidate | null {
  const amounts = new Set(
    input.columns.filter((entry) => entry.column.role === 'amount').map((entry) => entry.column.column),
  );
  const votes = new Map<string, { parts: SignedLine[]; count: number }>();
  let formulas = 0;
  for (const row of input.rows) {
    const terms = input.terms(row, whole);
    if (!terms || terms.length === 0) continue;
    const across = terms.every(
      (term) => term.area.sheet === input.sheet && term.area.top === row && term.area.bottom === row,
    );
    if (!across) continue;
    formulas++;
    const parts = terms.flatMap((term) => {
      const lines: SignedLine[] = [];
      for (let column = term.area.left; column <= Math.min(term.area.right, term.area.left + 300); column++) {
        if (amounts.has(column) && column !== whole) lines.push({ line: column, sign: term.sign });
      }
      return lines;
    });
    if (parts.length === 0) continue;
    const key = [...parts]
      .sort((a, b) => a.line - b.line)
      .map((part) => part.sign * part.line)
      .join(',');
    const vote = votes.get(key) ?? { parts, count: 0 };
    vote.count++;
    votes.set(key, vote);
  }
  const best = [...votes.values()].sort((a, b) => b.count - a.count)[0];
  if (!best || best.count * 2 < formulas) return null;
  const agreement = judgeColumns(input, whole, best.parts);
  if (best.parts.length < 2 && formulas < 2) return null;
  return { whole, parts: best.parts, evidence: 'formula', agreement, complete: true };
}

interface Layout {
  readonly parts: readonly SignedLine[];
  /** True where the header calls the parts a breakdown ("Trong đó"): they may be a subset. */
  readonly breakdown: boolean;
  /** True where the header itself says that the parts are all of the whole or part of it. */
  readonly explicit: boolean;
}

const plus = (lines: readonly number[]): SignedLine[] => lines.map((line) => ({ line, sign: 1 }));

/** Readings of the header: totals over their groups, a column before its "Trong đó", sources inside sources, stages. */
function layoutCandidates(input: ColumnSumInput): Map<number, Layout[]> {
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
function subsetColumns(node: HeaderNode): { whole: number; part: number }[] {
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
  const amounts = columns.filter((entry) => entry.column.role === 'amount');
  for (const whole of amounts) {
    if (whole.column.effective.source !== 'local') continue;
    const parts = amounts.filter(
      (entry) =>
        sameBut(entry, whole, 'source') &&
        ['province', 'district', 'commune'].includes(entry.column.effective.source ?? ''),
    );
    if (parts.length >= 2) add(whole.column.column, plus(parts.map((part) => part.column.column)), false);
  }
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
  const others = amounts.filter((entry) => entry !== whole).map((entry) => entry.column.column);
  if (!whole || others.length !== 2) return;
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

/** Accepts the readings that the figures bear out; a "Trong đó" that leaves something out stays a subset. */
function pick(
  input: ColumnSumInput,
  whole: number,
  layouts: readonly Layout[],
  chosen: ReadonlyMap<number, readonly Candidate[]>,
): Candidate[] {
  const cyclic = (parts: readonly SignedLine[]) =>
    parts.some((part) =>
      chosen.get(part.line)?.some((other) => other.parts.some((inner) => inner.line === whole)),
    );
  const unnamed = input.columns.some((entry) => entry.provisional && entry.column.column === whole);
  const judged = layouts
    .filter((layout) => !cyclic(layout.parts))
    .map((layout) => ({ layout, agreement: judgeColumns(input, whole, layout.parts) }));
  const good = judged
    .filter(({ layout, agreement }) => {
      if (unnamed) return agreement.telling >= 3 && share(agreement) >= 0.9;
      if (agreement.telling >= 2 && share(agreement) >= 0.6) return true;
      return layout.explicit && agreement.judged <= 3 && agreement.telling >= 1 && share(agreement) >= 0.5;
    })
    .sort(
      (a, b) =>
        share(b.agreement) - share(a.agreement) || Number(b.layout.explicit) - Number(a.layout.explicit),
    );
  const taken: Candidate[] = [];
  for (const { layout, agreement } of good) {
    const overlaps = taken.some((other) =>
      other.parts.some((part) => layout.parts.some((mine) => mine.line === part.line)),
    );
    if (!overlaps) taken.push({ whole, parts: layout.parts, evidence: 'figures', agreement, complete: true });
  }
  if (taken.length > 0) return taken;
  const subset = judged.find(
    ({ layout }) => layout.breakdown && layout.parts.every((part) => part.sign === 1),
  );
  if (!subset || subset.agreement.judged === 0 || !belowWhole(input, whole, subset.layout.parts)) return [];
  return [
    { whole, parts: subset.layout.parts, evidence: 'layout', agreement: subset.agreement, complete: false },
  ];
}

/** True where the parts leave something out in most rows and exceed the whole in hardly any. */
function belowWhole(input: ColumnSumInput, whole: number, parts: readonly SignedLine[]): boolean {
  let below = 0;
  let above = 0;
  for (const row of input.rows) {
    if (!input.figures.filled(row, whole)) continue;
    const sum = parts.reduce((total, part) => total + input.figures.value(row, part.line), 0);
    if (sum < input.figures.value(row, whole)) below++;
    else if (sum > input.figures.value(row, whole) + input.figures.slack(parts.length)) above++;
  }
  return below > 2 * above;
}
