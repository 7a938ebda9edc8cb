import { describe, expect, it } from 'vitest';
import { check, openBook, understand } from '../check.js';
import { vi } from '../report/locales/vi.js';
import { RULES } from '../rules/index.js';
import { buildSnapshot } from '../snapshot/index.js';
import type { ColumnCorrection } from './corrections.js';
import { drawSheet, sumsOf } from './test-sheet.js';

/** "Quy mô" is taken for a quantity; here it is money that the total adds. */
const sheet = drawSheet(
  'PB',
  `PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
   Đơn vị: triệu đồng
   STT | Địa phương | Tổng số | NSTW | Quy mô
   1 | Xã Tân Sơn | 110 | 100 | 10
   2 | Xã Bình Lư | 220 | 200 | 20
   3 | Xã Khun Há | 340 | 300 | 30
    | Tổng cộng | 660 | 600 | 60`,
);
const said: ColumnCorrection = {
  sheet: 'PB',
  column: 'E',
  header: 'Quy mô',
  role: 'amount',
  source: 'local',
};
const snapshot = buildSnapshot([sheet]);
const sums = (corrections: readonly ColumnCorrection[]) =>
  sumsOf(understand(openBook(snapshot), { rules: RULES, corrections })[0]!);
const found = (corrections: readonly ColumnCorrection[]) =>
  check(snapshot, { rules: RULES, locale: vi, corrections }).findings.map(
    ({ code, cell, expected }) => `${code} ${cell} ${expected}`,
  );

describe('a column that a person says is money', () => {
  it('joins the sums of its table, and its mistakes are found', () => {
    expect(sums([])).not.toContain('C=D+E');
    expect(sums([said])).toContain('C=D+E');
    expect(found([said])).toEqual(['row-total-mismatch C6 330']);
  });
  it('stays what it was on another sheet, and where its header has changed since', () => {
    const before = sums([]);
    expect(sums([{ ...said, sheet: 'Khác' }])).toEqual(before);
    expect(sums([{ ...said, header: 'Kinh phí' }])).toEqual(before);
  });
});

describe('a column that a person says is no money', () => {
  it('leaves all sums, also those that its formulas would put it into', () => {
    const note: ColumnCorrection = { ...said, column: 'D', header: 'NSTW', role: 'note', source: null };
    const [table] = understand(openBook(snapshot), { rules: RULES, corrections: [note] });
    expect(table?.sums.some((sum) => [sum.whole, ...sum.lines].includes(4) && sum.axis === 'row')).toBe(
      false,
    );
    expect(table?.columns.find(({ column }) => column === 4)?.role).toBe('note');
  });
});
