import { describe, expect, it } from 'vitest';
import { fillSheet } from '../test-fill.js';

const sheet = (first: string) => `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  STT | Nội dung | Kinh phí
  1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | '${first}
  2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | '20,5
   | Tổng cộng | '1.255,0`;

describe('figures typed as text', () => {
  it('become numbers by the habit of the sheet', () => {
    const { written, again } = fillSheet(sheet('1.234,5'), { fills: ['text-numbers'] });
    expect(written).toEqual(['C4 1234.5', 'C5 20.5', 'C6 1255']);
    expect(again).toEqual([]);
  });

  it('that name a unit of their own come into the unit of the sheet', () => {
    const { written } = fillSheet(sheet('1,92 tỷ'), { fills: ['text-numbers'] });
    expect(written).toEqual(['C4 1920', 'C5 20.5', 'C6 1255']);
  });

  it('are not touched where words stand beside them', () => {
    const { written } = fillSheet(sheet('1.234,5 (tạm tính)'), { fills: ['text-numbers'] });
    expect(written).toEqual(['C5 20.5', 'C6 1255']);
  });

  it('are then added up by the formulas of the same run', () => {
    const { written } = fillSheet(sheet('1.234,5').replace("'1.255,0", ''), {
      fills: ['text-numbers', 'totals'],
    });
    expect(written).toEqual(['C4 1234.5', 'C5 20.5', 'C6 =SUM(C4:C5) → 1255']);
  });
});
