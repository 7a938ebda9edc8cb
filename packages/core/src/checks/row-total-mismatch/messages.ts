import type { Messages } from '../../report/locale.js';
import { enMismatch } from '../support/sum-words-en.js';
import { viMismatch } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: { 'row-total-mismatch': { title: 'Tổng theo hàng không khớp', message: viMismatch } },
};

export const en: Messages = {
  findings: { 'row-total-mismatch': { title: 'Row total does not agree', message: enMismatch } },
};
