import type { Messages } from '../../report/locale.js';
import { enFormula, enList } from '../support/sum-words-en.js';
import { viFormula, viList } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'formula-range-misses-row': {
      title: 'Công thức bỏ sót dòng',
      message: viFormula(({ facts }) => `bỏ sót ${viList(facts.missing)} đang có tiền`),
    },
  },
};

export const en: Messages = {
  findings: {
    'formula-range-misses-row': {
      title: 'Formula leaves out a row',
      message: enFormula(({ facts }) => `leaves out ${enList(facts.missing)}, which holds money`),
    },
  },
};
