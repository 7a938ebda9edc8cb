import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'source-ratio',
  about: 'Tỷ lệ nguồn vốn ghi trên tiêu đề cột: số trung ương làm tròn, địa phương là phần còn lại.',
  sheet: `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
    Đơn vị tính: triệu đồng
    STT | Nội dung | Tổng số | NSTW (85%) | NSĐP (15%)
    1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 101 | |
    2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 20 | | `,
  options: { shares: { ratios: [], policy: 'largest-remainder', step: null } },
  written: ['D4 =ROUND(C4*85%,0) → 86', 'E4 =C4-D4 → 15', 'D5 =ROUND(C5*85%,0) → 17', 'E5 =C5-D5 → 3'],
};
