import type { Messages } from '../../report/locale.js';
import { enMismatch } from '../support/sum-words-en.js';
import { viMismatch } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: { 'cross-sheet-mismatch': { title: 'Số giữa các trang không khớp', message: viMismatch } },
};

export const en: Messages = {
  findings: { 'cross-sheet-mismatch': { title: 'Figures on two sheets do not agree', message: enMismatch } },
};
