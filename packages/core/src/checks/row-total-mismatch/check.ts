import { fromSums } from '../support/from-sums.js';

/** A row whose total is not what its columns add up to, or the part of it that the sums prove wrong. */
export const rowTotalMismatch = fromSums('row-total-mismatch');
