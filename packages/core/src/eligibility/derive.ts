import { holdsOn } from '../law/dated.js';
import type { Period } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import { asking, type Cost, cheapest, FREE, NO, UNKNOWN, YES } from './logic.js';
import { type Catalogue, type ConditionNode, type FactNode, leavesOf, WAYS_TO_STAND } from './nodes.js';
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
  /** The day last asked about, and what held on it. */
  #day: string | null = null;
  #today: Telling | undefined;

  constructor(
    /** Number of the fact in the catalogue. */
    readonly number: number,
    /** It is told by several cases in turn. */
    readonly byCases: boolean,
    readonly tellings: readonly Telling[],
  ) {}

  #on(day: string): Telling | undefined {
    if (this.#day !== day) {
      this.#day = day;
      this.#today = this.tellings.find((telling) => holdsOn(telling, day));
    }
    return this.#today;
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
    cost: keptWork(cases, (situation) => {
      for (const { when } of cases) {
        const state = when.state(situation);
        if (state === YES) return FREE;
        if (state === NO) continue;
        const ways = when.ways(situation);
        return cheapest([ways.yes, ways.no]);
      }
      return otherwise === undefined ? null : FREE;
    }),
  };
}

type Work = (situation: Situation) => Cost | null;
/** More conditions than this would make no exact key. */
const FEW = 15;

/** The work of one case, worked out once for all situations in which its conditions stand alike. */
function keptWork(cases: readonly { readonly when: ConditionNode }[], work: Work): Work {
  const leaves = cases.length === 1 && cases[0] ? leavesOf(cases[0].when) : null;
  if (leaves === null || leaves.length > FEW) return work;
  const kept = new Map<number, Cost | null>();
  return (situation) => {
    const key = standingOf(leaves, situation);
    if (key === null) return work(situation);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = work(situation);
    kept.set(key, made);
    return made;
  };
}

/** One number for all situations in which the conditions stand alike. */
function standingOf(leaves: readonly FactNode[], situation: Situation): number | null {
  let key = 0;
  for (let at = 0; at < leaves.length; at += 1) {
    const leaf = leaves[at] as FactNode;
    const state = leaf.state(situation);
    const stands = state === UNKNOWN ? leaf.openAs(situation) : state;
    if (stands === null) return null;
    key = key * WAYS_TO_STAND + stands;
  }
  return key;
}

/** A number told from two others: a share of counts, or a shortage against a norm. */
export function arithmeticTelling(
  base: Period & { readonly law: LawReference },
  inputs: readonly [string, string],
  percent: (first: number, second: number) => number | undefined,
  catalogue: Catalogue,
): Telling {
  const askFor = (...facts: string[]) => asking(facts, catalogue.effortOf);
  const [one, other] = inputs;
  const [oneAt, otherAt] = [catalogue.numberOf(one), catalogue.numberOf(other)];
  const both = askFor(one, other);
  const [onlyFirst, onlySecond] = [askFor(one), askFor(other)];
  return {
    ...base,
    tell(situation) {
      const first = situation.given(oneAt);
      const second = situation.given(otherAt);
      return typeof first === 'number' && typeof second === 'number' ? percent(first, second) : undefined;
    },
    cost(situation) {
      const second = situation.given(otherAt);
      if (situation.given(oneAt) === undefined) return second === undefined ? both : onlyFirst;
      return second === undefined ? onlySecond : FREE;
    },
  };
}

/** Multiplied before it is divided: a share that is exactly 70 % stays exactly 70. */
export const shareOf = (part: number, whole: number) => (whole > 0 ? (part * 100) / whole : undefined);
export const shortageOf = (held: number, norm: number) =>
  norm > 0 ? ((norm - held) * 100) / norm : undefined;
