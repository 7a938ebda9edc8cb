import { addMonths } from '../law/dated.js';
import type { Bilingual } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import type { Derivation } from './derive.js';
import { listTest, NONE } from './lists.js';
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
/** Lines of one leaf that are kept; a leaf over counts could see any number. */
const KEPT = 256;

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
  /** Facts not known that could still change this condition. */
  open(situation: Situation, into: Set<string>): void;
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
  if (list !== undefined) {
    const onList = listTest(list);
    return (value, { listDay }) => (typeof value === 'string' ? onList(value, listDay) : null);
  }
  if (withinMonths !== undefined) return (value, { asOf }) => isWithin(value, withinMonths, asOf);
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

function isWithin(value: FactInput, months: number, asOf: string): boolean | null {
  if (value === NONE) return false;
  return typeof value === 'string' ? value <= asOf && asOf <= addMonths(value, months) : null;
}

/** The lines of one leaf in one state: made once for each value, shared by all decisions. */
class Lines {
  readonly #yes: ConditionResult;
  readonly #no: ConditionResult;
  readonly #others = new Map<FactInput, ConditionResult>();
  constructor(
    readonly shown: Shown,
    readonly fact: string,
    readonly state: State,
    readonly derived: boolean,
  ) {
    this.#yes = lineOf(shown, state, fact, true, derived);
    this.#no = lineOf(shown, state, fact, false, derived);
  }

  of(value: FactInput): ConditionResult {
    if (value === true) return this.#yes;
    if (value === false) return this.#no;
    const kept = this.#others.get(value);
    if (kept !== undefined) return kept;
    const line = lineOf(this.shown, this.state, this.fact, value, this.derived);
    if (this.#others.size < KEPT) this.#others.set(value, line);
    return line;
  }
}

/** A condition on one fact. */
export class FactNode implements ConditionNode {
  readonly laws: readonly LawReference[];
  readonly derivation: Derivation | undefined;
  readonly missing: ConditionResult;
  /** By state. */
  readonly given: readonly Lines[];
  readonly told: readonly Lines[];

  constructor(
    readonly shown: Shown,
    readonly fact: string,
    readonly test: Test,
    /** The value asked for, where the test is for one value. */
    readonly is: FactInput | undefined,
    readonly catalogue: Catalogue,
    /** What to ask where the value known is not enough. */
    readonly askInstead: string | null = null,
  ) {
    this.laws = [shown.law];
    this.derivation = catalogue.derivationOf(fact);
    this.missing = lineOf(shown, UNKNOWN, fact);
    this.given = ([NO, YES, UNKNOWN] as const).map((state) => new Lines(shown, fact, state, false));
    this.told = ([NO, YES, UNKNOWN] as const).map((state) => new Lines(shown, fact, state, true));
  }

  judge(value: FactInput, situation: Situation): State {
    if (this.is !== undefined) return value === this.is ? YES : NO;
    return stateOf(this.test(value, situation));
  }

  state(situation: Situation): State {
    const value = situation.value(this.fact, this.derivation);
    return value === undefined ? UNKNOWN : this.judge(value, situation);
  }

  ways(situation: Situation): Ways {
    const state = this.state(situation);
    if (state !== UNKNOWN) return state === YES ? KNOWN_YES : KNOWN_NO;
    const cost = this.#cost(situation);
    return cost === null ? NEVER : { yes: cost, no: cost };
  }

  /** Asking for the fact itself, or for what tells it if that is no more work. */
  #cost(situation: Situation): Cost | null {
    if (situation.value(this.fact, this.derivation) !== undefined)
      return this.askInstead === null ? null : this.#asking(this.askInstead);
    const direct = this.#asking(this.fact);
    const told = this.derivation?.cost(situation) ?? null;
    return told !== null && told.facts.length > 0 && told.effort <= direct.effort ? told : direct;
  }

  #asking(fact: string): Cost {
    return { effort: this.catalogue.effortOf(fact), facts: [fact] };
  }

  open(situation: Situation, into: Set<string>): void {
    if (this.state(situation) !== UNKNOWN) return;
    for (const fact of this.#cost(situation)?.facts ?? []) into.add(fact);
  }

  proven(): boolean {
    return this.shown.law.status === 'verified';
  }
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
  open(): void {}
  proven(): boolean {
    return false;
  }
}

/** Income or deprivations against the poverty standard of the day. */
export class StandardNode implements ConditionNode {
  readonly laws: readonly LawReference[] = [];
  readonly #asked: readonly string[];
  constructor(
    readonly which: 'income' | 'deprivations',
    readonly catalogue: Catalogue,
  ) {
    this.#asked =
      which === 'income' ? ['household.incomePerPersonMonth', 'place.urban'] : ['household.deprivations'];
  }

  #values({ facts }: Situation): readonly (FactInput | undefined)[] {
    return this.#asked.map((fact) => facts[fact]);
  }

  state(situation: Situation): State {
    const standard = povertyStandard(situation.asOf);
    if (standard === null) return UNKNOWN;
    const [first, second] = this.#values(situation);
    const count = typeof first === 'number' ? first : undefined;
    if (this.which === 'income') {
      return stateOf(isLowIncome(count, typeof second === 'boolean' ? second : undefined, standard));
    }
    return count === undefined ? UNKNOWN : stateOf(count >= standard.poorDeprivationsFrom);
  }

  ways(situation: Situation): Ways {
    const state = this.state(situation);
    if (state !== UNKNOWN) return state === YES ? KNOWN_YES : KNOWN_NO;
    const values = this.#values(situation);
    const missing = this.#asked.filter((_, index) => values[index] === undefined);
    if (missing.length === 0) return NEVER;
    const cost = together([{ effort: 0, facts: missing }], this.catalogue.effortOf);
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
