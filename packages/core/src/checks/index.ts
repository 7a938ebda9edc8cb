import { ineligibleCapitalKind } from './ineligible-capital-kind/check.js';
import { projectNotInProgramme } from './project-not-in-programme/check.js';
import type { Check } from './types.js';
import { unknownTitle } from './unknown-title/check.js';
import { wrongProjectNumber } from './wrong-project-number/check.js';

/** Every check of a workbook, in the order in which they run. */
export const CHECKS: readonly Check[] = [
  ineligibleCapitalKind,
  projectNotInProgramme,
  unknownTitle,
  wrongProjectNumber,
];
