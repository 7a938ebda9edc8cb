import type { Decimal } from '../amount/decimal.js';
import type { CellKey } from './cell-key.js';
import type { Equation } from './equation.js';
import { BLUR, type Shape, shapeOf } from './shape.js';
import type { SumSystem } from './system.js';

/** How much of itself a figure changes by where its sign or its unit is put right. */
const CHANGES = [2, 0.999, 999, 0.999999, 999_999, 0.999999999, 999_999_999];
/** How many times the usual figure of a long sum a figure in another unit must be, or the reverse. */
const STANDS_OUT = 10;
/** Parts of a long sum that tell what its figures usually are. */
const SAMPLE = 200;

/** Whether the part bears a proving likeness to what it should be; most are sorted out in doubles. */
export function bearsShape(
  system: SumSystem,
  equation: Equation,
  part: CellKey,
  rest: Decimal,
  tolerance: Decimal,
): boolean {
  if (!isAlike(system, part, rest, tolerance)) return false;
  const value = system.figures.value(part);
  const shape = value && shapeOf(value, value.minus(rest.div(equation.weight(part))), tolerance);
  return shape !== null && isLikely(system, equation, part, shape);
}

/** A first look in doubles: a figure that changes by the difference where its sign or its unit is put right. */
export function isAlike(system: SumSystem, cell: CellKey, rest: Decimal, tolerance: Decimal): boolean {
  const size = Math.abs(system.figures.approximate(cell));
  const change = rest.abs().toNumber();
  const blur = Math.min(tolerance.toNumber(), change / BLUR) + 1e-6 * change;
  return size > 0 && CHANGES.some((times) => Math.abs(size * times - change) <= blur);
}

/**
 * Among many figures some will look like a mistake by accident: a sign is wrong where the figure is negative among
 * positive ones, and in a long sum a figure in another unit stands out of the others.
 */
export function isLikely(system: SumSystem, equation: Equation, part: CellKey, shape: Shape): boolean {
  const { approximate } = system.figures;
  const others = [equation.whole, ...equation.parts.slice(0, SAMPLE)]
    .filter((key) => key !== part)
    .map(approximate)
    .filter((value) => value !== 0);
  if (shape.kind === 'sign') {
    const negative = others.filter((value) => value < 0).length;
    return shape.right.isPositive() ? negative * 2 <= others.length : negative * 2 > others.length;
  }
  if (equation.parts.length <= SAMPLE) return true;
  const sizes = others.map(Math.abs).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const found = Math.abs(approximate(part));
  return Number(shape.factor) > 1 ? found > usual * STANDS_OUT : found < usual / STANDS_OUT;
}
