import { describe, expect, it } from 'vitest';
import { runOn, type TestColumn, tableOf } from '../support/test-table.js';
import { wrongPeriod } from './check.js';
import { periodsIn, yearsIn } from './years.js';

const run = (heading: string, programme: string | null, columns: readonly TestColumn[] = []) =>
  runOn(wrongPeriod, tableOf({ heading, programme, columns, titles: ['Dự án 1'] })).findings.map(
    ({ cell, found, expected, candidates }) =>
      `${cell} ${found}→${expected}${candidates.length > 0 ? ' or the heading' : ''}`,
  );

describe('years in a text', () => {
  it('are budget years only', () => {
    expect(
      yearsIn('ke hoach von nam 2025 (kem theo quyet dinh ngay 12 thang 3 nam 2024, giai doan 2021 - 2025)'),
    ).toEqual([2025]);
    expect(yearsIn('quyet dinh ngay 12/3/2019')).toEqual([]);
    expect(yearsIn('nien do ngan sach 2026; nam ke hoach 2027')).toEqual([2026, 2027]);
    expect(periodsIn('giai doan i: tu nam 2021 den nam 2025').map(({ written }) => written)).toEqual([
      '2021–2025',
    ]);
  });
});

describe('wrong-period', () => {
  it('names a year outside of the programme', () => {
    expect(run('VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2031', 'gnbv-2021-2025')).toEqual(['A1 2031→2021–2025']);
    expect(run('Kế hoạch vốn chương trình năm 2023', 'ctmtqg-2026-2035')).toEqual(['A1 2023→2026–2035']);
  });
  it('names a period that the programme never had', () => {
    expect(run('CTMTQG DTTS&MN giai đoạn 2012-2030', 'dttsmn-2021-2025')).toEqual(['A1 2012–2030→2021–2025']);
  });
  it('accepts money carried over to 2026, the strategy to 2030 and dates of letters', () => {
    expect(run('Vốn CTMTQG DTTS&MN năm 2026 (kéo dài)', 'dttsmn-2021-2025')).toEqual([]);
    expect(
      run('CTMTQG DTTS&MN giai đoạn 2021-2030, giai đoạn I: từ năm 2021 đến năm 2025', 'dttsmn-2021-2025'),
    ).toEqual([]);
    expect(run('(Kèm theo Quyết định ngày 3 tháng 12 năm 2019)', 'dttsmn-2021-2025')).toEqual([]);
    expect(run('Vốn năm 2031', null)).toEqual([]);
    expect(run('Kết quả năm 2020 và kế hoạch vốn năm 2021 CTMTQG NTM', 'ntm-2021-2025')).toEqual([]);
    expect(run('Số hộ nghèo theo điều tra năm 2019', 'ntm-2021-2025')).toEqual([]);
  });
  it('names a heading that all planned columns contradict', () => {
    const columns = [{ header: 'Kế hoạch năm 2023', own: { year: 2023 } }];
    expect(run('Kế hoạch vốn GNBV năm 2024', 'gnbv-2021-2025', columns)).toEqual([
      'C2 2023→2024 or the heading',
    ]);
    expect(
      run('Kế hoạch vốn GNBV năm 2024', 'gnbv-2021-2025', [
        ...columns,
        { header: 'Kế hoạch năm 2024', own: { year: 2024 } },
      ]),
    ).toEqual([]);
    expect(run('Báo cáo giải ngân năm 2024', 'gnbv-2021-2025', columns)).toEqual([]);
  });
  it('takes “quốc gia” for no estimate and “vốn thực hiện chương trình” for no report', () => {
    const columns = [{ header: 'Kế hoạch năm 2023', own: { year: 2023 } }];
    const title = 'Kế hoạch vốn thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2024';
    expect(run(title, 'gnbv-2021-2025', columns)).toEqual(['C2 2023→2024 or the heading']);
    expect(run(title.replace('Kế hoạch vốn', 'Tình hình'), 'gnbv-2021-2025', columns)).toEqual([]);
    expect(run('Ước thực hiện kế hoạch vốn GNBV năm 2024', 'gnbv-2021-2025', columns)).toEqual([]);
    expect(
      run(title, 'gnbv-2021-2025', [{ header: 'Kế hoạch năm 2023 chuyển sang', own: { year: 2023 } }]),
    ).toEqual([]);
  });
});
