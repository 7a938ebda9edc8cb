import { fromSums } from '../support/from-sums.js';

/** A formula of a total that leaves out a row or column with money. */
export const formulaRangeMissesRow = fromSums('formula-range-misses-row');
