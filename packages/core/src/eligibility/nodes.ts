import type { LawReference } from '../report/types.js';
import type { Derivation } from './derive.js';
import type { Test } from './fact-test.js';
import {
  type Cost,
  cheapest,
  FREE,
  NO,
  opposite,
  type State,
  together,
  UNKNOWN,
  type Ways,
  YES,
} from './logic.js';
import { lineOf, type Shown } from './shown.js';
import type { Situation } from './situation.js';
import { Standings } from './standings.js';
import type { ConditionResult } from './types.js';

export const KNOWN_YES: Ways = { yes: FREE, no: null };
export const KNOWN_NO: Ways = { yes: null, no: FREE };
export const NEVER: Ways = { yes: null, no: null };
/** Ways to stand that one leaf can have: no, yes, and unknown at so many different costs. */
export const WAYS_TO_STAND = 8;

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
  /** Place of a fact in the catalogue. */
  numberOf(fact: string): number;
  effortOf(fact: string): number;
}

/** A condition on one fact. */
export class FactNode implements ConditionNode {
  readonly laws: readonly LawReference[];
  /** Place of the fact in the catalogue. */
  readonly number: number;
  readonly derivation: Derivation | undefined;
  readonly missing: ConditionResult;
  readonly given: Standings;
  readonly told: Standings;
  readonly #direct: Cost;
  readonly #instead: Cost | null;
  /** The costs at which it was met unknown. */
  readonly #costs: (Cost | null)[];
  /** A known value may leave it open, so that something else is asked for. */
  readonly asksInstead: boolean;

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
    this.asksInstead = askInstead !== null;
    this.#costs = [this.#direct, this.#instead];
    this.laws = [shown.law];
    this.number = catalogue.numberOf(fact);
    this.derivation = catalogue.derivationOf(fact);
    this.missing = lineOf(shown, UNKNOWN, fact);
    this.given = new Standings(shown, fact, false, test);
    this.told = new Standings(shown, fact, true, test);
  }

  state(situation: Situation): State {
    const value = situation.value(this.number, this.derivation);
    return value === undefined ? UNKNOWN : this.given.of(value, situation).state;
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
      return situation.given(this.number) === undefined ? this.#direct : this.#instead;
    if (situation.value(this.number, derivation) !== undefined) return this.#instead;
    if (derivation.byCases) return this.#direct;
    const told = derivation.cost(situation);
    return told !== null && told.facts.length > 0 && told.effort <= this.#direct.effort ? told : this.#direct;
  }

  /** Equal numbers mean: unknown at the same cost. From 2 on, after no and yes; `null` past what is told apart. */
  openAs(situation: Situation): number | null {
    if (this.derivation === undefined) return situation.given(this.number) === undefined ? 2 : 3;
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
    let proving = 0;
    for (const part of this.parts) {
      if (part.state(situation) === state && part.proven(situation)) proving += 1;
    }
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
