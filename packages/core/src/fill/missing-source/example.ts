import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'missing-source',
  about: 'Nguồn vốn còn trống là phần còn lại của tổng.',
  sheet: `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
    Đơn vị tính: triệu đồng
    STT | Nội dung | Tổng số | NSTW | NSĐP
    1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 110 | 100 |
    2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 22 | 20 |
     | Tổng cộng | 132 | 120 | `,
  written: ['E4 =C4-D4 → 10', 'E5 =C5-D5 → 2'],
};
