import { describe, expect, it } from 'vitest';
import { fillSheet } from '../test-fill.js';

const shares = (header: string) => `CƠ CẤU NGUỒN VỐN CTMTQG XÂY DỰNG NÔNG THÔN MỚI NĂM 2024
  Đơn vị tính: tỷ đồng
  STT | Nguồn vốn | Kinh phí | ${header}
  1 | Ngân sách trung ương | 200 |
  2 | Ngân sách địa phương | 300 |
   | Tổng cộng | 500 |`;

describe('percent columns', () => {
  it('become shares of the grand total where the header says so', () => {
    const { written, again } = fillSheet(shares('Tỷ trọng (%)'), { fills: ['percents'] });
    expect(written).toEqual(['D4 =C4/C$6*100 → 40', 'D5 =C5/C$6*100 → 60', 'D6 =C6/C$6*100 → 100']);
    expect(again).toEqual([]);
  });

  it('stay blank where nobody says what they compare', () => {
    const { written, refused } = fillSheet(shares('Tỷ lệ (%)'), { fills: ['percents'] });
    expect([written, refused]).toEqual([[], ['denominator-unknown D4']]);
  });

  it('go on as the column began', () => {
    const { written } = fillSheet(
      `TÌNH HÌNH GIẢI NGÂN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Kế hoạch | Giải ngân | Tỷ lệ (%)
       1 | Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo | 100 | 40 | =D4/C4*100
       2 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 50 | 10 | =D5/C5*100
       3 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 20 | 5 |`,
      { fills: ['percents'] },
    );
    expect(written).toEqual(['E6 =D6/C6*100 → 25']);
  });

  it('compare what was spent with what was planned where the table has one column of each', () => {
    const sheet = (header: string) => `KẾT QUẢ GIẢI NGÂN VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
      Đơn vị tính: triệu đồng
      STT | Nội dung | Kế hoạch vốn | Giải ngân | ${header}
      1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 110 | 55 |
      2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 0 | 0 |
       | Tổng cộng | 110 | 55 |`;
    const { written, plan } = fillSheet(sheet('Tỷ lệ giải ngân (%)'), { fills: ['percents'] });
    expect(written).toEqual(['E4 =D4/C4*100 → 50', 'E6 =D6/C6*100 → 50']);
    expect(plan.edits[0]!.numberFormat).toBe('#,##0.0');
    expect(fillSheet(sheet('Tỷ lệ'), { fills: ['percents'] }).refused).toEqual(['denominator-unknown E4']);
  });
});
