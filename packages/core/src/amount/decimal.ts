import { Decimal as SharedDecimal } from 'decimal.js';

/**
 * The decimal of the project: a clone with settings of its own, so that no caller's
 * `Decimal.set` can change a budget. 60 digits hold any product of two amounts and ratios exactly.
 */
export const Decimal = SharedDecimal.clone({
  precision: 60,
  rounding: SharedDecimal.ROUND_HALF_UP,
  toExpNeg: -1000,
  toExpPos: 1000,
});
export type Decimal = InstanceType<typeof SharedDecimal>;

/** Nought, shared. */
export const ZERO: Decimal = new Decimal(0);

/**
 * The decimal that a person sees in a cell that holds `value`: Excel keeps and shows 15 significant digits,
 * what lies beyond is the dust of binary arithmetic (`9504.200000000001` is 9504.2).
 *
 * @example decimalOfDouble(9504.200000000001).toString() // '9504.2'
 */
export function decimalOfDouble(value: number): Decimal {
  const shortest = new Decimal(value);
  return shortest.precision() <= 15 ? shortest : shortest.toSignificantDigits(15, Decimal.ROUND_HALF_UP);
}
