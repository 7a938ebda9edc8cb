import { fromSums } from '../support/from-sums.js';

/** A total typed among formulas whose difference from its parts passes for rounding. */
export const hardCodedTotal = fromSums('hard-coded-total');
