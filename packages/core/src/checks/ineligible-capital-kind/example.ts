import type { CheckExample } from '../support/example.js';

export const example: CheckExample = {
  code: 'ineligible-capital-kind',
  about: 'Dự án bình đẳng giới chỉ có vốn sự nghiệp, tiền lại ghi ở cột vốn đầu tư.',
  sheet: {
    name: 'Biểu 1',
    cells: {
      A1: 'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2025',
      C2: 'Đơn vị: triệu đồng',
      A3: 'TT',
      B3: 'Dự án',
      C3: 'Vốn đầu tư',
      D3: 'Vốn sự nghiệp',
      E3: 'Tổng số',
      A4: 1,
      B4: 'Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt',
      C4: 626,
      D4: 94,
      E4: 720,
      A5: 2,
      B5: 'Dự án 8: Thực hiện bình đẳng giới và giải quyết những vấn đề cấp thiết đối với phụ nữ và trẻ em',
      C5: 164,
      D5: 0,
      E5: 164,
      B6: 'Tổng cộng',
      C6: 790,
      D6: 94,
      E6: 884,
    },
  },
  cell: 'C5',
};
