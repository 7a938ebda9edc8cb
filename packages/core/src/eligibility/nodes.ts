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

/** What of a case a test may look at besides the value. */
export type Setting = Pick<Situation, 'facts' | 'asOf' | 'listDay'>;
const NOWHERE: Setting = { facts: {}, asOf: '', listDay: '' };

/** A test of one value; `byDay` if it asks for the day or other facts too. */
export interface Test {
  readonly byDay: boolean;
  of(value: FactInput, setting: Setting): boolean | null;
}

const always = (of: (value: FactInput) => boolean | null): Test => ({ byDay: false, of });
const byDay = (of: Test['of']): Test => ({ byDay: true, of });

/** The test of a leaf; bounds stay as strict as the law has them. */
export function testOf(condition: FactCondition): Test {
  const { is, list, atLeast, moreThan, atMost, lessThan, withinMonths } = condition;
  const among = condition.in;
  if (is !== undefined) return always((value) => value === is);
  if (among !== undefined) {
    const allowed = new Set<FactInput>(among);
    return always((value) => allowed.has(value));
  }
  if (list !== undefined) {
    const onList = listTest(list);
    return byDay((value, { listDay }) => (typeof value === 'string' ? onList(value, listDay) : null));
  }
  if (withinMonths !== undefined) return byDay((value, { asOf }) => isWithin(value, withinMonths, asOf));
  return always((value) => {
    if (typeof value !== 'number') return null;
    return (
      (atLeast === undefined || value >= atLeast) &&
      (moreThan === undefined || value > moreThan) &&
      (atMost === undefined || value <= atMost) &&
      (lessThan === undefined || value < lessThan)
    );
  });
}

function isWithin(value: FactInput, months: number, asOf: string): boolean | null {
  if (value === NONE) return false;
  return typeof value === 'string' ? value <= asOf && asOf <= addMonths(value, months) : null;
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
    return value === undefined ? UNKNOWN : stateOf(this.test.of(value, situation));
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
