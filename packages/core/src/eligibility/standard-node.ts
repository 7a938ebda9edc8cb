import type { LawReference } from '../report/types.js';
import { asking, type State, stateOf, UNKNOWN, type Ways, YES } from './logic.js';
import { type Catalogue, type ConditionNode, KNOWN_NO, KNOWN_YES, NEVER } from './nodes.js';
import { isLowIncome, povertyStandard } from './poverty.js';
import type { Situation } from './situation.js';
import type { FactInput } from './types.js';

/** Income or deprivations against the poverty standard of the day. */
export class StandardNode implements ConditionNode {
  readonly laws: readonly LawReference[] = [];
  readonly #asked: readonly string[];
  readonly #numbers: readonly number[];
  constructor(
    readonly which: 'income' | 'deprivations',
    readonly catalogue: Catalogue,
  ) {
    this.#asked =
      which === 'income' ? ['household.incomePerPersonMonth', 'place.urban'] : ['household.deprivations'];
    this.#numbers = this.#asked.map((fact) => catalogue.numberOf(fact));
  }

  #value(situation: Situation, which: 0 | 1): FactInput | undefined {
    const number = this.#numbers[which];
    return number === undefined ? undefined : situation.given(number);
  }

  state(situation: Situation): State {
    const first = this.#value(situation, 0);
    const count = typeof first === 'number' ? first : undefined;
    if (count === undefined) return UNKNOWN;
    const standard = povertyStandard(situation.asOf);
    if (standard === null) return UNKNOWN;
    const second = this.#value(situation, 1);
    if (this.which === 'income') {
      return stateOf(isLowIncome(count, typeof second === 'boolean' ? second : undefined, standard));
    }
    return stateOf(count >= standard.poorDeprivationsFrom);
  }

  ways(situation: Situation): Ways {
    const state = this.state(situation);
    if (state !== UNKNOWN) return state === YES ? KNOWN_YES : KNOWN_NO;
    const missing = this.#asked.filter((_, index) => this.#value(situation, index as 0 | 1) === undefined);
    if (missing.length === 0) return NEVER;
    const cost = asking(missing, this.catalogue.effortOf);
    return { yes: cost, no: cost };
  }

  proven(): boolean {
    return true;
  }
}
