import { analyseSums } from '../../sums/analysis.js';
import { percentFindings } from '../../sums/percents.js';
import type { Check } from '../types.js';

/** A typed percent that is not the ratio of its two figures, beyond the digits that it shows. */
export const percentMismatch: Check = {
  code: 'percent-mismatch',
  run: (context) => ({ findings: percentFindings(analyseSums(context)), notChecked: [] }),
};
