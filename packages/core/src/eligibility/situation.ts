import type { Derivation } from './derive.js';
import type { FactInput, Facts } from './types.js';

/** Past this many cases the turns are counted anew. */
const LAST_TURN = 2 ** 31 - 1;

/** For a fact that the catalogue does not have. */
const NOT_LISTED = -1;

/**
 * What is known in the case in hand on one day; facts told from others are worked out once. An engine has one and lays
 * each case out on it in turn: facts by their number in the catalogue, so that no condition looks a name up.
 */
export class Situation {
  /** The facts as they were given. */
  facts: Facts = {};
  /** The day asked about. */
  asOf = '';
  /** The day whose lists hold: the last day of the period for money carried over. */
  listDay = '';
  /** What was given and told in an earlier turn counts no more. */
  #turn = 0;
  /** Facts as the case before named them, by their place in it, with their numbers. */
  readonly #names: string[] = [];
  readonly #numbersOf: number[] = [];
  readonly #given: FactInput[];
  readonly #givenIn: Int32Array;
  /** What was told; `null` if it could not be. */
  readonly #told: (FactInput | null)[];
  readonly #toldIn: Int32Array;

  constructor(readonly numbers: ReadonlyMap<string, number>) {
    this.#given = new Array<FactInput>(numbers.size).fill(false);
    this.#givenIn = new Int32Array(numbers.size);
    this.#told = new Array<FactInput | null>(numbers.size).fill(null);
    this.#toldIn = new Int32Array(numbers.size);
  }

  /** Lays a case out; the one before is gone. Facts that the catalogue does not have are passed over. */
  layOut(facts: Facts, asOf: string, listDay: string): void {
    this.facts = facts;
    this.asOf = asOf;
    this.listDay = listDay;
    this.#nextTurn();
    const turn = this.#turn;
    let place = 0;
    for (const fact in facts) {
      const number =
        this.#names[place] === fact ? (this.#numbersOf[place] as number) : this.#find(fact, place);
      place += 1;
      const value = facts[fact];
      if (number === NOT_LISTED || value === undefined) continue;
      this.#given[number] = value;
      this.#givenIn[number] = turn;
    }
  }

  /** The number of a fact; kept by its place, since the cases of one list name their facts in one order. */
  #find(fact: string, place: number): number {
    const number = this.numbers.get(fact) ?? NOT_LISTED;
    this.#names[place] = fact;
    this.#numbersOf[place] = number;
    return number;
  }

  #nextTurn(): void {
    this.#turn += 1;
    if (this.#turn < LAST_TURN) return;
    this.#turn = 1;
    this.#givenIn.fill(0);
    this.#toldIn.fill(0);
  }

  /** A fact as given, by its number, or `undefined`. */
  given(number: number): FactInput | undefined {
    return this.#givenIn[number] === this.#turn ? this.#given[number] : undefined;
  }

  /** A fact that was not given, told from others, or `undefined`. */
  tell(derivation: Derivation): FactInput | undefined {
    const { number } = derivation;
    if (this.#toldIn[number] === this.#turn) return this.#told[number] ?? undefined;
    // A derivation that leads back to itself finds “not known” here.
    this.#toldIn[number] = this.#turn;
    this.#told[number] = null;
    const value = derivation.value(this);
    this.#told[number] = value ?? null;
    return value;
  }

  /** A fact as given, else as told from others. */
  value(number: number, derivation: Derivation | undefined): FactInput | undefined {
    const given = this.given(number);
    return given !== undefined || derivation === undefined ? given : this.tell(derivation);
  }
}
