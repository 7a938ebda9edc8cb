import type { Bilingual } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import type { Derivation } from './derive.js';
import { NOWHERE, type Test } from './fact-test.js';
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
  type Ways,
  YES,
} from './logic.js';
import type { Situation } from './situation.js';
import type { ConditionResult, FactInput, Outcome } from './types.js';

const OUTCOMES: readonly Outcome[] = ['not-met', 'met', 'unknown'];
export const KNOWN_YES: Ways = { yes: FREE, no: null };
export const KNOWN_NO: Ways = { yes: null, no: FREE };
export const NEVER: Ways = { yes: null, no: null };
/** Lines of one leaf that are kept; a leaf over counts could see any number. */
const KEPT = 256;
/** Ways to stand that one leaf can have: no, yes, and unknown at so many different costs. */
export const WAYS_TO_STAND = 8;

/** What a node shows of itself, apart from what is known. */
export interface Shown {
  readonly kind: ConditionResult['kind'];
  readonly depth: number;
  readonly text: Bilingual;
  readonly law: LawReference;
}

/** A compiled condition. */
export interface ConditionNode {
  state(situation: Situation): State;
  /** What it takes to settle it. */
  ways(situation: Situation): Ways;
  /** Whether the state follows from verified articles alone. */
  proven(situation: Situation): boolean;
  readonly laws: readonly LawReference[];
}

/** What a compiled condition needs of the catalogue of facts. */
export interface Catalogue {
  derivationOf(fact: string): Derivation | undefined;
  effortOf(fact: string): number;
}

export function lineOf(
  shown: Shown,
  state: State,
  fact: string | null = null,
  value: FactInput | null = null,
  derived = false,
): ConditionResult {
  const { depth, kind, text, law } = shown;
  return Object.freeze({ depth, kind, outcome: OUTCOMES[state] as Outcome, text, fact, value, derived, law });
}

/** How a leaf stands at one value: the state and the line that tells it. */
export interface Standing {
  readonly state: State;
  readonly line: ConditionResult;
}

/** How one leaf stands at each value: worked out once, shared by all decisions. */
export class Standings {
  readonly yes: Standing;
  readonly no: Standing;
  readonly #others = new Map<FactInput, Standing>();
  /** For tests that ask for the day: by state, since one value may stand otherwise on another day. */
  readonly #byState: readonly Map<FactInput, Standing>[] = [new Map(), new Map(), new Map()];

  constructor(
    readonly shown: Shown,
    readonly fact: string,
    readonly derived: boolean,
    /** `null` where the state depends on the day. */
    readonly judge: ((value: FactInput) => State) | null,
  ) {
    this.yes = this.#make(true, judge?.(true) ?? UNKNOWN);
    this.no = this.#make(false, judge?.(false) ?? UNKNOWN);
  }

  #make(value: FactInput, state: State): Standing {
    return { state, line: lineOf(this.shown, state, this.fact, value, this.derived) };
  }

  /** Where the day does not matter. */
  at(value: FactInput): Standing {
    return value === true ? this.yes : value === false ? this.no : this.of(value);
  }

  /** For a value that is no boolean, where the day does not matter. */
  of(value: FactInput): Standing {
    const kept = this.#others.get(value);
    if (kept !== undefined) return kept;
    const made = this.#make(value, this.judge?.(value) ?? UNKNOWN);
    if (this.#others.size < KEPT) this.#others.set(value, made);
    return made;
  }

  /** For a value whose state was worked out for the day. */
  on(value: FactInput, state: State): Standing {
    const kept = this.#byState[state]?.get(value);
    if (kept !== undefined) return kept;
    const made = this.#make(value, state);
    const byValue = this.#byState[state];
    if (byValue !== undefined && byValue.size < KEPT) byValue.set(value, made);
    return made;
  }
}

/** A condition on one fact. */
export class FactNode implements ConditionNode {
  readonly laws: readonly LawReference[];
  readonly derivation: Derivation | undefined;
  readonly missing: ConditionResult;
  readonly given: Standings;
  readonly told: Standings;
  /** The state depends on the day asked about, not only on the value. */
  readonly byDay: boolean;
  readonly #direct: Cost;
  readonly #instead: Cost | null;
  /** The costs at which it was met unknown. */
  readonly #costs: (Cost | null)[];

  constructor(
    readonly shown: Shown,
    readonly fact: string,
    readonly test: Test,
    catalogue: Catalogue,
    /** What to ask where the value known is not enough. */
    askInstead: string | null = null,
  ) {
    const asking = (asked: string): Cost => ({ effort: catalogue.effortOf(asked), facts: [asked] });
    this.#direct = asking(fact);
    this.#instead = askInstead === null ? null : asking(askInstead);
    this.#costs = [this.#direct, this.#instead];
    this.laws = [shown.law];
    this.derivation = catalogue.derivationOf(fact);
    this.missing = lineOf(shown, UNKNOWN, fact);
    this.byDay = test.byDay;
    const judge = test.byDay ? null : (value: FactInput) => stateOf(test.of(value, NOWHERE));
    this.given = new Standings(shown, fact, false, judge);
    this.told = new Standings(shown, fact, true, judge);
  }

  state(situation: Situation): State {
    const value = situation.value(this.fact, this.derivation);
    if (value === undefined) return UNKNOWN;
    return this.byDay ? stateOf(this.test.of(value, situation)) : this.given.at(value).state;
  }

  ways(situation: Situation): Ways {
    const state = this.state(situation);
    if (state !== UNKNOWN) return state === YES ? KNOWN_YES : KNOWN_NO;
    const cost = this.cost(situation);
    return cost === null ? NEVER : { yes: cost, no: cost };
  }

  /**
   * The work to settle it while it is unknown: asking for the fact itself, or for what tells it if that is no more work.
   * What is told case by case is asked for itself: its cases ask for much.
   */
  cost(situation: Situation): Cost | null {
    const { derivation } = this;
    if (derivation === undefined)
      return situation.facts[this.fact] === undefined ? this.#direct : this.#instead;
    if (situation.value(this.fact, derivation) !== undefined) return this.#instead;
    if (derivation.byCases) return this.#direct;
    const told = derivation.cost(situation);
    return told !== null && told.facts.length > 0 && told.effort <= this.#direct.effort ? told : this.#direct;
  }

  /** Equal numbers mean: unknown at the same cost. From 2 on, after no and yes; `null` past what is told apart. */
  openAs(situation: Situation): number | null {
    if (this.derivation === undefined) return situation.facts[this.fact] === undefined ? 2 : 3;
    const cost = this.cost(situation);
    const costs = this.#costs;
    for (let at = 0; at < costs.length; at += 1) if (sameCost(costs[at] as Cost | null, cost)) return at + 2;
    if (costs.length + 2 >= WAYS_TO_STAND) return null;
    costs.push(cost);
    return costs.length + 1;
  }

  proven(): boolean {
    return this.shown.law.status === 'verified';
  }
}

function sameCost(one: Cost | null, other: Cost | null): boolean {
  if (one === other) return true;
  if (one === null || other === null || one.facts.length !== other.facts.length) return false;
  return one.facts.every((fact, at) => fact === other.facts[at]);
}

/** A condition whose text was not at hand. */
export class UnreadNode implements ConditionNode {
  readonly laws: readonly LawReference[];
  readonly line: ConditionResult;
  constructor(shown: Shown) {
    this.laws = [shown.law];
    this.line = lineOf(shown, UNKNOWN);
  }
  state(): State {
    return UNKNOWN;
  }
  ways(): Ways {
    return NEVER;
  }
  proven(): boolean {
    return false;
  }
}

/** `least` of the parts must hold: all of them, one of them, or so many. */
export class GroupNode implements ConditionNode {
  readonly laws: readonly LawReference[];
  /** By state; empty where the group shows no line of its own. */
  readonly lines: readonly ConditionResult[];
  constructor(
    shown: Shown | null,
    readonly parts: readonly ConditionNode[],
    readonly least: number,
    readonly catalogue: Catalogue,
  ) {
    this.laws = parts.flatMap((part) => part.laws);
    this.lines = shown ? ([NO, YES, UNKNOWN] as const).map((state) => lineOf(shown, state)) : [];
  }

  state(situation: Situation): State {
    const { parts, least } = this;
    let yes = 0;
    let open = parts.length;
    for (let at = 0; at < parts.length; at += 1) {
      const state = (parts[at] as ConditionNode).state(situation);
      if (state === NO) open -= 1;
      else if (state === YES) yes += 1;
      if (yes >= least) return YES;
      if (open < least) return NO;
    }
    return UNKNOWN;
  }

  /** The cheapest `count` of the parts brought to one value. */
  #cheapestOf(costs: readonly (Cost | null)[], count: number): Cost | null {
    if (count <= 0) return FREE;
    if (count === 1) return cheapest(costs);
    const possible = costs.filter((cost): cost is Cost => cost !== null).sort((a, b) => a.effort - b.effort);
    return possible.length < count ? null : together(possible.slice(0, count), this.catalogue.effortOf);
  }

  ways(situation: Situation): Ways {
    const ways = this.parts.map((part) => part.ways(situation));
    const yes = ways.map((way) => way.yes);
    const no = ways.map((way) => way.no);
    return {
      yes: this.#cheapestOf(yes, this.least),
      no: this.#cheapestOf(no, this.parts.length - this.least + 1),
    };
  }

  proven(situation: Situation): boolean {
    const state = this.state(situation);
    if (state === UNKNOWN) return true;
    const proving = this.parts.filter(
      (part) => part.state(situation) === state && part.proven(situation),
    ).length;
    return state === YES ? proving >= this.least : proving > this.parts.length - this.least;
  }
}

/** A condition that must not hold. */
export class NotNode implements ConditionNode {
  readonly laws: readonly LawReference[];
  constructor(readonly part: ConditionNode) {
    this.laws = part.laws;
  }
  state(situation: Situation): State {
    return opposite(this.part.state(situation));
  }
  ways(situation: Situation): Ways {
    const { yes, no } = this.part.ways(situation);
    return { yes: no, no: yes };
  }
  proven(situation: Situation): boolean {
    return this.part.proven(situation);
  }
}

/** The conditions on facts below a condition; `null` where it asks in another way too. */
export function leavesOf(node: ConditionNode): readonly FactNode[] | null {
  if (node instanceof FactNode) return [node];
  if (node instanceof NotNode) return leavesOf(node.part);
  if (!(node instanceof GroupNode)) return null;
  const leaves: FactNode[] = [];
  for (const part of node.parts) {
    const below = leavesOf(part);
    if (below === null) return null;
    leaves.push(...below);
  }
  return leaves;
}
