/** Limits of one receiver in whole steps. */
export interface StepBounds {
  readonly weight: bigint;
  readonly low: bigint;
  /** `null`: no cap. */
  readonly high: bigint | null;
}

/** Where a receiver ended: pressed on its floor or its cap, or sharing by weight. */
export type Pin = 'floor' | 'cap' | null;

/**
 * Finds who is held by a floor or a cap when `total` is shared by weight: those are set to their limit, the rest is
 * shared again, until no share breaks a limit. The caller has made sure that the limits leave room for the total.
 */
export function pin(total: bigint, receivers: readonly StepBounds[]): readonly Pin[] {
  const pins: Pin[] = receivers.map(() => null);
  for (;;) {
    let free = total;
    let weight = 0n;
    receivers.forEach((receiver, i) => {
      if (pins[i] === 'floor') free -= receiver.low;
      else if (pins[i] === 'cap') free -= receiver.high!;
      else weight += receiver.weight;
    });
    const { short, over, below, above } = violations(receivers, pins, free, weight);
    if (short.length === 0 && over.length === 0) return pinFull(receivers, pins, free, weight);
    // The side that moves more money decides; the other one may come right by it.
    if (below >= above) for (const i of short) pins[i] = 'floor';
    if (above >= below) for (const i of over) pins[i] = 'cap';
  }
}

/** Whose share is exactly the cap is full: an extra step would break it. */
function pinFull(
  receivers: readonly StepBounds[],
  pins: Pin[],
  free: bigint,
  weight: bigint,
): readonly Pin[] {
  receivers.forEach((receiver, i) => {
    const full = receiver.high !== null && free * receiver.weight === receiver.high * weight;
    if (pins[i] === null && full && receiver.weight > 0n) pins[i] = 'cap';
  });
  return pins;
}

/** Free receivers whose share would break a limit, and by how much in all (times the weight). */
function violations(receivers: readonly StepBounds[], pins: readonly Pin[], free: bigint, weight: bigint) {
  const short: number[] = [];
  const over: number[] = [];
  let below = 0n;
  let above = 0n;
  receivers.forEach((receiver, i) => {
    if (pins[i] !== null) return;
    const scale = weight === 0n ? 1n : weight;
    const share = weight === 0n ? 0n : free * receiver.weight;
    const low = receiver.low * scale;
    const high = receiver.high === null ? null : receiver.high * scale;
    if (share < low) {
      short.push(i);
      below += low - share;
    } else if (high !== null && share > high) {
      over.push(i);
      above += share - high;
    }
  });
  return { short, over, below, above };
}
