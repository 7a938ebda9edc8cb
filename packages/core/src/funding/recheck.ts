import { Decimal, ZERO } from '../amount/decimal.js';
import {
  compareFractions,
  type Fraction,
  fractionOf,
  minus,
  parseFraction,
  reduced,
  times,
} from './fraction.js';
import type { SplitPart, SplitResult } from './types.js';

/** What a proof gets wrong. */
export interface ProofFault {
  readonly code:
    | 'sum'
    | 'amount'
    | 'quota'
    | 'floor'
    | 'remainder'
    | 'extra-step'
    | 'policy'
    | 'limit'
    | 'unreadable';
  /** Name of the part, or `''` for the whole. */
  readonly part: string;
}

/**
 * Checks a split from its proof alone, by other ways than it was made: that the parts add up, that each quota is
 * the share by weight, each floor the quota rounded down, and that the extra steps went as the policy says.
 * Use it on results that were stored or came from elsewhere.
 *
 * @returns the faults found; an empty list: the proof holds
 * @example
 * ```ts
 * recheckProof(split(request)); // []
 * ```
 */
export function recheckProof(result: SplitResult): readonly ProofFault[] {
  try {
    return [...sums(result), ...result.parts.flatMap((part) => single(part, result)), ...groups(result)];
  } catch {
    return [{ code: 'unreadable', part: '' }];
  }
}

const isShared = (part: SplitPart) => !['fixed', 'floor', 'cap'].includes(part.proof.reason);

function fraction(text: string): Fraction {
  const parsed = parseFraction(text);
  if (!parsed) throw new RangeError(`"${text}" is no fraction`);
  return parsed;
}

function sums({ parts, total, apart, policy }: SplitResult): ProofFault[] {
  const sum = parts.reduce((all, part) => all.plus(part.amount), new Decimal(apart));
  const named = policy === 'apart' || new Decimal(apart).isZero();
  return sum.eq(total) && named ? [] : [{ code: 'sum', part: '' }];
}

function single(part: SplitPart, { step }: SplitResult): ProofFault[] {
  const faults: ProofFault[] = [];
  const { proof, limits, name } = part;
  const fault = (code: ProofFault['code']) => faults.push({ code, part: name });
  const floor = new Decimal(proof.floor);
  const amount = new Decimal(part.amount);
  if (!floor.plus(proof.extraStep).eq(amount)) fault('amount');
  if (!new Decimal(proof.extraStep).isZero() && !new Decimal(proof.extraStep).abs().eq(step))
    fault('extra-step');
  if (limits.floor !== null && amount.abs().lt(limits.floor) && proof.reason !== 'fixed') fault('limit');
  if (limits.cap !== null && amount.abs().gt(limits.cap) && proof.reason !== 'fixed') fault('limit');
  const limit = proof.reason === 'cap' ? limits.cap : proof.reason === 'floor' ? limits.floor : part.amount;
  if (limit === null || !amount.abs().eq(new Decimal(limit).abs())) fault('limit');
  const quota = fraction(proof.quota);
  const cut = minus(quota, fractionOf(floor));
  if (compareFractions(cut, fraction(proof.remainder)) !== 0) fault('remainder');
  const size = reduced(cut.numerator < 0n ? -cut.numerator : cut.numerator, cut.denominator);
  const away = cut.numerator !== 0n && cut.numerator < 0n !== quota.numerator < 0n;
  if (compareFractions(size, fractionOf(new Decimal(step))) >= 0 || away) fault('floor');
  if (!isShared(part) && !floor.eq(amount)) fault('quota');
  return faults;
}

/** Inside one priority: quotas stand in the ratio of the weights, and the extra steps follow the policy. */
function groups(result: SplitResult): ProofFault[] {
  const faults: ProofFault[] = [];
  for (const priority of new Set(result.parts.map((part) => part.priority))) {
    const parts = result.parts.filter((part) => part.priority === priority && isShared(part));
    if (parts.length === 0) continue;
    const weight = parts.reduce((sum, part) => sum.plus(part.weight), ZERO);
    const quotas = parts.map((part) => fraction(part.proof.quota));
    const whole = quotas.reduce((sum, quota) => minus(sum, { ...quota, numerator: -quota.numerator }));
    parts.forEach((part, i) => {
      const share = times(whole, fractionOf(new Decimal(part.weight)));
      const own = times(quotas[i]!, fractionOf(weight));
      if (compareFractions(share, own) !== 0) faults.push({ code: 'quota', part: part.name });
    });
    if (!followsPolicy(parts, result)) faults.push({ code: 'policy', part: '' });
    const all = result.parts.filter((part) => part.priority === priority);
    for (const part of all.filter((one) => !heldRightly(one, whole, weight))) {
      faults.push({ code: 'limit', part: part.name });
    }
  }
  return faults;
}

/** Who is held at a cap would have more by weight, who is held at a floor would have less. */
function heldRightly(part: SplitPart, whole: Fraction, weight: Decimal): boolean {
  if (part.proof.reason !== 'cap' && part.proof.reason !== 'floor') return true;
  if (weight.isZero()) return true;
  const share = absolute(times(whole, fractionOf(new Decimal(part.weight))));
  const own = times(fractionOf(new Decimal(part.amount).abs()), fractionOf(weight));
  const order = compareFractions(share, own);
  return part.proof.reason === 'cap' ? order >= 0 : order <= 0;
}

function followsPolicy(parts: readonly SplitPart[], { policy, order, step, apart }: SplitResult): boolean {
  const extra = (part: SplitPart) => !new Decimal(part.proof.extraStep).isZero();
  const cut = parts.reduce(
    (sum, part) => minus(sum, negative(fraction(part.proof.remainder))),
    fraction('0'),
  );
  const size = reduced(cut.numerator < 0n ? -cut.numerator : cut.numerator, cut.denominator);
  const owed = times(size, inverse(fractionOf(new Decimal(step))));
  const given = BigInt(parts.filter(extra).length);
  if (policy === 'apart')
    return given === 0n && compareFractions(fractionOf(new Decimal(apart).abs()), size) >= 0;
  if (owed.denominator !== 1n || owed.numerator !== given) return false;
  const candidates = parts.filter((part) => !new Decimal(part.weight).isZero());
  const keys = candidates.map((part, i): Fraction => {
    if (policy === 'largest-remainder') return absolute(fraction(part.proof.remainder));
    if (policy === 'largest-ratio') return fractionOf(new Decimal(part.weight));
    const place = policy === 'first' ? -i : policy === 'last' ? i : -(order ?? []).indexOf(part.name);
    return { numerator: BigInt(place), denominator: 1n };
  });
  const served = candidates
    .map((part, i) => [part, i] as const)
    .sort(([, a], [, b]) => compareFractions(keys[b]!, keys[a]!) || a - b);
  return served.every(([part], rank) => extra(part) === BigInt(rank) < given);
}

const negative = ({ numerator, denominator }: Fraction): Fraction => ({ numerator: -numerator, denominator });
const inverse = ({ numerator, denominator }: Fraction): Fraction => reduced(denominator, numerator);
const absolute = ({ numerator, denominator }: Fraction): Fraction =>
  reduced(numerator < 0n ? -numerator : numerator, denominator);
