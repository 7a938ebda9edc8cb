import { type SumExample, TYPED_PLAN } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'unit-scale-error',
  about: 'Một số gõ theo nghìn đồng trong bảng tính bằng triệu đồng.',
  sheet: { name: 'Biểu 1', cells: { ...TYPED_PLAN, D6: 194000 } },
  cell: 'D6',
  mended: { D6: 194 },
};
