import { fromSums } from '../support/from-sums.js';

/** A figure with the wrong sign, as the sums prove. */
export const signError = fromSums('sign-error');
