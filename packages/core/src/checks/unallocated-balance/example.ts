import type { CheckExample } from '../support/example.js';

export const example: CheckExample = {
  code: 'unallocated-balance',
  about:
    'Đầu biểu ghi được giao 1.000 triệu đồng, các dự án mới phân bổ 880 triệu đồng và không có dòng “Còn lại chưa phân bổ”.',
  sheet: {
    name: 'Biểu 1',
    cells: {
      A1: 'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2025',
      A2: 'Tổng kinh phí được giao: 1.000 triệu đồng',
      C3: 'Đơn vị: triệu đồng',
      A4: 'TT',
      B4: 'Nội dung',
      C4: 'Số tiền',
      A5: 1,
      B5: 'Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt',
      C5: 500,
      A6: 2,
      B6: 'Dự án 4: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi',
      C6: 200,
      A7: 3,
      B7: 'Dự án 7: Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng, tầm vóc người dân tộc thiểu số; phòng chống suy dinh dưỡng trẻ em',
      C7: 180,
      B8: 'Tổng cộng',
      C8: 880,
    },
  },
  cell: 'C8',
};
