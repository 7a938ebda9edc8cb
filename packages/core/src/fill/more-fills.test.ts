import { describe, expect, it } from 'vitest';
import { MONEY_UNITS } from '../amount/index.js';
import { openBook, understand } from '../check.js';
import { RULES } from '../rules/index.js';
import { drawSheet } from '../sheet/test-sheet.js';
import { buildSnapshot } from '../snapshot/index.js';
import { type FillOptions, planFill, USUAL_FILL_OPTIONS } from './index.js';

function fill(drawing: string, options: Partial<FillOptions>) {
  const book = openBook(buildSnapshot([drawSheet('S', drawing)]));
  const plan = planFill(book, understand(book, { rules: RULES }), RULES, {
    ...USUAL_FILL_OPTIONS,
    ...options,
  });
  return {
    written: plan.edits.map(({ cell, after }) =>
      after.kind === 'formula'
        ? `${cell} ${after.formula} → ${after.cached}`
        : after.kind === 'number'
          ? `${cell} ${after.value}`
          : after.kind === 'text'
            ? `${cell} “${after.text}”`
            : cell,
    ),
    refused: plan.notFilled.map((one) => `${one.code} ${one.cell}`),
  };
}

describe('fills that are asked for by name', () => {
  it('makes numbers of text numbers by the habit of the sheet, and leaves what reads two ways', () => {
    const { written } = fill(
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Kinh phí
       1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | '1.234,5
       2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | '20,5
        | Tổng cộng | '1.255,0`,
      { fills: ['text-numbers'] },
    );
    expect(written).toEqual(['C4 1234.5', 'C5 20.5', 'C6 1255']);
  });

  it('writes official titles with their numbers over cut ones', () => {
    const { written } = fill(
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Kinh phí
       1 | Dự án 2: Đa dạng hóa sinh kế | 100
       2 | Dự án 5: Truyền thông và giảm nghèo về thông tin | 20
        | Tổng cộng | 120`,
      { fills: ['titles'] },
    );
    expect(written).toEqual([
      'B4 “Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo”',
      'B5 “Dự án 6: Truyền thông và giảm nghèo về thông tin”',
    ]);
  });

  it('numbers rows by level, beginning anew inside each group', () => {
    const { written } = fill(
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Kinh phí
        | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 30
        | Tiểu dự án 1: Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp | 10
        | Tiểu dự án 2: Cải thiện dinh dưỡng | 20
        | Dự án 6: Truyền thông và giảm nghèo về thông tin | 5
        | Tổng cộng | 35`,
      { fills: ['ordinals'] },
    );
    expect(written).toEqual(['A4 “I”', 'A5 1', 'A6 2', 'A7 “II”']);
  });

  it('divides a sum by points to the last step and says how', () => {
    const { written } = fill(
      `PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Địa phương | Tổng điểm | Kinh phí
       1 | Xã Tân Sơn | 2 |
       2 | Xã Bình Lư | 3 |
       3 | Xã Khun Há | 1 |
        | Tổng cộng | 6 |`,
      {
        fills: ['divide', 'totals'],
        divide: { into: 'D', by: 'C', total: '100', step: '1', policy: 'largest-remainder' },
      },
    );
    expect(written).toEqual(['D4 33', 'D5 50', 'D6 17', 'D7 =SUM(D4:D6) → 100']);
  });

  it('converts the unit exactly, with the unit line', () => {
    const { written } = fill(
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Kinh phí
       1 | Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo | 1234.5
       2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 20
        | Tổng cộng | =SUM(C4:C5)`,
      { fills: ['unit'], toUnit: MONEY_UNITS.dong },
    );
    expect(written).toEqual(['C4 1234500000', 'C5 20000000', 'A2 “Đơn vị tính: đồng”']);
  });

  it('spells the grand total in đồng after an empty “Bằng chữ”', () => {
    const { written } = fill(
      `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Kinh phí
       1 | Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo | 100
       2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 21
        | Tổng cộng | 121
       Bằng chữ: ……………`,
      { fills: ['words'] },
    );
    expect(written).toEqual(['A7 “Bằng chữ: Một trăm hai mươi mốt triệu đồng.”']);
  });

  it('fills shares of a total as formulas', () => {
    const { written } = fill(
      `CƠ CẤU NGUỒN VỐN CTMTQG XÂY DỰNG NÔNG THÔN MỚI NĂM 2024
       Đơn vị tính: tỷ đồng
       STT | Nguồn vốn | Kinh phí | Tỷ trọng (%)
       1 | Ngân sách trung ương | 200 |
       2 | Ngân sách địa phương | 300 |
        | Tổng cộng | 500 |`,
      { fills: ['percents'] },
    );
    expect(written).toEqual(['D4 =C4/C$6*100 → 40', 'D5 =C5/C$6*100 → 60', 'D6 =C6/C$6*100 → 100']);
  });
});
