import type { Derivation } from './derive.js';
import type { FactInput, Facts } from './types.js';

/** What is known in one case on one day; facts told from others are worked out once. */
export class Situation {
  /** By derivation: what it told, `null` if it could not. */
  #told: (FactInput | null | undefined)[] | null = null;

  constructor(
    readonly facts: Facts,
    /** The day asked about. */
    readonly asOf: string,
    /** The day whose lists hold: the last day of the period for money carried over. */
    readonly listDay: string,
    /** How many facts can be told from others. */
    readonly tellable: number,
  ) {}

  /** A fact that was not given, told from others, or `undefined`. */
  tell(derivation: Derivation): FactInput | undefined {
    if (this.#told === null) this.#told = new Array(this.tellable);
    const known = this.#told[derivation.number];
    if (known !== undefined) return known ?? undefined;
    // A derivation that leads back to itself finds “not known” here.
    this.#told[derivation.number] = null;
    const value = derivation.value(this);
    this.#told[derivation.number] = value ?? null;
    return value;
  }

  /** A fact as given, else as told from others. */
  value(fact: string, derivation: Derivation | undefined): FactInput | undefined {
    const given = this.facts[fact];
    return given !== undefined || derivation === undefined ? given : this.tell(derivation);
  }
}
