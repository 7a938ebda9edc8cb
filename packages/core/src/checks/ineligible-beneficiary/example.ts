import type { CheckExample } from '../support/example.js';

export const example: CheckExample = {
  code: 'ineligible-beneficiary',
  about: 'Hỗ trợ đất ở của Dự án 1 chỉ dành cho hộ nghèo, kế hoạch bố trí cho hộ cận nghèo.',
  sheet: {
    name: 'Biểu 1',
    cells: {
      A1: 'KẾ HOẠCH VỐN NGÂN SÁCH TRUNG ƯƠNG THỰC HIỆN DỰ ÁN 1 CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2024',
      D2: 'Đơn vị: triệu đồng',
      A3: 'TT',
      B3: 'Nội dung',
      C3: 'Số hộ',
      D3: 'Vốn NSTW',
      A4: 1,
      B4: 'Hỗ trợ đất ở cho hộ cận nghèo',
      C4: 20,
      D4: 800,
      A5: 2,
      B5: 'Hỗ trợ nhà ở cho hộ nghèo',
      C5: 31,
      D5: 1240,
      B6: 'Tổng cộng',
      C6: 51,
      D6: 2040,
    },
  },
  cell: 'B4',
};
