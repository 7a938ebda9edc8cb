import { SplitError } from './errors.js';
import type { RemainderPolicy } from './policy.js';

/** Shares rounded down, with what was cut off and the whole steps that are left. */
export interface Floors<N extends number | bigint> {
  readonly weights: readonly N[];
  readonly floors: readonly N[];
  readonly remainders: readonly N[];
  readonly left: number;
}

/** Up to this many receivers the largest are found by looking through them again and again, without a copy. */
const FEW = 24;

/**
 * Marks with 1 in `extra` who receives a leftover step.
 *
 * @param extra one 0 for each receiver, filled in here
 * @returns who stood equal for the last steps, where only the order of listing decided; `[]` unless asked for
 */
export function giveLeftover<N extends number | bigint>(
  policy: RemainderPolicy,
  { weights, remainders, left }: Floors<N>,
  extra: number[],
  order: readonly number[] | undefined,
  wantTies: boolean,
): readonly number[] {
  if (policy === 'given-order') checkOrder(order, weights.length);
  if (left === 0 || policy === 'apart') return NONE;
  if (policy === 'largest-remainder') return giveLargest(remainders, left, extra, wantTies);
  if (policy === 'largest-ratio') return giveLargest(weights, left, extra, wantTies);
  let free = left;
  for (let at = 0; at < weights.length && free > 0; at++) {
    const i = policy === 'first' ? at : policy === 'last' ? weights.length - 1 - at : order![at]!;
    if (weights[i]! <= 0) continue;
    extra[i] = 1;
    free--;
  }
  return NONE;
}

const NONE: readonly number[] = [];

function checkOrder(order: readonly number[] | undefined, count: number): void {
  const seen = new Set(order);
  const complete = order?.length === count && seen.size === count && order.every((i) => i >= 0 && i < count);
  if (!complete) throw new SplitError('order-incomplete', [], '0');
}

/** One step each to the `count` largest values; those listed first among equals. */
function giveLargest<N extends number | bigint>(
  values: readonly N[],
  count: number,
  extra: number[],
  wantTies: boolean,
): readonly number[] {
  const threshold = values.length <= FEW ? lookedUp(values, count, extra) : selected(values, count, extra);
  return wantTies ? tiesAt(values, threshold, extra) : NONE;
}

function lookedUp<N extends number | bigint>(values: readonly N[], count: number, extra: number[]): N {
  let last = 0;
  for (let given = 0; given < count; given++) {
    let best = -1;
    for (let i = 0; i < values.length; i++) {
      if (extra[i] === 0 && (best < 0 || values[i]! > values[best]!)) best = i;
    }
    extra[best] = 1;
    last = best;
  }
  return values[last]!;
}

function selected<N extends number | bigint>(values: readonly N[], count: number, extra: number[]): N {
  const numbers = typeof values[0] === 'number';
  const threshold = (
    numbers
      ? selectLargest(Float64Array.from(values as readonly number[]), count)
      : ([...values] as bigint[]).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))[count - 1]!
  ) as N;
  let free = count;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! > threshold) {
      extra[i] = 1;
      free--;
    }
  }
  for (let i = 0; free > 0; i++) {
    if (values[i] !== threshold) continue;
    extra[i] = 1;
    free--;
  }
  return threshold;
}

function tiesAt<N extends number | bigint>(
  values: readonly N[],
  threshold: N,
  extra: readonly number[],
): readonly number[] {
  const tied: number[] = [];
  let given = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== threshold) continue;
    tied.push(i);
    given += extra[i]!;
  }
  return given < tied.length ? tied : NONE;
}

/** Quickselect; the array is reordered. The pivot is the middle of three, so sorted lists do no harm. */
function selectLargest(values: Float64Array, count: number): number {
  const target = values.length - count;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = medianOfThree(values[low]!, values[(low + high) >>> 1]!, values[high]!);
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const swapped = values[i]!;
        values[i++] = values[j]!;
        values[j--] = swapped;
      }
    }
    if (target <= j) high = j;
    else if (target >= i) low = i;
    else break;
  }
  return values[target]!;
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
