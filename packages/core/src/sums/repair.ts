import type { Decimal } from '../amount/decimal.js';
import { Origin } from './amount-grid.js';
import { type CellKey, keyOf, positionOf } from './cell-key.js';
import type { Equation } from './equation.js';
import { bearsShape, isAlike } from './likely-shape.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

/** One cell given another value, after which nothing that agreed before disagrees. */
export interface Repair {
  readonly key: CellKey;
  readonly value: Decimal;
  /** Broken sums that agree after it. */
  readonly fixes: readonly Equation[];
  /** Sums off by no more than rounding that agree to the last digit after it. */
  readonly sharpens: number;
  /** Typed totals that carried the mistake on and change with it. */
  readonly carriers: ReadonlyMap<CellKey, Decimal>;
}

const MOST_CARRIERS = 6;
/** Sums with more parts are searched only where another fault or the shape of a figure points to a part. */
export const FEW_PARTS = 200;
const MOST_UPSTREAM = 60;
/** Above a sum with more typed figures below its formulas, one that nothing points to can never be told from the others. */
const MOST_TRIED = 400;

/** Typed figures may be wrong by themselves; formulas only follow. */
export function isTyped(system: SumSystem, key: CellKey): boolean {
  const origin = system.figures.origin(key);
  return (
    origin === Origin.typed || origin === Origin.text || origin === Origin.dash || origin === Origin.blank
  );
}

/** Tries a value in a cell; `null` where it makes a sum disagree that agreed, and no typed total above explains it. */
export function tryRepair(system: SumSystem, world: World, key: CellKey, value: Decimal): Repair | null {
  const carriers = new Map<CellKey, Decimal>();
  let next = world.with(new Map([[key, value]]));
  for (;;) {
    const fixes: Equation[] = [];
    let sharpens = 0;
    let damaged: Equation | null = null;
    for (const equation of touched(system, world, next)) {
      const before = system.holds(equation, world);
      const after = system.holds(equation, next);
      if (!before && after) fixes.push(equation);
      if (before && after && becomesExact(system, equation, world, next)) sharpens++;
      if (before && !after) damaged = damaged && damaged.height <= equation.height ? damaged : equation;
    }
    if (!damaged) return fixes.length > 0 ? { key, value, fixes, sharpens, carriers } : null;
    const { whole } = damaged;
    const carries = damaged.kind === 'sum' && whole !== key && !carriers.has(whole) && isTyped(system, whole);
    if (!carries || carriers.size === MOST_CARRIERS) return null;
    const rest = system.difference(damaged, next);
    const current = next.value(whole);
    if (!rest || !current || system.figures.origin(whole) === Origin.blank) return null;
    carriers.set(whole, current.minus(rest));
    next = world.with(new Map([[key, value], ...carriers]));
  }
}

function becomesExact(system: SumSystem, equation: Equation, before: World, after: World): boolean {
  return (
    system.difference(equation, before)?.isZero() === false &&
    system.difference(equation, after)?.isZero() === true
  );
}

/** True where a change makes a sum disagree that agreed. */
export function damages(system: SumSystem, before: World, after: World): boolean {
  for (const equation of touched(system, before, after)) {
    if (system.holds(equation, before) && !system.holds(equation, after)) return true;
  }
  return false;
}

function touched(system: SumSystem, before: World, after: World): Set<Equation> {
  const equations = new Set<Equation>();
  for (const [key, value] of after.changed) {
    if (before.changed.get(key)?.eq(value)) continue;
    for (const equation of system.equationsOf(key)) equations.add(equation);
  }
  return equations;
}

/** All sound repairs of one broken sum, each by one typed cell of it or above which its formulas stand. */
export function repairsOf(
  system: SumSystem,
  world: World,
  equation: Equation,
  suspects: ReadonlySet<CellKey>,
): Repair[] {
  const rest = system.difference(equation, world);
  if (!rest || rest.isZero()) return [];
  const repairs: Repair[] = [];
  for (const key of candidatesOf(system, equation, rest, suspects)) {
    const current = world.value(key);
    if (!current) continue;
    const weight = equation.weight(key);
    const value = weight.isZero()
      ? upstreamValue(system, world, equation, key, current, rest)
      : current.minus(rest.div(weight));
    const repair = value && tryRepair(system, world, key, value);
    if (repair?.fixes.includes(equation)) repairs.push(repair);
  }
  return repairs;
}

/** The value of a cell that reaches the sum through formulas: one trial tells how strongly, a second checks it. */
function upstreamValue(
  system: SumSystem,
  world: World,
  equation: Equation,
  key: CellKey,
  current: Decimal,
  rest: Decimal,
): Decimal | null {
  for (const sign of [1, -1]) {
    const tried = current.plus(rest.times(sign));
    const after = system.difference(equation, world.with(new Map([[key, tried]])));
    if (!after) return null;
    if (after.isZero()) return tried;
    const strength = after.minus(rest).div(tried.minus(current));
    if (strength.isZero()) return null;
    const exact = current.minus(rest.div(strength));
    if (exact.decimalPlaces() <= Math.max(6, current.decimalPlaces())) return exact;
  }
  return null;
}

function candidatesOf(
  system: SumSystem,
  equation: Equation,
  rest: Decimal,
  suspects: ReadonlySet<CellKey>,
): Set<CellKey> {
  const found = new Set<CellKey>();
  if (
    equation.kind !== 'words' &&
    (isTyped(system, equation.whole) || !system.figures.evaluator.sumFormula(...at(equation.whole)))
  ) {
    found.add(equation.whole);
  }
  const many = equation.parts.length > FEW_PARTS;
  const { limit } = system.toleranceOf(equation);
  const below = new Set<CellKey>();
  const addBelow = (cell: CellKey) => {
    for (const key of upstream(system, cell)) below.add(key);
  };
  for (const part of equation.parts) {
    if (isTyped(system, part)) {
      if (!many || suspects.has(part) || bearsShape(system, equation, part, rest, limit)) found.add(part);
    } else if (!many || suspects.has(part)) addBelow(part);
  }
  if (equation.whole && !isTyped(system, equation.whole) && !many) addBelow(equation.whole);
  for (const key of below)
    if (below.size <= MOST_TRIED || suspects.has(key) || isAlike(system, key, rest, limit)) found.add(key);
  return found;
}

function at(key: CellKey): [number, number, number] {
  const { sheet, row, column } = positionOf(key);
  return [sheet, row, column];
}

/** Typed figures of the tables that a formula cell is computed from, directly or through other formulas. */
export function upstream(system: SumSystem, key: CellKey): Set<CellKey> {
  const found = new Set<CellKey>();
  const seen = new Set<CellKey>([key]);
  const queue: CellKey[] = [key];
  for (let i = 0; i < queue.length && found.size < MOST_UPSTREAM; i++) {
    for (const area of system.figures.evaluator.precedents(...at(queue[i]!))) {
      const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
      if (size > FEW_PARTS) continue;
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) {
          const cell = keyOf(area.sheet, row, column);
          if (seen.has(cell)) continue;
          seen.add(cell);
          const origin = system.figures.origin(cell);
          if (origin === Origin.formula) queue.push(cell);
          else if (origin === Origin.typed || origin === Origin.text) found.add(cell);
        }
      }
    }
  }
  return found;
}
