import {
  type Cost,
  cheapest,
  FREE,
  NO,
  opposite,
  type State,
  stateOf,
  together,
  UNKNOWN,
  YES,
} from './logic.js';
import { type ConditionNode, FactNode, GroupNode, NotNode, UnreadNode } from './nodes.js';
import type { Situation } from './situation.js';
import type { ConditionResult } from './types.js';

/** One step: a leaf or a group, with where its state counts. */
interface Step {
  readonly leaf: FactNode | null;
  readonly group: GroupNode | null;
  readonly unread: UnreadNode | null;
  /** Number of the group it belongs to; -1 for the outermost. */
  readonly parent: number;
  /** Numbers of the parts of a group. */
  readonly parts: number[];
  readonly negated: boolean;
}

/** What one run found: the state of the whole, the line of each condition, and the state of each step. */
export interface Run {
  readonly state: State;
  readonly lines: readonly ConditionResult[];
}

/** What would settle an unknown run. */
export interface Prospect {
  readonly yes: Cost | null;
  readonly no: Cost | null;
  /** Facts that could still change the answer, in the order of the conditions. */
  readonly open: readonly string[];
}

/**
 * A tree of conditions laid flat, parents before parts, so that one loop from the end works out every state and writes
 * every line: no condition is skipped, since the reader is shown all of them.
 */
export class Program {
  readonly #steps: readonly Step[];
  /** Counted anew in each run; {@link ahead} reads the states of the run just made. */
  readonly #yes: Int32Array;
  readonly #unknown: Int32Array;
  readonly #states: Uint8Array;

  constructor(
    root: ConditionNode,
    readonly effortOf: (fact: string) => number,
  ) {
    const steps: Step[] = [];
    layFlat(root, -1, false, steps);
    this.#steps = steps;
    this.#yes = new Int32Array(steps.length);
    this.#unknown = new Int32Array(steps.length);
    this.#states = new Uint8Array(steps.length);
  }

  run(situation: Situation): Run {
    const steps = this.#steps;
    const { facts } = situation;
    const yes = this.#yes;
    const unknown = this.#unknown;
    const states = this.#states;
    // The outermost group shows no line.
    const lines: ConditionResult[] = new Array(steps.length - 1);
    let state: State = YES;
    for (let at = steps.length - 1; at >= 0; at -= 1) {
      const step = steps[at] as Step;
      const leaf = step.leaf;
      if (leaf !== null) {
        let value = facts[leaf.fact];
        let standings = leaf.given;
        if (value === undefined && leaf.derivation !== undefined) {
          value = situation.tell(leaf.derivation);
          standings = leaf.told;
        }
        if (value === undefined) {
          state = UNKNOWN;
          lines[at - 1] = leaf.missing;
        } else {
          const standing = leaf.byDay
            ? standings.on(value, stateOf(leaf.test.of(value, situation)))
            : value === true
              ? standings.yes
              : value === false
                ? standings.no
                : standings.of(value);
          state = standing.state;
          lines[at - 1] = standing.line;
        }
      } else if (step.group !== null) {
        const sure = yes[at] as number;
        const open = unknown[at] as number;
        const { least, lines: own } = step.group;
        state = sure >= least ? YES : sure + open < least ? NO : UNKNOWN;
        // Counted to the end: left at zero for the next run.
        yes[at] = 0;
        unknown[at] = 0;
        if (at > 0) lines[at - 1] = own[state] as ConditionResult;
      } else {
        state = UNKNOWN;
        lines[at - 1] = (step.unread as UnreadNode).line;
      }
      if (step.negated) state = opposite(state);
      states[at] = state;
      if (step.parent >= 0) {
        if (state === YES) yes[step.parent] = (yes[step.parent] as number) + 1;
        else if (state === UNKNOWN) unknown[step.parent] = (unknown[step.parent] as number) + 1;
      }
    }
    return { state, lines };
  }

  /** What would settle the run just made, and what is still open in it. */
  ahead(situation: Situation): Prospect {
    const steps = this.#steps;
    const yes: (Cost | null)[] = new Array(steps.length);
    const no: (Cost | null)[] = new Array(steps.length);
    for (let at = steps.length - 1; at >= 0; at -= 1) {
      const { leaf, group, parts } = steps[at] as Step;
      const state = this.#states[at];
      if (state !== UNKNOWN) {
        yes[at] = state === YES ? FREE : null;
        no[at] = state === NO ? FREE : null;
      } else if (group !== null) {
        const reach = this.#cheapest(parts, yes, group.least);
        const fail = this.#cheapest(parts, no, parts.length - group.least + 1);
        const { negated } = steps[at] as Step;
        yes[at] = negated ? fail : reach;
        no[at] = negated ? reach : fail;
      } else {
        const cost = leaf === null ? null : leaf.cost(situation);
        yes[at] = cost;
        no[at] = cost;
      }
    }
    return { yes: yes[0] as Cost | null, no: no[0] as Cost | null, open: this.#open(situation) };
  }

  /** The cheapest `count` of the parts brought to one value. */
  #cheapest(parts: readonly number[], costs: readonly (Cost | null)[], count: number): Cost | null {
    if (count === parts.length)
      return together(
        parts.map((part) => costs[part] as Cost | null),
        this.effortOf,
      );
    if (count === 1) return cheapest(parts.map((part) => costs[part] as Cost | null));
    const possible: Cost[] = [];
    for (const part of parts) {
      const cost = costs[part];
      if (cost) possible.push(cost);
    }
    if (possible.length < count) return null;
    possible.sort((one, other) => one.effort - other.effort);
    return together(possible.slice(0, count), this.effortOf);
  }

  #open(situation: Situation): readonly string[] {
    const open: string[] = [];
    const steps = this.#steps;
    const reached = new Uint8Array(steps.length);
    for (let at = 0; at < steps.length; at += 1) {
      const { leaf, parent } = steps[at] as Step;
      if (this.#states[at] !== UNKNOWN || (parent >= 0 && reached[parent] === 0)) continue;
      reached[at] = 1;
      const cost = leaf === null ? null : leaf.cost(situation);
      if (cost === null) continue;
      for (const fact of cost.facts) if (!open.includes(fact)) open.push(fact);
    }
    return open;
  }
}

function layFlat(node: ConditionNode, parent: number, negated: boolean, steps: Step[]): void {
  if (node instanceof NotNode) {
    layFlat(node.part, parent, !negated, steps);
    return;
  }
  const own = steps.length;
  const leaf = node instanceof FactNode ? node : null;
  const group = node instanceof GroupNode ? node : null;
  const unread = node instanceof UnreadNode ? node : null;
  if (!leaf && !group && !unread) throw new Error('Điều kiện này chỉ dùng được để suy ra một sự việc khác');
  steps.push({ leaf, group, unread, parent, parts: [], negated });
  if (parent >= 0) steps[parent]?.parts.push(own);
  for (const part of group?.parts ?? []) layFlat(part, own, false, steps);
}
