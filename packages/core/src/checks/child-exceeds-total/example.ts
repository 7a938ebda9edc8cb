import { PARTIAL, type SumExample } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'child-exceeds-total',
  about: 'Số “Trong đó” lớn hơn dự án chứa nó.',
  sheet: { name: 'Biểu 1', cells: { ...PARTIAL, C5: 700 } },
  cell: 'C5',
  mended: { C5: 300 },
};
