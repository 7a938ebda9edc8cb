import { en as ambiguousNumber } from '../../checks/ambiguous-number/messages.js';
import { en as ceilingExceeded } from '../../checks/ceiling-exceeded/messages.js';
import { en as childExceedsTotal } from '../../checks/child-exceeds-total/messages.js';
import { en as crossSheetMismatch } from '../../checks/cross-sheet-mismatch/messages.js';
import { en as displayedTotalMismatch } from '../../checks/displayed-total-mismatch/messages.js';
import { en as duplicateRow } from '../../checks/duplicate-row/messages.js';
import { en as formulaCountsTwice } from '../../checks/formula-counts-twice/messages.js';
import { en as formulaError } from '../../checks/formula-error/messages.js';
import { en as formulaRangeMissesRow } from '../../checks/formula-range-misses-row/messages.js';
import { en as grandTotalMismatch } from '../../checks/grand-total-mismatch/messages.js';
import { en as hardCodedTotal } from '../../checks/hard-coded-total/messages.js';
import { en as ineligibleArea } from '../../checks/ineligible-area/messages.js';
import { en as ineligibleBeneficiary } from '../../checks/ineligible-beneficiary/messages.js';
import { en as ineligibleCapitalKind } from '../../checks/ineligible-capital-kind/messages.js';
import { en as localMatchBelowMinimum } from '../../checks/local-match-below-minimum/messages.js';
import { en as negativeAmount } from '../../checks/negative-amount/messages.js';
import { en as normExceeded } from '../../checks/norm-exceeded/messages.js';
import { en as percentMismatch } from '../../checks/percent-mismatch/messages.js';
import { en as projectNotInProgramme } from '../../checks/project-not-in-programme/messages.js';
import { en as roundingResidue } from '../../checks/rounding-residue/messages.js';
import { en as rowTotalMismatch } from '../../checks/row-total-mismatch/messages.js';
import { en as signError } from '../../checks/sign-error/messages.js';
import { en as staleCache } from '../../checks/stale-cache/messages.js';
import { en as subtotalMismatch } from '../../checks/subtotal-mismatch/messages.js';
import { en as textNumber } from '../../checks/text-number/messages.js';
import { en as unallocatedBalance } from '../../checks/unallocated-balance/messages.js';
import { en as unitScaleError } from '../../checks/unit-scale-error/messages.js';
import { en as unknownTitle } from '../../checks/unknown-title/messages.js';
import { en as wordsMismatch } from '../../checks/words-mismatch/messages.js';
import { en as wrongPeriod } from '../../checks/wrong-period/messages.js';
import { en as wrongProjectNumber } from '../../checks/wrong-project-number/messages.js';
import { en as wrongReference } from '../../checks/wrong-reference/messages.js';

export { enFillWords } from '../../fill/words.js';

import type { Locale, Messages } from '../locale.js';
import { makeLocale } from '../make-locale.js';
import { enWording } from '../wording.js';
import { enGaps, enUnknownGap } from './en-gaps.js';

const PARTS: readonly Messages[] = [
  { findings: {}, gaps: enGaps },
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

/** English. */
export const en: Locale = makeLocale('en', enWording, PARTS, enUnknownGap);
