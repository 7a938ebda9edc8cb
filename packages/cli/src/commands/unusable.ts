import type { CaseProblem } from '@ctmtqg/core';
import { CallError } from '../call-error.js';
import type { Language } from '../terminal.js';

const SHOWN_PROBLEMS = 5;

/** Where a problem stands, as people of one language call it. */
export type PlaceOfProblem = (problem: CaseProblem, language: Language) => string;

/** The first places where a file of cases or a list of households cannot be used. */
export function unusable(
  path: string,
  problems: readonly CaseProblem[],
  placeOf: PlaceOfProblem = ({ path: place }) => place,
): CallError {
  const told = (language: Language) =>
    problems
      .slice(0, SHOWN_PROBLEMS)
      .map((problem) => `${placeOf(problem, language)}: ${problem[language]}`)
      .join(' | ');
  const rest = problems.length - SHOWN_PROBLEMS;
  return new CallError(
    'bad-facts',
    `${path}: ${told('vi')}${rest > 0 ? ` | và ${rest} chỗ khác` : ''}`,
    `${path}: ${told('en')}${rest > 0 ? ` | and ${rest} more` : ''}`,
  );
}
