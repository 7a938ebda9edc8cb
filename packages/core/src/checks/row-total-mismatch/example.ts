import { type SumExample, TYPED_PLAN } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'row-total-mismatch',
  about: 'NSTW của Dự án 4 gõ đảo chữ số: cộng hàng và cộng cột đều chỉ ra đúng ô đó.',
  sheet: { name: 'Biểu 1', cells: { ...TYPED_PLAN, C5: 7495.2 } },
  cell: 'C5',
  mended: { C5: 7459.2 },
};
