import { type SumExample, TYPED_PLAN } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'sign-error',
  about: 'Một số bị gõ thành số âm.',
  sheet: { name: 'Biểu 1', cells: { ...TYPED_PLAN, D6: -194 } },
  cell: 'D6',
  mended: { D6: 194 },
};
