import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'capital-split',
  about: 'Tổng chia thành vốn đầu tư và vốn sự nghiệp theo tỷ lệ cho trước; phần lẻ về cột sau.',
  sheet: `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
    Đơn vị tính: triệu đồng
    STT | Nội dung | Tổng số | Vốn đầu tư | Vốn sự nghiệp
    1 | Dự án 1: Hỗ trợ đầu tư phát triển hạ tầng kinh tế - xã hội các huyện nghèo | 1001 | |
    2 | Dự án 4: Phát triển giáo dục nghề nghiệp, việc làm bền vững | 500 | | `,
  options: {
    shares: {
      ratios: [{ receiver: 'investment', ratio: '0.6', of: 'total' }],
      policy: 'last',
      step: null,
    },
  },
  written: [
    'D4 =ROUNDDOWN(C4*60%,0) → 600',
    'E4 =C4-D4 → 401',
    'D5 =ROUNDDOWN(C5*60%,0) → 300',
    'E5 =C5-D5 → 200',
  ],
};
