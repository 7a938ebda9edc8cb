import { describe, expect, it } from 'vitest';
import { check } from '../check.js';
import { vi } from '../report/locales/vi.js';
import { RULES } from '../rules/index.js';
import { buildSnapshot } from '../snapshot/index.js';
import { drawSheet } from './test-sheet.js';

const found = (total: string, first = '45') => {
  const sheet = drawSheet(
    'S',
    `NHU CẦU HỖ TRỢ DỰ ÁN 1 CTMTQG DTTS&MN NĂM 2024
     ĐVT: triệu đồng
     TT | Tên xã | Nước phân tán | | Chuyển đổi nghề |
      | | Số hộ | Kinh phí | Số hộ | Kinh phí
     1 | Mù Sang | ${first} | 135 | 12 | 120
     2 | Dào San | 60 | 180 | 20 | 200
     3 | Sì Lở Lầu | 52 | 156 | 9 | 90
      | Tổng số | ${total}`,
    ['A3:A4', 'B3:B4', 'C3:D3', 'E3:F3'],
  );
  return check(buildSnapshot([sheet]), { rules: RULES, locale: vi }).findings.map(
    ({ code, cell, expected, unit }) => `${code} ${cell} ${expected} ${unit}`,
  );
};

describe('columns that count households', () => {
  it('add up where a column of the same heading does', () => {
    expect(found('157 | 471 | 41 | 410')).toEqual([]);
    expect(found('175 | 471 | 41 | 410')).toEqual(['grand-total-mismatch C8 157 null']);
  });
  it('add up as their formulas say, to the last household', () => {
    expect(found('=SUM(C5:C6) | 471 | 41 | 410')).toEqual(['formula-range-misses-row C8 157 null']);
    expect(found('158 | 471 | =SUM(E5:E7) | 410')).toEqual(['grand-total-mismatch C8 157 null']);
  });
  it('need no total, and none that counts otherwise in every column', () => {
    expect(found(' | 471 | | 410')).toEqual([]);
    expect(found('150 | 471 | 38 | 410')).toEqual([]);
    expect(found('157.5 | 471 | 41 | 410', '45.5')).toEqual([]);
  });
});
