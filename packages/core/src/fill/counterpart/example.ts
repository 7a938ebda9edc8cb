import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'counterpart',
  about: 'Cột ngân sách địa phương còn trống nhận mức đối ứng tối thiểu, làm tròn lên.',
  sheet: `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
    Đơn vị tính: triệu đồng
    STT | Nội dung | Tổng số | NSTW | NSĐP
    1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | | 100.5 |
    2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | | 33 |
     | Tổng cộng | | | `,
  options: { match: [{ ratio: '0.15', capital: 'all' }] },
  written: ['E4 =ROUNDUP(D4*15%,1) → 15.1', 'E5 =ROUNDUP(D5*15%,1) → 5'],
};
