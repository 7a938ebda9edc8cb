import { SplitError } from './errors.js';
import type { RemainderPolicy } from './policy.js';

/** Whole steps divided, in the order of the weights. */
export interface Apportionment {
  readonly parts: readonly bigint[];
  /** Steps that nobody received: only with the policy `apart`. */
  readonly apart: bigint;
}

/** Why one part is what it is. All in whole steps; the quota is the exact share `numerator / denominator`. */
export interface StepProof {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly floor: bigint;
  /** What rounding down cut off, over the same denominator. */
  readonly remainder: bigint;
  readonly extra: boolean;
}

export interface ProvenApportionment extends Apportionment {
  readonly proof: readonly StepProof[];
  /** Receivers that stood equal for the last steps, where only the order of listing decided; else empty. */
  readonly tied: readonly number[];
}

/** Shares rounded down, kept as numbers while the products stay exact, else as big integers. */
interface Floors {
  readonly floors: readonly bigint[] | readonly number[];
  readonly remainders: readonly bigint[] | readonly number[];
  readonly left: number;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function sumOfWeights(weights: readonly bigint[]): bigint {
  let sum = 0n;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight < 0n) {
      const amount = weight.toString();
      throw new SplitError('negative-weight', [{ name: `#${i + 1}`, kind: 'weight', amount }], '0');
    }
    sum += weight;
  }
  return sum;
}

function floorsOf(total: bigint, weights: readonly bigint[], whole: bigint): Floors {
  return total * whole <= SAFE
    ? smallFloors(Number(total), weights, Number(whole))
    : largeFloors(total, weights, whole);
}

function smallFloors(total: number, weights: readonly bigint[], whole: number): Floors {
  const count = weights.length;
  const floors = new Array<number>(count);
  const remainders = new Array<number>(count);
  let left = total;
  for (let i = 0; i < count; i++) {
    const product = total * Number(weights[i]!);
    // Exact: the product is a safe integer, so a quotient below a whole number never rounds up to it.
    const floor = Math.floor(product / whole);
    floors[i] = floor;
    remainders[i] = product - floor * whole;
    left -= floor;
  }
  return { floors, remainders, left };
}

function largeFloors(total: bigint, weights: readonly bigint[], whole: bigint): Floors {
  const count = weights.length;
  const floors = new Array<bigint>(count);
  const remainders = new Array<bigint>(count);
  let left = total;
  for (let i = 0; i < count; i++) {
    const product = total * weights[i]!;
    const floor = product / whole;
    floors[i] = floor;
    remainders[i] = product - floor * whole;
    left -= floor;
  }
  const exact = whole <= SAFE ? remainders.map(Number) : remainders;
  return { floors, remainders: exact, left: Number(left) };
}

interface Choice {
  /** 1 for each receiver that gets an extra step. */
  readonly extra: Uint8Array;
  readonly tied: readonly number[];
}

/** The `count` largest of `values`, those listed first among equals. */
function largest(values: readonly bigint[] | readonly number[], count: number, wantTies: boolean): Choice {
  const extra = new Uint8Array(values.length);
  if (count === 0) return { extra, tied: [] };
  const threshold = values.length <= 12 ? smallThreshold(values, count) : sortedThreshold(values, count);
  let free = count;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! > threshold) {
      extra[i] = 1;
      free--;
    }
  }
  const tied: number[] = [];
  let equals = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== threshold) continue;
    equals++;
    if (wantTies) tied.push(i);
    if (free > 0) {
      extra[i] = 1;
      free--;
    } else if (!wantTies) break;
  }
  const given = tied.filter((i) => extra[i] === 1).length;
  return { extra, tied: wantTies && given < equals ? tied : [] };
}

/** The `count`-th largest of a few values, by moving a bar downwards. */
function smallThreshold(values: readonly bigint[] | readonly number[], count: number): bigint | number {
  let bar: bigint | number | null = null;
  for (let reached = 0; reached < count; ) {
    let next: bigint | number | null = null;
    let equals = 0;
    for (const value of values) {
      if (bar !== null && value >= bar) continue;
      if (next === null || value > next) {
        next = value;
        equals = 1;
      } else if (value === next) equals++;
    }
    bar = next!;
    reached += equals;
  }
  return bar!;
}

function sortedThreshold(values: readonly bigint[] | readonly number[], count: number): bigint | number {
  if (typeof values[0] === 'number') {
    return selectLargest(Float64Array.from(values as readonly number[]), count);
  }
  return ([...values] as bigint[]).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))[count - 1]!;
}

/** Quickselect; the array is reordered. The pivot is the middle of three, so sorted lists do no harm. */
function selectLargest(values: Float64Array, count: number): number {
  const target = values.length - count;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const pivot = medianOfThree(values[low]!, values[middle]!, values[high]!);
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

/** Walks receivers with a weight in the given order until the steps are gone. */
function inOrder(weights: readonly bigint[], count: number, order: Iterable<number>): Choice {
  const extra = new Uint8Array(weights.length);
  let free = count;
  for (const i of order) {
    if (free === 0) break;
    if (weights[i]! === 0n || extra[i] === 1) continue;
    extra[i] = 1;
    free--;
  }
  return { extra, tied: [] };
}

function* upwards(count: number): Iterable<number> {
  for (let i = 0; i < count; i++) yield i;
}

function* downwards(count: number): Iterable<number> {
  for (let i = count - 1; i >= 0; i--) yield i;
}

function choose(
  policy: RemainderPolicy,
  weights: readonly bigint[],
  { remainders, left }: Floors,
  order: readonly number[] | undefined,
  wantTies: boolean,
): Choice {
  switch (policy) {
    case 'largest-remainder':
      return largest(remainders, left, wantTies);
    case 'largest-ratio':
      return largest(weights, left, wantTies);
    case 'first':
      return inOrder(weights, left, upwards(weights.length));
    case 'last':
      return inOrder(weights, left, downwards(weights.length));
    case 'given-order':
      return inOrder(weights, left, checkedOrder(order, weights.length));
    case 'apart':
      return { extra: new Uint8Array(weights.length), tied: [] };
  }
}

function checkedOrder(order: readonly number[] | undefined, count: number): readonly number[] {
  const seen = new Set(order);
  const complete = order?.length === count && seen.size === count && order.every((i) => i >= 0 && i < count);
  if (!complete) throw new SplitError('order-incomplete', [], '0');
  return order;
}

/**
 * Divides whole steps by weights so that the parts add up exactly. The fast way, without a proof; for amounts
 * with limits, names and proof use {@link split}. A negative total gives the mirror image of the positive one.
 *
 * @param total whole steps, any sign
 * @param weights whole numbers, none negative, not all 0 (unless the total is 0)
 * @param policy who receives what rounding down leaves; there is no default
 * @param order for `given-order`: each index once
 * @throws SplitError `negative-weight`, `no-weight`, `order-incomplete`
 * @example
 * ```ts
 * apportion(100n, [2n, 3n, 1n], 'largest-remainder').parts; // [33n, 50n, 17n]
 * ```
 */
export function apportion(
  total: bigint,
  weights: readonly bigint[],
  policy: RemainderPolicy,
  order?: readonly number[],
): Apportionment {
  const negative = total < 0n;
  const { floors, extra, left } = divide(negative ? -total : total, weights, policy, order, false);
  const parts = new Array<bigint>(weights.length);
  for (let i = 0; i < parts.length; i++) {
    const floor = floors[i]!;
    const part = typeof floor === 'number' ? BigInt(floor + extra[i]!) : extra[i] === 1 ? floor + 1n : floor;
    parts[i] = negative ? -part : part;
  }
  const apart = policy === 'apart' ? BigInt(negative ? -left : left) : 0n;
  return { parts, apart };
}

/** As {@link apportion}, with quota, floor, remainder and extra step of each part, and ties made visible. */
export function apportionWithProof(
  total: bigint,
  weights: readonly bigint[],
  policy: RemainderPolicy,
  order?: readonly number[],
): ProvenApportionment {
  const negative = total < 0n;
  const size = negative ? -total : total;
  const { floors, remainders, extra, left, tied, whole } = divide(size, weights, policy, order, true);
  const parts = new Array<bigint>(weights.length);
  const proof = new Array<StepProof>(weights.length);
  for (let i = 0; i < parts.length; i++) {
    const floor = BigInt(floors[i]!);
    const more = extra[i] === 1;
    const part = more ? floor + 1n : floor;
    parts[i] = negative ? -part : part;
    proof[i] = {
      numerator: size * weights[i]!,
      denominator: whole,
      floor,
      remainder: BigInt(remainders[i]!),
      extra: more,
    };
  }
  return { parts, apart: policy === 'apart' ? BigInt(negative ? -left : left) : 0n, proof, tied };
}

function divide(
  size: bigint,
  weights: readonly bigint[],
  policy: RemainderPolicy,
  order: readonly number[] | undefined,
  wantTies: boolean,
) {
  const whole = sumOfWeights(weights);
  if (whole === 0n) {
    if (size > 0n) throw new SplitError('no-weight', [], '0');
    const zeros = weights.map(() => 0n);
    return {
      floors: zeros,
      remainders: zeros,
      left: 0,
      extra: new Uint8Array(weights.length),
      tied: [],
      whole: 1n,
    };
  }
  const floors = floorsOf(size, weights, whole);
  return { ...floors, ...choose(policy, weights, floors, order, wantTies), whole };
}
