import type { Messages } from '../../report/locale.js';
import { enAmount, enList, enPlace } from '../support/sum-words-en.js';
import { viAmount, viList, viPlace } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'unit-scale-error': {
      title: 'Nhầm đơn vị tính',
      message: (finding, words) => {
        const factor = Number(finding.facts.factor);
        const times =
          factor > 1
            ? `lớn gấp ${words.amount(String(factor))} lần`
            : `nhỏ đi ${words.amount(String(Math.round(1 / factor)))} lần`;
        const right = viAmount(finding.expected, finding, words);
        const why =
          finding.count > 1 ? 'Các phép cộng có những ô này' : `Phép cộng ${viList(finding.facts.agrees)}`;
        return `${viPlace(finding)} ghi ${viAmount(finding.found, finding, words)}, ${times} so với số đúng ${right}: có lẽ đã gõ theo đơn vị khác. ${why} chỉ khớp với ${right}. Sửa ${finding.cell} thành ${right}.`;
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'unit-scale-error': {
      title: 'Wrong unit of a figure',
      message: (finding, words) => {
        const factor = Number(finding.facts.factor);
        const times =
          factor > 1
            ? `${words.amount(String(factor))} times too large`
            : `${words.amount(String(Math.round(1 / factor)))} times too small`;
        const right = enAmount(finding.expected, finding, words);
        const why =
          finding.count > 1
            ? 'The sums with these cells agree'
            : `The sum ${enList(finding.facts.agrees)} agrees`;
        return `${enPlace(finding)} says ${enAmount(finding.found, finding, words)}, ${times}; it was probably typed in another unit. ${why} only with ${right}. Change ${finding.cell} to ${right}.`;
      },
    },
  },
};
