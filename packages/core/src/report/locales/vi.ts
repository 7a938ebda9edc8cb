import { vi as duplicateRow } from '../../checks/duplicate-row/messages.js';
import { vi as ineligibleCapitalKind } from '../../checks/ineligible-capital-kind/messages.js';
import { vi as localMatchBelowMinimum } from '../../checks/local-match-below-minimum/messages.js';
import { vi as negativeAmount } from '../../checks/negative-amount/messages.js';
import { vi as projectNotInProgramme } from '../../checks/project-not-in-programme/messages.js';
import { vi as unknownTitle } from '../../checks/unknown-title/messages.js';
import { vi as wrongPeriod } from '../../checks/wrong-period/messages.js';
import { vi as wrongProjectNumber } from '../../checks/wrong-project-number/messages.js';
import type { Locale, Messages } from '../locale.js';
import { makeLocale } from '../make-locale.js';
import { viWording } from '../wording.js';
import { viGaps, viUnknownGap } from './vi-gaps.js';

const PARTS: readonly Messages[] = [
  { findings: {}, gaps: viGaps },
  duplicateRow,
  ineligibleCapitalKind,
  localMatchBelowMinimum,
  negativeAmount,
  projectNotInProgramme,
  unknownTitle,
  wrongPeriod,
  wrongProjectNumber,
];

/** Vietnamese, the first language of the product. */
export const vi: Locale = makeLocale('vi', viWording, PARTS, viUnknownGap);
