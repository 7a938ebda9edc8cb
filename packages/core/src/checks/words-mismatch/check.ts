import { analyseSums } from '../../sums/analysis.js';
import { unreadWords } from '../../sums/words.js';
import type { Check } from '../types.js';

/** "Bằng chữ: …" that spells another amount than the cell it belongs to. */
export const wordsMismatch: Check = {
  code: 'words-mismatch',
  run(context) {
    const { findings, system } = analyseSums(context);
    return {
      findings: findings.filter((finding) => finding.code === 'words-mismatch'),
      notChecked: unreadWords(system),
    };
  },
};
