import { fromSums } from '../support/from-sums.js';

/** A grand total that is not what its parts add up to. */
export const grandTotalMismatch = fromSums('grand-total-mismatch');
