import type { Derivation } from './derive.js';
import type { FactInput, Facts } from './types.js';

const UNSET: unique symbol = Symbol('unset');

/** What is known in one case on one day; facts told from others are worked out once. */
export class Situation {
  readonly #told: (FactInput | undefined | typeof UNSET)[];

  constructor(
    readonly facts: Facts,
    /** The day asked about. */
    readonly asOf: string,
    /** The day whose lists hold: the last day of the period for money carried over. */
    readonly listDay: string,
    readonly derivations: ReadonlyMap<string, Derivation>,
  ) {
    this.#told = new Array(derivations.size).fill(UNSET);
  }

  /** A fact told from others, or `undefined`. */
  derive(derivation: Derivation): FactInput | undefined {
    const known = this.#told[derivation.index];
    if (known !== UNSET) return known;
    // A derivation that leads back to itself finds “not known” here.
    this.#told[derivation.index] = undefined;
    const value = derivation.value(this);
    this.#told[derivation.index] = value;
    return value;
  }

  /** A fact as given, else as told from others. */
  value(key: string): FactInput | undefined {
    const given = this.facts[key];
    if (given !== undefined) return given;
    const derivation = this.derivations.get(key);
    return derivation === undefined ? undefined : this.derive(derivation);
  }
}
