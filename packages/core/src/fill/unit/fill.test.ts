import { describe, expect, it } from 'vitest';
import { MONEY_UNITS } from '../../amount/index.js';
import { fillSheet } from '../test-fill.js';

const sheet = (total: string) => `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  STT | Nội dung | Kinh phí
  1 | Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo | 1234.5
  2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 20
   | Tổng cộng | ${total}`;
const wish = (toUnit: (typeof MONEY_UNITS)[keyof typeof MONEY_UNITS]) =>
  ({ fills: ['unit'], toUnit }) as const;

describe('another unit', () => {
  it('multiplies typed amounts exactly and rewrites the unit line; formulas follow', () => {
    const { written, again } = fillSheet(sheet('=SUM(C4:C5)'), wish(MONEY_UNITS.dong));
    expect(written).toEqual(['C4 1234500000', 'C5 20000000', 'A2 “Đơn vị tính: đồng”']);
    expect(again).toEqual([]);
  });

  it('shows the decimals that a larger unit needs', () => {
    const { plan } = fillSheet(sheet('=SUM(C4:C5)'), wish(MONEY_UNITS.ty));
    expect(plan.edits[0]).toMatchObject({ after: { value: '1.2345' }, numberFormat: '#,##0.####' });
  });

  it('is refused as a whole where a formula holds a figure or rounds', () => {
    for (const formula of ['=C4+C5+10', '=ROUND(C4+C5,1)']) {
      const { written, refused } = fillSheet(sheet(formula), wish(MONEY_UNITS.dong));
      expect([written, refused]).toEqual([[], ['formula-with-figure C6']]);
    }
  });

  it('is refused where the sheet names none', () => {
    const { refused } = fillSheet(
      sheet('1254.5').replace('Đơn vị tính: triệu đồng', 'Biểu 1'),
      wish(MONEY_UNITS.dong),
    );
    expect(refused).toEqual(['unit-not-named null']);
  });
});
