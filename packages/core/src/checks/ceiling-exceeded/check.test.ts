import { describe, expect, it } from 'vitest';
import {
  checkRows,
  decisionOf,
  HEAD,
  PROJECT_1,
  PROJECT_4,
  PROJECT_7,
  PROJECTS,
  TITLE,
  TOTAL,
  told,
  UNIT,
} from '../../assigned/test-sheet.js';
import type { AssignedAmount } from '../../assigned/types.js';

const SHEET = [[TITLE], UNIT, HEAD, ...PROJECTS, TOTAL];
const amount = (given: Partial<AssignedAmount>): AssignedAmount => ({
  kind: 'amount',
  programme: null,
  node: null,
  source: null,
  capital: null,
  amount: '0',
  unit: null,
  ...given,
});

describe('ceiling-exceeded', () => {
  it('names the project above the decision once, with the totals that carry it on', () => {
    const given = [
      [TITLE],
      UNIT,
      HEAD,
      PROJECTS[0] ?? [],
      [2, PROJECT_4, 190, 170, 20],
      PROJECTS[2] ?? [],
      [null, 'Tổng cộng', 870, 780, 90],
    ];
    const report = checkRows(SHEET, [decisionOf(given)]);
    expect(told(report)).toEqual(['ceiling-exceeded D5 180/170']);
    expect(report.findings[0]?.consequences.map(({ cell }) => cell).sort()).toEqual(['C5', 'C7', 'D7']);
    expect(report.findings[0]?.message).toContain('tệp “QĐ.xlsx”, trang “PL”, ô D5');
    expect(report.assigned?.filter(({ comparedWith }) => comparedWith.length === 1)).toHaveLength(12);
  });

  it('compares in đồng, whatever units the two sheets have, and lets less than a last digit pass', () => {
    const given = (seven: number) => [
      ['GIAO KẾ HOẠCH VỐN CTMTQG DTTS&MN NĂM 2025 NGUỒN NGÂN SÁCH TRUNG ƯƠNG'],
      ['ĐVT: đồng'],
      ['TT', 'Nội dung', 'Kế hoạch vốn'],
      [1, PROJECT_1, 450_000_000],
      [2, PROJECT_4, 180_400_000],
      [3, PROJECT_7, seven],
      [null, 'Tổng cộng', 630_400_000 + seven],
    ];
    expect(told(checkRows(SHEET, [decisionOf(given(159_600_000))]))).toEqual([]);
    expect(told(checkRows(SHEET, [decisionOf(given(150_000_000))]))).toEqual(['ceiling-exceeded D6 160/150']);
  });

  it('names what the decision does not know where the total is over by just that', () => {
    const given = [[TITLE], UNIT, HEAD, ...PROJECTS.slice(0, 2), [null, 'Tổng cộng', 700, 630, 70]];
    expect(told(checkRows(SHEET, [decisionOf(given)]))).toEqual(['ceiling-exceeded C6 180/0']);
  });

  it('takes amounts by hand in the unit of the sheet or in their own, and whose money they are', () => {
    expect(told(checkRows(SHEET, [amount({ node: 'DA1', amount: '480' })]))).toEqual([
      'ceiling-exceeded C4 500/480',
    ]);
    expect(told(checkRows(SHEET, [amount({ node: 'DA1', source: 'central', amount: '440' })]))).toEqual([
      'ceiling-exceeded D4 450/440',
    ]);
    const unit = { name: 'tỷ đồng', scale: 1e9 } as const;
    expect(told(checkRows(SHEET, [amount({ amount: '0.88', unit })]))).toEqual([]);
    expect(told(checkRows(SHEET, [amount({ amount: '0.87', unit })]))).toEqual([
      'ceiling-exceeded C7 880/870',
    ]);
  });

  it('reads what was assigned and what is given out in columns beside each other', () => {
    const groups = [
      ['STT', 'Nội dung', 'Dự toán giao', null, null, 'Phân bổ', null, null],
      [null, null, 'Tổng số', 'NSTW', 'NSĐP', 'Tổng số', 'NSTW', 'NSĐP'],
      [1, PROJECT_1, 500, 450, 50, 500, 450, 50],
      [2, PROJECT_4, 200, 180, 20, 210, 190, 20],
      [3, PROJECT_7, 180, 160, 20, 180, 160, 20],
      [null, 'Tổng cộng', 880, 790, 90, 890, 800, 90],
    ];
    expect(told(checkRows([[TITLE], UNIT, ...groups]))).toEqual(['ceiling-exceeded G6 190/180']);
  });

  it('says nothing of columns before and after an adjustment, nor of money spent', () => {
    const adjusted = [
      ['STT', 'Nội dung', 'Kế hoạch đã giao', 'Tăng', 'Giảm', 'Kế hoạch sau điều chỉnh'],
      [1, PROJECT_1, 500, 20, null, 520],
      [2, PROJECT_4, 200, null, 30, 170],
      [null, 'Tổng cộng', 700, 20, 30, 690],
    ];
    expect(told(checkRows([[TITLE], UNIT, ...adjusted]))).toEqual([]);
    const spent = [
      ['STT', 'Nội dung', 'Dự toán giao', 'Đã giải ngân', 'Còn lại'],
      [1, PROJECT_1, 500, 420, 80],
      [2, PROJECT_4, 200, 200, 0],
      [null, 'Tổng cộng', 700, 620, 80],
    ];
    expect(told(checkRows([[TITLE], UNIT, ...spent]))).toEqual([]);
  });

  it('says nothing of columns of a period, of other years, of what is only asked for, nor of a tranche', () => {
    for (const [given, divided] of [
      ['Kế hoạch vốn trung hạn 2021-2025 được giao', 'Vốn bố trí năm 2025'],
      ['Kế hoạch vốn năm 2025 được giao', 'Lũy kế vốn bố trí đến hết năm 2024'],
      ['Vốn được giao năm 2025', 'Nhu cầu bố trí vốn'],
      ['Vốn được giao năm 2025', 'Phân bổ đợt 1'],
      ['Vốn năm trước được giao chuyển sang', 'Phân bổ'],
    ]) {
      const rows = [
        ['STT', 'Nội dung', given ?? null, divided ?? null],
        [1, PROJECT_1, 500, 420],
        [2, PROJECT_4, 200, 290],
        [null, 'Tổng cộng', 700, 710],
      ];
      expect(told(checkRows([[TITLE], UNIT, ...rows])), `${given} | ${divided}`).toEqual([]);
    }
  });

  it('says nothing of an assigned row that the total adds', () => {
    const rows = [
      [null, 'Tổng số kinh phí', 1200, 1000, 200],
      [1, 'Dự toán giao đầu năm', 1000, 800, 200],
      [2, 'Bổ sung trong năm', 200, 200, 0],
    ];
    expect(told(checkRows([[TITLE], UNIT, HEAD, ...rows]))).toEqual([]);
  });

  it('does not accuse by a decision for other units, of another size, or of figures that all differ', () => {
    const places = [
      ['PHÂN BỔ VỐN CTMTQG DTTS&MN NĂM 2025 CHO CÁC XÃ'],
      UNIT,
      ['STT', 'Đơn vị', PROJECT_1, PROJECT_4, PROJECT_7, 'Tổng cộng'],
      [1, 'Xã Dân Tiến', 500, 190, 180, 870],
      [2, 'Xã Tân Lập', 100, 50, 60, 210],
      [null, 'Tổng cộng', 600, 240, 240, 1080],
    ];
    const open = checkRows(SHEET, [decisionOf(places)]);
    expect([told(open), open.notChecked[0]?.facts.why]).toEqual([[], 'place-not-told']);
    const named = [[TITLE.replace('NĂM 2025', 'XÃ DÂN TIẾN NĂM 2025')], ...SHEET.slice(1)];
    expect(told(checkRows(named, [decisionOf(places)]))).toEqual(['ceiling-exceeded C5 200/190']);
    expect(told(checkRows(SHEET, [decisionOf(places, 'xã Dân Tiến')]))).toEqual([
      'ceiling-exceeded C5 200/190',
    ]);
    const thousand = [[TITLE], ['Đơn vị: nghìn đồng'], HEAD, ...PROJECTS, TOTAL];
    const sized = checkRows(SHEET, [decisionOf(thousand)]);
    expect([told(sized), sized.notChecked[0]?.facts.why]).toEqual([[], 'other-unit']);
  });
});
