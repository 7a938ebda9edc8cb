import { GROUPED_PLAN, type SumExample } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'subtotal-mismatch',
  about: 'Tổng của nhóm gõ tay không bằng các tiểu dự án của nó.',
  sheet: { name: 'Biểu 1', cells: { ...GROUPED_PLAN, E4: 730 } },
  cell: 'E4',
  mended: { E4: 720 },
};
