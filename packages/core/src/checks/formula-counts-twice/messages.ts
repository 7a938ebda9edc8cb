import type { Messages } from '../../report/locale.js';
import { enFormula, enList } from '../support/sum-words-en.js';
import { viFormula, viList } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'formula-counts-twice': {
      title: 'Công thức cộng trùng',
      message: viFormula(
        ({ facts }) =>
          `cộng trùng ${viList(facts.extra)} (đã nằm trong một số khác của tổng, hoặc không thuộc tổng này)`,
      ),
    },
  },
};

export const en: Messages = {
  findings: {
    'formula-counts-twice': {
      title: 'Formula counts twice',
      message: enFormula(
        ({ facts }) =>
          `counts ${enList(facts.extra)} twice (already inside another figure of the total, or not part of it)`,
      ),
    },
  },
};
