import type { Messages } from '../../report/locale.js';
import { enAmount, enDifference, enPlace } from '../support/sum-words-en.js';
import { viAmount, viDifference, viPlace } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'hard-coded-total': {
      title: 'Tổng gõ tay giữa các công thức',
      message: (finding, words) => {
        const { parts, sum } = finding.facts;
        return `${viPlace(finding)} gõ tay ${viAmount(finding.found, finding, words)} trong khi các ô tổng bên cạnh là công thức; cộng ${parts} được ${viAmount(sum, finding, words)}, ${viDifference(finding.difference, finding, words)}. Số gõ tay che mất chênh lệch này và không đổi khi số liệu đổi: thay bằng công thức cộng ${parts}.`;
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'hard-coded-total': {
      title: 'Total typed among formulas',
      message: (finding, words) => {
        const { parts, sum } = finding.facts;
        return `${enPlace(finding)} is typed as ${enAmount(finding.found, finding, words)} while the totals beside it are formulas; ${parts} add up to ${enAmount(sum, finding, words)}, ${enDifference(finding.difference, finding, words)}. The typed figure hides this and will not follow changes: replace it by a formula that adds ${parts}.`;
      },
    },
  },
};
