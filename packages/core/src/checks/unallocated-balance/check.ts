import { analyseAssigned } from '../../assigned/analysis.js';
import type { Check } from '../types.js';

/** Less money given out than the level above assigned, and no line that says what is left. */
export const unallocatedBalance: Check = {
  code: 'unallocated-balance',
  run: (context) => {
    const { findings, gaps } = analyseAssigned(context);
    return { findings: findings.filter(({ code }) => code === 'unallocated-balance'), notChecked: gaps };
  },
};
