import { COMPUTED_PLAN, type SumExample } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'wrong-reference',
  about: 'Công thức tổng của một dòng lấy số của dòng khác.',
  sheet: { name: 'Biểu 1', cells: { ...COMPUTED_PLAN, E5: '=C4+D5' } },
  cell: 'E5',
  mended: { E5: '=C5+D5' },
};
