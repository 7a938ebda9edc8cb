import { Decimal } from '../amount/decimal.js';

/** What a wrong figure looks like beside the right one; such a likeness is no accident. */
export type Shape =
  | {
      readonly kind: 'scale' /** Found ÷ right, `1000` or `0.001`. */;
      readonly factor: string;
      readonly right: Decimal;
    }
  | { readonly kind: 'sign'; readonly right: Decimal }
  | { readonly kind: 'swapped'; readonly right: Decimal };

const SCALES = ['1000', '0.001', '1000000', '0.000001', '1000000000', '0.000000001'];

/**
 * The shape of the mistake that makes `found` out of a figure within `tolerance` of `right`,
 * or `null` where there is none. The right figure of the shape is exact.
 */
export function shapeOf(found: Decimal, right: Decimal, tolerance: Decimal): Shape | null {
  if (found.isZero() || right.isZero() || found.eq(right)) return null;
  if (tolerance.gte(right.abs()) || found.minus(right).abs().lte(tolerance)) return null;
  for (const factor of SCALES) {
    const unscaled = found.div(factor);
    if (unscaled.minus(right).abs().lte(tolerance)) return { kind: 'scale', factor, right: unscaled };
  }
  if (found.plus(right).abs().lte(tolerance)) return { kind: 'sign', right: found.neg() };
  return isSwap(found, right) ? { kind: 'swapped', right } : null;
}

/** Two neighbouring digits have changed places: `12036.2` for `12063.2`. */
function isSwap(found: Decimal, right: Decimal): boolean {
  if (found.isNegative() !== right.isNegative()) return false;
  const digits = Math.max(found.decimalPlaces(), right.decimalPlaces());
  const factor = new Decimal(10).pow(digits);
  const a = found.abs().times(factor).toFixed(0);
  const b = right.abs().times(factor).toFixed(0);
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return (
    at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
}
