import { fromSums } from '../support/from-sums.js';

/** Figures of a partial breakdown ("Trong đó") that together are more than what they are part of. */
export const childExceedsTotal = fromSums('child-exceeds-total');
