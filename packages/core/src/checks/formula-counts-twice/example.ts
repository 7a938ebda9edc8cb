import { COMPUTED_PLAN, type SumExample } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'formula-counts-twice',
  about: 'Công thức tổng cộng thêm một dòng đã có trong vùng.',
  sheet: { name: 'Biểu 1', cells: { ...COMPUTED_PLAN, D8: '=SUM(D4:D7)+D5' } },
  cell: 'D8',
  mended: { D8: '=SUM(D4:D7)' },
};
