import { describe, expect, it } from 'vitest';
import { fillSheet } from '../test-fill.js';

const sheet = (first: string) => `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  STT | Nội dung | Kinh phí
  ${first} | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 30
   | Tiểu dự án 1: Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp | 10
   | Tiểu dự án 2: Cải thiện dinh dưỡng | 20
   | Dự án 6: Truyền thông và giảm nghèo về thông tin | 5
   | Tổng cộng | 35`;

describe('row labels', () => {
  it('follow the levels and begin anew inside each group; totals have none', () => {
    const { written, again } = fillSheet(sheet(''), { fills: ['ordinals'] });
    expect(written).toEqual(['A4 “I”', 'A5 1', 'A6 2', 'A7 “II”']);
    expect(again).toEqual([]);
  });

  it('stay as they are where the office has begun its own', () => {
    expect(fillSheet(sheet('A'), { fills: ['ordinals'] }).written).toEqual([]);
  });
});
