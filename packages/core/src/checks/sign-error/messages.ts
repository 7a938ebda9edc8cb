import type { Messages } from '../../report/locale.js';
import { enAmount, enList, enPlace } from '../support/sum-words-en.js';
import { viAmount, viList, viPlace } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'sign-error': {
      title: 'Sai dấu',
      message: (finding, words) => {
        const right = viAmount(finding.expected, finding, words);
        const { change, whole, subtracted, like } = finding.facts;
        if (change) {
          const kept = `${like} dòng khác của cột ghi dấu ngược lại và ${whole} ${subtracted ? 'trừ' : 'cộng'} cột này`;
          const effect = change === 'decrease' ? 'khoản giảm lại làm tăng' : 'khoản tăng lại làm giảm';
          return `${viPlace(finding)} ghi ${viAmount(finding.found, finding, words)}, ngược dấu: ${kept}, nên ${effect} ${whole}. Sửa ${finding.cell} thành ${right}; nếu đúng là điều chỉnh theo chiều kia thì chuyển số sang cột kia.`;
        }
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
        const { change, whole, subtracted, like } = finding.facts;
        if (change) {
          const kept = `${like} other rows of the column bear the other sign and ${whole} ${subtracted ? 'subtracts' : 'adds'} it`;
          const effect = change === 'decrease' ? 'the decrease raises' : 'the increase lowers';
          return `${enPlace(finding)} says ${enAmount(finding.found, finding, words)}, with the wrong sign: ${kept}, so ${effect} ${whole}. Change ${finding.cell} to ${right}; if the change really goes the other way, move it to the other column.`;
        }
        return `${enPlace(finding)} says ${enAmount(finding.found, finding, words)}, with the wrong sign: the sum ${enList(finding.facts.agrees) || finding.facts.whole} agrees only if it is ${right}. Change ${finding.cell} to ${right}.`;
      },
    },
  },
};
