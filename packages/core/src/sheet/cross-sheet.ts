import type { Evaluator } from '../formula/types.js';
import type { CellPosition } from '../snapshot/index.js';
import type { CrossSheetRelation, Table, TableColumn, TableRow } from './types.js';

/** Finds figures that a summary carries over from its detail tables, perhaps in another unit. */
export function findCrossSheet(
  tables: readonly Table[],
  evaluator: Evaluator,
): Map<Table, CrossSheetRelation[]> {
  const found = new Map<Table, CrossSheetRelation[]>();
  for (const summary of tables) {
    const byDetail = tables
      .filter((detail) => detail !== summary && detail.sheet !== summary.sheet)
      .map((detail) => detailPairs(summary, detail, evaluator))
      .filter((pairs) => pairs.length > 0);
    const relations = accepted(byDetail).map(relationOf);
    if (relations.length > 0) found.set(summary, relations);
  }
  return found;
}

interface Pair {
  readonly whole: CellPosition;
  readonly part: CellPosition;
  readonly wholeScale: number;
  readonly partScale: number;
  readonly linked: boolean;
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
    evidence: pair.linked ? 'formula' : 'figures',
  };
}

function detailPairs(summary: Table, detail: Table, evaluator: Evaluator): Pair[] {
  const pairs: Pair[] = [];
  for (const [wholeRow, partRow] of rowPairs(summary, detail)) {
    for (const [wholeColumn, partColumn] of columnPairs(summary, detail)) {
      const pair = makePair(summary, detail, wholeRow, wholeColumn, partRow, partColumn, evaluator);
      if (pair) pairs.push(pair);
    }
  }
  return pairs.some((pair) => pair.linked) || isSummaryOf(summary, detail) ? pairs : [];
}

/** A summary shows itself as a whole: most figures over all its detail tables agree. */
function accepted(byDetail: readonly (readonly Pair[])[]): Pair[] {
  const every = byDetail.flat();
  const own = every.filter((pair) => !pair.derived);
  const all = own.length > 0 ? own : every;
  const agreeing = all.filter((pair) => pair.agrees).length;
  const linked = all.some((pair) => pair.linked);
  if (agreeing === 0 || agreeing * 10 < all.length * (linked ? 4 : 6)) return [];
  if (!linked && agreeing < 2) return [];
  const certain = agreeing * 4 >= all.length * 3;
  return byDetail.filter((pairs) => certain || pairs.some((pair) => pair.agrees || pair.linked)).flat();
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

function rowPairs(summary: Table, detail: Table): [TableRow, TableRow][] {
  const grand = detail.rows.find((row) => row.kind === 'grand-total') ?? null;
  const pairs: [TableRow, TableRow][] = [];
  const unique = (rows: readonly TableRow[]) => {
    const count = new Map<string, TableRow | null>();
    for (const row of rows) {
      if (row.own.node === null || !row.hasMoney) continue;
      const key = `${row.own.programme}/${row.own.node}`;
      count.set(key, count.has(key) ? null : row);
    }
    return count;
  };
  const inDetail = unique(detail.rows);
  for (const [key, row] of unique(summary.rows)) {
    const match = inDetail.get(key);
    if (row && match) pairs.push([row, match]);
  }
  if (grand && detail.dimensions.programme !== null) {
    const named = summary.rows.filter(
      (row) => row.kind === 'programme' && row.own.programme === detail.dimensions.programme,
    );
    if (named.length === 1) pairs.push([named[0]!, grand]);
  }
  return pairs;
}

type Key = 'source' | 'capital' | 'year' | 'stage' | 'node' | 'place';
const FULL: readonly Key[] = ['source', 'capital', 'year', 'stage', 'node', 'place'];
/** "NSTW (vốn sự nghiệp)" is the one central column of its sheet; the summary calls it NSTW. */
const WITHOUT_CAPITAL: readonly Key[] = FULL.filter((key) => key !== 'capital');

function columnPairs(summary: Table, detail: Table): [TableColumn, TableColumn][] {
  const amounts = (table: Table) => table.columns.filter((column) => column.role === 'amount');
  const twinOf = (column: TableColumn, keys: readonly Key[]) => {
    const alike = (other: TableColumn) => keys.every((key) => other.effective[key] === column.effective[key]);
    const twins = amounts(detail).filter(alike);
    return twins.length === 1 && amounts(summary).filter(alike).length === 1 ? twins[0]! : null;
  };
  return amounts(summary).flatMap((column): [TableColumn, TableColumn][] => {
    const twin = twinOf(column, FULL) ?? twinOf(column, WITHOUT_CAPITAL);
    return twin && sameMakeUp(summary, column, detail, twin) ? [[column, twin]] : [];
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
  summary: Table,
  detail: Table,
  wholeRow: TableRow,
  wholeColumn: TableColumn,
  partRow: TableRow,
  partColumn: TableColumn,
  evaluator: Evaluator,
): Pair | null {
  const wholeScale = (wholeColumn.own.unit ?? summary.dimensions.unit)?.scale;
  const partScale = (partColumn.own.unit ?? detail.dimensions.unit)?.scale;
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
  return { whole, part, wholeScale, partScale, linked, agrees, derived };
}
