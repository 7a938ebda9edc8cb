import { describe, expect, it } from 'vitest';
import { fillSheet } from '../test-fill.js';

const sheet = (rows: string, header = 'STT | Nội dung | Tổng số | NSTW | NSĐP') =>
  `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  ${header}
  ${rows}`;

describe('a missing source', () => {
  it('is what the total leaves, and its own total follows', () => {
    const { written, again } = fillSheet(
      sheet(`1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 110 | 100 |
         2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 22 | 20 |
          | Tổng cộng | 132 | 120 |`),
    );
    expect(written).toEqual(['E4 =C4-D4 → 10', 'E5 =C5-D5 → 2', 'E6 =SUM(E4:E5) → 12']);
    expect(again).toEqual([]);
  });

  it('is computed past a dash typed for nothing', () => {
    const { written } = fillSheet(
      sheet(`1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 110 | - |
         2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 22 | 20 |`),
    );
    expect(written).toEqual(['E4 =C4-SUM(D4) → 110', 'E5 =C5-D5 → 2']);
  });

  it('stays blank where some row would fall below zero', () => {
    const { written, refused } = fillSheet(
      sheet(`1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 110 | 100 |
         2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 22 | 25 |`),
    );
    expect(written).toEqual([]);
    expect(refused).toEqual(['rest-below-zero E5']);
  });

  it('stays blank where two sources are missing, both named', () => {
    const { written, plan } = fillSheet(
      sheet(
        `1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 110 | 100 | |
         2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 22 | 20 | |`,
        'STT | Nội dung | Tổng số | NSTW | NSĐP | Vốn huy động khác',
      ),
    );
    expect(written).toEqual([]);
    expect(plan.notFilled.map(({ code, cell, facts }) => [code, cell, facts.columns])).toEqual([
      ['several-blank', 'E4', ['E', 'F']],
    ]);
  });

  it('takes the sign of a decrease into its formula', () => {
    const { written } = fillSheet(
      sheet(
        `1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 100 | 20 | | 110
         2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 30 | 0 | | 25`,
        'STT | Nội dung | Kế hoạch đã giao | Điều chỉnh tăng | Điều chỉnh giảm | Kế hoạch sau điều chỉnh',
      ),
    );
    expect(written).toEqual(['E4 =C4+D4-F4 → 10', 'E5 =C5+D5-F5 → 5']);
  });
});
