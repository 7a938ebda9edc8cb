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
  constructor(
    readonly which: 'income' | 'deprivations',
    readonly catalogue: Catalogue,
  ) {
    this.#asked =
      which === 'income' ? ['household.incomePerPersonMonth', 'place.urban'] : ['household.deprivations'];
  }

  #values(situation: Situation): readonly (FactInput | undefined)[] {
    return this.#asked.map((fact) => situation.given(this.catalogue.numberOf(fact)));
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
    const cost = asking(missing, this.catalogue.effortOf);
    return { yes: cost, no: cost };
  }

  proven(): boolean {
    return true;
  }
}
