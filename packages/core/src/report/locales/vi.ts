import type { Locale, Messages } from '../locale.js';
import { makeLocale } from '../make-locale.js';
import { viWording } from '../wording.js';
import { viGaps, viUnknownGap } from './vi-gaps.js';

const PARTS: readonly Messages[] = [{ findings: {}, gaps: viGaps }];

/** Vietnamese, the first language of the product. */
export const vi: Locale = makeLocale('vi', viWording, PARTS, viUnknownGap);
