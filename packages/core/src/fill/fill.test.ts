import { describe, expect, it } from 'vitest';
import { openBook } from '../check.js';
import { createIdentifier } from '../programmes/index.js';
import { RULES } from '../rules/index.js';
import { recognise } from '../sheet/recognise.js';
import { drawSheet } from '../sheet/test-sheet.js';
import { applyEdits, buildSnapshot, type PlainSheet } from '../snapshot/index.js';
import { type FillOptions, planFill, USUAL_FILL_OPTIONS } from './index.js';

function fill(sheet: PlainSheet, options: Partial<FillOptions> = {}) {
  const book = openBook(buildSnapshot([sheet]));
  const tables = recognise(book, RULES, createIdentifier(RULES));
  const plan = planFill(book, tables, RULES, { ...USUAL_FILL_OPTIONS, ...options });
  const written = plan.edits.map(
    (edit) =>
      `${edit.cell} ${edit.after.kind === 'formula' ? `${edit.after.formula} → ${edit.after.cached}` : ''}`,
  );
  return {
    plan,
    written,
    again: () =>
      planFill(openBook(applyEdits(book.snapshot, plan.edits)), tables, RULES, {
        ...USUAL_FILL_OPTIONS,
        ...options,
      }),
  };
}

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

describe('filling a sheet', () => {
  it('writes the counterpart rounded up to the sheet’s step, then subtotals and totals as live formulas', () => {
    const { written, again, plan } = fill(drawSheet('S', PLAN, MERGES), {
      match: [{ ratio: '0.15', capital: 'all' }],
    });
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
    expect(again().edits).toEqual([]);
  });

  it('says that it does not know the ratio instead of inventing one', () => {
    const { plan } = fill(drawSheet('S', PLAN, MERGES));
    expect(plan.notFilled.map((one) => `${one.fill} ${one.code} ${one.cell}`)).toEqual([
      'counterpart ratio-unknown E4',
    ]);
  });

  it('fills a blank source from the total minus the others', () => {
    const { written } = fill(
      drawSheet(
        'S',
        `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
         Đơn vị tính: triệu đồng
         STT | Nội dung | Tổng số | NSTW | NSĐP
         1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 110 | 100 |
         2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 22 | 20 |
          | Tổng cộng | 132 | 120 |`,
      ),
    );
    expect(written).toEqual(['E4 =C4-D4 → 10', 'E5 =C5-D5 → 2', 'E6 =SUM(E4:E5) → 12']);
  });

  it('turns typed totals into formulas only when asked', () => {
    const sheet = drawSheet(
      'S',
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Kinh phí
       1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 110
       2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 22
        | Tổng cộng | 132`,
    );
    expect(fill(sheet).written).toEqual([]);
    expect(fill(sheet, { overwrite: true }).written).toEqual(['C6 =SUM(C4:C5) → 132']);
  });

  it('leaves a protected sheet alone and names each cell', () => {
    const { plan } = fill({ ...drawSheet('S', PLAN, MERGES), protected: true });
    expect(plan.edits).toEqual([]);
    expect(plan.notFilled.some((one) => one.code === 'protected-sheet' && one.cell === 'C5')).toBe(true);
  });
});
