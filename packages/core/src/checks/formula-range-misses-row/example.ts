import { COMPUTED_PLAN, type SumExample } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'formula-range-misses-row',
  about: 'Vùng SUM dừng trước dòng cuối.',
  sheet: { name: 'Biểu 1', cells: { ...COMPUTED_PLAN, C8: '=SUM(C4:C6)' } },
  cell: 'C8',
  mended: { C8: '=SUM(C4:C7)' },
};
