import { ambiguousNumber } from './ambiguous-number/check.js';
import { ceilingExceeded } from './ceiling-exceeded/check.js';
import { childExceedsTotal } from './child-exceeds-total/check.js';
import { crossSheetMismatch } from './cross-sheet-mismatch/check.js';
import { displayedTotalMismatch } from './displayed-total-mismatch/check.js';
import { duplicateRow } from './duplicate-row/check.js';
import { formulaCountsTwice } from './formula-counts-twice/check.js';
import { formulaError } from './formula-error/check.js';
import { formulaRangeMissesRow } from './formula-range-misses-row/check.js';
import { grandTotalMismatch } from './grand-total-mismatch/check.js';
import { hardCodedTotal } from './hard-coded-total/check.js';
import { ineligibleArea } from './ineligible-area/check.js';
import { ineligibleBeneficiary } from './ineligible-beneficiary/check.js';
import { ineligibleCapitalKind } from './ineligible-capital-kind/check.js';
import { localMatchBelowMinimum } from './local-match-below-minimum/check.js';
import { negativeAmount } from './negative-amount/check.js';
import { normExceeded } from './norm-exceeded/check.js';
import { percentMismatch } from './percent-mismatch/check.js';
import { projectNotInProgramme } from './project-not-in-programme/check.js';
import { roundingResidue } from './rounding-residue/check.js';
import { rowTotalMismatch } from './row-total-mismatch/check.js';
import { signError } from './sign-error/check.js';
import { staleCache } from './stale-cache/check.js';
import { subtotalMismatch } from './subtotal-mismatch/check.js';
import { textNumber } from './text-number/check.js';
import type { Check } from './types.js';
import { unallocatedBalance } from './unallocated-balance/check.js';
import { unitScaleError } from './unit-scale-error/check.js';
import { unknownTitle } from './unknown-title/check.js';
import { wordsMismatch } from './words-mismatch/check.js';
import { wrongPeriod } from './wrong-period/check.js';
import { wrongProjectNumber } from './wrong-project-number/check.js';
import { wrongReference } from './wrong-reference/check.js';

/** Every check of a workbook, in the order in which they run. */
export const CHECKS: readonly Check[] = [
  rowTotalMismatch,
  subtotalMismatch,
  grandTotalMismatch,
  childExceedsTotal,
  crossSheetMismatch,
  percentMismatch,
  roundingResidue,
  displayedTotalMismatch,
  wordsMismatch,
  formulaRangeMissesRow,
  formulaCountsTwice,
  hardCodedTotal,
  wrongReference,
  staleCache,
  formulaError,
  signError,
  unitScaleError,
  textNumber,
  ambiguousNumber,
  duplicateRow,
  ceilingExceeded,
  ineligibleArea,
  ineligibleBeneficiary,
  ineligibleCapitalKind,
  localMatchBelowMinimum,
  negativeAmount,
  normExceeded,
  projectNotInProgramme,
  unallocatedBalance,
  unknownTitle,
  wrongPeriod,
  wrongProjectNumber,
];
