import { describe, expect, it } from 'vitest';
import { fillSheet } from '../test-fill.js';

const sheet = (title: string) => `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  STT | Nội dung | Kinh phí
  1 | ${title} | 100
  2 | Dự án 5: Truyền thông và giảm nghèo về thông tin | 20
   | Tổng cộng | 120`;
const OFFICIAL = 'B4 “Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo”';

describe('official titles', () => {
  it('replace cut and misnumbered ones', () => {
    const { written, again } = fillSheet(sheet('Dự án 2: Đa dạng hóa sinh kế'), { fills: ['titles'] });
    expect(written).toEqual([OFFICIAL, 'B5 “Dự án 6: Truyền thông và giảm nghèo về thông tin”']);
    expect(again).toEqual([]);
  });

  it('leave a title alone that fits no project for certain', () => {
    const { written } = fillSheet(sheet('Sửa chữa trụ sở'), { fills: ['titles'] });
    expect(written.some((line) => line.startsWith('B4'))).toBe(false);
  });

  it('come with the law in which they were read', () => {
    const { plan } = fillSheet(sheet('Dự án 2: Đa dạng hóa sinh kế'), { fills: ['titles'] });
    expect(plan.edits[0]!.law[0]!.instrument).toBe('02/2022/QĐ-TTg');
  });

  it('stand beside the office’s own where a column is named for them', () => {
    const options = { fills: ['titles'], titlesInto: 'E' } as const;
    const { written, again } = fillSheet(sheet('Dự án 2: Đa dạng hóa sinh kế'), options);
    expect(written).toEqual([
      'E4 “Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo”',
      'E5 “Dự án 6: Truyền thông và giảm nghèo về thông tin”',
    ]);
    expect(again).toEqual([]);
    expect(fillSheet(sheet('Dự án 2: Đa dạng hóa sinh kế'), { ...options, titlesInto: 'C' }).refused).toEqual(
      ['not-blank C4', 'not-blank C5'],
    );
  });
});
