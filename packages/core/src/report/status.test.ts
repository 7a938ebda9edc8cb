import { describe, expect, it } from 'vitest';
import { check } from '../check.js';
import { RULES } from '../rules/index.js';
import { buildSnapshot, type PlainSheet } from '../snapshot/build.js';
import { vi } from './locales/vi.js';
import type { CheckReport } from './types.js';

const CELLS: PlainSheet['cells'] = {
  A1: 'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIẢM NGHÈO BỀN VỮNG NĂM 2024',
  E2: 'Đơn vị: triệu đồng',
  A3: 'TT',
  B3: 'Dự án',
  C3: 'NSTW',
  D3: 'NSĐP',
  E3: 'Tổng số',
  A4: 1,
  B4: 'Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo',
  C4: 530,
  D4: 53,
  E4: '=C4+D4',
  A5: 2,
  B5: 'Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng',
  C5: 342,
  D5: 35,
  E5: '=C5+D5',
  B6: 'Tổng cộng',
  C6: '=SUM(C4:C5)',
  D6: '=SUM(D4:D5)',
  E6: '=SUM(E4:E5)',
};

const reportOf = (cells: PlainSheet['cells'], ...more: readonly PlainSheet[]): CheckReport =>
  check(buildSnapshot([{ name: 'Biểu 1', cells }, ...more]), { rules: RULES, locale: vi });
const gaps = (report: CheckReport): string[] => report.notChecked.map(({ code }) => code);

describe('the verdict', () => {
  it('is clean where all agrees and all was understood', () => {
    const report = reportOf(CELLS);
    expect(report.status).toBe('clean');
    expect(report.notChecked).toEqual([]);
    expect(report.checked).toEqual({ cells: 9, sums: 6, rows: 3 });
  });

  it('is findings where a sum is wrong', () => {
    expect(reportOf({ ...CELLS, E4: 600 }).status).toBe('findings');
  });

  it('is incomplete where a filled column has no meaning, and names the column', () => {
    const report = reportOf({ ...CELLS, F3: 'Zxq', F4: 'abc', F5: 'def' });
    expect(report.status).toBe('incomplete');
    expect(report.notChecked.find(({ code }) => code === 'column-not-understood')?.what).toContain('F');
  });

  it('is incomplete where a figure of a sum cannot be computed, and says why', () => {
    const report = reportOf({ ...CELLS, C4: { formula: 'WEBSERVICE("x")', value: 530 } });
    expect(report.status).toBe('incomplete');
    expect(report.notChecked.find(({ code }) => code === 'value-not-computed')?.why).toContain('WEBSERVICE');
  });

  it('is incomplete where nothing could be added up', () => {
    const report = reportOf({
      A1: CELLS.A1!,
      A3: 'TT',
      B3: 'Dự án',
      C3: 'NSTW',
      A4: 1,
      B4: CELLS.B4!,
      C4: 530,
      A5: 2,
      B5: CELLS.B5!,
      C5: 342,
    });
    expect(report.status).toBe('incomplete');
    expect(gaps(report)).toContain('no-sums');
  });

  it('is clean for a table that names no programme; what was left out is told', () => {
    const report = reportOf({
      ...CELLS,
      A1: 'BIỂU PHÂN BỔ VỐN NĂM 2024',
      B4: 'Đường thôn Đông',
      B5: 'Đường thôn Tây',
    });
    expect(report.status).toBe('clean');
    expect(gaps(report)).toContain('programme-not-named');
  });

  it('tells of sheets without a table', () => {
    const report = reportOf(CELLS, { name: 'Ghi chú', cells: { A1: 'Họp lúc 8 giờ' } });
    expect(report.notChecked).toMatchObject([{ code: 'no-table', sheet: 'Ghi chú' }]);
  });
});

describe('the date of the law', () => {
  it('is 31 December of the sheet’s year unless the sheet bears a date or the caller names one', () => {
    expect(reportOf(CELLS).rules.asOf).toBe('2024-12-31');
    const asked = check(buildSnapshot([{ name: 'Biểu 1', cells: CELLS }]), {
      rules: RULES,
      locale: vi,
      asOf: '2023-06-30',
    });
    expect(asked.rules.asOf).toBe('2023-06-30');
  });
});
