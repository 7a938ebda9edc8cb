import { analyseSums } from '../../sums/analysis.js';
import { displayedFindings } from '../../sums/displayed.js';
import type { Check } from '../types.js';

/** Figures that add up as kept, but not as printed, because the number format hides digits. */
export const displayedTotalMismatch: Check = {
  code: 'displayed-total-mismatch',
  run: (context) => ({ findings: displayedFindings(analyseSums(context)), notChecked: [] }),
};
