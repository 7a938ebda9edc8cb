import { type Cost, cheapest, FREE, NO, together, UNKNOWN, YES } from './logic.js';
import type { Step } from './program.js';
import type { Situation } from './situation.js';
import type { MissingFact, Settlement } from './types.js';

/** What would settle an unknown answer. */
export interface Ahead {
  /** Facts that could still change it, least effort first. */
  readonly missing: readonly MissingFact[];
  readonly settle: readonly Settlement[];
}

type EffortOf = (fact: string) => number;
type Costs = (Cost | null)[];

/** What to ask for, least effort first, and what would settle a run whose steps stand as `states` has them. */
export function aheadOf(
  steps: readonly Step[],
  states: Uint8Array,
  situation: Situation,
  effortOf: EffortOf,
): Ahead {
  const missing = openFacts(steps, states, situation).map((fact) => ({ fact, effort: effortOf(fact) }));
  // Of equal effort, the order of the rule stays.
  missing.sort((first, second) => first.effort - second.effort);
  const { yes, no } = settling(steps, states, situation, effortOf);
  const settle: Settlement[] = [];
  if (no !== null) settle.push({ to: 'not-eligible', facts: no.facts, effort: no.effort });
  if (yes !== null) settle.push({ to: 'eligible', facts: yes.facts, effort: yes.effort });
  settle.sort((first, second) => first.effort - second.effort);
  return { missing, settle };
}

/** From the last part up to the whole: the least work that makes each hold, and that makes it fail. */
function settling(steps: readonly Step[], states: Uint8Array, situation: Situation, effortOf: EffortOf) {
  const yes: Costs = [];
  const no: Costs = [];
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const { leaf, group, parts, negated } = steps[at] as Step;
    const state = states[at];
    if (state !== UNKNOWN) {
      yes[at] = state === YES ? FREE : null;
      no[at] = state === NO ? FREE : null;
    } else if (group !== null) {
      const reach = cheapestOf(parts, yes, group.least, effortOf);
      const fail = cheapestOf(parts, no, parts.length - group.least + 1, effortOf);
      yes[at] = negated ? fail : reach;
      no[at] = negated ? reach : fail;
    } else {
      const cost = leaf === null ? null : leaf.cost(situation);
      yes[at] = cost;
      no[at] = cost;
    }
  }
  return { yes: yes[0] ?? null, no: no[0] ?? null };
}

/** The cheapest `count` of the parts brought to one value. */
function cheapestOf(parts: readonly number[], costs: Costs, count: number, effortOf: EffortOf): Cost | null {
  const own = parts.map((part) => costs[part] ?? null);
  if (count === parts.length) return together(own, effortOf);
  if (count === 1) return cheapest(own);
  const possible = own.filter((cost) => cost !== null).sort((one, other) => one.effort - other.effort);
  return possible.length < count ? null : together(possible.slice(0, count), effortOf);
}

/** Facts of the leaves that are unknown below wholes that are unknown. */
function openFacts(steps: readonly Step[], states: Uint8Array, situation: Situation): readonly string[] {
  const open = new Set<string>();
  const reached = new Uint8Array(steps.length);
  for (let at = 0; at < steps.length; at += 1) {
    const { leaf, parent } = steps[at] as Step;
    if (states[at] !== UNKNOWN || (parent >= 0 && reached[parent] === 0)) continue;
    reached[at] = 1;
    for (const fact of leaf?.cost(situation)?.facts ?? []) open.add(fact);
  }
  return [...open];
}
