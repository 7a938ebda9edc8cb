import type { CheckExample } from '../support/example.js';

export const example: CheckExample = {
  code: 'wrong-period',
  about: 'Biểu của chương trình giai đoạn 2021–2025 ghi năm 2031.',
  sheet: {
    name: 'Biểu 1',
    cells: {
      A1: 'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIẢM NGHÈO BỀN VỮNG NĂM 2031',
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
      D5: 35,
      E5: 377,
      B6: 'Tổng cộng',
      C6: 872,
      D6: 88,
      E6: 960,
    },
  },
  cell: 'A1',
};
