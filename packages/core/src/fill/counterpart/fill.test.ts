import { describe, expect, it } from 'vitest';
import { drawSheet } from '../../sheet/test-sheet.js';
import { fillSheet } from '../test-fill.js';

const PLAN = `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  STT | Nội dung | Tổng số | Trong đó | |
   | | | NSTW | NSĐP |
   | TỔNG CỘNG | | | |
  I | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | | | |
  1 | Tiểu dự án 1: Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp | | 100.5 | |
  2 | Tiểu dự án 2: Cải thiện dinh dưỡng | | 33 | |
  II | Dự án 6: Truyền thông và giảm nghèo về thông tin | | 20 | |`;
const MERGES = ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3'];
const FIFTEEN = { match: [{ ratio: '0.15', capital: 'all' }] } as const;

describe('the counterpart', () => {
  it('is rounded up to the sheet’s step, then carried into subtotals and totals as live formulas', () => {
    const { written, again, plan } = fillSheet(PLAN, FIFTEEN, MERGES);
    expect(written).toEqual([
      'E7 =ROUNDUP(D7*15%,1) → 15.1',
      'E8 =ROUNDUP(D8*15%,1) → 5',
      'E9 =ROUNDUP(D9*15%,1) → 3',
      'C5 =C6+C9 → 176.6',
      'D5 =D6+D9 → 153.5',
      'E5 =E6+E9 → 23.1',
      'C6 =SUM(C7:C8) → 153.6',
      'D6 =SUM(D7:D8) → 133.5',
      'E6 =SUM(E7:E8) → 20.1',
      'C7 =SUM(D7:E7) → 115.6',
      'C8 =SUM(D8:E8) → 38',
      'C9 =SUM(D9:E9) → 23',
    ]);
    expect(plan.notFilled).toEqual([]);
    expect(again).toEqual([]);
  });

  it('is not invented where no ratio is known', () => {
    expect(fillSheet(PLAN, {}, MERGES).refused).toEqual(['ratio-unknown E4']);
  });

  it('gives way to typed totals: what they leave is the local money', () => {
    const { written } = fillSheet(
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Tổng số | NSTW | NSĐP
       1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 120 | 100 |
       2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 24 | 20 |`,
      FIFTEEN,
    );
    expect(written).toEqual(['E4 =C4-D4 → 20', 'E5 =C5-D5 → 4']);
  });

  it('is taken from the other sheet where the central money is', () => {
    const detail = drawSheet(
      'GNBV',
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | NSTW | NSĐP
       1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 100 |
       2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 20 |
        | Tổng cộng | =SUM(C4:C5) | `,
    );
    const summary = drawSheet(
      'TH',
      `TỔNG HỢP VỐN CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA NĂM 2024
       Đơn vị tính: tỷ đồng
       STT | Chương trình | NSTW | NSĐP
       1 | Chương trình MTQG giảm nghèo bền vững | =GNBV!C6/1000 |
        | Tổng cộng | =C4 | `,
    );
    const { written, again } = fillSheet([summary, detail], FIFTEEN);
    expect(written).toContain('D4 =GNBV!D6/1000 → 0.018');
    expect(written).toContain('D4 =ROUNDUP(C4*15%,0) → 15');
    expect(again).toEqual([]);
  });
});
