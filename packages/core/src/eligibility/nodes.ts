import { addMonths } from '../law/dated.js';
import type { Bilingual } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import type { Derivation } from './derive.js';
import { isOnList, NONE } from './lists.js';
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
import { isLowIncome, povertyStandard } from './poverty.js';
import type { Situation } from './situation.js';
import type { ConditionResult, FactCondition, FactInput, Outcome } from './types.js';

const OUTCOMES: readonly Outcome[] = ['not-met', 'met', 'unknown'];
const KNOWN_YES: Ways = { yes: FREE, no: null };
const KNOWN_NO: Ways = { yes: null, no: FREE };
const NEVER: Ways = { yes: null, no: null };
/** Results of one leaf that are kept; a leaf over counts could see any number. */
const KEPT = 256;

/** What a node shows of itself, apart from what is known. */
export interface Shown {
  readonly kind: ConditionResult['kind'];
  readonly depth: number;
  readonly text: Bilingual;
  readonly law: LawReference;
}

/** A compiled condition. The results it lists are shared between decisions and never change. */
export interface ConditionNode {
  /** The state alone. */
  state(situation: Situation): State;
  /** The state, with the line of each condition appended to `lines`. */
  list(situation: Situation, lines: ConditionResult[]): State;
  /** What it takes to settle it. */
  ways(situation: Situation): Ways;
  /** Facts not known that could still change this condition. */
  open(situation: Situation, into: Set<string>): void;
  /** Whether the state follows from verified articles alone. */
  proven(situation: Situation): boolean;
  readonly laws: readonly LawReference[];
}

function result(
  shown: Shown,
  state: State,
  fact: string | null,
  value: FactInput | null,
  derived: boolean,
): ConditionResult {
  const { depth, kind, text, law } = shown;
  return Object.freeze({ depth, kind, outcome: OUTCOMES[state] as Outcome, text, fact, value, derived, law });
}

export type Test = (value: FactInput, situation: Situation) => boolean | null;

/** The test of a leaf; bounds stay as strict as the law has them. */
export function testOf(condition: FactCondition): Test {
  const { is, list, atLeast, moreThan, atMost, lessThan, withinMonths } = condition;
  const among = condition.in;
  if (is !== undefined) return (value) => value === is;
  if (among !== undefined) {
    const allowed = new Set<FactInput>(among);
    return (value) => allowed.has(value);
  }
  if (list !== undefined)
    return (value, { listDay }) => (typeof value === 'string' ? isOnList(value, list, listDay) : null);
  if (withinMonths !== undefined) {
    return (value, { asOf }) =>
      value === NONE
        ? false
        : typeof value === 'string'
          ? value <= asOf && asOf <= addMonths(value, withinMonths)
          : null;
  }
  return (value) => {
    if (typeof value !== 'number') return null;
    return (
      (atLeast === undefined || value >= atLeast) &&
      (moreThan === undefined || value > moreThan) &&
      (atMost === undefined || value <= atMost) &&
      (lessThan === undefined || value < lessThan)
    );
  };
}

/** A condition on one fact. */
export class FactNode implements ConditionNode {
  readonly laws: readonly LawReference[];
  readonly #kept: readonly Map<FactInput | undefined, ConditionResult>[] = Array.from(
    { length: 6 },
    () => new Map(),
  );

  constructor(
    readonly shown: Shown,
    readonly fact: string,
    readonly test: Test,
    readonly derivation: Derivation | undefined,
    readonly effortOf: (fact: string) => number,
  ) {
    this.laws = [shown.law];
  }

  #value(situation: Situation): FactInput | undefined {
    const given = situation.facts[this.fact];
    return given !== undefined || this.derivation === undefined ? given : situation.derive(this.derivation);
  }

  #judge(value: FactInput | undefined, situation: Situation): State {
    return value === undefined ? UNKNOWN : stateOf(this.test(value, situation));
  }

  state(situation: Situation): State {
    return this.#judge(this.#value(situation), situation);
  }

  list(situation: Situation, lines: ConditionResult[]): State {
    const given = situation.facts[this.fact];
    const derived = given === undefined && this.derivation !== undefined;
    const value = derived ? situation.derive(this.derivation as Derivation) : given;
    const state = this.#judge(value, situation);
    const kept = this.#kept[derived ? state + 3 : state] as Map<FactInput | undefined, ConditionResult>;
    let line = kept.get(value);
    if (line === undefined) {
      line = result(this.shown, state, this.fact, value ?? null, derived && value !== undefined);
      if (kept.size < KEPT) kept.set(value, line);
    }
    lines.push(line);
    return state;
  }

  ways(situation: Situation): Ways {
    const value = this.#value(situation);
    const state = this.#judge(value, situation);
    if (state !== UNKNOWN) return state === YES ? KNOWN_YES : KNOWN_NO;
    if (value !== undefined) return NEVER;
    const cost = this.#cost(situation);
    return { yes: cost, no: cost };
  }

  /** Asking for the fact itself, or for what tells it if that is no more work. */
  #cost(situation: Situation): Cost {
    const direct: Cost = { effort: this.effortOf(this.fact), facts: [this.fact] };
    const told = this.derivation?.cost(situation) ?? null;
    return told !== null && told.facts.length > 0 && told.effort <= direct.effort ? told : direct;
  }

  open(situation: Situation, into: Set<string>): void {
    if (this.#value(situation) !== undefined) return;
    for (const fact of this.#cost(situation).facts) into.add(fact);
  }

  proven(): boolean {
    return this.shown.law.status === 'verified';
  }
}

/** A condition whose text was not at hand. */
export class UnreadNode implements ConditionNode {
  readonly laws: readonly LawReference[];
  readonly #line: ConditionResult;
  constructor(shown: Shown) {
    this.laws = [shown.law];
    this.#line = result(shown, UNKNOWN, null, null, false);
  }
  state(): State {
    return UNKNOWN;
  }
  list(_: Situation, lines: ConditionResult[]): State {
    lines.push(this.#line);
    return UNKNOWN;
  }
  ways(): Ways {
    return NEVER;
  }
  open(): void {}
  proven(): boolean {
    return false;
  }
}

/** Income or deprivations against the poverty standard of the day. */
export class StandardNode implements ConditionNode {
  readonly laws: readonly LawReference[] = [];
  constructor(
    readonly which: 'income' | 'deprivations',
    readonly effortOf: (fact: string) => number,
  ) {}

  state(situation: Situation): State {
    const standard = povertyStandard(situation.asOf);
    if (standard === null) return UNKNOWN;
    if (this.which === 'deprivations') {
      const count = situation.value('household.deprivations');
      return typeof count === 'number' ? stateOf(count >= standard.poorDeprivationsFrom) : UNKNOWN;
    }
    const income = situation.value('household.incomePerPersonMonth');
    const urban = situation.value('place.urban');
    return stateOf(
      isLowIncome(
        typeof income === 'number' ? income : undefined,
        typeof urban === 'boolean' ? urban : undefined,
        standard,
      ),
    );
  }
  list(situation: Situation): State {
    return this.state(situation);
  }
  ways(situation: Situation): Ways {
    const state = this.state(situation);
    if (state !== UNKNOWN) return state === YES ? KNOWN_YES : KNOWN_NO;
    const asked =
      this.which === 'income'
        ? ['household.incomePerPersonMonth', 'place.urban']
        : ['household.deprivations'];
    const missing = asked.filter((fact) => situation.value(fact) === undefined);
    const cost = missing.length === 0 ? null : together([{ effort: 0, facts: missing }], this.effortOf);
    return { yes: cost, no: cost };
  }
  open(situation: Situation, into: Set<string>): void {
    for (const fact of this.ways(situation).yes?.facts ?? []) into.add(fact);
  }
  proven(): boolean {
    return true;
  }
}

/** `least` of the parts must hold: all of them, one of them, or so many. */
export class GroupNode implements ConditionNode {
  readonly laws: readonly LawReference[];
  readonly #lines: readonly ConditionResult[];
  constructor(
    /** `null`: a group that shows no line of its own. */
    readonly shown: Shown | null,
    readonly parts: readonly ConditionNode[],
    readonly least: number,
    readonly effortOf: (fact: string) => number,
  ) {
    this.laws = parts.flatMap((part) => part.laws);
    this.#lines = shown
      ? ([NO, YES, UNKNOWN] as const).map((state) => result(shown, state, null, null, false))
      : [];
  }

  #verdict(yes: number, unknown: number): State {
    if (yes >= this.least) return YES;
    return yes + unknown < this.least ? NO : UNKNOWN;
  }

  state(situation: Situation): State {
    let yes = 0;
    let unknown = 0;
    for (const part of this.parts) {
      const state = part.state(situation);
      if (state === YES) yes += 1;
      else if (state === UNKNOWN) unknown += 1;
    }
    return this.#verdict(yes, unknown);
  }

  list(situation: Situation, lines: ConditionResult[]): State {
    const own = lines.length;
    if (this.shown) lines.push(this.#lines[UNKNOWN] as ConditionResult);
    let yes = 0;
    let unknown = 0;
    for (const part of this.parts) {
      const state = part.list(situation, lines);
      if (state === YES) yes += 1;
      else if (state === UNKNOWN) unknown += 1;
    }
    const verdict = this.#verdict(yes, unknown);
    if (this.shown && verdict !== UNKNOWN) lines[own] = this.#lines[verdict] as ConditionResult;
    return verdict;
  }

  /** The cheapest `count` of the parts brought to one value. */
  #cheapestOf(costs: readonly (Cost | null)[], count: number): Cost | null {
    if (count <= 0) return FREE;
    if (count === 1) return cheapest(costs);
    const possible = costs.filter((cost): cost is Cost => cost !== null).sort((a, b) => a.effort - b.effort);
    return possible.length < count ? null : together(possible.slice(0, count), this.effortOf);
  }

  ways(situation: Situation): Ways {
    const ways = this.parts.map((part) => part.ways(situation));
    return {
      yes: this.#cheapestOf(
        ways.map((way) => way.yes),
        this.least,
      ),
      no: this.#cheapestOf(
        ways.map((way) => way.no),
        this.parts.length - this.least + 1,
      ),
    };
  }

  open(situation: Situation, into: Set<string>): void {
    if (this.state(situation) !== UNKNOWN) return;
    for (const part of this.parts) part.open(situation, into);
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
  list(situation: Situation, lines: ConditionResult[]): State {
    return opposite(this.part.list(situation, lines));
  }
  ways(situation: Situation): Ways {
    const { yes, no } = this.part.ways(situation);
    return { yes: no, no: yes };
  }
  open(situation: Situation, into: Set<string>): void {
    this.part.open(situation, into);
  }
  proven(situation: Situation): boolean {
    return this.part.proven(situation);
  }
}
