import { NO, opposite, type State, stateOf, UNKNOWN, YES } from './logic.js';
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
  readonly negated: boolean;
}

/** What one run found: the state of the whole, the line of each condition, and each state as a digit of base 3. */
export interface Run {
  readonly state: State;
  readonly lines: readonly ConditionResult[];
  readonly digits: number;
}

/**
 * A tree of conditions laid flat, parents before parts, so that one loop from the end works out every state and writes
 * every line: no condition is skipped, since the reader is shown all of them.
 */
export class Program {
  readonly #steps: readonly Step[];
  readonly #yes: Int32Array;
  readonly #unknown: Int32Array;

  constructor(root: ConditionNode) {
    const steps: Step[] = [];
    layFlat(root, -1, false, steps);
    this.#steps = steps;
    this.#yes = new Int32Array(steps.length);
    this.#unknown = new Int32Array(steps.length);
  }

  /** Number of digits of {@link Run.digits}. */
  get length(): number {
    return this.#steps.length;
  }

  run(situation: Situation): Run {
    const steps = this.#steps;
    const { facts } = situation;
    const yes = this.#yes;
    const unknown = this.#unknown;
    // The outermost group shows no line.
    const lines: ConditionResult[] = new Array(steps.length - 1);
    let digits = 0;
    let state: State = YES;
    for (let at = steps.length - 1; at >= 0; at -= 1) {
      const step = steps[at] as Step;
      const leaf = step.leaf;
      if (leaf !== null) {
        let value = facts[leaf.fact];
        let known = leaf.given;
        if (value === undefined && leaf.derivation !== undefined) {
          value = situation.tell(leaf.derivation);
          known = leaf.told;
        }
        if (value === undefined) {
          state = UNKNOWN;
          lines[at - 1] = leaf.missing;
        } else {
          const { is } = leaf;
          state = is !== undefined ? (value === is ? YES : NO) : stateOf(leaf.test(value, situation));
          lines[at - 1] = (known[state] as (typeof known)[number]).of(value);
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
      digits = digits * 3 + state;
      if (step.negated) state = opposite(state);
      if (step.parent >= 0) {
        if (state === YES) yes[step.parent] = (yes[step.parent] as number) + 1;
        else if (state === UNKNOWN) unknown[step.parent] = (unknown[step.parent] as number) + 1;
      }
    }
    return { state, lines, digits };
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
  steps.push({ leaf, group, unread, parent, negated });
  for (const part of group?.parts ?? []) layFlat(part, own, false, steps);
}
