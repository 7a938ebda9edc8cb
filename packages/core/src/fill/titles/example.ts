import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'titles',
  about: 'Tên viết tắt được thay bằng tên chính thức.',
  sheet: `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
    Đơn vị tính: triệu đồng
    STT | Nội dung | Kinh phí
    1 | Dự án 2: Đa dạng hóa sinh kế | 100
     | Tổng cộng | 100`,
  written: ['B4 “Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo”'],
};
