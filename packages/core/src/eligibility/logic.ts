/** Three-valued logic (Kleene): what is not known is neither yes nor no. */
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;
export type State = typeof NO | typeof YES | typeof UNKNOWN;

export function stateOf(value: boolean | null | undefined): State {
  if (value === true) return YES;
  return value === false ? NO : UNKNOWN;
}

export function opposite(state: State): State {
  if (state === UNKNOWN) return UNKNOWN;
  return state === YES ? NO : YES;
}

/** Work it takes to bring a condition to one value: the facts to find out, and their effort. */
export interface Cost {
  readonly effort: number;
  readonly facts: readonly string[];
}

/** What it takes to make a condition hold and to make it fail; `null` where no fact can. */
export interface Ways {
  readonly yes: Cost | null;
  readonly no: Cost | null;
}

export const FREE: Cost = { effort: 0, facts: [] };

/** The work of finding out these facts. */
export function asking(facts: readonly string[], effortOf: (fact: string) => number): Cost {
  return { effort: facts.reduce((sum, fact) => sum + effortOf(fact), 0), facts };
}

/** All of the costs together, each fact counted once. */
export function together(costs: readonly (Cost | null)[], effortOf: (fact: string) => number): Cost | null {
  let only = FREE;
  let facts: string[] | null = null;
  for (const cost of costs) {
    if (cost === null) return null;
    if (cost.facts.length === 0) continue;
    if (only === FREE && facts === null) only = cost;
    else {
      if (facts === null) facts = [...only.facts];
      for (const fact of cost.facts) if (!facts.includes(fact)) facts.push(fact);
    }
  }
  if (facts === null) return only;
  let effort = 0;
  for (const fact of facts) effort += effortOf(fact);
  return { effort, facts };
}

/** The cheapest of the costs; the first of equals. */
export function cheapest(costs: readonly (Cost | null)[]): Cost | null {
  let best: Cost | null = null;
  for (const cost of costs) {
    if (cost !== null && (best === null || cost.effort < best.effort)) best = cost;
  }
  return best;
}
