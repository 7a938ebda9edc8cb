import { fromSums } from '../support/from-sums.js';

/** A figure a thousand or a million times too large or too small, as the sums prove. */
export const unitScaleError = fromSums('unit-scale-error');
