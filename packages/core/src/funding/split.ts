import { type Decimal, ZERO } from '../amount/decimal.js';
import { apportionWithProof, type StepProof } from './apportion.js';
import { type Pin, pin } from './bounds.js';
import { type ClashingConstraint, SplitError } from './errors.js';
import { fractionDecimal, fractionOf, fractionText, reduced, times } from './fraction.js';
import { readRequest, type SplitInput, type StepReceiver } from './split-input.js';
import type { PartProof, SplitPart, SplitRequest, SplitResult } from './types.js';

/** What one receiver got, before it is written in money. */
interface Outcome {
  readonly steps: bigint;
  readonly pin: Pin;
  readonly proof: StepProof | null;
  readonly tiedWith: readonly string[];
}

/**
 * Divides an amount so that the parts add up to the last step, and proves each part.
 *
 * Fixed parts are taken first; then smaller priorities are served up to their caps; inside a priority, money is
 * shared by weight between floors and caps, rounded down to the step, and the steps left over go by the policy.
 * A negative total is divided by its size and mirrored; limits are sizes.
 *
 * @throws SplitError where the wishes clash: it names them and by how much
 * @example
 * ```ts
 * split({
 *   total: '100', step: '1', policy: 'largest-remainder',
 *   receivers: [{ name: 'A', weight: '2' }, { name: 'B', weight: '3' }, { name: 'C', weight: '1' }],
 * }).parts.map((part) => part.amount); // ['33', '50', '17']
 * ```
 */
export function split(request: SplitRequest): SplitResult {
  const input = readRequest(request);
  const ranks = rankOf(request);
  const outcomes = new Map<StepReceiver, Outcome>();
  let left = input.steps;
  const free = input.receivers.filter((receiver) => receiver.fixed === null);
  checkRoom(free, input, request);
  const priorities = [...new Set(free.map((receiver) => receiver.priority))].sort((a, b) => a - b);
  let apart = 0n;
  priorities.forEach((priority, i) => {
    const group = free.filter((receiver) => receiver.priority === priority);
    const later = free.filter((receiver) => receiver.priority > priority);
    const kept = later.reduce((sum, receiver) => sum + receiver.low, 0n);
    const share = i === priorities.length - 1 ? left : smaller(left - kept, room(group));
    left -= share;
    apart += divideGroup(group, share, request, ranks, outcomes);
  });
  return written(request, input, outcomes, left + apart);
}

const smaller = (a: bigint, b: bigint | null): bigint => (b === null || a < b ? a : b);

/** What a group can take at most; `null`: no limit. Who has no weight takes its floor only. */
function room(group: readonly StepReceiver[]): bigint | null {
  let sum = 0n;
  for (const { weight, low, high } of group) {
    if (weight > 0n && high === null) return null;
    sum += weight > 0n ? high! : low;
  }
  return sum;
}

function checkRoom(free: readonly StepReceiver[], input: SplitInput, request: SplitRequest): void {
  const money = (steps: bigint) => input.step.times(steps.toString()).toFixed();
  const total: ClashingConstraint = { name: '', kind: 'total', amount: request.total };
  const floors = free.reduce((sum, receiver) => sum + receiver.low, 0n);
  if (floors > input.steps) {
    const named = free.filter((receiver) => receiver.low > 0n);
    const constraints = named.map(
      ({ name, low }): ClashingConstraint => ({ name, kind: 'floor', amount: money(low) }),
    );
    throw new SplitError('floors-exceed-total', [...constraints, total], money(floors - input.steps));
  }
  const caps = room(free);
  if (caps === null || caps >= input.steps) return;
  if (free.every((receiver) => receiver.weight === 0n))
    throw new SplitError('no-weight', [total], money(input.steps - caps));
  const named = free.filter((receiver) => receiver.high !== null && receiver.weight > 0n);
  const constraints = named.map(
    ({ name, high }): ClashingConstraint => ({ name, kind: 'cap', amount: money(high!) }),
  );
  throw new SplitError('caps-below-total', [...constraints, total], money(input.steps - caps));
}

/** Place of each receiver in the caller's order, by index in the request; `null` for other policies. */
function rankOf(request: SplitRequest): ReadonlyMap<string, number> | null {
  if (request.policy !== 'given-order') return null;
  const names = request.receivers.map((receiver) => receiver.name);
  const ranks = new Map((request.order ?? []).map((name, rank) => [name, rank]));
  const unnamed = names.filter((name) => !ranks.has(name));
  const alike = new Set(names).size !== names.length || (request.order ?? []).length !== names.length;
  if (unnamed.length > 0 || alike || ranks.size !== names.length) {
    const constraints = unnamed.map((name): ClashingConstraint => ({ name, kind: 'weight', amount: '?' }));
    throw new SplitError('order-incomplete', constraints, '0');
  }
  return ranks;
}

/** Divides `share` among receivers of one priority; returns the steps that nobody received. */
function divideGroup(
  group: readonly StepReceiver[],
  share: bigint,
  request: SplitRequest,
  ranks: ReadonlyMap<string, number> | null,
  outcomes: Map<StepReceiver, Outcome>,
): bigint {
  const pins = pin(share, group);
  let rest = share;
  const sharing: StepReceiver[] = [];
  group.forEach((receiver, i) => {
    const held = pins[i]!;
    if (held === null) {
      sharing.push(receiver);
      return;
    }
    const steps = held === 'floor' ? receiver.low : receiver.high!;
    rest -= steps;
    outcomes.set(receiver, { steps, pin: held, proof: null, tiedWith: [] });
  });
  if (sharing.length === 0) return rest;
  const weights = sharing.map((receiver) => receiver.weight);
  const order = ranks
    ? sharing.map((_, i) => i).sort((a, b) => ranks.get(sharing[a]!.name)! - ranks.get(sharing[b]!.name)!)
    : undefined;
  const divided = apportionWithProof(rest, weights, request.policy, order);
  const tied = new Set(divided.tied);
  const tiedNames = divided.tied.map((i) => sharing[i]!.name);
  sharing.forEach((receiver, i) => {
    outcomes.set(receiver, {
      steps: divided.parts[i]!,
      pin: null,
      proof: divided.proof[i]!,
      tiedWith: tied.has(i) ? tiedNames.filter((_, at) => divided.tied[at] !== i) : [],
    });
  });
  return divided.apart;
}

function written(
  request: SplitRequest,
  input: SplitInput,
  outcomes: ReadonlyMap<StepReceiver, Outcome>,
  leftSteps: bigint,
): SplitResult {
  const signed = (size: Decimal) => (size.isZero() ? '0' : size.times(input.sign).toFixed());
  const money = (steps: bigint) => input.step.times(steps.toString());
  const parts = input.receivers.map((receiver, i): SplitPart => {
    const outcome = outcomes.get(receiver);
    const amount = outcome ? money(outcome.steps) : receiver.fixed!;
    const limits = {
      floor: request.receivers[i]!.floor ? money(receiver.low).toFixed() : null,
      cap: receiver.high === null ? null : money(receiver.high).toFixed(),
    };
    return {
      name: receiver.name,
      weight: request.receivers[i]!.weight,
      amount: signed(amount),
      priority: receiver.priority,
      limits,
      proof: outcome?.proof
        ? shared(outcome.proof, outcome, input)
        : settled(amount, outcome?.pin ?? null, input),
    };
  });
  const order = request.policy === 'given-order' ? (request.order ?? null) : null;
  const apart = signed(money(leftSteps).plus(input.odd));
  return {
    total: signed(input.size),
    step: input.step.toFixed(),
    policy: request.policy,
    order,
    parts,
    apart,
  };
}

/** Proof of a part that was shared by weight. Signs follow the total: a reduction is the mirror image. */
function shared(proof: StepProof, outcome: Outcome, { step, sign }: SplitInput): PartProof {
  const unit = fractionOf(step.times(sign));
  const quota = times(reduced(proof.numerator, proof.denominator), unit);
  const remainder = times(reduced(proof.remainder, proof.denominator), unit);
  return {
    quota: fractionText(quota),
    quotaDecimal: fractionDecimal(quota),
    floor: text(step.times(sign).times(proof.floor.toString())),
    remainder: fractionText(remainder),
    extraStep: proof.extra ? text(step.times(sign)) : '0',
    reason: proof.extra ? 'extra-step' : proof.remainder === 0n ? 'exact' : 'rounded-down',
    tiedWith: outcome.tiedWith,
  };
}

/** Proof of a part that a floor, a cap or a fixed amount settled. */
function settled(amount: Decimal, held: Pin, { sign }: SplitInput): PartProof {
  const value = amount.times(sign);
  return {
    quota: fractionText(fractionOf(value)),
    quotaDecimal: text(value),
    floor: text(value),
    remainder: '0',
    extraStep: '0',
    reason: held ?? 'fixed',
    tiedWith: [],
  };
}

function text(value: Decimal): string {
  return value.isZero() ? ZERO.toFixed() : value.toFixed();
}
