import type { Messages } from '../../report/locale.js';
import { enAmount, enList, enPlace } from '../support/sum-words-en.js';
import { viAmount, viList, viPlace } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'child-exceeds-total': {
      title: 'Số “trong đó” lớn hơn tổng',
      message: (finding, words) => {
        const { parts, sum, wholeAddress, wholeValue, excess, role } = finding.facts;
        const what =
          role === 'part'
            ? `ghi ${viAmount(finding.found, finding, words)}`
            : `ghi ${viAmount(wholeValue, finding, words)}, nhưng ${parts} cộng lại là ${viAmount(sum, finding, words)}`;
        const whole =
          role === 'part'
            ? `, lớn hơn số mà nó chỉ là một phần: ${wholeAddress} chỉ có ${viAmount(wholeValue, finding, words)}`
            : '';
        return `${viPlace(finding)} ${what}${whole} (vượt ${viAmount(excess, finding, words)}). Số “trong đó” không thể lớn hơn tổng: kiểm lại ${finding.cell}${finding.candidates.length > 0 ? ` và ${viList(finding.candidates.map(({ cell }) => cell))}` : ''}, xem có nhầm số hoặc nhầm đơn vị không.`;
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'child-exceeds-total': {
      title: 'A part is larger than its whole',
      message: (finding, words) => {
        const { parts, sum, wholeAddress, wholeValue, excess, role } = finding.facts;
        const what =
          role === 'part'
            ? `says ${enAmount(finding.found, finding, words)}`
            : `says ${enAmount(wholeValue, finding, words)}, but ${parts} add up to ${enAmount(sum, finding, words)}`;
        const whole =
          role === 'part'
            ? `, more than what it is a part of: ${wholeAddress} is only ${enAmount(wholeValue, finding, words)}`
            : '';
        return `${enPlace(finding)} ${what}${whole} (${enAmount(excess, finding, words)} above). A part cannot exceed its whole: check ${finding.cell}${finding.candidates.length > 0 ? ` and ${enList(finding.candidates.map(({ cell }) => cell))}` : ''} for a wrong figure or unit.`;
      },
    },
  },
};
