import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'words',
  about: 'Dòng “Bằng chữ” còn trống đọc số tổng cộng.',
  sheet: `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
    Đơn vị tính: triệu đồng
    STT | Nội dung | Kinh phí
    1 | Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo | 100
    2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 21
     | Tổng cộng | 121
    Bằng chữ: ……………`,
  written: ['A7 “Bằng chữ: Một trăm hai mươi mốt triệu đồng.”'],
};
