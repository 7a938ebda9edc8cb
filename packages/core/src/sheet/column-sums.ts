import {
  type ColumnSumInput,
  type Layout,
  layoutCandidates,
  plus,
  sourcesInside,
  subsetColumns,
} from './column-layouts.js';
import { type Agreement, judge, share } from './figures.js';
import { headerTree } from './header-tree.js';
import type { Evidence, SignedLine, SumRelation } from './types.js';

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
    const shown = numbered.get(column) ?? own?.find((layout) => layout.explicit)?.parts ?? own?.[0]?.parts;
    const parts = shown && withoutInner(input, found, shown);
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

/** Parts that another part already holds stay out: of "NSĐP | NS tỉnh | NS xã" only NSĐP counts. */
function withoutInner(
  input: ColumnSumInput,
  found: readonly SumRelation[],
  parts: readonly SignedLine[],
): readonly SignedLine[] {
  const inner = new Map<number, readonly number[]>();
  for (const sum of found)
    if (sum.axis === 'row' && sum.parts.every((part) => part.sign === 1))
      inner.set(sum.whole, [...(inner.get(sum.whole) ?? []), ...sum.parts.map((part) => part.line)]);
  for (const [whole, lines] of sourcesInside(input.columns))
    inner.set(whole, [...(inner.get(whole) ?? []), ...lines]);
  return parts.filter(
    ({ line }) => !parts.some((other) => other.line !== line && inner.get(other.line)?.includes(line)),
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
  const likeness = likenessTo(input, whole);
  const best = [...votes.values()].sort(
    (a, b) => b.count - a.count || likeness(b.parts) - likeness(a.parts),
  )[0];
  if (!best || best.count * 2 < formulas) return null;
  const agreement = judgeColumns(input, whole, best.parts);
  if (best.parts.length < 2 && formulas < 2) return null;
  return { whole, parts: best.parts, evidence: 'formula', agreement, complete: true };
}

/** How many parts speak of the same source and kind of capital as their whole: NSĐP is made of NSĐP. */
function likenessTo(input: ColumnSumInput, whole: number): (parts: readonly SignedLine[]) => number {
  const said = new Map(input.columns.map(({ column }) => [column.column, column.effective] as const));
  const own = said.get(whole);
  return (parts) =>
    parts.filter(({ line }) => {
      const part = said.get(line);
      return part?.source === own?.source && part?.capital === own?.capital;
    }).length;
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
  const scaled = unnamed
    ? undefined
    : judged.find(({ layout }) => inOneWrongUnit(input, whole, layout.parts));
  if (scaled) {
    const { layout, agreement } = scaled;
    return [{ whole, parts: layout.parts, evidence: 'layout', agreement, complete: true }];
  }
  const subset = judged.find(
    ({ layout }) => layout.breakdown && layout.parts.every((part) => part.sign === 1),
  );
  if (!subset || subset.agreement.judged === 0 || !belowWhole(input, whole, subset.layout.parts)) return [];
  return [
    { whole, parts: subset.layout.parts, evidence: 'layout', agreement: subset.agreement, complete: false },
  ];
}

const UNIT_STEPS = [1e3, 1e-3, 1e6, 1e-6];
const ROWS_COMPARED = 200;

/** True where the sum holds in nearly every row as soon as one of its columns is read in another unit. */
function inOneWrongUnit(input: ColumnSumInput, whole: number, parts: readonly SignedLine[]): boolean {
  const { figures } = input;
  const rows = input.own
    .filter((row) => figures.filled(row, whole) && figures.value(row, whole) !== 0)
    .slice(0, ROWS_COMPARED);
  if (parts.length < 2 || rows.length < 3) return false;
  const slack = figures.slack(parts.length);
  const columns = [{ line: whole, sign: -1 }, ...parts];
  return columns.some(({ line }) =>
    UNIT_STEPS.some((step) => {
      let agree = 0;
      let telling = 0;
      for (const row of rows) {
        let rest = 0;
        for (const other of columns)
          rest += other.sign * figures.value(row, other.line) * (other.line === line ? step : 1);
        // A column read in a larger unit shows its rounding in that unit.
        const blur = slack * Math.max(1, step);
        if (Math.abs(rest) > blur) continue;
        agree++;
        if (Math.abs(figures.value(row, line) * step) > 2 * blur) telling++;
      }
      return telling >= 3 && telling * 2 > agree && agree * 10 >= rows.length * 9;
    }),
  );
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
