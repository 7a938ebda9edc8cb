import { fromSums } from '../support/from-sums.js';

/** A subtotal that is not what the rows below or above it add up to. */
export const subtotalMismatch = fromSums('subtotal-mismatch');
