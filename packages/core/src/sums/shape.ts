import type { Decimal } from '../amount/decimal.js';

/** What a wrong figure looks like beside the right one; such a likeness is no accident. */
export type Shape =
  | {
      readonly kind: 'scale' /** Found ÷ right, `1000` or `0.001`. */;
      readonly factor: string;
      readonly right: Decimal;
    }
  | { readonly kind: 'sign'; readonly right: Decimal };

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
  return null;
}
