import { Decimal } from '../amount/decimal.js';

/** An exact fraction; the denominator is above 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

export function reduced(numerator: bigint, denominator: bigint): Fraction {
  const divisor = greatestDivisor(numerator, denominator) || 1n;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The decimal as a fraction, `0.1` as 1/10. */
export function fractionOf(value: Decimal): Fraction {
  const places = value.decimalPlaces();
  return reduced(BigInt(value.times(new Decimal(10).pow(places)).toFixed(0)), 10n ** BigInt(places));
}

export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/** Below 0, 0 or above, as `a` is less than, equal to or more than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `100/3`, or `50` where it is whole. */
export function fractionText({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? numerator.toString() : `${numerator}/${denominator}`;
}

/** The fraction that {@link fractionText} wrote; `null` for anything else. */
export function parseFraction(text: string): Fraction | null {
  const match = /^(-?\d+)(?:\/([1-9]\d*))?$/.exec(text);
  return match ? reduced(BigInt(match[1]!), BigInt(match[2] ?? '1')) : null;
}

/** To at most 12 decimals, half away from zero: for reading, never for deciding. */
export function fractionDecimal({ numerator, denominator }: Fraction): string {
  return new Decimal(numerator.toString())
    .div(denominator.toString())
    .toDecimalPlaces(12, Decimal.ROUND_HALF_UP)
    .toFixed();
}
