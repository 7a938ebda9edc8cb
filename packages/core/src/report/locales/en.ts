import { en as duplicateRow } from '../../checks/duplicate-row/messages.js';
import { en as ineligibleCapitalKind } from '../../checks/ineligible-capital-kind/messages.js';
import { en as localMatchBelowMinimum } from '../../checks/local-match-below-minimum/messages.js';
import { en as negativeAmount } from '../../checks/negative-amount/messages.js';
import { en as projectNotInProgramme } from '../../checks/project-not-in-programme/messages.js';
import { en as unknownTitle } from '../../checks/unknown-title/messages.js';
import { en as wrongPeriod } from '../../checks/wrong-period/messages.js';
import { en as wrongProjectNumber } from '../../checks/wrong-project-number/messages.js';
import type { Locale, Messages } from '../locale.js';
import { makeLocale } from '../make-locale.js';
import { enWording } from '../wording.js';
import { enGaps, enUnknownGap } from './en-gaps.js';

const PARTS: readonly Messages[] = [
  { findings: {}, gaps: enGaps },
  duplicateRow,
  ineligibleCapitalKind,
  localMatchBelowMinimum,
  negativeAmount,
  projectNotInProgramme,
  unknownTitle,
  wrongPeriod,
  wrongProjectNumber,
];

/** English. */
export const en: Locale = makeLocale('en', enWording, PARTS, enUnknownGap);
