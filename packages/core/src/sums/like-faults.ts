import type { Decimal } from '../amount/decimal.js';
import type { FindingCode, FindingData } from '../report/types.js';
import { type CellKey, positionOf } from './cell-key.js';
import { decimalText, describe } from './describe.js';
import type { Equation } from './equation.js';
import { type Shape, shapeOf } from './shape.js';
import { mismatchCode, sumFacts } from './sum-findings.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

export interface LikeFaults {
  readonly findings: readonly FindingData[];
  /** Broken sums that are left for single cells to explain. */
  readonly rest: readonly Equation[];
  readonly world: World;
}

/** More than this many like faults are one finding, before single cells are tried. */
export const MANY = 50;
/** Lines looked at before a whole column is. */
const SAMPLE = 20;
/** Where so many sums are broken, fewer of a kind make a group. */
const FLOOD = 400;
const MANY_IN_FLOOD = 10;

/** The same sum in other rows, or the same column in other sums. */
export function likenessOf(equation: Equation): string {
  const { relation, figures, line, id } = equation;
  if (!relation || !figures) return id.slice(0, id.lastIndexOf('/'));
  return relation.axis === 'row' ? id.slice(0, id.lastIndexOf('/')) : `${figures.index}|${line}`;
}

export function groupBy<T>(items: readonly T[], id: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = id(item);
    const list = groups.get(key);
    if (list) list.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Takes groups of many like faults out of the broken sums: one wrong column is one finding, not 3,000. */
export function findLikeFaults(system: SumSystem, open: readonly Equation[], start: World): LikeFaults {
  const many = open.length > FLOOD ? MANY_IN_FLOOD : MANY;
  const findings: FindingData[] = [];
  let world = start;
  let rest = open;
  const groups = [...groupBy(open, likenessOf).values()].filter((group) => group.length > many);
  for (const group of groups.sort((a, b) => b.length - a.length)) {
    const broken = group.filter((equation) => !system.holds(equation, world));
    if (broken.length <= many) continue;
    const wrong = wrongColumn(system, broken, world);
    findings.push(finding(system, broken, wrong, world));
    world = world.with(new Map(wrong.cells.map(({ key, right }) => [key, right])));
    const settled = new Set(broken);
    rest = rest.filter((equation) => !settled.has(equation));
  }
  return { findings, rest: rest.filter((equation) => !system.holds(equation, world)), world };
}

interface WrongColumn {
  readonly shape: Shape | null;
  readonly cells: readonly { readonly key: CellKey; readonly found: Decimal; readonly right: Decimal }[];
}

/** The one column (or row) of which every cell has the same proving shape; without one, the wholes. */
function wrongColumn(system: SumSystem, group: readonly Equation[], world: World): WrongColumn {
  const [first] = group as [Equation, ...Equation[]];
  const shaped: WrongColumn[] = [];
  for (let i = 0; i < first.parts.length; i++) {
    const cellOf = (equation: Equation) => equation.parts[i];
    if (!shapedCells(system, group.slice(0, SAMPLE), world, cellOf)) continue;
    const column = shapedCells(system, group, world, cellOf);
    if (column) shaped.push(column);
  }
  if (shaped.length === 1) return shaped[0]!;
  const whole = shapedCells(system, group, world, (equation) => equation.whole);
  if (whole) return whole;
  return {
    shape: null,
    cells: group.flatMap((equation) => {
      const found = world.value(equation.whole);
      const rest = system.difference(equation, world);
      return found && rest ? [{ key: equation.whole, found, right: found.minus(rest) }] : [];
    }),
  };
}

function shapedCells(
  system: SumSystem,
  group: readonly Equation[],
  world: World,
  cellOf: (equation: Equation) => CellKey | undefined,
): WrongColumn | null {
  let common: Shape | null = null;
  const cells: { key: CellKey; found: Decimal; right: Decimal }[] = [];
  for (const equation of group) {
    const key = cellOf(equation);
    const found = key === undefined ? null : world.value(key);
    const rest = system.difference(equation, world);
    if (key === undefined || !found || !rest) return null;
    const right = found.minus(rest.div(equation.weight(key)));
    const scales = common?.kind === 'scale' ? [common.factor] : undefined;
    const shape = shapeOf(found, right, system.toleranceOf(equation).limit, scales);
    if (!shape || (common && !sameKind(common, shape))) return null;
    common = common ?? shape;
    cells.push({ key, found, right: shape.right });
  }
  return common && { shape: common, cells };
}

function sameKind(a: Shape, b: Shape): boolean {
  return a.kind === b.kind && (a.kind !== 'scale' || b.kind !== 'scale' || a.factor === b.factor);
}

function codeOf(equation: Equation, shape: Shape | null): FindingCode {
  if (shape?.kind === 'scale') return 'unit-scale-error';
  return shape?.kind === 'sign' ? 'sign-error' : mismatchCode(equation);
}

function finding(
  system: SumSystem,
  group: readonly Equation[],
  wrong: WrongColumn,
  world: World,
): FindingData {
  const equation = group[0]!;
  const [first, ...others] = wrong.cells;
  const rest = system.difference(equation, world);
  const whole = world.value(equation.whole);
  const key = first?.key ?? equation.whole;
  return describe(system.figures, {
    code: codeOf(equation, wrong.shape),
    severity: 'error',
    key,
    others: others.map((cell) => cell.key),
    count: group.length,
    facts: {
      ...sumFacts(system, equation, key),
      role: key === equation.whole ? 'whole' : 'part',
      proof: wrong.shape ? 'shape' : 'alone',
      shape: wrong.shape?.kind ?? '',
      factor: wrong.shape?.kind === 'scale' ? wrong.shape.factor : '',
      wholeValue: whole ? decimalText(whole) : '',
      sum: whole && rest ? decimalText(whole.minus(rest)) : '',
      sumDifference: rest ? decimalText(rest) : '',
      agrees: [],
      last: lastAddress(group),
    },
    expected: first ? decimalText(first.right) : null,
    found: first ? decimalText(first.found) : null,
    difference: first ? first.found.minus(first.right) : null,
    fix: null,
  });
}

function lastAddress(group: readonly Equation[]): number {
  return positionOf(group.at(-1)!.whole).row;
}
