import { Decimal } from '../../amount/index.js';
import type { RemainderPolicy } from '../../funding/index.js';

/** How a share is rounded so that the policy is kept: up where it gets the step left over, down where not. */
export type ShareRounding = 'up' | 'down' | 'nearest';

/** Rounding of one share beside all that is not it; of two parts this is what the policy gives, to the last step. */
export function roundingOf(policy: RemainderPolicy, ratio: Decimal): ShareRounding {
  switch (policy) {
    case 'largest-remainder':
      return 'nearest';
    case 'first':
      return 'up';
    case 'largest-ratio':
      return ratio.gte('0.5') ? 'up' : 'down';
    default:
      return 'down';
  }
}

/** Name of the function that rounds so in a sheet. */
export const ROUND_FUNCTION: Readonly<Record<ShareRounding, string>> = {
  up: 'ROUNDUP',
  down: 'ROUNDDOWN',
  nearest: 'ROUND',
};

/** Decimals that a step stands for, `0.1` → 1, `1000` → -3; `null` for a step such as 500. */
export function decimalsOfStep(step: string): number | null {
  const value = new Decimal(step);
  const decimals = value.decimalPlaces();
  for (let places = decimals; places >= -15; places--)
    if (value.eq(new Decimal(10).pow(-places))) return places;
  return null;
}

/** True where an amount is a whole number of steps. */
export function isInSteps(amount: Decimal, step: string): boolean {
  return amount.mod(step).isZero();
}

/** Decimals behind the step that no share of a typed total by a typed percentage goes beyond. */
export const TIE_DECIMALS = 8;

/**
 * True where a share lies exactly half-way between two steps while the double that a spreadsheet computes lies beside
 * it: 610500 × 33,3 % is 203296,5 but comes out as 203296,49999999997. Rounded to fewer decimals first, it is half-way.
 */
export function isLostTie(total: Decimal, ratio: Decimal, step: string): boolean {
  const share = total.times(ratio);
  const halfWay = share.div(step).abs().mod(1).eq('0.5');
  return halfWay && total.toNumber() * (ratio.times(100).toNumber() / 100) !== share.toNumber();
}
