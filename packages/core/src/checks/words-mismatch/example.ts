import { type SumExample, TYPED_PLAN } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'words-mismatch',
  about: 'Số bằng chữ khác tổng cộng.',
  sheet: {
    name: 'Biểu 1',
    cells: { ...TYPED_PLAN, A9: 'Bằng chữ: Mười một tỷ bảy trăm bảy mươi ba triệu hai trăm nghìn đồng' },
  },
  cell: 'A9',
  mended: { A9: 'Bằng chữ: Mười một tỷ bảy trăm bảy mươi bảy triệu hai trăm nghìn đồng' },
};
