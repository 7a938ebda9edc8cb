import type { CheckExample } from '../support/example.js';

export const example: CheckExample = {
  code: 'ineligible-area',
  about:
    'Vốn hạ tầng thiết yếu (Dự án 4) dành cho xã khu vực III, thôn ĐBKK; biểu bố trí cả cho một xã khu vực I.',
  sheet: {
    name: 'Biểu 1',
    cells: {
      A1: 'PHÂN BỔ VỐN NGÂN SÁCH TRUNG ƯƠNG THỰC HIỆN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2024',
      D2: 'Đơn vị: triệu đồng',
      A3: 'TT',
      B3: 'Nội dung',
      C3: 'Khu vực',
      D3: 'Vốn NSTW',
      A4: 'I',
      B4: 'Tiểu dự án 1: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi',
      D4: 3400,
      A5: 1,
      B5: 'Xã Khun Há',
      C5: 'III',
      D5: 1900,
      A6: 2,
      B6: 'Xã Bản Bo',
      C6: 'I',
      D6: 1500,
      B7: 'Tổng cộng',
      D7: 3400,
    },
  },
  cell: 'B6',
};
