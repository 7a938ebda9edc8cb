import type { CheckExample } from '../support/example.js';

export const example: CheckExample = {
  code: 'local-match-below-minimum',
  about: 'Vốn đối ứng của một dự án thấp hơn 10% vốn trung ương và kéo tổng xuống dưới mức tối thiểu.',
  match: [{ ratio: '0.10', capital: 'all' }],
  sheet: {
    name: 'Biểu 1',
    cells: {
      A1: 'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIẢM NGHÈO BỀN VỮNG NĂM 2024',
      C2: 'Đơn vị: triệu đồng',
      A3: 'TT',
      B3: 'Dự án',
      C3: 'NSTW',
      D3: 'NSĐP',
      E3: 'Tổng số',
      A4: 1,
      B4: 'Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo',
      C4: 530,
      D4: 53,
      E4: 583,
      A5: 2,
      B5: 'Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng',
      C5: 342,
      D5: 20,
      E5: 362,
      B6: 'Tổng cộng',
      C6: 872,
      D6: 73,
      E6: 945,
    },
  },
  cell: 'D5',
};
