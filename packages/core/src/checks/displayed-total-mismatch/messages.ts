import type { Messages } from '../../report/locale.js';
import { enAmount, enPlace } from '../support/sum-words-en.js';
import { viAmount, viPlace } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'displayed-total-mismatch': {
      title: 'Số in ra cộng không khớp',
      message: (finding, words) => {
        const { parts, sum, shownWhole, kept } = finding.facts;
        return `${viPlace(finding)} in ra ${viAmount(shownWhole, finding, words)}, nhưng cộng các số in ra ở ${parts} được ${viAmount(sum, finding, words)}. Số lưu trong ô vẫn khớp (${viAmount(kept, finding, words)}), chỉ phần lẻ bị ẩn khi in: người đọc bản giấy sẽ thấy tổng sai. Hãy làm tròn từng số bằng ROUND, hoặc cho hiện thêm chữ số lẻ.`;
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'displayed-total-mismatch': {
      title: 'Printed figures do not add up',
      message: (finding, words) => {
        const { parts, sum, shownWhole, kept } = finding.facts;
        return `${enPlace(finding)} shows ${enAmount(shownWhole, finding, words)}, but the figures shown in ${parts} add up to ${enAmount(sum, finding, words)}. The figures kept do agree (${enAmount(kept, finding, words)}); hidden digits make the printed total look wrong. Round each figure with ROUND, or show more digits.`;
      },
    },
  },
};
