import type { Messages } from '../../report/locale.js';
import { enAmount, enDifference, enPlace } from '../support/sum-words-en.js';
import { viAmount, viDifference, viPlace } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'stale-cache': {
      title: 'Kết quả công thức đã cũ',
      message: (finding, words) =>
        `${viPlace(finding)} còn lưu ${viAmount(finding.found, finding, words)}, nhưng công thức ${finding.facts.formula} nay cho ${viAmount(finding.expected, finding, words)} (số lưu ${viDifference(finding.difference, finding, words)}). Tệp đã được lưu mà chưa tính lại: mở bằng Excel, nhấn Ctrl+Alt+F9 rồi lưu lại trước khi gửi hoặc in.`,
    },
  },
};

export const en: Messages = {
  findings: {
    'stale-cache': {
      title: 'Saved result is out of date',
      message: (finding, words) =>
        `${enPlace(finding)} still holds ${enAmount(finding.found, finding, words)}, but its formula ${finding.facts.formula} now gives ${enAmount(finding.expected, finding, words)} (the saved figure is ${enDifference(finding.difference, finding, words)}). The file was saved without recalculation: open it in Excel, press Ctrl+Alt+F9 and save it before sending or printing.`,
    },
  },
};
