import { fromSums } from '../support/from-sums.js';

/** A formula of a total that counts figures twice, such as subtotals together with what they add up. */
export const formulaCountsTwice = fromSums('formula-counts-twice');
