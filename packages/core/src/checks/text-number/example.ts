import type { CheckExample } from '../support/example.js';

export const example: CheckExample = {
  code: 'text-number',
  about: 'Số 342 gõ thành chữ nên hàm SUM bỏ qua.',
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
      E4: '=SUM(C4:D4)',
      A5: 2,
      B5: 'Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng',
      C5: '342 ',
      D5: 35,
      E5: '=SUM(C5:D5)',
      B6: 'Tổng cộng',
      C6: '=SUM(C4:C5)',
      D6: '=SUM(D4:D5)',
      E6: '=SUM(E4:E5)',
    },
  },
  cell: 'C5',
};
