import type { FillExample } from '../example.js';

export const example: FillExample = {
  code: 'divide',
  about: 'Một khoản chia cho các xã theo điểm, cộng lại đúng đến bước cuối.',
  sheet: `PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
    Đơn vị tính: triệu đồng
    STT | Địa phương | Tổng điểm | Kinh phí
    1 | Xã Tân Sơn | 2 |
    2 | Xã Bình Lư | 3 |
    3 | Xã Khun Há | 1 |
     | Tổng cộng | 6 | `,
  options: {
    divide: { into: 'D', by: 'C', total: '100', step: '1', policy: 'largest-remainder' },
  },
  written: ['D4 33', 'D5 50', 'D6 17'],
};
