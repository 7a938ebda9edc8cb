import { holdsOn } from '../law/dated.js';
import type { Period } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import { type Cost, cheapest, FREE, NO, together, UNKNOWN, YES } from './logic.js';
import type { ConditionNode } from './nodes.js';
import type { Situation } from './situation.js';
import type { FactInput } from './types.js';

/** One way to tell a fact, with the time in which it holds. */
export interface Telling extends Period {
  readonly law: LawReference;
  tell(situation: Situation): FactInput | undefined;
  /** The work it takes to tell it from other facts. */
  cost(situation: Situation): Cost | null;
}

/** A fact that can be told from others. */
export class Derivation {
  constructor(
    readonly fact: string,
    readonly number: number,
    /** It is told by several cases in turn. */
    readonly byCases: boolean,
    readonly tellings: readonly Telling[],
  ) {}

  #on(day: string): Telling | undefined {
    for (const telling of this.tellings) {
      if (holdsOn(telling, day)) return telling;
    }
    return undefined;
  }

  lawOn(day: string): LawReference | null {
    return this.#on(day)?.law ?? null;
  }

  value(situation: Situation): FactInput | undefined {
    return this.#on(situation.listDay)?.tell(situation);
  }

  cost(situation: Situation): Cost | null {
    return this.#on(situation.listDay)?.cost(situation) ?? null;
  }
}

/** The first case that holds gives the value; a case that is not known ends the search. */
export function casesTelling(
  base: Period & { readonly law: LawReference },
  cases: readonly { readonly value: FactInput; readonly when: ConditionNode }[],
  otherwise: FactInput | undefined,
): Telling {
  return {
    ...base,
    tell(situation) {
      for (let at = 0; at < cases.length; at += 1) {
        const { value, when } = cases[at] as (typeof cases)[number];
        const state = when.state(situation);
        if (state === YES) return value;
        if (state === UNKNOWN) return undefined;
      }
      return otherwise;
    },
    cost(situation) {
      for (const { when } of cases) {
        const state = when.state(situation);
        if (state === YES) return FREE;
        if (state === NO) continue;
        const ways = when.ways(situation);
        return cheapest([ways.yes, ways.no]);
      }
      return otherwise === undefined ? null : FREE;
    },
  };
}

/** A number told from two others: a share of counts, or a shortage against a norm. */
export function arithmeticTelling(
  base: Period & { readonly law: LawReference },
  inputs: readonly [string, string],
  percent: (first: number, second: number) => number | undefined,
  effortOf: (fact: string) => number,
): Telling {
  return {
    ...base,
    tell(situation) {
      const first = situation.facts[inputs[0]];
      const second = situation.facts[inputs[1]];
      return typeof first === 'number' && typeof second === 'number' ? percent(first, second) : undefined;
    },
    cost({ facts }) {
      const asked = inputs.filter((fact) => facts[fact] === undefined);
      return together([{ effort: 0, facts: asked }], effortOf);
    },
  };
}

/** Multiplied before it is divided: a share that is exactly 70 % stays exactly 70. */
export const shareOf = (part: number, whole: number) => (whole > 0 ? (part * 100) / whole : undefined);
export const shortageOf = (held: number, norm: number) =>
  norm > 0 ? ((norm - held) * 100) / norm : undefined;
