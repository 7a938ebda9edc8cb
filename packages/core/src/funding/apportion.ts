import { SplitError } from './errors.js';
import { type Floors, giveLeftover } from './leftover.js';
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

/** Parts with the proof of each: quota, floor, remainder, and who got the extra step. */
export interface ProvenApportionment extends Apportionment {
  readonly proof: readonly StepProof[];
  /** Receivers that stood equal for the last steps, where only the order of listing decided; else empty. */
  readonly tied: readonly number[];
}

const LARGEST_NUMBER = Number.MAX_SAFE_INTEGER;
const LARGEST = BigInt(LARGEST_NUMBER);

/** Shares rounded down on plain numbers, or `null` where a product would leave the safe integers. */
function smallFloors(size: bigint, bigWeights: readonly bigint[]): Floors<number> | null {
  if (size > LARGEST) return null;
  const total = Number(size);
  const count = bigWeights.length;
  const weights = new Array<number>(count);
  let whole = 0;
  for (let i = 0; i < count; i++) {
    const weight = Number(bigWeights[i]!);
    if (weight < 0) throw negativeWeight(bigWeights, i);
    weights[i] = weight;
    whole += weight;
  }
  // total = turns × whole + rest: each share is turns × weight + rest × weight / whole, and both stay small.
  // A quotient of safe integers below a whole number never rounds up to it, so rounding down is exact.
  const turns = Math.floor(total / whole);
  const rest = total - turns * whole;
  if (whole === 0 || whole > LARGEST_NUMBER || rest * whole > LARGEST_NUMBER) return null;
  const floors = new Array<number>(count);
  const remainders = new Array<number>(count);
  let left = rest;
  for (let i = 0; i < count; i++) {
    const product = rest * weights[i]!;
    const more = Math.floor(product / whole);
    floors[i] = turns * weights[i]! + more;
    remainders[i] = product - more * whole;
    left -= more;
  }
  return { weights, floors, remainders, left };
}

function largeFloors(size: bigint, weights: readonly bigint[]): Floors<bigint> {
  const whole = wholeOf(weights);
  const count = weights.length;
  const floors = new Array<bigint>(count);
  const remainders = new Array<bigint>(count);
  if (whole === 0n) {
    if (size > 0n) throw new SplitError('no-weight', [], '0');
    return { weights, floors: floors.fill(0n), remainders: remainders.fill(0n), left: 0 };
  }
  let left = size;
  for (let i = 0; i < count; i++) {
    const product = size * weights[i]!;
    const floor = product / whole;
    floors[i] = floor;
    remainders[i] = product - floor * whole;
    left -= floor;
  }
  return { weights, floors, remainders, left: Number(left) };
}

function wholeOf(weights: readonly bigint[]): bigint {
  let whole = 0n;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! < 0n) throw negativeWeight(weights, i);
    whole += weights[i]!;
  }
  return whole;
}

function negativeWeight(weights: readonly bigint[], i: number): SplitError {
  return new SplitError(
    'negative-weight',
    [{ name: `#${i + 1}`, kind: 'weight', amount: `${weights[i]}` }],
    '0',
  );
}

function zeros(count: number): number[] {
  const list = new Array<number>(count);
  for (let i = 0; i < count; i++) list[i] = 0;
  return list;
}

/** Floor and extra step together, with the sign of the total. */
function partsOf(
  { floors }: Floors<number> | Floors<bigint>,
  extra: readonly number[],
  negative: boolean,
): bigint[] {
  const parts = new Array<bigint>(extra.length);
  for (let i = 0; i < extra.length; i++) {
    const floor = floors[i]!;
    const size = typeof floor === 'number' ? BigInt(floor + extra[i]!) : extra[i] === 1 ? floor + 1n : floor;
    parts[i] = negative ? -size : size;
  }
  return parts;
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
  const size = negative ? -total : total;
  const extra = zeros(weights.length);
  const small = smallFloors(size, weights);
  const floors = small ?? largeFloors(size, weights);
  if (small) giveLeftover(policy, small, extra, order, false);
  else giveLeftover(policy, floors as Floors<bigint>, extra, order, false);
  return { parts: partsOf(floors, extra, negative), apart: apartOf(policy, floors.left, negative) };
}

function apartOf(policy: RemainderPolicy, left: number, negative: boolean): bigint {
  return policy === 'apart' ? BigInt(negative ? -left : left) : 0n;
}

/**
 * As {@link apportion}, with quota, floor, remainder and extra step of each part, and ties made visible.
 *
 * @example
 * ```ts
 * apportionWithProof(100n, [1n, 1n, 1n], 'largest-remainder').tied; // [0, 1, 2]
 * ```
 */
export function apportionWithProof(
  total: bigint,
  weights: readonly bigint[],
  policy: RemainderPolicy,
  order?: readonly number[],
): ProvenApportionment {
  const negative = total < 0n;
  const size = negative ? -total : total;
  const extra = zeros(weights.length);
  const small = smallFloors(size, weights);
  const floors = small ?? largeFloors(size, weights);
  const tied = small
    ? giveLeftover(policy, small, extra, order, true)
    : giveLeftover(policy, floors as Floors<bigint>, extra, order, true);
  return {
    parts: partsOf(floors, extra, negative),
    apart: apartOf(policy, floors.left, negative),
    proof: proofOf(size, weights, floors, extra),
    tied,
  };
}

function proofOf(
  size: bigint,
  weights: readonly bigint[],
  { floors, remainders }: Floors<number> | Floors<bigint>,
  extra: readonly number[],
): StepProof[] {
  const denominator = wholeOf(weights) || 1n;
  const proof = new Array<StepProof>(weights.length);
  for (let i = 0; i < weights.length; i++) {
    proof[i] = {
      numerator: size * weights[i]!,
      denominator,
      floor: BigInt(floors[i]!),
      remainder: BigInt(remainders[i]!),
      extra: extra[i] === 1,
    };
  }
  return proof;
}
