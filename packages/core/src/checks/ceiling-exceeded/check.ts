import { analyseAssigned } from '../../assigned/analysis.js';
import type { Check } from '../types.js';

/** More money given out than the level above assigned. */
export const ceilingExceeded: Check = {
  code: 'ceiling-exceeded',
  run: (context) => ({
    findings: analyseAssigned(context).findings.filter(({ code }) => code === 'ceiling-exceeded'),
    notChecked: [],
  }),
};
