import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'totals',
  about: 'Dòng tổng cộng còn trống được cộng bằng công thức sống.',
  sheet: `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
    Đơn vị tính: triệu đồng
    STT | Nội dung | Kinh phí
    1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 100
    2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 20
     | Tổng cộng | `,
  written: ['C6 =SUM(C4:C5) → 120'],
};
