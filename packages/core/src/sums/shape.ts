import { type Decimal, ZERO } from '../amount/decimal.js';

/** What a wrong figure looks like beside the right one; such a likeness is no accident. */
export type Shape =
  | {
      readonly kind: 'scale' /** Found ÷ right, `1000` or `0.001`. */;
      readonly factor: string;
      readonly right: Decimal;
    }
  | { readonly kind: 'sign'; readonly right: Decimal };

const SCALES = ['1000', '0.001', '1000000', '0.000001', '1000000000', '0.000000001'];

/** Rounding may blur the likeness by no more than this share of the difference; else too much looks alike. */
export const BLUR = 50;

/**
 * The shape of the mistake that makes `found` out of a figure within `tolerance` of `right`,
 * or `null` where there is none. The right figure of the shape is exact.
 *
 * @param scales factors to try, where the others are known to be out of question
 */
export function shapeOf(
  found: Decimal,
  right: Decimal,
  tolerance: Decimal,
  scales: readonly string[] = SCALES,
): Shape | null {
  const change = found.minus(right).abs();
  if (found.isZero() || right.isZero() || change.lte(tolerance)) return null;
  const blur = tolerance.lte(change.div(BLUR)) ? tolerance : ZERO;
  for (const factor of scales) {
    const unscaled = found.div(factor);
    if (unscaled.minus(right).abs().lte(blur)) return { kind: 'scale', factor, right: unscaled };
  }
  return found.plus(right).abs().lte(blur) ? { kind: 'sign', right: found.neg() } : null;
}
