import { analyseSums } from '../../sums/analysis.js';
import { oddFormulaFindings } from '../../sums/odd-formulas.js';
import { percentReferenceFindings } from '../../sums/percents.js';
import type { Check } from '../types.js';

/** A formula that reads other rows or columns than its place and its neighbours call for. */
export const wrongReference: Check = {
  code: 'wrong-reference',
  run(context) {
    const analysis = analyseSums(context);
    const sums = analysis.findings.filter((finding) => finding.code === 'wrong-reference');
    return {
      findings: [...sums, ...percentReferenceFindings(analysis), ...oddFormulaFindings(analysis)],
      notChecked: analysis.gaps,
    };
  },
};
