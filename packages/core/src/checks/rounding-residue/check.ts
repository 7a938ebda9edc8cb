import { fromSums } from '../support/from-sums.js';

/** Sums that differ by no more than rounding can make; once a table, as a warning. */
export const roundingResidue = fromSums('rounding-residue');
