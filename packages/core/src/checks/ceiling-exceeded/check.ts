import { analyseAssigned } from '../../assigned/analysis.js';
import type { Check } from '../types.js';
import { aboveLegalShare } from './by-law.js';

/** More money given out than the level above assigned, or more than the share of a cost that the law allows. */
export const ceilingExceeded: Check = {
  code: 'ceiling-exceeded',
  run: (context) => ({
    findings: [
      ...analyseAssigned(context).findings.filter(({ code }) => code === 'ceiling-exceeded'),
      ...context.tables.flatMap((table) => aboveLegalShare(context, table)),
    ],
    notChecked: [],
  }),
};
