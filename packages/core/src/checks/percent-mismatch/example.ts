import { PROGRESS, type SumExample } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'percent-mismatch',
  about: 'Tỷ lệ gõ tay không bằng thực hiện chia kế hoạch.',
  sheet: { name: 'Biểu 1', cells: { ...PROGRESS, E5: 62 } },
  cell: 'E5',
  mended: { E5: 52 },
};
