import type { CheckExample } from '../support/example.js';

export const example: CheckExample = {
  code: 'project-not-in-programme',
  about: 'Dự án hỗ trợ nhà ở của chương trình giảm nghèo nằm trong biểu của chương trình DTTS&MN.',
  sheet: {
    name: 'Biểu 1',
    cells: {
      A1: 'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2025',
      C2: 'Đơn vị: triệu đồng',
      A3: 'TT',
      B3: 'Dự án',
      C3: 'NSTW',
      D3: 'NSĐP',
      E3: 'Tổng số',
      A4: 1,
      B4: 'Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt',
      C4: 626,
      D4: 94,
      E4: 720,
      A5: 2,
      B5: 'Dự án 5: Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo trên địa bàn các huyện nghèo',
      C5: 57,
      D5: 9,
      E5: 66,
      B6: 'Tổng cộng',
      C6: 683,
      D6: 103,
      E6: 786,
    },
  },
  cell: 'B5',
};
