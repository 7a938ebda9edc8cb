import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'percents',
  about: 'Tỷ trọng của từng nguồn trong tổng số.',
  sheet: `CƠ CẤU NGUỒN VỐN CTMTQG XÂY DỰNG NÔNG THÔN MỚI NĂM 2024
    Đơn vị tính: tỷ đồng
    STT | Nguồn vốn | Kinh phí | Tỷ trọng (%)
    1 | Ngân sách trung ương | 200 |
    2 | Ngân sách địa phương | 300 |
     | Tổng cộng | 500 | `,
  written: ['D4 =C4/C$6*100 → 40', 'D5 =C5/C$6*100 → 60', 'D6 =C6/C$6*100 → 100'],
};
