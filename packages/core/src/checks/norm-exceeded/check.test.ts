import { describe, expect, it } from 'vitest';
import { check } from '../../check.js';
import { vi } from '../../report/locales/vi.js';
import { RULES } from '../../rules/index.js';
import { buildSnapshot } from '../../snapshot/build.js';
import { runOn, type TestColumn, tableOf } from '../support/test-table.js';
import { normExceeded } from './check.js';

const households = (...values: number[]): TestColumn => ({ header: 'Số hộ', role: 'quantity', values });
const central = (...values: number[]): TestColumn => ({
  header: 'NSTW',
  own: { source: 'central', capital: 'investment' },
  values,
});
const run = (
  titles: readonly string[],
  columns: readonly TestColumn[],
  programme = 'dttsmn-2021-2025',
  year: number | null = 2025,
) => runOn(normExceeded, tableOf({ titles, programme, columns, dimensions: { year } })).findings;

describe('norm-exceeded', () => {
  it('finds more than 40 million đồng of central money a household for residential land, with the article', () => {
    const [finding, ...more] = run(
      ['Hỗ trợ đất ở', 'Hỗ trợ nhà ở'],
      [households(20, 31), central(801, 1240)],
    );
    expect(more).toEqual([]);
    expect([finding?.cell, finding?.found, finding?.expected, finding?.difference]).toEqual([
      'D2',
      '801',
      '800',
      '1',
    ]);
    expect(finding?.law[0]?.instrument).toBe('04/2023/QĐ-TTg');
  });
  it('says of a norm whose text was not at hand on that day that it was not held', () => {
    const table = tableOf({
      titles: ['Hỗ trợ nước sinh hoạt phân tán'],
      programme: 'dttsmn-2021-2025',
      columns: [households(10), central(31)],
    });
    const on = (asOf: string) => {
      const { findings, notChecked } = runOn(normExceeded, table, { asOf });
      return [findings.map(({ law }) => law[0]?.instrument), notChecked.map(({ facts }) => facts.instrument)];
    };
    expect(on('2022-12-31')).toEqual([[], ['15/2022/TT-BTC']]);
    expect(on('2024-12-31')).toEqual([['55/2023/TT-BTC'], []]);
    expect(on('2025-12-31')).toEqual([['112/2025/TT-BTC'], []]);
    expect(on('2026-06-30')).toEqual([['112/2025/TT-BTC'], []]);
  });
  it('lets exactly the norm and less than one unit of rounding pass', () => {
    expect(run(['Hỗ trợ đất ở', 'Hỗ trợ đất sản xuất'], [households(20, 1), central(800, 23)])).toEqual([]);
  });
  it('knows 22,5 million for production land and 3 million for scattered water', () => {
    const columns = [households(10, 10), central(226, 31)];
    expect(
      run(['Hỗ trợ đất sản xuất', 'Hỗ trợ nước sinh hoạt phân tán'], columns).map((one) => [
        one.cell,
        one.expected,
      ]),
    ).toEqual([
      ['D2', '225'],
      ['D3', '30'],
    ]);
  });
  it('tells new houses from repaired ones in the poverty programme', () => {
    const titles = ['Xây mới nhà ở', 'Sửa chữa nhà ở'];
    expect(
      run(titles, [households(2, 2), central(80, 80)], 'gnbv-2021-2025').map(({ cell, expected }) => [
        cell,
        expected,
      ]),
    ).toEqual([['D3', '40']]);
  });
  it('says nothing of money whose source is not told, of the locality’s own, or of titles that name several things', () => {
    expect(run(['Hỗ trợ đất ở'], [households(1), { header: 'Kinh phí', values: [99] }])).toEqual([]);
    expect(
      run(['Hỗ trợ đất ở'], [households(1), { header: 'NSĐP', own: { source: 'local' }, values: [99] }]),
    ).toEqual([]);
    expect(run(['Hỗ trợ đất ở, nhà ở, đất sản xuất'], [households(1), central(99)])).toEqual([]);
  });
  it('says nothing where no column or more than one counts households', () => {
    expect(run(['Hỗ trợ đất ở'], [central(99)])).toEqual([]);
    expect(run(['Hỗ trợ đất ở'], [households(1), households(2), central(99)])).toEqual([]);
  });
  it('says nothing of ten times the norm and more: the count is of something else', () => {
    expect(run(['Hỗ trợ đất ở'], [households(3), central(1200)])).toHaveLength(1);
    expect(run(['Hỗ trợ đất ở'], [households(3), central(1201)])).toEqual([]);
  });
  it('judges by the day asked about: no norm in force, no verdict', () => {
    expect(run(['Hỗ trợ đất ở'], [households(1), central(99)], 'dttsmn-2021-2025', 2022)).toEqual([]);
    expect(run(['Hỗ trợ đất ở'], [households(1), central(99)], 'dttsmn-2021-2025', null)).toHaveLength(1);
  });

  it('holds a norm for all money of the state against the total of central and local money, as a warning', () => {
    const columns = (local: number): TestColumn[] => [
      households(10),
      { header: 'Tổng số', own: { source: 'total' }, values: [30 + local] },
      { header: 'NSTW', own: { source: 'central' }, values: [30] },
      { header: 'NSĐP', own: { source: 'local' }, values: [local] },
    ];
    const found = (local: number, complete = true) =>
      runOn(
        normExceeded,
        tableOf({
          titles: ['Hỗ trợ nước sinh hoạt phân tán'],
          programme: 'dttsmn-2021-2025',
          dimensions: { year: 2025 },
          columns: columns(local),
          sums: [
            {
              axis: 'row',
              kind: 'row-total',
              whole: 4,
              parts: [
                { line: 5, sign: 1 },
                { line: 6, sign: 1 },
              ],
              lines: [2],
              complete,
              evidence: 'figures',
            },
          ],
        }),
      ).findings.map(({ cell, found: amount, severity }) => `${cell} ${amount} ${severity}`);
    expect(found(3)).toEqual(['D2 33 warning']);
    expect(found(0)).toEqual([]);
    expect(found(3, false)).toEqual([]);
  });
  it('counts by “Số lượng” where the unit column says household, and by nothing where it says another thing', () => {
    const run = (unit: string) =>
      runOn(
        normExceeded,
        tableOf({
          titles: ['Hỗ trợ đất ở'],
          programme: 'dttsmn-2021-2025',
          dimensions: { year: 2025 },
          columns: [
            { header: 'ĐVT', role: 'note', values: [unit] },
            { header: 'Số lượng', role: 'quantity', values: [10] },
            central(450),
          ],
        }),
      ).findings.map(({ cell, expected }) => `${cell} ${expected}`);
    expect(run('Hộ')).toEqual(['E2 400']);
    expect(run('m2')).toEqual([]);
  });
  it('reads new and repaired houses as heads over columns, beside places as rows', () => {
    const sheet = {
      name: 'Biểu 1',
      cells: {
        A1: 'KẾ HOẠCH VỐN DỰ ÁN 5 CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIẢM NGHÈO BỀN VỮNG NĂM 2024',
        A2: 'ĐVT: nghìn đồng',
        A3: 'STT',
        B3: 'Đơn vị',
        C3: 'Xây mới',
        E3: 'Sửa chữa',
        C4: 'Số hộ',
        D4: 'NSTW',
        E4: 'Số hộ',
        F4: 'NSTW',
        A5: 1,
        B5: 'Xã Tân Lập',
        C5: 2,
        D5: 80_000,
        E5: 1,
        F5: 25_000,
        A6: 2,
        B6: 'Xã Dân Tiến',
        C6: 2,
        D6: 90_000,
        E6: 1,
        F6: 20_000,
        B7: 'Tổng cộng',
        C7: 4,
        D7: 170_000,
        E7: 2,
        F7: 45_000,
      },
    };
    const report = check(buildSnapshot([sheet]), { rules: RULES, locale: vi });
    expect(report.findings.map(({ code, cell, expected }) => `${code} ${cell} ${expected}`)).toEqual([
      'norm-exceeded F5 20000',
      'norm-exceeded D6 80000',
    ]);
  });
});
