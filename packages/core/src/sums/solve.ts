import type { Decimal } from '../amount/decimal.js';
import type { CellKey } from './cell-key.js';
import { MOST_CELLS } from './describe.js';
import type { Equation } from './equation.js';
import { isLikely } from './likely-shape.js';
import { percentVotes } from './percent-votes.js';
import { FEW_PARTS, type Repair, repairsOf } from './repair.js';
import { type Shape, shapeOf } from './shape.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

/** A cell found wrong, or the lowest wrong sum where the figures do not say which of its cells it is. */
export interface Root {
  readonly key: CellKey;
  /** What should stand there. */
  readonly right: Decimal;
  /** The lowest broken sum that this explains. */
  readonly equation: Equation;
  readonly explains: readonly Equation[];
  /** `sums`: several sums agree on this one cell; `shape`: one sum, and the likeness of the figures; `alone`: one sum. */
  readonly proof: 'sums' | 'shape' | 'alone';
  readonly shape: Shape | null;
  /** Cells one of which is wrong, where it is not proven. */
  readonly candidates: readonly CellKey[];
  /** Cells that only carry the mistake on. */
  readonly followers: readonly CellKey[];
  /** The world before this repair, to see what follows it. */
  readonly before: World;
  readonly after: World;
}

export interface Solution {
  readonly roots: readonly Root[];
  readonly world: World;
}

/** Finds the fewest wrong cells that explain all broken sums, the best proven first. */
export function solve(system: SumSystem, broken: readonly Equation[], start: World): Solution {
  const open = new Set(broken);
  const roots: Root[] = [];
  let world = start;
  const repairs = new Map<Equation, readonly Repair[]>();
  while (open.size > 0) {
    for (const equation of [...open]) {
      if (system.holds(equation, world)) open.delete(equation);
      else if (!repairs.has(equation))
        repairs.set(equation, repairsOf(system, world, equation, suspectsOf(open, equation)));
    }
    const best = bestRepairs(open, repairs);
    const [first] = open;
    if (!first) break;
    const root = best.length > 0 ? rootOf(system, world, best) : lonely(system, world, first);
    roots.push(root);
    for (const equation of [...open]) {
      const settled = root.explains.includes(equation) || system.holds(equation, root.after);
      if (settled) open.delete(equation);
      else if (touches(equation, world, root.after)) repairs.delete(equation);
    }
    for (const [equation, list] of repairs) {
      if (list.some((repair) => repair.fixes.some((fixed) => !open.has(fixed)))) repairs.delete(equation);
    }
    world = root.after;
  }
  return { roots, world };
}

/** Cells that also stand in another broken sum. */
function suspectsOf(open: ReadonlySet<Equation>, equation: Equation): Set<CellKey> {
  const suspects = new Set<CellKey>();
  for (const other of open) {
    if (other === equation || other.parts.length > FEW_PARTS) continue;
    suspects.add(other.whole);
    for (const part of other.parts) suspects.add(part);
  }
  return suspects;
}

function touches(equation: Equation, before: World, after: World): boolean {
  for (const [key, value] of after.changed) {
    if (!before.changed.get(key)?.eq(value) && !equation.weight(key).isZero()) return true;
  }
  return false;
}

/** The repairs that explain most; several where the figures do not choose between them. */
function bestRepairs(
  open: ReadonlySet<Equation>,
  repairs: ReadonlyMap<Equation, readonly Repair[]>,
): Repair[] {
  let best: Repair[] = [];
  let bestRank: readonly number[] = [];
  const signature = (repair: Repair) =>
    repair.fixes
      .map((fixed) => fixed.id)
      .sort()
      .join();
  let bestSignature = '';
  const keys = new Set<CellKey>();
  for (const equation of open) {
    for (const repair of repairs.get(equation) ?? []) {
      const rank = [-repair.fixes.length, -repair.sharpens, lowest(repair.fixes).height];
      const order = best.length === 0 ? -1 : compare(rank, bestRank);
      if (order > 0) continue;
      const own = signature(repair);
      if (order < 0) {
        best = [];
        keys.clear();
        bestRank = rank;
        bestSignature = own;
      }
      if (own === bestSignature && !keys.has(repair.key)) {
        keys.add(repair.key);
        best.push(repair);
      }
    }
  }
  return best;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

export function lowest(equations: readonly Equation[]): Equation {
  return equations.reduce((low, each) => (each.height < low.height ? each : low));
}

/** Of two sums equally low: the one in which the cell is the whole counts down its column; a part counts in its row. */
function lowestFor(key: CellKey, equations: readonly Equation[]): Equation {
  const height = lowest(equations).height;
  const low = equations.filter((each) => each.height === height);
  const wholeIn = low.filter((each) => each.whole === key);
  const axis = wholeIn.length > 0 ? 'column' : 'row';
  const preferred = wholeIn.length > 0 ? wholeIn : low;
  return preferred.find((each) => each.relation?.axis === axis) ?? preferred[0]!;
}

function rootOf(system: SumSystem, world: World, all: readonly Repair[]): Root {
  const { fixes } = all[0]!;
  const equation = lowest(fixes);
  if (equation.kind === 'words') return lonely(system, world, equation);
  const best = likeliest(system, world, all, equation);
  const allTried = fixes.length + best[0]!.sharpens > 1 || equation.parts.length <= FEW_PARTS;
  if (best.length === 1 && allTried) return proven(system, world, best[0]!, 'sums');
  const shaped = best.filter((repair) => {
    if (repair.key === equation.whole) return false;
    const shape = shapeFor(system, world, repair);
    return (
      shape !== null &&
      (equation.weight(repair.key).isZero() || isLikely(system, equation, repair.key, shape))
    );
  });
  if (shaped.length === 1) return proven(system, world, shaped[0]!, 'shape');
  const whole = best.find((repair) => repair.key === equation.whole);
  const right = world.value(equation.whole)!.minus(system.difference(equation, world)!);
  const applied = whole ?? best[0]!;
  const after = world.with(new Map([[applied.key, applied.value], ...applied.carriers]));
  return {
    key: equation.whole,
    right,
    equation: lowestFor(
      equation.whole,
      fixes.filter((fixed) => fixed.whole === equation.whole),
    ),
    explains: fixes,
    proof: 'alone',
    shape: null,
    candidates: allTried
      ? best.map((repair) => repair.key).filter((key) => key !== equation.whole)
      : filledParts(system, equation),
    followers: whole ? followersOf(world, after, equation.whole) : otherWholes(fixes, equation),
    before: world,
    after,
  };
}

/**
 * One cell alone that mends several sums beats any that must drag typed totals along, and so does one that typed
 * percents speak for. Without such a cell all stay in question where the whole of the lowest sum is among them,
 * else those that drag fewest along.
 */
function likeliest(
  system: SumSystem,
  world: World,
  repairs: readonly Repair[],
  equation: Equation,
): readonly Repair[] {
  const fewest = Math.min(...repairs.map((repair) => repair.carriers.size));
  const light = repairs.filter((repair) => repair.carriers.size === fewest);
  const [only] = light;
  const several = repairs[0]!.fixes.length + repairs[0]!.sharpens > 1;
  const voted = light.length === 1 && percentVotes(system.figures, world, only!.key, only!.value) > 0;
  const alone = fewest === 0 && (several || voted);
  return alone || !repairs.some((repair) => repair.key === equation.whole) ? light : repairs;
}

function shapeFor(system: SumSystem, world: World, repair: Repair): Shape | null {
  const found = world.value(repair.key);
  return found && shapeOf(found, repair.value, system.toleranceOf(lowest(repair.fixes)).limit);
}

function proven(system: SumSystem, world: World, repair: Repair, proof: Root['proof']): Root {
  const shape = shapeFor(system, world, repair);
  const right = shape?.right ?? repair.value;
  const after = world.with(new Map([[repair.key, right], ...repair.carriers]));
  return {
    key: repair.key,
    right,
    equation: lowestFor(repair.key, repair.fixes),
    explains: repair.fixes,
    proof,
    shape,
    candidates: [],
    followers: followersOf(world, after, repair.key),
    before: world,
    after,
  };
}

/** Parts that hold a figure; of a long sum only the first, the message names its range. */
function filledParts(system: SumSystem, equation: Equation): CellKey[] {
  const found: CellKey[] = [];
  for (const part of equation.parts) {
    if (system.figures.approximate(part) !== 0) found.push(part);
    if (found.length === MOST_CELLS) break;
  }
  return found;
}

/** A broken sum that no single cell can mend: its whole is named, its parts are candidates. */
function lonely(system: SumSystem, world: World, equation: Equation): Root {
  const rest = system.difference(equation, world)!;
  const whole = equation.kind === 'words' ? equation.constant.neg() : world.value(equation.whole)!;
  return {
    key: equation.whole,
    right: whole.minus(rest),
    equation,
    explains: [equation],
    proof: 'alone',
    shape: null,
    candidates: filledParts(system, equation),
    followers: [],
    before: world,
    after: world,
  };
}

/** Cells whose value changes when a cell is mended. */
export function followersOf(before: World, after: World, key: CellKey): CellKey[] {
  const found: CellKey[] = [];
  for (const [cell, value] of after.changed) {
    if (cell !== key && !before.value(cell)?.eq(value)) found.push(cell);
  }
  return found.sort((a, b) => a - b);
}

function otherWholes(explained: readonly Equation[], equation: Equation): CellKey[] {
  return [...new Set(explained.map((each) => each.whole))].filter((key) => key !== equation.whole);
}
