import { DETAIL, SUMMARY, type SumExample } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'cross-sheet-mismatch',
  about: 'Số ở biểu tổng hợp (tỷ đồng) khác biểu chi tiết (triệu đồng).',
  sheet: { name: 'Tổng hợp', cells: { ...SUMMARY, C5: 9.5355 } },
  cell: 'C5',
  mended: { C5: 9.4355 },
  more: [DETAIL],
};
