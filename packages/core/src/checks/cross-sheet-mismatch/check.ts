import { fromSums } from '../support/from-sums.js';

/** A figure carried from one sheet to another, perhaps in another unit, that differs by more than rounding. */
export const crossSheetMismatch = fromSums('cross-sheet-mismatch');
