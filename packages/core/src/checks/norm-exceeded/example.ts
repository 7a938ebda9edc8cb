import type { CheckExample } from '../support/example.js';

export const example: CheckExample = {
  code: 'norm-exceeded',
  about:
    '20 hộ được hỗ trợ đất ở, ngân sách trung ương tối đa 40 triệu đồng một hộ, nhưng ghi 900 triệu đồng.',
  sheet: {
    name: 'Biểu 1',
    cells: {
      A1: 'KẾ HOẠCH VỐN NGÂN SÁCH TRUNG ƯƠNG THỰC HIỆN DỰ ÁN 1 CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2025',
      D2: 'Đơn vị: triệu đồng',
      A3: 'TT',
      B3: 'Nội dung',
      C3: 'Số hộ',
      D3: 'Vốn NSTW',
      A4: 1,
      B4: 'Hỗ trợ đất ở',
      C4: 20,
      D4: 900,
      A5: 2,
      B5: 'Hỗ trợ nhà ở',
      C5: 31,
      D5: 1240,
      A6: 3,
      B6: 'Hỗ trợ đất sản xuất',
      C6: 16,
      D6: 360,
      B7: 'Tổng cộng',
      C7: 67,
      D7: 2500,
    },
  },
  cell: 'D4',
};
