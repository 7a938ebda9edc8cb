import type { CheckExample } from '../support/example.js';

export const example: CheckExample = {
  code: 'ambiguous-number',
  about: 'Chữ “1.728” có thể là 1728 hoặc 1,728.',
  sheet: {
    name: 'Biểu 1',
    cells: {
      A1: 'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIẢM NGHÈO BỀN VỮNG NĂM 2024',
      C2: 'Đơn vị: triệu đồng',
      A3: 'TT',
      B3: 'Dự án',
      C3: 'NSTW',
      A4: 1,
      B4: 'Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo',
      C4: 530,
      A5: 2,
      B5: 'Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng',
      C5: '1.728',
      B6: 'Tổng cộng',
      C6: 2000,
    },
  },
  cell: 'C5',
};
