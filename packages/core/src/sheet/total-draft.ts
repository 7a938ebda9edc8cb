import { type Agreement, type Figures, share } from './figures.js';
import { isTotal, type TreeRow } from './hierarchy.js';
import { roleOf } from './money-roles.js';
import {
  coversOnce,
  type Draft,
  formulaRows,
  independent,
  judgeRows,
  type RowSumInput,
  reconcile,
} from './row-draft.js';
import { type TotalCandidate, totalCandidates } from './total-candidates.js';

/** What a row that calls itself a total adds up; `null` where neither formula, figures nor layout tell. */
export function totalDraft(
  input: RowSumInput,
  whole: TreeRow,
  index: number,
  settled: readonly Draft[],
): Draft | null {
  const candidates = totalCandidates(input.tree, index);
  if (candidates.length === 0) return null;
  const totals = input.tree.filter((row) => isTotal(row.read)).length;
  const draft = (
    candidate: TotalCandidate,
    parts: readonly TreeRow[],
    agreement: Agreement,
    evidence: Draft['evidence'],
  ): Draft => ({
    whole,
    parts,
    covers: candidate.whole && (totals === 1 || whole.read.kind === 'grand-total'),
    agreement,
    evidence,
    complete: true,
  });
  const formula = formulaRows(input, whole);
  if (formula) {
    const best = closest(candidates, formula.rows);
    const parts = reconcile(formula, best.parts);
    return draft(best, parts, judgeRows(input.figures, whole, parts), 'formula');
  }
  const own = independent(input);
  const judged = candidates.map((candidate) => ({
    candidate,
    agreement: judgeRows(own, whole, candidate.parts),
  }));
  const best = judged.reduce((a, b) => (share(b.agreement) > share(a.agreement) ? b : a));
  if (best.agreement.telling > 0 && share(best.agreement) >= 0.5)
    return draft(best.candidate, best.candidate.parts, best.agreement, 'figures');
  // What was assigned need not be what the lines add up to: only figures make it their total.
  if (roleOf(whole.read.title) === 'assigned') return null;
  const explained = judged.find(({ candidate }) => explainedByOneRow(own, whole, candidate.parts));
  if (explained) return draft(explained.candidate, explained.candidate.parts, explained.agreement, 'layout');
  const first = judged[0]!;
  const plain =
    first.candidate.parts.length >= 2 && first.agreement.judged > 0 && first.agreement.judged <= 2;
  const known =
    totals === 1 ||
    first.candidate.parts.every(
      (part) => !isTotal(part.read) || settled.some((one) => one.whole === part && holds(one)),
    );
  return plain && known ? draft(first.candidate, first.candidate.parts, first.agreement, 'layout') : null;
}

function holds(draft: Draft): boolean {
  return draft.evidence === 'formula' || share(draft.agreement) >= 0.5;
}

function closest(candidates: readonly TotalCandidate[], formula: readonly TreeRow[]): TotalCandidate {
  const set = new Set(formula);
  const fit = ({ parts }: TotalCandidate) => {
    const common = parts.filter((part) => set.has(part)).length;
    return common / (set.size + parts.length - common) + (coversOnce(set, parts) ? 1 : 0);
  };
  return candidates.reduce((a, b) => (fit(b) > fit(a) ? b : a));
}

/**
 * How much of a row's figure a total is off by when that row is at fault: counted beside the total (1) or twice in it
 * (−1), with the wrong sign (2), or typed in a unit 10^3 or 10^6 times too small or too large.
 */
const FAULTS = [1, -1, 2, 0.999, -999, 0.999999, -999_999];
const SCALES = [1000, 0.001];

/** True where one and the same fault of one row, or of the total itself, explains every column. */
function explainedByOneRow(figures: Figures, whole: TreeRow, parts: readonly TreeRow[]): boolean {
  const at = whole.read.row;
  const columns = figures.columns.filter(
    (column) => figures.filled(at, column) && parts.some((part) => figures.filled(part.read.row, column)),
  );
  if (columns.length < 2) return false;
  const slack = figures.slack(parts.length);
  const sum = (column: number) =>
    parts.reduce((total, part) => total + figures.value(part.read.row, column), 0);
  const excess = new Map(columns.map((column) => [column, sum(column) - figures.value(at, column)]));
  const close = (a: number, b: number) => Math.abs(a - b) <= slack + Math.abs(b) * 1e-9;
  const scaledTotal = SCALES.some((scale) =>
    columns.every((column) => close(figures.value(at, column), sum(column) * scale)),
  );
  const faulty = (row: number) =>
    FAULTS.some((fault) =>
      columns.every((column) => close(excess.get(column)!, fault * figures.value(row, column))),
    );
  return scaledTotal || parts.some((part) => faulty(part.read.row));
}
