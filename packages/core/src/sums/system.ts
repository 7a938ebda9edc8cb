import { Decimal } from '../amount/decimal.js';
import type { CheckContext } from '../checks/types.js';
import type { SumRelation } from '../sheet/types.js';
import { type CellKey, positionOf } from './cell-key.js';
import {
  crossSheetEquation,
  differenceOf,
  type Equation,
  lineHeights,
  type PreparedRelation,
  prepareRelation,
  sumEquation,
} from './equation.js';
import type { Figures, TableFigures } from './figures.js';
import { isTrusted, type Screening, type Support, screenRelation } from './screen.js';
import { type Tolerance, toleranceOf } from './tolerance.js';
import type { World } from './world.js';

/** All sums of a workbook as equations between cells, with those that do not hold. */
export interface SumSystem {
  readonly context: CheckContext;
  readonly figures: Figures;
  readonly screenings: readonly Screening[];
  /** Sums seen in the figures only that fail too often to accuse anybody. */
  readonly distrusted: readonly Screening[];
  /** Sums that do not agree to the last digit, lowest first; rounding is told apart by {@link toleranceOf}. */
  readonly broken: readonly Equation[];
  equation(prepared: PreparedRelation, line: number): Equation;
  equationsOf(key: CellKey): readonly Equation[];
  relationsOf(figures: TableFigures): readonly PreparedRelation[];
  toleranceOf(equation: Equation): Tolerance;
  /** `whole − parts` in a world; `null` where a figure is not known. */
  difference(equation: Equation, world: World): Decimal | null;
  holds(equation: Equation, world: World): boolean;
}

const SAFE = 2 ** 53;
/** Worlds with fewer changes than this are looked at anew each time: most of them are asked once. */
const FEW_CHANGES = 64;

interface TableIndex {
  readonly prepared: readonly PreparedRelation[];
  readonly byColumn: Map<number, PreparedRelation[]>;
  readonly byRow: Map<number, PreparedRelation[]>;
  readonly columnHeights: ReadonlyMap<number, number>;
  readonly rowHeights: ReadonlyMap<number, number>;
}

function indexTable(
  figures: TableFigures,
  distrusted: ReadonlySet<PreparedRelation>,
  all: readonly PreparedRelation[],
): TableIndex {
  const prepared = all.filter((each) => !distrusted.has(each));
  const byColumn = new Map<number, PreparedRelation[]>();
  const byRow = new Map<number, PreparedRelation[]>();
  for (const each of prepared) {
    const index = each.relation.axis === 'row' ? byColumn : byRow;
    for (const line of new Set([each.relation.whole, ...each.relation.parts.map((part) => part.line)])) {
      const list = index.get(line);
      if (list) list.push(each);
      else index.set(line, [each]);
    }
  }
  const relations = figures.table.sums;
  return {
    prepared,
    byColumn,
    byRow,
    columnHeights: lineHeights(relations, 'row'),
    rowHeights: lineHeights(relations, 'column'),
  };
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** Lines looked at one by one before a relation is believed. */
const MOST_JUDGED = 200;

/**
 * Counts what speaks for and against a relation: differences within rounding speak for it, and of a wrong row and the
 * subtotals that carry it on, only the row itself speaks against it.
 */
function supportOf(figures: Figures, { prepared, holds, broken }: Screening): Support {
  const { relation } = prepared;
  if (relation.evidence !== 'figures' || broken.length > MOST_JUDGED) return { holds, broken: broken.length };
  const heights = lineHeights(prepared.figures.table.sums, relation.axis === 'row' ? 'column' : 'row');
  let near = 0;
  let leaves = 0;
  for (const line of broken) {
    const equation = sumEquation(prepared, line, 0);
    const rest = differenceOf(equation, figures.value);
    if (rest?.abs().lte(toleranceOf(figures, equation).limit)) near++;
    else if ((heights.get(line) ?? 0) === 0) leaves++;
  }
  const against = leaves > 0 ? leaves : broken.length - near;
  return { holds: holds + near, broken: against };
}

/** The difference of a long sum from its scaled integers; `null` where they do not hold it exactly. */
function quickDifference({ prepared, line }: Equation): Decimal | null {
  if (!prepared?.plain) return null;
  const { grid } = prepared.figures;
  const at = prepared.reader.whole(line);
  let rest = at < 0 ? 0 : grid.scaled[at]!;
  for (let i = 0; i < prepared.factors.length; i++) {
    const part = prepared.reader.part(i, line);
    if (part < 0) continue;
    rest -= prepared.factors[i]!.isNegative() ? -grid.scaled[part]! : grid.scaled[part]!;
    if (!(rest < SAFE && rest > -SAFE)) return null;
  }
  return new Decimal(rest).div(new Decimal(10).pow(grid.digits));
}

/**
 * Compares all sums of the workbook once and indexes those that matter.
 *
 * @param denied sums that the sheet's own formulas contradict
 */
export function buildSystem(
  context: CheckContext,
  figures: Figures,
  denied: ReadonlySet<SumRelation> = new Set(),
): SumSystem {
  const preparedOf = new Map<TableFigures, PreparedRelation[]>();
  const screenings: Screening[] = [];
  for (const table of figures.tables) {
    const prepared = table.table.sums.map((relation, index) => prepareRelation(table, relation, index));
    preparedOf.set(table, prepared);
    for (const each of prepared) screenings.push(screenRelation(each));
  }
  const distrusted = screenings.filter(
    (screening) =>
      denied.has(screening.prepared.relation) || !isTrusted(screening, supportOf(figures, screening)),
  );
  const distrustedSet = new Set(distrusted.map((screening) => screening.prepared));
  const indexes = new Map<TableFigures, TableIndex>();
  for (const [table, prepared] of preparedOf) indexes.set(table, indexTable(table, distrustedSet, prepared));

  const equations = new Map<string, Equation>();
  const equation = (prepared: PreparedRelation, line: number): Equation => {
    const id = `${prepared.figures.index}/${prepared.index}/${line}`;
    const known = equations.get(id);
    if (known) return known;
    const index = indexes.get(prepared.figures)!;
    const { axis, whole } = prepared.relation;
    const row = axis === 'row' ? line : whole;
    const column = axis === 'row' ? whole : line;
    const height = (index.rowHeights.get(row) ?? 0) + (index.columnHeights.get(column) ?? 0);
    const made = sumEquation(prepared, line, height);
    equations.set(id, made);
    return made;
  };

  const linked: Equation[] = [];
  for (const table of figures.tables) {
    table.table.crossSheet.forEach((relation, i) => {
      linked.push(crossSheetEquation(figures, relation, `x/${table.index}/${i}`));
    });
  }
  const linkedOf = new Map<CellKey, Equation[]>();
  for (const each of linked) {
    for (const key of new Set([each.whole, ...each.parts])) {
      const list = linkedOf.get(key);
      if (list) list.push(each);
      else linkedOf.set(key, [each]);
    }
  }

  const base = memo((each: Equation) => ({
    difference: quickDifference(each) ?? differenceOf(each, figures.value),
  }));
  const tolerance = memo((each: Equation) => toleranceOf(figures, each));
  const changedDifference = (each: Equation, world: World): Decimal | null => {
    const own = base(each).difference;
    if (!own) return differenceOf(each, world.value);
    let result = own;
    // A short sum in a world of many changes looks at its own cells, a long one at the changes.
    const cells = each.parts.length < world.changed.size ? [each.whole, ...each.parts] : world.changed.keys();
    for (const key of cells) {
      const value = world.changed.get(key);
      if (!value) continue;
      const weight = each.weight(key);
      if (!weight.isZero()) result = result.plus(value.minus(figures.value(key)!).times(weight));
    }
    return result;
  };
  const inWorlds = new WeakMap<World, Map<Equation, Decimal | null>>();
  const difference = (each: Equation, world: World): Decimal | null => {
    if (world.changed.size === 0) return base(each).difference;
    if (world.changed.size < FEW_CHANGES) return changedDifference(each, world);
    let known = inWorlds.get(world);
    if (!known) {
      known = new Map();
      inWorlds.set(world, known);
    }
    let rest = known.get(each);
    if (rest === undefined) {
      rest = changedDifference(each, world);
      known.set(each, rest);
    }
    return rest;
  };
  const holds = (each: Equation, world: World): boolean => {
    const rest = difference(each, world);
    if (rest === null) return true;
    if (each.kind === 'of-which') return rest.gte(tolerance(each).limit.neg());
    return rest.isZero() || rest.abs().lte(tolerance(each).limit);
  };

  const broken: Equation[] = [];
  for (const screening of screenings) {
    if (distrustedSet.has(screening.prepared) || !screening.prepared.relation.complete) continue;
    for (const line of screening.broken) broken.push(equation(screening.prepared, line));
  }
  for (const each of linked) {
    const own = base(each).difference;
    if (own && !own.isZero()) broken.push(each);
  }
  broken.sort((a, b) => a.height - b.height || a.whole - b.whole);

  return {
    context,
    figures,
    screenings,
    distrusted,
    broken,
    equation,
    relationsOf: (table) => indexes.get(table)?.prepared ?? [],
    equationsOf(key) {
      const found = [...(linkedOf.get(key) ?? [])];
      const table = figures.tableOf(key);
      const index = table && indexes.get(table);
      if (!index) return found;
      const { row, column } = positionOf(key);
      for (const each of index.byColumn.get(column) ?? [])
        if (each.lines.has(row)) found.push(equation(each, row));
      for (const each of index.byRow.get(row) ?? [])
        if (each.lines.has(column)) found.push(equation(each, column));
      return found;
    },
    toleranceOf: tolerance,
    difference,
    holds,
  };
}
