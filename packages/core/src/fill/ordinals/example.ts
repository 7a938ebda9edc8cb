import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'ordinals',
  about: 'Cột STT còn trống được đánh số theo bậc.',
  sheet: `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
    Đơn vị tính: triệu đồng
    STT | Nội dung | Kinh phí
     | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 10
     | Dự án 6: Truyền thông và giảm nghèo về thông tin | 5
     | Tổng cộng | 15`,
  written: ['A4 1', 'A5 2'],
};
