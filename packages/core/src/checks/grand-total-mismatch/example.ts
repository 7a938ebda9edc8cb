import { type SumExample, TYPED_PLAN } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'grand-total-mismatch',
  about: 'Tổng cộng gõ đảo chữ số.',
  sheet: { name: 'Biểu 1', cells: { ...TYPED_PLAN, E8: 11177.2 } },
  cell: 'E8',
  mended: { E8: 11777.2 },
};
