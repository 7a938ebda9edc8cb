import type { CheckContext } from '../checks/types.js';
import type { NotCheckedData } from '../report/types.js';
import type { Table } from '../sheet/types.js';
import { analyseSums } from '../sums/analysis.js';
import { type Held, holdAgainst, type Target, type WhyLeft } from './against-table.js';
import { withoutCarried } from './carried.js';
import { entriesOf } from './entries.js';
import { figureOfOption, figuresOfBook } from './figures.js';
import { findingsOf } from './findings.js';
import type { HeldFigures } from './held.js';
import { type Lowest, lowestOf } from './lowest.js';
import { isWithin } from './pairing.js';
import { headingOf } from './places.js';
import { recordOf } from './record.js';
import type { AssignedFigure, Comparison } from './types.js';

/** Figures that belong together: those of the caller, or of one table of a decision. */
interface FigureGroup {
  readonly figures: readonly AssignedFigure[];
  readonly place: string | null;
}

/** Holds what the caller gives, amounts and decisions, against every table of the workbook. */
export function heldInBooks(context: CheckContext): HeldFigures {
  const inputs = context.options.assigned ?? [];
  const { book, tables } = context;
  const mended = analyseSums(context).mended.changed;
  const own = new Set(
    inputs
      .flatMap((input) => (input.kind === 'book' && input.name === null ? input.tables : []))
      .map(({ sheet }) => sheet),
  );
  const divided = tables.filter(({ sheet }) => !own.has(sheet));
  const targets: Target[] = divided.map((table) => ({
    table,
    entries: entriesOf(book, table, mended),
    before: hasAdjustment(table) ? entriesOf(book, table, mended, 'before') : [],
    heading: headingOf(book, tables, table),
  }));
  const gaps: NotCheckedData[] = [];
  const groups: FigureGroup[] = [];
  const options = inputs.flatMap((input) => (input.kind === 'amount' ? [figureOfOption(input)] : []));
  if (options.length > 0) groups.push({ figures: options, place: null });
  for (const input of inputs) {
    if (input.kind !== 'book') continue;
    const read = figuresOfBook(input);
    gaps.push(...read.gaps);
    if (read.tables.length === 0)
      gaps.push(
        gap('assigned-nothing-read', {
          workbook: input.name,
          assignedSheet: input.tables[0]?.sheetName ?? null,
        }),
      );
    for (const { figures } of read.tables) groups.push({ figures, place: input.place });
  }
  const lowest: Lowest[] = [];
  const comparisons: Comparison[] = [];
  const left = new Map<AssignedFigure, WhyLeft>();
  const compared = new Set<AssignedFigure>();
  for (const { figures, place } of groups) {
    const held = targets.map((target) => holdAgainst(figures, target, place));
    for (const one of held.filter((each) => isForThis(each, held))) {
      lowest.push(...lowestOf(one.comparisons));
      comparisons.push(...one.comparisons);
      settle(one, left, compared);
    }
  }
  const broken = lowest.filter(({ comparison }) => agreesWithLines(comparison));
  const sound = lowest.filter((one) => !broken.includes(one));
  const roots = withoutCarried(withoutMissing(withoutSettled(sound, comparisons), comparisons), comparisons);
  for (const figure of compared) left.delete(figure);
  return {
    findings: findingsOf(book, roots, comparisons),
    gaps: [...gaps, ...broken.map(({ comparison }) => brokenTotal(comparison)), ...gapsOf(left)],
    record: groups.flatMap(({ figures }) => figures.map((figure) => recordOf(figure, comparisons))),
  };
}

const hasAdjustment = ({ columns }: Table) => columns.some(({ effective }) => effective.stage === 'after');

/** Where one table of the workbook bears figures of the decision out, one that bears out none divides other money. */
function isForThis(held: Held, all: readonly Held[]): boolean {
  const agreeing = ({ comparisons }: Held) =>
    comparisons.filter((one) => isWithin(one) && !one.assigned.isZero()).length;
  return agreeing(held) > 0 || all.every((other) => agreeing(other) === 0);
}

/** The decision's own total is wrong, not the sheet: what its lines add up to is just what is given out. */
function agreesWithLines({ figure, divided, scale, room }: Comparison): boolean {
  const { lines, unit } = figure;
  return (
    lines !== undefined &&
    divided
      .minus(lines.times(unit?.scale ?? scale))
      .abs()
      .lt(room)
  );
}

function brokenTotal({ figure }: Comparison): NotCheckedData {
  return gap('assigned-total-broken', {
    workbook: figure.workbook,
    assignedSheet: figure.sheet,
    assignedCell: figure.cell,
    amount: figure.amount.toFixed(),
    lines: figure.lines?.toFixed() ?? null,
  });
}

/** A figure that one table gives out to the đồng is settled: another table that differs divides other money. */
function withoutSettled(lowest: readonly Lowest[], all: readonly Comparison[]): Lowest[] {
  const settled = new Set(
    all
      .filter((one) => one.odd === null && !one.assigned.isZero() && isWithin(one))
      .map(({ figure }) => figure),
  );
  return lowest.filter(({ comparison }) => !settled.has(comparison.figure));
}

/** What one table has no line for may stand in another. */
function withoutMissing(lowest: readonly Lowest[], all: readonly Comparison[]): Lowest[] {
  const shown = new Set(all.filter(({ odd }) => odd === null).map(({ figure }) => figure));
  return lowest.filter(({ comparison }) => comparison.odd !== 'missing' || !shown.has(comparison.figure));
}

const RANK: readonly WhyLeft[] = [
  'other-project',
  'other-programme',
  'no-column',
  'programme-unclear',
  'place-not-told',
  'unit-not-named',
  'other-unit',
  'nothing-agrees',
  'column-unclear',
  'no-line',
  'before-adjustment',
  'other-place',
  'within-another',
];

/** Of several tables the reason of the one that came nearest counts. */
function settle(held: Held, left: Map<AssignedFigure, WhyLeft>, compared: Set<AssignedFigure>): void {
  for (const figure of held.compared) compared.add(figure);
  for (const [figure, why] of held.left) {
    const before = left.get(figure);
    if (before === undefined || RANK.indexOf(why) > RANK.indexOf(before)) left.set(figure, why);
  }
}

function gap(code: string, facts: NotCheckedData['facts']): NotCheckedData {
  return { code, sheet: null, cell: null, facts };
}

const MOST_NAMED = 8;

/** Lines of other places and projects than the sheet is about, and lines within one that was compared, are no gap. */
const UNTOLD: readonly WhyLeft[] = ['within-another', 'other-place', 'other-project'];

/** One gap for each decision and reason. */
function gapsOf(left: ReadonlyMap<AssignedFigure, WhyLeft>): NotCheckedData[] {
  const groups = new Map<string, { why: WhyLeft; figures: AssignedFigure[] }>();
  for (const [figure, why] of left) {
    if (UNTOLD.includes(why) || figure.amount.isZero()) continue;
    const key = `${figure.workbook ?? ''}|${figure.sheet ?? ''}|${why}`;
    const group = groups.get(key);
    if (group) group.figures.push(figure);
    else groups.set(key, { why, figures: [figure] });
  }
  return [...groups.values()].map(({ why, figures }) => {
    const [first] = figures;
    return gap('assigned-not-compared', {
      why,
      workbook: first?.workbook ?? null,
      assignedSheet: first?.sheet ?? null,
      count: figures.length,
      nodes: [...new Set(figures.map(({ node }) => node ?? 'total'))].slice(0, MOST_NAMED),
      cells: figures.flatMap(({ cell }) => cell ?? []).slice(0, MOST_NAMED),
    });
  });
}
