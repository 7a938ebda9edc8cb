import { type SumExample, TYPED_PLAN } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'rounding-residue',
  about: 'Tổng lệch 0,1 triệu đồng, trong mức làm tròn của bốn số hạng.',
  sheet: { name: 'Biểu 1', cells: { ...TYPED_PLAN, E8: 11777.3 } },
  cell: 'E8',
  mended: { E8: 11777.2 },
};
