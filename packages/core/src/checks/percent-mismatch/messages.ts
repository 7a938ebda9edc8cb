import type { Messages } from '../../report/locale.js';
import { enPlace } from '../support/sum-words-en.js';
import { viPlace } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: {
    'percent-mismatch': {
      title: 'Tỷ lệ phần trăm không khớp',
      message: (finding, words) => {
        const { numerator, denominator, numeratorValue, denominatorValue, foundPercent, expectedPercent } =
          finding.facts;
        return `${viPlace(finding)} ghi ${words.amount(foundPercent ?? null)}%, nhưng ${numerator} chia ${denominator} (${words.amount(numeratorValue ?? null)} / ${words.amount(denominatorValue ?? null)}) là ${words.amount(expectedPercent ?? null)}%. Sửa thành ${words.amount(expectedPercent ?? null)}%, hoặc ghi rõ tỷ lệ này so với số nào.`;
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'percent-mismatch': {
      title: 'Percent does not agree',
      message: (finding, words) => {
        const { numerator, denominator, numeratorValue, denominatorValue, foundPercent, expectedPercent } =
          finding.facts;
        return `${enPlace(finding)} says ${words.amount(foundPercent ?? null)}%, but ${numerator} over ${denominator} (${words.amount(numeratorValue ?? null)} / ${words.amount(denominatorValue ?? null)}) is ${words.amount(expectedPercent ?? null)}%. Change it to ${words.amount(expectedPercent ?? null)}%, or say what it is a share of.`;
      },
    },
  },
};
