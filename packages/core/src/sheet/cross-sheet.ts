import type { Evaluator } from '../formula/types.js';
import type { CellPosition } from '../snapshot/index.js';
import { foldText } from '../text/index.js';
import {
  commonTarget,
  factorOf,
  grandTotalOf,
  linksGrandTotals,
  linksOf,
  type SheetLink,
} from './sheet-links.js';
import type { CrossSheetRelation, RowKind, Table, TableColumn, TableRow } from './types.js';

/** Finds figures that a summary carries over from its detail tables, perhaps in another unit. */
export function findCrossSheet(
  tables: readonly Table[],
  evaluator: Evaluator,
): Map<Table, CrossSheetRelation[]> {
  const found = new Map<Table, CrossSheetRelation[]>();
  for (const summary of tables) {
    const others = tables.filter((detail) => detail.sheet !== summary.sheet);
    const links = linksOf(summary, others, evaluator);
    const toGrandTotals = linksGrandTotals(links);
    const byDetail = others
      .map((detail) =>
        detailPairs({ summary, detail, links: links.get(detail) ?? [], toGrandTotals, evaluator }),
      )
      .filter(({ pairs }) => pairs.length > 0);
    const relations = accepted(byDetail).map(relationOf);
    if (relations.length > 0) found.set(summary, relations);
  }
  return found;
}

/** A summary beside one of the tables that it may be made of. */
interface Couple {
  readonly summary: Table;
  readonly detail: Table;
  /** Formulas of the summary that take single cells of the detail: proof that it is made of it. */
  readonly links: readonly SheetLink[];
  /** True where nearly all links of the summary take the grand total of their sheet. */
  readonly toGrandTotals: boolean;
  readonly evaluator: Evaluator;
}

interface CouplePairs {
  readonly pairs: readonly Pair[];
  readonly linked: boolean;
}

interface Pair {
  readonly whole: CellPosition;
  readonly part: CellPosition;
  readonly wholeScale: number;
  readonly partScale: number;
  readonly linked: boolean;
  /** True where the figures above and below are taken from the same column of the same sheet. */
  readonly linkedColumn: boolean;
  readonly agrees: boolean;
  /** The summary's own total of the row: it repeats the faults of its parts. */
  readonly derived: boolean;
}

function relationOf(pair: Pair): CrossSheetRelation {
  return {
    whole: pair.whole,
    wholeScale: pair.wholeScale,
    parts: [pair.part],
    partScale: pair.partScale,
    evidence: pair.linked || pair.linkedColumn ? 'formula' : 'figures',
  };
}

function detailPairs(couple: Couple): CouplePairs {
  const { summary, detail, links } = couple;
  const scales = scalesOf(couple);
  const pairs: Pair[] = [];
  for (const [wholeRow, partRow] of rowPairs(couple)) {
    for (const columns of columnPairs(couple)) {
      const pair = makePair(couple, scales, wholeRow, partRow, columns);
      if (pair) pairs.push(pair);
    }
  }
  const linked = links.length > 0;
  const speaks = linked || pairs.some((pair) => pair.linked) || isSummaryOf(summary, detail);
  return { pairs: speaks ? pairs : [], linked };
}

interface Scales {
  readonly whole: number | undefined;
  readonly part: number | undefined;
}

/** Units of the two tables; where one of them names none, the links tell how many times it is the other. */
function scalesOf({ summary, detail, links, evaluator }: Couple): Scales {
  const whole = summary.dimensions.unit?.scale;
  const part = detail.dimensions.unit?.scale;
  if (whole !== undefined && part !== undefined) return { whole, part };
  const factor = factorOf(summary, detail, links, evaluator);
  if (factor === null) return { whole, part };
  if (whole !== undefined) return { whole, part: whole * factor };
  if (part !== undefined) return { whole: part / factor, part };
  return factor < 1 ? { whole: 1 / factor, part: 1 } : { whole: 1, part: factor };
}

/** A summary shows itself as a whole: most figures over all its detail tables agree. */
function accepted(byDetail: readonly CouplePairs[]): Pair[] {
  const every = byDetail.flatMap(({ pairs }) => pairs);
  const own = every.filter((pair) => !pair.derived);
  const all = own.length > 0 ? own : every;
  const agreeing = all.filter((pair) => pair.agrees).length;
  const linked = byDetail.some((one) => one.linked) || all.some((pair) => pair.linked);
  if (agreeing === 0 || agreeing * 10 < all.length * (linked ? 4 : 6)) return [];
  if (!linked && agreeing < 2) return [];
  const certain = agreeing * 4 >= all.length * 3;
  return byDetail.flatMap((one) =>
    certain || one.linked || one.pairs.some((pair) => pair.agrees || pair.linked) ? one.pairs : [],
  );
}

/** Two tables that name the same rows: the one with fewer rows, or the coarser unit, is the summary. */
function isSummaryOf(summary: Table, detail: Table): boolean {
  const scale = (table: Table) => table.dimensions.unit?.scale ?? 1;
  if (
    summary.rows.some((row) => row.kind === 'programme') &&
    !detail.rows.some((row) => row.kind === 'programme')
  )
    return true;
  if (scale(summary) !== scale(detail)) return scale(summary) > scale(detail);
  return summary.rows.length < detail.rows.length;
}

/** Rows that stand for many others: one name on both sheets is no proof that they add up the same. */
const SUMMED: readonly RowKind[] = ['programme', 'grand-total', 'subtotal'];

function rowPairs({ summary, detail, links, toGrandTotals }: Couple): [TableRow, TableRow][] {
  const grand = grandTotalOf(detail);
  const pairs = pairsBy(summary, detail, (row) =>
    row.own.node === null ? null : `${row.own.programme}/${row.own.node}`,
  );
  if (grand && detail.dimensions.programme !== null) {
    const named = summary.rows.filter(
      (row) => row.kind === 'programme' && row.own.programme === detail.dimensions.programme,
    );
    if (named.length === 1) pairs.push([named[0]!, grand]);
  }
  if (links.length === 0) return pairs;
  const paired = new Set(pairs.map(([row]) => row.row));
  const byTitle = pairsBy(summary, detail, (row) =>
    row.own.node !== null || SUMMED.includes(row.kind) ? null : foldText(row.title),
  );
  for (const pair of byTitle) if (!paired.has(pair[0].row)) pairs.push(pair);
  const [only, ...further] = new Set(links.map((link) => link.row));
  const single = further.length === 0 ? summary.rows.find((row) => row.row === only) : undefined;
  if (grand && single && toGrandTotals && pairs.length === 0) return [[single, grand]];
  const known = new Set(pairs.map(([row]) => row.row));
  for (const row of summary.rows) {
    if (known.has(row.row) || SUMMED.includes(row.kind)) continue;
    const target = commonTarget(
      links,
      (link) => link.row === row.row,
      (link) => link.partRow,
      2,
    );
    const part = target === null ? undefined : detail.rows.find((other) => other.row === target);
    if (part) pairs.push([row, part]);
  }
  return pairs;
}

/** Rows of both tables that bear the same name, each only once. */
function pairsBy(
  summary: Table,
  detail: Table,
  nameOf: (row: TableRow) => string | null,
): [TableRow, TableRow][] {
  const unique = (rows: readonly TableRow[]) => {
    const count = new Map<string, TableRow | null>();
    for (const row of rows) {
      const name = row.hasMoney ? nameOf(row) : null;
      if (name) count.set(name, count.has(name) ? null : row);
    }
    return count;
  };
  const inDetail = unique(detail.rows);
  return [...unique(summary.rows)].flatMap(([name, row]): [TableRow, TableRow][] => {
    const match = inDetail.get(name);
    return row && match ? [[row, match]] : [];
  });
}

type Key = 'source' | 'capital' | 'year' | 'stage' | 'node' | 'place';
const FULL: readonly Key[] = ['source', 'capital', 'year', 'stage', 'node', 'place'];
const without = (...left: readonly Key[]): readonly Key[] => FULL.filter((key) => !left.includes(key));
/** "NSTW (vốn sự nghiệp)" is the one central column of its sheet; the summary calls it NSTW. */
const LIKENESSES: readonly (readonly Key[])[] = [FULL, without('capital')];
/** Between tables that formulas join, a heading that names another year, or none, is the heading's affair. */
const LINKED_LIKENESSES: readonly (readonly Key[])[] = [
  ...LIKENESSES,
  without('year', 'stage'),
  without('year', 'stage', 'capital'),
];

interface ColumnPair {
  readonly whole: TableColumn;
  readonly part: TableColumn;
  readonly linked: boolean;
}

function columnPairs({ summary, detail, links }: Couple): ColumnPair[] {
  const subsets = new Set(
    detail.sums
      .filter((sum) => sum.axis === 'row' && !sum.complete && sum.parts.length === 1)
      .flatMap((sum) => sum.parts.map(({ line }) => line)),
  );
  const amounts = (table: Table) => table.columns.filter((column) => column.role === 'amount');
  const candidates = amounts(detail).filter(({ column }) => !subsets.has(column));
  const twinOf = (column: TableColumn, keys: readonly Key[]) => {
    const alike = (other: TableColumn) =>
      keys.every((key) => {
        const [a, b] = [other.effective[key], column.effective[key]];
        return a === b || (key === 'year' && (a === null || b === null));
      });
    const twins = candidates.filter(alike);
    return twins.length === 1 && amounts(summary).filter(alike).length === 1 ? twins[0]! : null;
  };
  return amounts(summary).flatMap((column): ColumnPair[] => {
    const target = commonTarget(
      links,
      (link) => link.column === column.column,
      (link) => link.partColumn,
      2,
    );
    const linked = target === null ? undefined : candidates.find((other) => other.column === target);
    if (linked) return [{ whole: column, part: linked, linked: true }];
    for (const keys of links.length > 0 ? LINKED_LIKENESSES : LIKENESSES) {
      const twin = twinOf(column, keys);
      if (twin)
        return sameMakeUp(summary, column, detail, twin)
          ? [{ whole: column, part: twin, linked: false }]
          : [];
    }
    return [];
  });
}

/** Two totals speak of one figure only if they add up the same sources. */
function sameMakeUp(summary: Table, column: TableColumn, detail: Table, twin: TableColumn): boolean {
  const makeUp = (table: Table, whole: TableColumn) => {
    const sum = table.sums.find((one) => one.axis === 'row' && one.complete && one.whole === whole.column);
    const parts =
      sum?.parts.map((part) => table.columns.find((one) => one.column === part.line)?.effective) ?? [];
    return parts
      .map((part) => part?.source ?? '')
      .sort()
      .join(' ');
  };
  const ours = makeUp(summary, column);
  const theirs = makeUp(detail, twin);
  return ours === theirs || (column.effective.source !== 'total' && (ours === '' || theirs === ''));
}

function makePair(
  { summary, detail, evaluator }: Couple,
  scales: Scales,
  wholeRow: TableRow,
  partRow: TableRow,
  { whole: wholeColumn, part: partColumn, linked: linkedColumn }: ColumnPair,
): Pair | null {
  const wholeScale = wholeColumn.own.unit?.scale ?? scales.whole;
  const partScale = partColumn.own.unit?.scale ?? scales.part;
  if (wholeScale === undefined || partScale === undefined) return null;
  const whole = { sheet: summary.sheet, row: wholeRow.row, column: wholeColumn.column };
  const part = { sheet: detail.sheet, row: partRow.row, column: partColumn.column };
  const a = evaluator.value(whole.sheet, whole.row, whole.column);
  const b = evaluator.value(part.sheet, part.row, part.column);
  if (a.kind !== 'number' || b.kind !== 'number') return null;
  const difference = a.value.times(wholeScale).minus(b.value.times(partScale)).abs();
  const step = a.value.decimalPlaces() === 0 ? 1 : 10 ** -a.value.decimalPlaces();
  const linked = evaluator
    .precedents(whole.sheet, whole.row, whole.column)
    .some((area) => area.sheet === part.sheet);
  const agrees = difference.lte(Math.max(wholeScale * step, partScale) / 2);
  const derived = summary.sums.some(
    (sum) => sum.axis === 'row' && sum.complete && sum.whole === wholeColumn.column,
  );
  return { whole, part, wholeScale, partScale, linked, linkedColumn, agrees, derived };
}
