import { type Ahead, aheadOf } from './ahead.js';
import { NO, opposite, type State, stateOf, UNKNOWN, YES } from './logic.js';
import { type ConditionNode, FactNode, GroupNode, NotNode, UnreadNode, WAYS_TO_STAND } from './nodes.js';
import type { Situation } from './situation.js';
import type { ConditionResult } from './types.js';

/** One step: a leaf or a group, with where its state counts. */
export interface Step {
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

/** What would settle different runs of one program is kept for so many of them. */
const KEPT = 4096;
/** From here on a key would no longer be exact. */
const LAST_KEY = Number.MAX_SAFE_INTEGER / WAYS_TO_STAND - 1;

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
  readonly #effortOf: (fact: string) => number;
  /** Numbers of the steps that are leaves. */
  readonly #leaves: readonly number[];
  readonly #prospects = new Map<number, Ahead>();

  constructor(root: ConditionNode, effortOf: (fact: string) => number) {
    const steps: Step[] = [];
    layFlat(root, -1, false, steps);
    this.#effortOf = effortOf;
    this.#leaves = steps.flatMap((step, number) => (step.leaf === null ? [] : [number]));
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
            : standings.at(value);
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

  /** What to ask for, and what would settle the run just made. */
  ahead(situation: Situation): Ahead {
    const key = this.#key(situation);
    const kept = key === null ? undefined : this.#prospects.get(key);
    if (kept !== undefined) return kept;
    const made = aheadOf(this.#steps, this.#states, situation, this.#effortOf);
    if (key !== null && this.#prospects.size < KEPT) this.#prospects.set(key, made);
    return made;
  }

  /** One number for all runs in which every leaf stands alike and would cost the same to settle. */
  #key(situation: Situation): number | null {
    let key = 0;
    for (let at = 0; at < this.#leaves.length; at += 1) {
      const number = this.#leaves[at] as number;
      const state = this.#states[number] as State;
      const stands =
        state === UNKNOWN ? ((this.#steps[number] as Step).leaf as FactNode).openAs(situation) : state;
      if (stands === null || key > LAST_KEY) return null;
      key = key * WAYS_TO_STAND + stands;
    }
    return key;
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
