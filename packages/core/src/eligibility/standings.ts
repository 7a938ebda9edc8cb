import type { Beside, Test } from './fact-test.js';
import { type State, stateOf } from './logic.js';
import { lineOf, type Shown } from './shown.js';
import type { Situation } from './situation.js';
import type { ConditionResult, FactInput } from './types.js';

/** Lines of one leaf that are kept; a leaf over counts could see any number. */
const KEPT = 256;
/** Days for which the lines of one leaf are kept. */
const KEPT_DAYS = 366;

/** How a leaf stands at one value: the state and the line that tells it. */
export interface Standing {
  readonly state: State;
  readonly line: ConditionResult;
}

type Judge = (value: FactInput) => State;

/** How one leaf stands at each value, worked out once and shared by all decisions. */
class StandingsByValue {
  readonly #yes: Standing;
  readonly #no: Standing;
  readonly #others = new Map<FactInput, Standing>();

  constructor(
    readonly judge: Judge,
    readonly line: (value: FactInput, state: State) => ConditionResult,
  ) {
    this.#yes = this.#make(true);
    this.#no = this.#make(false);
  }

  #make(value: FactInput): Standing {
    const state = this.judge(value);
    return { state, line: this.line(value, state) };
  }

  at(value: FactInput): Standing {
    if (value === true) return this.#yes;
    if (value === false) return this.#no;
    const kept = this.#others.get(value);
    if (kept !== undefined) return kept;
    const made = this.#make(value);
    if (this.#others.size < KEPT) this.#others.set(value, made);
    return made;
  }
}

/** How one leaf stands at a value in a situation: kept by value, by day and value, or by state and value. */
export class Standings {
  /** Where nothing but the value matters. */
  readonly #byValue: StandingsByValue | null;
  readonly #beside: Beside;
  readonly #days = new Map<string, StandingsByValue>();
  #day: string | null = null;
  #today: StandingsByValue | null = null;
  /** Where other facts matter too: by state, since one value may stand otherwise in another case. */
  readonly #byState: readonly Map<FactInput, Standing>[] = [new Map(), new Map(), new Map()];

  constructor(
    readonly shown: Shown,
    readonly fact: string,
    readonly derived: boolean,
    readonly test: Test,
  ) {
    this.#beside = test.beside;
    this.#byValue = test.beside === 'nothing' ? this.#judgedOn('') : null;
  }

  /** Nothing beside the value matters. */
  get byValueAlone(): boolean {
    return this.#byValue !== null;
  }

  /** The standing of a value where nothing beside it matters. */
  always(value: FactInput): Standing | null {
    return this.#byValue?.at(value) ?? null;
  }

  of(value: FactInput, situation: Situation): Standing {
    if (this.#byValue !== null) return this.#byValue.at(value);
    if (this.#beside === 'case') return this.#inCase(value, stateOf(this.test.of(value, situation)));
    const day = this.#beside === 'day' ? situation.asOf : situation.listDay;
    if (this.#today === null || this.#day !== day) this.#today = this.#turnTo(day);
    return this.#today.at(value);
  }

  #line = (value: FactInput, state: State): ConditionResult =>
    lineOf(this.shown, state, this.fact, value, this.derived);

  #judgedOn(day: string): StandingsByValue {
    const setting = { facts: {}, asOf: day, listDay: day };
    return new StandingsByValue((value) => stateOf(this.test.of(value, setting)), this.#line);
  }

  #turnTo(day: string): StandingsByValue {
    const today = this.#days.get(day) ?? this.#judgedOn(day);
    if (this.#days.size < KEPT_DAYS) this.#days.set(day, today);
    this.#day = day;
    return today;
  }

  #inCase(value: FactInput, state: State): Standing {
    const byValue = this.#byState[state] as Map<FactInput, Standing>;
    const kept = byValue.get(value);
    if (kept !== undefined) return kept;
    const made = { state, line: this.#line(value, state) };
    if (byValue.size < KEPT) byValue.set(value, made);
    return made;
  }
}
