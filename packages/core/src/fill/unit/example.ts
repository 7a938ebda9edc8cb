import { MONEY_UNITS } from '../../amount/index.js';
import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'unit',
  about: 'Cả biểu đổi từ triệu đồng sang đồng, kể cả dòng đơn vị tính.',
  sheet: `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
    Đơn vị tính: triệu đồng
    STT | Nội dung | Kinh phí
    1 | Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo | 1234.5
    2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 20
     | Tổng cộng | =SUM(C4:C5)`,
  options: { toUnit: MONEY_UNITS.dong },
  written: ['C4 1234500000', 'C5 20000000', 'A2 “Đơn vị tính: đồng”'],
};
