import { describe, expect, it } from 'vitest';
import { fillSheet } from '../test-fill.js';
import type { DivideOption } from '../types.js';

const sheet = (total = '') => `PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  STT | Địa phương | Tổng điểm | Kinh phí
  1 | Xã Tân Sơn | 2 |
  2 | Xã Bình Lư | 3 |
  3 | Xã Khun Há | 1 |
   | Tổng cộng | 6 | ${total}`;
const BY_POINTS: DivideOption = {
  into: 'D',
  by: 'C',
  total: '100',
  step: '1',
  policy: 'largest-remainder',
};

describe('a sum divided over rows', () => {
  it('by points adds up to the last step, and says how', () => {
    const { written, plan } = fillSheet(sheet(), { fills: ['divide', 'totals'], divide: BY_POINTS });
    expect(written).toEqual(['D4 33', 'D5 50', 'D6 17', 'D7 =SUM(D4:D6) → 100']);
    expect(plan.edits[2]!.facts).toMatchObject({ extraStep: '1', policy: 'largest-remainder' });
  });

  it('is taken from the total row where none is given, and may be equal', () => {
    const { written } = fillSheet(sheet('90'), {
      fills: ['divide'],
      divide: { ...BY_POINTS, by: 'equal', total: null },
    });
    expect(written).toEqual(['D4 30', 'D5 30', 'D6 30']);
  });

  it('is refused without a sum, without the column of weights, and where a row is filled', () => {
    const refused = (drawing: string, divide: DivideOption) =>
      fillSheet(drawing, { fills: ['divide'], divide }).refused;
    expect(refused(sheet(), { ...BY_POINTS, total: null })).toEqual(['nothing-to-divide D7']);
    expect(refused(sheet(), { ...BY_POINTS, by: 'K' })).toEqual(['no-weight-column null']);
    expect(refused(sheet().replace('| 3 |', '| 3 | 7'), BY_POINTS)).toEqual(['not-blank D5']);
  });
});
