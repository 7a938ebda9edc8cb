import type { FindingCode } from '../../report/types.js';
import { analyseSums } from '../../sums/analysis.js';
import type { Check } from '../types.js';

/** A check whose findings the analysis of sums decides; one analysis serves all of them in a run. */
export function fromSums(code: FindingCode): Check {
  return {
    code,
    run: (context) => ({
      findings: analyseSums(context).findings.filter((finding) => finding.code === code),
      notChecked: [],
    }),
  };
}
