import { Decimal, ZERO } from '../amount/decimal.js';
import { type ClashingConstraint, SplitError } from './errors.js';
import type { Limit, Receiver, SplitRequest } from './types.js';

/** A receiver in whole steps. */
export interface StepReceiver {
  readonly name: string;
  readonly weight: bigint;
  readonly low: bigint;
  readonly high: bigint | null;
  /** Money, not steps: a fixed part need not be a whole number of steps. */
  readonly fixed: Decimal | null;
  readonly priority: number;
}

export interface SplitInput {
  /** Size of the total; the sign is put on at the end. */
  readonly size: Decimal;
  readonly sign: 1 | -1;
  readonly step: Decimal;
  /** Whole steps left after the fixed parts. */
  readonly steps: bigint;
  /** Less than a step, left apart. */
  readonly odd: Decimal;
  readonly receivers: readonly StepReceiver[];
}

function number(text: string, name: string, kind: ClashingConstraint['kind']): Decimal {
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return new Decimal(text);
  throw new SplitError('not-a-number', [{ name, kind, amount: text }], '0');
}

function sizeOf(text: string, name: string, kind: ClashingConstraint['kind']): Decimal {
  const value = number(text, name, kind);
  if (value.isNegative() && !value.isZero()) {
    throw new SplitError('negative-limit', [{ name, kind, amount: text }], '0');
  }
  return value;
}

/** Weights as whole numbers in the same proportion. */
function wholeWeights(receivers: readonly Receiver[]): bigint[] {
  const weights = receivers.map(({ weight, name }) => {
    const value = number(weight, name, 'weight');
    if (value.isNegative() && !value.isZero()) {
      throw new SplitError('negative-weight', [{ name, kind: 'weight', amount: weight }], '0');
    }
    return value;
  });
  const places = weights.reduce((most, weight) => Math.max(most, weight.decimalPlaces()), 0);
  const scale = new Decimal(10).pow(places);
  return weights.map((weight) => BigInt(weight.times(scale).toFixed(0)));
}

function money(limit: Limit, size: Decimal, name: string, kind: 'floor' | 'cap'): Decimal {
  if ('amount' in limit) return sizeOf(limit.amount, name, kind);
  return sizeOf(limit.share, name, kind).times(size);
}

const toSteps = (value: Decimal, step: Decimal, way: 'up' | 'down'): bigint => {
  const steps = value.div(step);
  return BigInt((way === 'up' ? steps.ceil() : steps.floor()).toFixed(0));
};

/** Reads a request into whole steps, exactly; what cannot be read is an error that names it. */
export function readRequest(request: SplitRequest): SplitInput {
  const total = number(request.total, '', 'total');
  const step = number(request.step, '', 'step');
  if (step.lte(0))
    throw new SplitError('step-not-positive', [{ name: '', kind: 'step', amount: request.step }], '0');
  const size = total.abs();
  const weights = wholeWeights(request.receivers);
  const receivers = request.receivers.map((receiver, i): StepReceiver => {
    const { name, floor, cap, fixed, priority = 0 } = receiver;
    const low = floor ? toSteps(money(floor, size, name, 'floor'), step, 'up') : 0n;
    const high = cap ? toSteps(money(cap, size, name, 'cap'), step, 'down') : null;
    if (high !== null && low > high) throw floorAboveCap(name, low, high, step);
    const settled = fixed === undefined ? null : sizeOf(fixed, name, 'fixed');
    return { name, weight: weights[i]!, low, high, fixed: settled, priority };
  });
  const fixed = receivers.reduce((sum, receiver) => sum.plus(receiver.fixed ?? 0), ZERO);
  const rest = size.minus(fixed);
  if (rest.isNegative() && !rest.isZero()) throw fixedExceeds(receivers, request.total, rest.abs());
  const steps = rest.div(step).floor();
  const odd = rest.minus(steps.times(step));
  if (!odd.isZero() && request.policy !== 'apart') throw notInSteps(request, fixed, odd);
  const sign = total.isNegative() && !total.isZero() ? -1 : 1;
  return { size, sign, step, steps: BigInt(steps.toFixed(0)), odd, receivers };
}

function floorAboveCap(name: string, low: bigint, high: bigint, step: Decimal): SplitError {
  const amount = (steps: bigint) => step.times(steps.toString()).toFixed();
  return new SplitError(
    'floor-above-cap',
    [
      { name, kind: 'floor', amount: amount(low) },
      { name, kind: 'cap', amount: amount(high) },
    ],
    amount(low - high),
  );
}

function fixedExceeds(receivers: readonly StepReceiver[], total: string, by: Decimal): SplitError {
  const constraints = receivers
    .filter((receiver) => receiver.fixed !== null)
    .map(({ name, fixed }): ClashingConstraint => ({ name, kind: 'fixed', amount: fixed!.toFixed() }));
  return new SplitError(
    'fixed-exceeds-total',
    [...constraints, { name: '', kind: 'total', amount: total }],
    by.toFixed(),
  );
}

function notInSteps(request: SplitRequest, fixed: Decimal, odd: Decimal): SplitError {
  return new SplitError(
    fixed.isZero() ? 'total-not-in-steps' : 'rest-not-in-steps',
    [
      { name: '', kind: 'total', amount: request.total },
      { name: '', kind: 'step', amount: request.step },
    ],
    odd.toFixed(),
  );
}
