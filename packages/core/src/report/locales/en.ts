import type { Locale, Messages } from '../locale.js';
import { makeLocale } from '../make-locale.js';
import { enWording } from '../wording.js';
import { enGaps, enUnknownGap } from './en-gaps.js';

const PARTS: readonly Messages[] = [{ findings: {}, gaps: enGaps }];

/** English. */
export const en: Locale = makeLocale('en', enWording, PARTS, enUnknownGap);
