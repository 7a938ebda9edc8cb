import type { Messages } from '../../report/locale.js';
import { enAmount, enDifference } from '../support/sum-words-en.js';
import { viAmount, viDifference } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'words-mismatch': {
      title: 'Số bằng chữ không khớp',
      message: (finding, words) =>
        `Ô ${finding.cell} đọc bằng chữ là ${viAmount(finding.found, finding, words)}, nhưng ${finding.facts.parts} là ${viAmount(finding.expected, finding, words)}: ${viDifference(finding.difference, finding, words)}. Các tổng trong bảng khớp với số, vì vậy viết lại phần bằng chữ theo ${viAmount(finding.expected, finding, words)}; nếu chữ mới đúng thì sửa số ở ${finding.facts.parts}.`,
    },
  },
  gaps: {
    'words-not-read': (gap) => ({
      what: `Số bằng chữ ở ô ${gap.cell}, trang “${gap.sheet}”`,
      why: 'không đọc được thành số nên chưa so với tổng',
    }),
  },
};

export const en: Messages = {
  findings: {
    'words-mismatch': {
      title: 'Amount in words does not agree',
      message: (finding, words) =>
        `Cell ${finding.cell} spells ${enAmount(finding.found, finding, words)}, but ${finding.facts.parts} is ${enAmount(finding.expected, finding, words)}: ${enDifference(finding.difference, finding, words)}. The sums of the table agree with the figure, so write the words for ${enAmount(finding.expected, finding, words)}; if the words are right, change ${finding.facts.parts}.`,
    },
  },
  gaps: {
    'words-not-read': (gap) => ({
      what: `The amount in words in cell ${gap.cell}, sheet “${gap.sheet}”`,
      why: 'it could not be read as a number, so it was not compared with the total',
    }),
  },
};
