import type { Decimal } from '../amount/decimal.js';
import { type CellKey, keyOf, positionOf } from './cell-key.js';
import type { Equation } from './equation.js';
import { groupBy } from './like-faults.js';
import { damages, isTyped } from './repair.js';
import { type Shape, shapeOf } from './shape.js';
import { followersOf, type Root } from './solve.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

export interface ScaledRows {
  /** The cells of each row, first cell first. */
  readonly rows: readonly (readonly Root[])[];
  readonly rest: readonly Equation[];
  readonly world: World;
}

function mend(world: World, cells: readonly Cell[]): World {
  return world.with(new Map(cells.map(({ key, right }) => [key, right])));
}

/** The cells with the other typed figures of their row, which bear the same factor though no total shows it. */
function wholeRow(system: SumSystem, cells: readonly Cell[], world: World): Cell[] {
  const [first] = cells as [Cell, ...Cell[]];
  const { sheet, row } = positionOf(first.key);
  const known = new Set(cells.map((cell) => cell.key));
  const others = first.equation.relation!.lines.flatMap((column): Cell[] => {
    const key = keyOf(sheet, row, column);
    const found = world.value(key);
    if (known.has(key) || !found || found.isZero() || !isTyped(system, key)) return [];
    return [{ ...first, key, right: found.div(factorOf(first.shape)) }];
  });
  return [...cells, ...others];
}

/** Breakdowns that were taken for partial only because a part is larger than the whole. */
function exceeded(system: SumSystem, world: World): Equation[] {
  return system.screenings
    .filter((screening) => !screening.prepared.relation.complete)
    .flatMap((screening) => screening.broken.map((line) => system.equation(screening.prepared, line)))
    .filter((equation) => !system.holds(equation, world));
}

interface Cell {
  readonly key: CellKey;
  readonly right: Decimal;
  readonly shape: Shape;
  readonly equation: Equation;
}

/**
 * Rows of which every typed figure stands in another unit: the row's own sum still agrees, but the totals of all its
 * columns are wrong by the same factor. One such row is one mistake, found before single cells are tried.
 */
export function findScaledRows(system: SumSystem, open: readonly Equation[], start: World): ScaledRows {
  const rows: Root[][] = [];
  let world = start;
  const sums = [...open, ...exceeded(system, start)].filter(
    (equation) => equation.relation?.axis === 'column',
  );
  const groups = groupBy(sums, (equation) => equation.id.slice(0, equation.id.lastIndexOf('/')));
  for (const group of groups.values()) {
    const broken = group.filter((equation) => !system.holds(equation, world));
    const enough = broken.length > 1 || broken[0]?.kind === 'of-which';
    const row = enough ? scaledRow(system, broken, world) : null;
    const before = world;
    const cells =
      row && [row, wholeRow(system, row, world)].find((each) => !damages(system, before, mend(before, each)));
    if (!cells) continue;
    const after = mend(before, cells);
    world = after;
    const own = new Set(cells.map((cell) => cell.key));
    rows.push(
      cells.map(({ key, right, shape, equation }) => ({
        key,
        right,
        equation,
        explains: [equation],
        proof: 'shape',
        shape,
        candidates: [],
        followers: followersOf(before, after, key).filter((each) => !own.has(each)),
        before,
        after,
      })),
    );
  }
  return { rows, rest: open.filter((equation) => !system.holds(equation, world)), world };
}

/** The one part row whose figure has the same scale in every broken column; `null` where none or several have. */
function scaledRow(system: SumSystem, broken: readonly Equation[], world: World): Cell[] | null {
  const found: Cell[][] = [];
  const parts = broken[0]!.parts;
  for (let i = 0; i < parts.length && found.length < 2; i++) {
    const cells: Cell[] = [];
    for (const equation of broken) {
      const cell = scaledCell(system, equation, equation.parts[i]!, world);
      if (!cell || (cells[0] && factorOf(cells[0].shape) !== factorOf(cell.shape))) break;
      cells.push(cell);
    }
    const typed = cells.some(({ key }) => isTyped(system, key));
    if (cells.length === broken.length && typed) found.push(cells);
  }
  const [only] = found;
  return only && found.length === 1 ? only.filter(({ key }) => isTyped(system, key)) : null;
}

function scaledCell(system: SumSystem, equation: Equation, key: CellKey, world: World): Cell | null {
  const found = world.value(key);
  const rest = system.difference(equation, world);
  if (!found || !rest) return null;
  const right = found.minus(rest.div(equation.weight(key)));
  const shape = shapeOf(found, right, system.toleranceOf(equation).limit);
  return shape?.kind === 'scale' ? { key, right: shape.right, shape, equation } : null;
}

function factorOf(shape: Shape): string {
  return shape.kind === 'scale' ? shape.factor : '';
}
