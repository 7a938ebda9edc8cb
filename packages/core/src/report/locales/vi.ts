import { vi as ambiguousNumber } from '../../checks/ambiguous-number/messages.js';
import { vi as ceilingExceeded } from '../../checks/ceiling-exceeded/messages.js';
import { vi as childExceedsTotal } from '../../checks/child-exceeds-total/messages.js';
import { vi as crossSheetMismatch } from '../../checks/cross-sheet-mismatch/messages.js';
import { vi as displayedTotalMismatch } from '../../checks/displayed-total-mismatch/messages.js';
import { vi as duplicateRow } from '../../checks/duplicate-row/messages.js';
import { vi as formulaCountsTwice } from '../../checks/formula-counts-twice/messages.js';
import { vi as formulaError } from '../../checks/formula-error/messages.js';
import { vi as formulaRangeMissesRow } from '../../checks/formula-range-misses-row/messages.js';
import { vi as grandTotalMismatch } from '../../checks/grand-total-mismatch/messages.js';
import { vi as hardCodedTotal } from '../../checks/hard-coded-total/messages.js';
import { vi as ineligibleArea } from '../../checks/ineligible-area/messages.js';
import { vi as ineligibleBeneficiary } from '../../checks/ineligible-beneficiary/messages.js';
import { vi as ineligibleCapitalKind } from '../../checks/ineligible-capital-kind/messages.js';
import { vi as localMatchBelowMinimum } from '../../checks/local-match-below-minimum/messages.js';
import { vi as negativeAmount } from '../../checks/negative-amount/messages.js';
import { vi as normExceeded } from '../../checks/norm-exceeded/messages.js';
import { vi as percentMismatch } from '../../checks/percent-mismatch/messages.js';
import { vi as projectNotInProgramme } from '../../checks/project-not-in-programme/messages.js';
import { vi as roundingResidue } from '../../checks/rounding-residue/messages.js';
import { vi as rowTotalMismatch } from '../../checks/row-total-mismatch/messages.js';
import { vi as signError } from '../../checks/sign-error/messages.js';
import { vi as staleCache } from '../../checks/stale-cache/messages.js';
import { vi as subtotalMismatch } from '../../checks/subtotal-mismatch/messages.js';
import { vi as textNumber } from '../../checks/text-number/messages.js';
import { vi as unallocatedBalance } from '../../checks/unallocated-balance/messages.js';
import { vi as unitScaleError } from '../../checks/unit-scale-error/messages.js';
import { vi as unknownTitle } from '../../checks/unknown-title/messages.js';
import { vi as wordsMismatch } from '../../checks/words-mismatch/messages.js';
import { vi as wrongPeriod } from '../../checks/wrong-period/messages.js';
import { vi as wrongProjectNumber } from '../../checks/wrong-project-number/messages.js';
import { vi as wrongReference } from '../../checks/wrong-reference/messages.js';

export { viFillWords } from '../../fill/words.js';

import type { Locale, Messages } from '../locale.js';
import { makeLocale } from '../make-locale.js';
import { viWording } from '../wording.js';
import { viGaps, viUnknownGap } from './vi-gaps.js';

const PARTS: readonly Messages[] = [
  { findings: {}, gaps: viGaps },
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

/** Vietnamese, the first language of the product. */
export const vi: Locale = makeLocale('vi', viWording, PARTS, viUnknownGap);
