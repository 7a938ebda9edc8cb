import type { Messages } from '../../report/locale.js';
import { enMismatch } from '../support/sum-words-en.js';
import { viMismatch } from '../support/sum-words-vi.js';

export const vi: Messages = {
  findings: { 'subtotal-mismatch': { title: 'Tổng nhóm không khớp', message: viMismatch } },
};

export const en: Messages = {
  findings: { 'subtotal-mismatch': { title: 'Subtotal does not agree', message: enMismatch } },
};
