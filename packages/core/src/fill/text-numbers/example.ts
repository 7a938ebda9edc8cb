import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'text-numbers',
  about: 'Số gõ thành chữ được đổi lại thành số.',
  sheet: `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
    Đơn vị tính: triệu đồng
    STT | Nội dung | Kinh phí
    1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | '1.234,5
    2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | '20,5
     | Tổng cộng | '1.255,0`,
  written: ['C4 1234.5', 'C5 20.5', 'C6 1255'],
};
