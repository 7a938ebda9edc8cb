import type { CheckExample } from '../support/example.js';

export const example: CheckExample = {
  code: 'ceiling-exceeded',
  about: 'Trung ương giao Dự án 4 là 200 triệu đồng, nhưng biểu phân bổ 220 triệu đồng.',
  sheet: {
    name: 'Biểu 1',
    cells: {
      A1: 'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2025',
      D2: 'Đơn vị: triệu đồng',
      A3: 'TT',
      B3: 'Nội dung',
      C3: 'Kế hoạch vốn trung ương giao',
      D3: 'Phân bổ',
      A4: 1,
      B4: 'Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt',
      C4: 500,
      D4: 500,
      A5: 2,
      B5: 'Dự án 4: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi',
      C5: 200,
      D5: 220,
      A6: 3,
      B6: 'Dự án 7: Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng, tầm vóc người dân tộc thiểu số; phòng chống suy dinh dưỡng trẻ em',
      C6: 180,
      D6: 180,
      B7: 'Tổng cộng',
      C7: 880,
      D7: 900,
    },
  },
  cell: 'D5',
};
