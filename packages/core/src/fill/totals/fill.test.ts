import { describe, expect, it } from 'vitest';
import { openBook, understand } from '../../check.js';
import { RULES } from '../../rules/index.js';
import { drawSheet } from '../../sheet/test-sheet.js';
import { buildSnapshot } from '../../snapshot/index.js';
import { planFill, USUAL_FILL_OPTIONS } from '../index.js';
import { fillSheet } from '../test-fill.js';

const TWO = `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  STT | Nội dung | Kinh phí
  1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 110
  2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 22
   | Tổng cộng | 132`;

const NESTED = `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  STT | Nội dung | Tổng số | Trong đó | |
   | | | NSTW | NSĐP |
   | TỔNG CỘNG | | | |
  I | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | | | |
  1 | Tiểu dự án 1: Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp | | 100.5 | 10 |
  2 | Tiểu dự án 2: Cải thiện dinh dưỡng | | 33 | 4 |
  II | Dự án 6: Truyền thông và giảm nghèo về thông tin | | 20 | 2 |`;
const MERGES = ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3'];

describe('totals', () => {
  it('become formulas over neighbours, or over the rows that lie apart; subtotals are counted once', () => {
    const { written, again } = fillSheet(NESTED, {}, MERGES);
    expect(written).toEqual([
      'C5 =C6+C9 → 169.5',
      'D5 =D6+D9 → 153.5',
      'E5 =E6+E9 → 16',
      'C6 =SUM(C7:C8) → 147.5',
      'D6 =SUM(D7:D8) → 133.5',
      'E6 =SUM(E7:E8) → 14',
      'C7 =SUM(D7:E7) → 110.5',
      'C8 =SUM(D8:E8) → 37',
      'C9 =SUM(D9:E9) → 22',
    ]);
    expect(again).toEqual([]);
  });

  it('count a source that has a total of its own once, not with what it is made of', () => {
    const { written } = fillSheet(
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Tổng số | NSTW | Ngân sách địa phương | |
        | | | | Tổng | Ngân sách tỉnh | Ngân sách xã
       1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | | 85 | | 10 | 5
       2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | | 17 | | 2 | 1`,
      {},
      ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:G3'],
    );
    expect(written).toEqual([
      'C5 =SUM(D5:E5) → 100',
      'C6 =SUM(D6:E6) → 20',
      'E5 =SUM(F5:G5) → 15',
      'E6 =SUM(F6:G6) → 3',
    ]);
  });

  it('leave out sources that stand inside another one, beside it or below it', () => {
    for (const local of ['15', '']) {
      const { written, again } = fillSheet(
        `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
         Đơn vị tính: triệu đồng
         STT | Nội dung | Tổng số | NSTW | NSĐP | Ngân sách tỉnh | Ngân sách xã
         1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | | 85 | ${local} | 10 | 5
         2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | | 17 | ${local && 3} | 2 | 1`,
      );
      expect(written.filter((line) => line.startsWith('C'))).toEqual([
        'C4 =SUM(D4:E4) → 100',
        'C5 =SUM(D5:E5) → 20',
      ]);
      expect(again).toEqual([]);
    }
  });

  it('are filled beside sums across that show 0 because the row is still empty', () => {
    const { written } = fillSheet(
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Tổng số | NSTW | NSĐP
        | TỔNG CỘNG | =D4+E4 | |
       I | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | =D5+E5 | |
       1 | Tiểu dự án 1: Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp | =D6+E6 | 100 | 10
       2 | Tiểu dự án 2: Cải thiện dinh dưỡng | =D7+E7 | 33 | 4
       II | Dự án 6: Truyền thông và giảm nghèo về thông tin | =D8+E8 | 20 | 2`,
    );
    expect(written).toEqual(['D4 =D5+D8 → 153', 'E4 =E5+E8 → 16', 'D5 =D6+D7 → 133', 'E5 =E6+E7 → 14']);
  });

  it('that were typed become formulas only when asked', () => {
    expect(fillSheet(TWO).written).toEqual([]);
    expect(fillSheet(TWO, { overwrite: true }).written).toEqual(['C6 =SUM(C4:C5) → 132']);
  });

  it('stay blank on a protected sheet, each cell named', () => {
    const { plan } = fillSheet({ ...drawSheet('S', NESTED, MERGES), protected: true });
    expect(plan.edits).toEqual([]);
    expect(plan.notFilled.some((one) => one.code === 'protected-sheet' && one.cell === 'C5')).toBe(true);
  });

  it('go into blank cells that a protected sheet leaves open', () => {
    const snapshot = buildSnapshot([{ ...drawSheet('S', TWO.replace('| 132', '|')), protected: true }]);
    const open = { top: 6, left: 3, bottom: 6, right: 3 };
    const book = openBook({ ...snapshot, sheets: [{ ...snapshot.sheets[0]!, unlocked: [open] }] });
    const plan = planFill(book, understand(book, { rules: RULES }), RULES, USUAL_FILL_OPTIONS);
    expect([plan.edits.map(({ cell }) => cell), plan.notFilled]).toEqual([['C6'], []]);
  });

  it('stay blank where a part is computed from the total itself', () => {
    const { written, refused } = fillSheet(TWO.replace('| 22', '| =C6*10%').replace('| 132', '|'));
    expect(written).toEqual([]);
    expect(refused).toEqual(['circular C6']);
  });

  it('stay blank where a formula already adds up the heading and its rows', () => {
    const { written, refused } = fillSheet(
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Kinh phí
       I | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng |
       1 | Tiểu dự án 1: Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp | 100.5
       2 | Tiểu dự án 2: Cải thiện dinh dưỡng | 33
       II | Dự án 6: Truyền thông và giảm nghèo về thông tin |
       1 | Tiểu dự án 1: Giảm nghèo về thông tin | 20
        | Tổng cộng | =SUM(C4:C8)`,
    );
    expect(written).toEqual([]);
    expect(refused).toEqual(['counted-with-parts C4', 'counted-with-parts C7']);
  });

  it('pass over a dash typed for nothing', () => {
    const { written } = fillSheet(
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Tổng số | NSTW | NSĐP
       1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | =D4+E4 | 100 | 10
       2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | =D5+E5 | 20 | 2
       3 | Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo | | 30 | -`,
    );
    expect(written).toEqual(['C6 =SUM(D6:E6) → 30']);
  });

  it('are refused where parts are figures typed as text', () => {
    const { written, refused } = fillSheet(TWO.replace('| 22', "| '22,5").replace('| 132', '|'));
    expect(written).toEqual([]);
    expect(refused).toEqual(['text-parts C5']);
  });
});
