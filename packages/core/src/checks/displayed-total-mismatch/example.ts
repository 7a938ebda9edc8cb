import { SHOWN_WHOLE, type SumExample } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'displayed-total-mismatch',
  about: 'Số lẻ bị ẩn khi in: 1 + 1 + 1 in ra 4.',
  sheet: { name: 'Biểu 1', cells: { ...SHOWN_WHOLE } },
  cell: 'C7',
  mended: { C4: 1, C5: 1, C6: 1 },
};
