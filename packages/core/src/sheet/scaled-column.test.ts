import { describe, expect, it } from 'vitest';
import { check } from '../check.js';
import { vi } from '../report/locales/vi.js';
import { RULES } from '../rules/index.js';
import { buildSnapshot } from '../snapshot/index.js';
import { drawSheet } from './test-sheet.js';

const found = (rows: readonly (readonly number[])[]) => {
  const sheet = drawSheet(
    'S',
    `PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
     Đơn vị: triệu đồng
     STT | Địa phương | Tổng số | NSTW | NSĐP
     ${rows.map((row, i) => `${i + 1} | Xã ${'ABCDEFG'[i]} | ${row.join(' | ')}`).join('\n')}`,
  );
  return check(buildSnapshot([sheet]), { rules: RULES, locale: vi }).findings.map(
    ({ code, cells, expected }) => `${code} ${cells.join(',')} ${expected}`,
  );
};

describe('a whole column typed in another unit', () => {
  it('is found though no row of the table adds up', () => {
    const right = [
      [1100, 1000, 100],
      [2310, 2100, 210],
      [3630, 3300, 330],
      [472, 429, 43],
    ];
    expect(found(right)).toEqual([]);
    expect(found(right.map(([total, central, local]) => [total!, central!, local! * 1000]))).toEqual([
      'unit-scale-error E4 100',
      'unit-scale-error E5 210',
      'unit-scale-error E6 330',
      'unit-scale-error E7 43',
    ]);
  });
  it('is not seen in columns that merely do not add up', () => {
    expect(
      found([
        [1100, 1100, 12],
        [2310, 2310, 7],
        [3630, 3630, 31],
        [472, 472, 9],
      ]),
    ).toEqual([]);
  });
});
