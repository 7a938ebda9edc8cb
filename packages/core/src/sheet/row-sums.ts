import { share } from './figures.js';
import { isTotal, type TreeRow } from './hierarchy.js';
import { roleOf } from './money-roles.js';
import { type Draft, formulaRows, independent, judgeRows, type RowSumInput, reconcile } from './row-draft.js';
import { type TotalCandidate, totalCandidates, withMoney } from './total-candidates.js';
import { totalDraft } from './total-draft.js';
import type { Doubt, SumRelation } from './types.js';

export interface RowSums {
  readonly sums: SumRelation[];
  /** Sums that labels promise for rows that are still blank. */
  readonly proposals: SumRelation[];
  /** Parent of each row that a total covers. */
  readonly parents: ReadonlyMap<TreeRow, TreeRow>;
  /** Rows that turned out to be the grand total of the table. */
  readonly grand: ReadonlySet<TreeRow>;
  readonly doubts: Doubt[];
}

/** Finds which rows add up to which: totals by name, parents of sub-rows, and what the formulas say. */
export function findRowSums(input: RowSumInput): RowSums {
  const { tree } = input;
  const doubts: Doubt[] = [];
  const drafts: Draft[] = [];
  const parents = new Map<TreeRow, TreeRow>();
  const grand = new Set<TreeRow>();
  const proposals: SumRelation[] = [];
  const isBlank = (row: TreeRow) =>
    !input.figures.columns.some((column) => input.figures.filled(row.read.row, column));
  const isOpen = openRows(input);
  tree.forEach((row, index) => {
    if (isOpen(row)) proposals.push(...proposal(input, row, index));
    if (isTotal(row.read) && isBlank(row)) coverBlank(row, totalCandidates(tree, index)[0], parents, grand);
    else if (isTotal(row.read)) {
      const draft = totalDraft(input, row, index, drafts);
      if (draft) drafts.push(draft);
      else if (roleOf(row.read.title) !== 'assigned')
        doubts.push({
          code: 'total-not-understood',
          sheet: input.sheetName,
          cell: null,
          facts: { row: row.read.row, title: row.read.title },
        });
    }
  });
  const branches = tree
    .filter((row) => row.read.hasMoney && (!isTotal(row.read) || row.children.length > 0))
    .flatMap((row) => branchDraft(input, row) ?? []);
  drafts.push(...settleBranches(branches, passedOver(drafts)));
  for (const draft of drafts) {
    if (!isTotal(draft.whole.read) || draft.parts.some((part) => part.parent === draft.whole)) continue;
    if (draft.covers) grand.add(draft.whole);
    for (const part of draft.parts)
      if (!parents.has(part) && (part.parent === null || isTotal(part.read))) parents.set(part, draft.whole);
  }
  attachSubtotals(drafts, parents);
  attachMoneyless(tree, drafts, parents);
  rootAsGrandTotal(tree, drafts, grand);
  const sums = drafts.map((draft) => relation(input, draft, grand));
  return { sums: [...sums, ...ofWhich(input, drafts)], proposals, parents, grand, doubts };
}

/** Rows in which nothing stands, or only sums across of what does not stand there yet while other rows have money. */
function openRows({ tree, figures, hollow }: RowSumInput): (row: TreeRow) => boolean {
  const anyMoney = tree.some(({ read: { row } }) =>
    figures.columns.some((column) => figures.value(row, column) !== 0),
  );
  return ({ read: { row } }) => {
    const filled = figures.columns.filter((column) => figures.filled(row, column));
    return filled.length === 0 || (anyMoney && filled.every((column) => hollow(row, column)));
  };
}

/** What a blank total, or a blank row above its parts, would add up. */
function proposal(input: RowSumInput, whole: TreeRow, index: number): SumRelation[] {
  const parts = isTotal(whole.read)
    ? (totalCandidates(input.tree, index, 'keep')[0]?.parts ?? [])
    : whole.children.filter((child) => child.read.kind !== 'of-which');
  if (parts.length === 0) return [];
  return [
    {
      axis: 'column',
      kind: isTotal(whole.read) ? 'grand-total' : 'subtotal',
      whole: whole.read.row,
      parts: parts.map((part) => ({ line: part.read.row, sign: 1 as const })),
      lines: input.figures.columns,
      complete: true,
      evidence: 'layout',
    },
  ];
}

function coverBlank(
  whole: TreeRow,
  candidate: TotalCandidate | undefined,
  parents: Map<TreeRow, TreeRow>,
  grand: Set<TreeRow>,
): void {
  if (!candidate) return;
  if (candidate.whole) grand.add(whole);
  for (const part of candidate.parts)
    if (!parents.has(part) && (part.parent === null || isTotal(part.read))) parents.set(part, whole);
}

function relation(input: RowSumInput, draft: Draft, grand: ReadonlySet<TreeRow>): SumRelation {
  return {
    axis: 'column',
    kind: grand.has(draft.whole) ? 'grand-total' : 'subtotal',
    whole: draft.whole.read.row,
    parts: draft.parts.map((part) => ({ line: part.read.row, sign: 1 })),
    lines: input.figures.columns.filter(
      (column) =>
        input.figures.filled(draft.whole.read.row, column) ||
        draft.parts.some((part) => input.figures.filled(part.read.row, column)),
    ),
    complete: draft.complete,
    evidence: draft.evidence,
  };
}

/** A row above its own sub-rows: by formula, or by figures that the whole table bears out. */
function branchDraft(input: RowSumInput, whole: TreeRow): Draft | null {
  const formula = isTotal(whole.read) ? null : formulaRows(input, whole);
  const layout = withMoney(whole.children);
  if (formula && layout.length === 0) {
    const later = formula.rows.filter((row) => row !== whole && !isTotal(row.read));
    return later.length === 0
      ? null
      : {
          whole,
          parts: later,
          covers: false,
          agreement: judgeRows(input.figures, whole, later),
          evidence: 'formula',
          complete: true,
        };
  }
  if (layout.length === 0) return null;
  const parts = formula ? reconcile(formula, layout) : layout;
  const agreement = judgeRows(independent(input), whole, parts);
  if (!formula && share(agreement) < 0.5 && isOpaque(input, whole)) return null;
  return {
    whole,
    parts,
    covers: false,
    agreement,
    evidence: formula ? 'formula' : 'figures',
    complete: formula !== null,
  };
}

/** A row whose own formulas take their figures from elsewhere is not the sum of the rows that stand below it. */
function isOpaque(input: RowSumInput, whole: TreeRow): boolean {
  const filled = input.figures.columns.filter((column) => input.figures.filled(whole.read.row, column));
  return filled.some((column) => input.opaque(whole.read.row, column));
}

/** Rows above the lines that a total adds itself: where that agrees exactly, each of them lists all its lines. */
function passedOver(totals: readonly Draft[]): ReadonlySet<TreeRow> {
  const above = new Set<TreeRow>();
  for (const { parts, agreement, evidence } of totals) {
    if (evidence !== 'figures' || share(agreement) < 1) continue;
    const added = new Set(parts);
    for (const part of parts)
      for (let row = part.parent; row && !added.has(row) && !isTotal(row.read); row = row.parent)
        above.add(row);
  }
  return above;
}

/**
 * Typed parents: the breakdown counts as complete where the table's other parents add up, where the row beside adds
 * its own lines by formula, or where a total adds the lines in its stead.
 */
function settleBranches(branches: readonly Draft[], passed: ReadonlySet<TreeRow>): Draft[] {
  const computed = new Set(
    branches.filter((branch) => branch.evidence === 'formula').map(({ whole }) => siblingsOf(whole)),
  );
  let agree = 0;
  let judged = 0;
  for (const branch of branches) {
    agree += branch.agreement.agree;
    judged += branch.agreement.judged;
  }
  const tableAgrees = judged > 0 && agree >= 2 && agree / judged >= 0.6;
  return branches.flatMap((branch) => {
    if (branch.evidence === 'formula') return [branch];
    const { agreement } = branch;
    if (agreement.judged === 0) return [];
    const complete =
      agreement.telling > 0
        ? share(agreement) >= 0.5 || tableAgrees
        : passed.has(branch.whole) ||
          (agreement.judged === 1 && (tableAgrees || computed.has(siblingsOf(branch.whole))));
    return [
      { ...branch, complete, evidence: agreement.telling > 0 ? ('figures' as const) : ('layout' as const) },
    ];
  });
}

/** Rows side by side below one row, with one style of label. */
function siblingsOf({ parent, read }: TreeRow): string {
  return `${parent?.read.row ?? ''}|${read.ordinal?.style ?? ''}|${read.kind}`;
}

/** A subtotal whose rows another total adds up directly still stands below that total. */
function attachSubtotals(drafts: readonly Draft[], parents: Map<TreeRow, TreeRow>): void {
  for (const outer of drafts) {
    if (!isTotal(outer.whole.read)) continue;
    const added = new Set(outer.parts);
    for (const inner of drafts) {
      const below = inner !== outer && isTotal(inner.whole.read) && inner.parts.length < outer.parts.length;
      if (below && !parents.has(inner.whole) && inner.parts.every((part) => added.has(part)))
        parents.set(inner.whole, outer.whole);
    }
  }
}

/** Section heads without money belong where their rows belong. */
function attachMoneyless(
  tree: readonly TreeRow[],
  drafts: readonly Draft[],
  parents: Map<TreeRow, TreeRow>,
): void {
  const owner = new Map<TreeRow, TreeRow>();
  for (const draft of drafts) {
    if (!isTotal(draft.whole.read)) continue;
    for (const part of draft.parts) if (!owner.has(part)) owner.set(part, draft.whole);
  }
  const ownerBelow = (row: TreeRow): TreeRow | undefined =>
    owner.get(row) ?? row.children.map(ownerBelow).find((found) => found !== undefined);
  for (const row of tree) {
    if (row.parent !== null || parents.has(row) || isTotal(row.read)) continue;
    const found = ownerBelow(row);
    if (found) parents.set(row, found);
  }
}

/** A table without a row "Tổng" whose one top row adds up all others has its grand total there. */
function rootAsGrandTotal(tree: readonly TreeRow[], drafts: readonly Draft[], grand: Set<TreeRow>): void {
  if (tree.some((row) => isTotal(row.read))) return;
  const roots = tree.filter((row) => row.parent === null);
  const root = roots[0];
  if (roots.length !== 1 || !root || root.read.ordinal !== null || root !== tree[0]) return;
  if (drafts.some((draft) => draft.whole === root)) grand.add(root);
}

/** "Trong đó" rows: a subset of the row they stand under, unless they prove to be all of it. */
function ofWhich(input: RowSumInput, drafts: readonly Draft[]): SumRelation[] {
  const found: SumRelation[] = [];
  for (const row of input.tree) {
    const subsets = subsetRows(row.children);
    if (subsets.length === 0 || !row.read.hasMoney) continue;
    const listed = drafts.some((draft) => draft.whole === row && draft.parts.length > 0);
    const agreement = judgeRows(input.figures, row, subsets);
    const all = !listed && subsets.length >= 2 && agreement.telling >= 2 && share(agreement) >= 0.6;
    const groups = all ? [subsets] : subsets.map((subset) => [subset]);
    for (const group of groups) {
      found.push({
        axis: 'column',
        kind: all ? 'subtotal' : 'of-which',
        whole: row.read.row,
        parts: group.map((part) => ({ line: part.read.row, sign: 1 as const })),
        lines: input.figures.columns.filter(
          (column) =>
            input.figures.filled(row.read.row, column) &&
            group.some((part) => input.figures.filled(part.read.row, column)),
        ),
        complete: all,
        evidence: all ? 'figures' : 'layout',
      });
    }
  }
  return found;
}

function subsetRows(children: readonly TreeRow[]): TreeRow[] {
  return children
    .filter((child) => child.read.kind === 'of-which')
    .flatMap((child) =>
      child.read.hasMoney ? [child] : child.children.filter((inner) => inner.read.hasMoney),
    );
}
