import { type Ahead, aheadOf } from './ahead.js';
import type { Derivation } from './derive.js';
import { NO, opposite, type State, UNKNOWN, YES } from './logic.js';
import { type ConditionNode, FactNode, GroupNode, NotNode, UnreadNode, WAYS_TO_STAND } from './nodes.js';
import type { Situation } from './situation.js';
import type { Standing } from './standings.js';
import type { ConditionResult, FactInput } from './types.js';

/** One step: a leaf or a group, with where its state counts. */
export interface Step {
  readonly leaf: FactNode | null;
  /** Place of the leaf's fact in the catalogue; -1 for what is no leaf. */
  readonly fact: number;
  readonly derivation: Derivation | undefined;
  readonly group: GroupNode | null;
  /** Number of the group it belongs to; -1 for the outermost. */
  readonly parent: number;
  /** Numbers of the parts of a group. */
  readonly parts: number[];
  readonly negated: boolean;
  /** How it stands for the group above it: a leaf by the fact, a group by its parts. */
  readonly ifYes: Standing | null;
  readonly ifNo: Standing | null;
  readonly ifOpen: Standing;
  /** A leaf whose fact was told from others. */
  readonly ifToldYes: Standing | null;
  readonly ifToldNo: Standing | null;
  /** The last value met that is no boolean, with how it stands where nothing beside it matters. */
  lastValue: FactInput | null;
  lastStanding: Standing | null;
}

/** What one run found: the state of the whole and the line of each condition. */
export interface Run {
  readonly state: State;
  readonly lines: readonly ConditionResult[];
}

/** So many branches are kept for one program. */
const KEPT = 16_384;

/** So many leaves are told apart by one key: the key stays a small integer. */
const LEAVES_A_KEY = 9;

/** Runs told apart by how their leaves stand, some leaves a branch; at the end what would settle the run. */
interface Branch {
  readonly further: Map<number, Branch>;
  ahead: Ahead | null;
}

const branch = (): Branch => ({ further: new Map(), ahead: null });

/** A leaf; where it can be open at one cost only, or at that of a leaf before it that asks the same, `plainly`. */
interface OpenLeaf {
  readonly at: number;
  readonly leaf: FactNode;
  readonly plainly: boolean;
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
  readonly #effortOf: (fact: string) => number;
  readonly #leaves: readonly OpenLeaf[];
  readonly #prospects = branch();
  #kept = 0;

  constructor(root: ConditionNode, effortOf: (fact: string) => number) {
    const steps: Step[] = [];
    layFlat(root, -1, false, steps);
    this.#effortOf = effortOf;
    this.#leaves = leavesOf(steps);
    this.#steps = steps;
    this.#yes = new Int32Array(steps.length);
    this.#unknown = new Int32Array(steps.length);
    this.#states = new Uint8Array(steps.length);
  }

  run(situation: Situation): Run {
    const steps = this.#steps;
    const yes = this.#yes;
    const unknown = this.#unknown;
    const states = this.#states;
    // The outermost group shows no line.
    const lines: ConditionResult[] = new Array(steps.length - 1);
    let state: State = YES;
    for (let at = steps.length - 1; at >= 0; at -= 1) {
      const step = steps[at] as Step;
      const { fact, group, parent } = step;
      let standing: Standing | null = step.ifOpen;
      if (fact >= 0) {
        const value = situation.given(fact);
        if (value === true) standing = step.ifYes;
        else if (value === false) standing = step.ifNo;
        else if (value !== undefined) standing = value === step.lastValue ? step.lastStanding : null;
        else if (step.derivation !== undefined) standing = told(step, step.derivation, situation);
        if (standing === null) standing = valued(step, value as FactInput, situation);
      } else if (group !== null) {
        const sure = yes[at] as number;
        if (sure >= group.least) standing = step.ifYes as Standing;
        else if (sure + (unknown[at] as number) < group.least) standing = step.ifNo as Standing;
        // Counted to the end: left at zero for the next run.
        yes[at] = 0;
        unknown[at] = 0;
      }
      state = standing.state;
      states[at] = state;
      if (parent < 0) break;
      lines[at - 1] = standing.line;
      if (state === YES) yes[parent] = (yes[parent] as number) + 1;
      else if (state === UNKNOWN) unknown[parent] = (unknown[parent] as number) + 1;
    }
    return { state, lines };
  }

  /** What to ask for, and what would settle the run just made; kept for runs in which every leaf stands alike. */
  ahead(situation: Situation): Ahead {
    const end = this.#endOf(situation);
    if (end !== null && end.ahead !== null) return end.ahead;
    const made = aheadOf(this.#steps, this.#states, situation, this.#effortOf);
    if (end !== null) end.ahead = made;
    return made;
  }

  /** The end of the branches that the run just made follows; `null` past what is kept. */
  #endOf(situation: Situation): Branch | null {
    const leaves = this.#leaves;
    let reached: Branch | null = this.#prospects;
    let key = 0;
    for (let index = 0; index < leaves.length; index += 1) {
      const { at, leaf, plainly } = leaves[index] as OpenLeaf;
      const state = this.#states[at] as State;
      const stands = state !== UNKNOWN || plainly ? state : leaf.openAs(situation);
      if (stands === null) return null;
      key = key * WAYS_TO_STAND + stands;
      if ((index + 1) % LEAVES_A_KEY !== 0) continue;
      reached = reached.further.get(key) ?? this.#grow(reached, key);
      if (reached === null) return null;
      key = 0;
    }
    return reached.further.get(key) ?? this.#grow(reached, key);
  }

  #grow(from: Branch, key: number): Branch | null {
    if (this.#kept >= KEPT) return null;
    this.#kept += 1;
    const grown = branch();
    from.further.set(key, grown);
    return grown;
  }
}

function leavesOf(steps: readonly Step[]): readonly OpenLeaf[] {
  const met = new Set<string>();
  const leaves: OpenLeaf[] = [];
  steps.forEach(({ leaf }, at) => {
    if (leaf === null) return;
    const known = leaf.derivation === undefined || met.has(leaf.fact);
    leaves.push({ at, leaf, plainly: known && !leaf.asksInstead });
    if (!leaf.asksInstead) met.add(leaf.fact);
  });
  return leaves;
}

/** A leaf at a value given that is not kept. */
function valued(step: Step, value: FactInput, situation: Situation): Standing {
  const { given } = step.leaf as FactNode;
  const standing = sided(step, given.of(value, situation));
  if (given.byValueAlone && typeof value !== 'boolean') {
    step.lastValue = value;
    step.lastStanding = standing;
  }
  return standing;
}

/** A leaf whose fact was not given but can perhaps be told from others. */
function told(step: Step, derivation: Derivation, situation: Situation): Standing {
  const value = situation.tell(derivation);
  if (value === undefined) return step.ifOpen;
  const plain = value === true ? step.ifToldYes : value === false ? step.ifToldNo : null;
  return plain ?? sided(step, (step.leaf as FactNode).told.of(value, situation));
}

const sided = (step: Step, standing: Standing) => (step.negated ? turned(standing) : standing);

/** A condition that must not hold: it stands the other way for the group above it, and shows the same line. */
const turned = ({ state, line }: Standing): Standing => ({ state: opposite(state), line });

/** A condition that stands for a plain yes and no of its fact, or for the counts of its parts. */
function standingsOf(node: FactNode | GroupNode | UnreadNode): Pick<Step, 'ifYes' | 'ifNo' | 'ifOpen'> {
  const standing = (state: State, line: ConditionResult): Standing => ({ state, line });
  if (node instanceof FactNode) {
    const { given, missing } = node;
    return { ifYes: given.always(true), ifNo: given.always(false), ifOpen: standing(UNKNOWN, missing) };
  }
  if (node instanceof UnreadNode) return { ifYes: null, ifNo: null, ifOpen: standing(UNKNOWN, node.line) };
  // The outermost group shows no line.
  const inState = (state: State) => standing(state, node.lines[state] as ConditionResult);
  return { ifYes: inState(YES), ifNo: inState(NO), ifOpen: inState(UNKNOWN) };
}

function layFlat(node: ConditionNode, parent: number, negated: boolean, steps: Step[]): void {
  if (node instanceof NotNode) {
    layFlat(node.part, parent, !negated, steps);
    return;
  }
  const leaf = node instanceof FactNode ? node : null;
  const group = node instanceof GroupNode ? node : null;
  const unread = node instanceof UnreadNode ? node : null;
  const any = leaf ?? group ?? unread;
  if (any === null) throw new Error('Điều kiện này chỉ dùng được để suy ra một sự việc khác');
  const own = steps.length;
  const { ifYes, ifNo, ifOpen } = standingsOf(any);
  const side = (standing: Standing | null) => (negated && standing !== null ? turned(standing) : standing);
  steps.push({
    leaf,
    fact: leaf?.number ?? -1,
    derivation: leaf?.derivation,
    group,
    parent,
    parts: [],
    negated,
    ifYes: side(ifYes),
    ifNo: side(ifNo),
    ifOpen,
    ifToldYes: side(leaf?.told.always(true) ?? null),
    ifToldNo: side(leaf?.told.always(false) ?? null),
    lastValue: null,
    lastStanding: null,
  });
  if (parent >= 0) steps[parent]?.parts.push(own);
  for (const part of group?.parts ?? []) layFlat(part, own, false, steps);
}
