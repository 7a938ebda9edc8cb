import type { Messages } from '../../report/locale.js';
import { enAmount, enList, enPlace } from '../support/sum-words-en.js';
import { viAmount, viList, viPlace } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'sign-error': {
      title: 'Sai dấu',
      message: (finding, words) => {
        const right = viAmount(finding.expected, finding, words);
        return `${viPlace(finding)} ghi ${viAmount(finding.found, finding, words)}, ngược dấu: phép cộng ${viList(finding.facts.agrees) || finding.facts.whole} chỉ khớp khi ô này là ${right}. Sửa ${finding.cell} thành ${right}.`;
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'sign-error': {
      title: 'Wrong sign',
      message: (finding, words) => {
        const right = enAmount(finding.expected, finding, words);
        return `${enPlace(finding)} says ${enAmount(finding.found, finding, words)}, with the wrong sign: the sum ${enList(finding.facts.agrees) || finding.facts.whole} agrees only if it is ${right}. Change ${finding.cell} to ${right}.`;
      },
    },
  },
};
