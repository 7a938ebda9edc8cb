import type { Messages } from '../../report/locale.js';
import { enAmount, enDifference, enPlace } from '../support/sum-words-en.js';
import { viAmount, viDifference, viPlace } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'rounding-residue': {
      title: 'Lệch do làm tròn',
      message: (finding, words) => {
        const { parts, sum, terms, step, tolerance } = finding.facts;
        return `${viPlace(finding)} ghi ${viAmount(finding.found, finding, words)}, cộng ${parts} được ${viAmount(sum, finding, words)}: ${viDifference(finding.difference, finding, words)}. Với ${terms} số hạng làm tròn đến ${words.amount(step ?? null)}, lệch đến ${viAmount(tolerance, finding, words)} có thể chỉ do làm tròn. Nếu bảng phải khớp từng số thì sửa một số cho đủ, nếu không thì ghi chú “số liệu làm tròn”.`;
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'rounding-residue': {
      title: 'Rounding difference',
      message: (finding, words) => {
        const { parts, sum, terms, step, tolerance } = finding.facts;
        return `${enPlace(finding)} says ${enAmount(finding.found, finding, words)}, ${parts} add up to ${enAmount(sum, finding, words)}: ${enDifference(finding.difference, finding, words)}. With ${terms} terms rounded to ${words.amount(step ?? null)}, up to ${enAmount(tolerance, finding, words)} may be rounding alone. If the table must add up, adjust one figure; else note that figures are rounded.`;
      },
    },
  },
};
