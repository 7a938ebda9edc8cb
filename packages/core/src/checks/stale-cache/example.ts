import { COMPUTED_PLAN, type SumExample } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'stale-cache',
  about: 'Tệp được sửa bằng chương trình không tính lại công thức.',
  sheet: { name: 'Biểu 1', cells: { ...COMPUTED_PLAN, C8: { formula: 'SUM(C4:C7)', value: 9400 } } },
  cell: 'C8',
  mended: { C8: { formula: 'SUM(C4:C7)', value: 9435.5 } },
};
