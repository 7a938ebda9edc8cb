import { duplicateRow } from './duplicate-row/check.js';
import { ineligibleCapitalKind } from './ineligible-capital-kind/check.js';
import { localMatchBelowMinimum } from './local-match-below-minimum/check.js';
import { negativeAmount } from './negative-amount/check.js';
import { projectNotInProgramme } from './project-not-in-programme/check.js';
import type { Check } from './types.js';
import { unknownTitle } from './unknown-title/check.js';
import { wrongPeriod } from './wrong-period/check.js';
import { wrongProjectNumber } from './wrong-project-number/check.js';

/** Every check of a workbook, in the order in which they run. */
export const CHECKS: readonly Check[] = [
  duplicateRow,
  ineligibleCapitalKind,
  localMatchBelowMinimum,
  negativeAmount,
  projectNotInProgramme,
  unknownTitle,
  wrongPeriod,
  wrongProjectNumber,
];
