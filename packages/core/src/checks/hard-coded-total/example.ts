import { COMPUTED_PLAN, type SumExample } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'hard-coded-total',
  about: 'Một tổng gõ tay giữa các công thức, lệch 0,1 như do làm tròn.',
  sheet: { name: 'Biểu 1', cells: { ...COMPUTED_PLAN, E8: '=SUM(E4:E7)', D8: 2341.8 } },
  cell: 'D8',
  mended: { D8: '=SUM(D4:D7)' },
};
