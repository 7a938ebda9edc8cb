import type { Messages } from '../../report/locale.js';
import { enMismatch } from '../support/sum-words-en.js';
import { viMismatch } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: { 'grand-total-mismatch': { title: 'Tổng cộng không khớp', message: viMismatch } },
};

export const en: Messages = {
  findings: { 'grand-total-mismatch': { title: 'Grand total does not agree', message: enMismatch } },
};
