import type { Bilingual } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import type { State } from './logic.js';
import type { ConditionResult, FactInput, Outcome } from './types.js';

const OUTCOMES: readonly Outcome[] = ['not-met', 'met', 'unknown'];

/** What a condition shows of itself, apart from what is known. */
export interface Shown {
  readonly kind: ConditionResult['kind'];
  readonly depth: number;
  readonly text: Bilingual;
  readonly law: LawReference;
}

/** The line of a condition that stands so; lines are shared between decisions, hence frozen. */
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
