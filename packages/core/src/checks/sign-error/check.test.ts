import { describe, expect, it } from 'vitest';
import { check } from '../../check.js';
import { vi } from '../../report/locales/vi.js';
import { RULES } from '../../rules/index.js';
import { drawSheet } from '../../sheet/test-sheet.js';
import { buildSnapshot } from '../../snapshot/index.js';
import { itShows } from '../support/sum-example-test.js';
import { example } from './example.js';

itShows(example);

describe('a decrease kept with the wrong sign', () => {
  const rows = (decreases: readonly (number | null)[], after: (row: number) => string) =>
    decreases
      .map((decrease, i) => `${i + 1} | Xã ${'ABCDE'[i]} | 1000 | | ${decrease ?? ''} | ${after(6 + i)}`)
      .join('\n');
  const found = (decreases: readonly (number | null)[], after: (row: number) => string) => {
    const sheet = drawSheet(
      'ĐC',
      `ĐIỀU CHỈNH KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị: triệu đồng
       STT | Địa phương | Kế hoạch đã giao | Điều chỉnh | | Kế hoạch sau điều chỉnh
        | | | Tăng | Giảm |
       1 | 2 | 3 | 4 | 5 | 6
       ${rows(decreases, after)}`,
      ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4'],
    );
    return check(buildSnapshot([sheet]), { rules: RULES, locale: vi }).findings.map(
      ({ code, cell, expected }) => `${code} ${cell} ${expected}`,
    );
  };
  it('is named where the others are positive and the column after the change subtracts them', () => {
    expect(found([100, -50, 30, 20], (row) => `=C${row}+D${row}-E${row}`)).toEqual(['sign-error E7 50']);
  });
  it('is named where the others are negative and the column after the change adds them', () => {
    expect(found([-100, 50, -30, -20], (row) => `=C${row}+D${row}+E${row}`)).toEqual(['sign-error E7 -50']);
  });
  it('is none where all are kept in one way', () => {
    expect(found([-100, -50, null, -20], (row) => `=C${row}+D${row}+E${row}`)).toEqual([]);
    expect(found([100, 50, null, 20], (row) => `=C${row}+D${row}-E${row}`)).toEqual([]);
  });
});
