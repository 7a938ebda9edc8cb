import { describe, expect, it } from 'vitest';
import {
  checkRows,
  decisionOf,
  HEAD,
  PROJECT_1,
  PROJECT_4,
  PROJECTS,
  type Rows,
  sheetOf,
  TITLE,
  TOTAL,
  told,
  UNIT,
} from '../../assigned/test-sheet.js';
import { check } from '../../check.js';
import { vi } from '../../report/locales/vi.js';
import { RULES } from '../../rules/index.js';
import { buildSnapshot } from '../../snapshot/build.js';

const below = (...rows: Rows): Rows => [[TITLE], UNIT, HEAD, ...rows];
const one = (rows: Rows): Rows => rows.map((row) => row.slice(0, 3));
const headed = (line: string): Rows => [[TITLE], [line], UNIT, HEAD, ...PROJECTS, TOTAL];

describe('unallocated-balance', () => {
  it('reads the line above the table, with its parts', () => {
    expect(
      told(
        checkRows(
          headed(
            'Tổng kinh phí được giao: 1.000 triệu đồng, trong đó NSTW 900 triệu đồng, NSĐP 100 triệu đồng',
          ),
        ),
      ),
    ).toEqual(['unallocated-balance D8 790/900', 'unallocated-balance E8 90/100']);
    expect(told(checkRows(headed('Tổng số vốn được giao: 1,2 tỷ đồng')))).toEqual([
      'unallocated-balance C8 880/1200',
    ]);
    expect(told(checkRows(headed('Tổng vốn Trung ương giao năm 2025 là 800 triệu đồng')))).toEqual([
      'unallocated-balance D8 790/800',
    ]);
    expect(told(checkRows(headed('Tổng kinh phí được giao: 880 triệu đồng')))).toEqual([]);
  });

  it('leaves lines alone that speak of another year, of a part of it, of the whole period, or of no money', () => {
    for (const line of [
      'Tổng kinh phí được giao năm 2024: 1.000 triệu đồng',
      'Tổng vốn phân bổ đợt 1: 500 triệu đồng',
      'Tổng vốn được giao giai đoạn 2021 - 2025: 5.000 triệu đồng',
      '(Kèm theo Quyết định số 123/QĐ-UBND ngày 15/01/2025 về việc giao dự toán năm 2025)',
      'Tổng kinh phí thực hiện: 1.000 triệu đồng',
    ]) {
      expect(told(checkRows(headed(line))), line).toEqual([]);
    }
  });

  it('reads a row above, below or before the lines, never as their sum', () => {
    const given = [null, 'Tổng số vốn được giao', 1000, 900, 100];
    const expected = ['unallocated-balance D8 790/900', 'unallocated-balance E8 90/100'];
    expect(told(checkRows(below(given, ...PROJECTS, TOTAL)))).toEqual(expected);
    expect(told(checkRows(one(below(given, ...PROJECTS, TOTAL))))).toEqual([
      'unallocated-balance C8 880/1000',
    ]);
    expect(told(checkRows(below(['I', 'Kế hoạch vốn tỉnh giao', 1000, 890, 110], ...PROJECTS)))).toEqual([
      'unallocated-balance D5 790/890',
      'unallocated-balance E5 90/110',
    ]);
    expect(
      told(checkRows(one(below(...PROJECTS, TOTAL, [null, 'Kế hoạch vốn tỉnh giao năm 2025', 900])))),
    ).toEqual(['unallocated-balance C7 880/900']);
  });

  it('is content with a remainder that is shown rightly, and names one that is not', () => {
    const rows = (rest: number): Rows =>
      below(
        ['I', 'Kế hoạch vốn tỉnh giao', 1000, 900, 100],
        ['II', 'Phân bổ chi tiết', 880, 790, 90],
        ...PROJECTS,
        ['III', 'Còn lại chưa phân bổ', rest + 10, rest, 10],
      );
    expect(checkRows(rows(110)).status).toBe('clean');
    expect(told(checkRows(rows(90)))).toEqual(['unallocated-balance D9 90/110']);
    const total = below([null, 'Tổng số vốn được giao', 1000, 900, 100], ...PROJECTS, TOTAL, [
      null,
      'Số vốn còn lại',
      120,
      110,
      10,
    ]);
    expect(checkRows(total).status).toBe('clean');
  });

  it('is content with a total that has the remainder among its lines', () => {
    const rest = [4, 'Vốn còn lại chưa phân bổ', 120, 110, 10];
    const rows = below(['I', 'Kế hoạch vốn tỉnh giao', 1000, 900, 100], ...PROJECTS, rest, [
      null,
      'Tổng cộng',
      1000,
      900,
      100,
    ]);
    expect(checkRows(rows).status).toBe('clean');
  });

  it('names the line that the sheet lacks, once, whatever its columns', () => {
    const lacking = [
      4,
      'Dự án 6: Bảo tồn, phát huy giá trị văn hóa truyền thống tốt đẹp của các dân tộc thiểu số gắn với phát triển du lịch',
      100,
      90,
      10,
    ];
    const given = below(...PROJECTS, lacking, [null, 'Tổng cộng', 980, 880, 100]);
    expect(told(checkRows(below(...PROJECTS, TOTAL), [decisionOf(given)]))).toEqual([
      'unallocated-balance C7 0/100',
    ]);
  });

  it('takes a remainder beside money spent for what is left to spend', () => {
    const rows: Rows = [
      [TITLE],
      UNIT,
      ['STT', 'Nội dung', 'Kế hoạch năm 2025', 'Đã giải ngân', 'Còn lại'],
      [1, PROJECT_1, 500, 400, 100],
      [2, PROJECT_4, 200, 100, 100],
      [null, 'Tổng cộng', 700, 500, 200],
    ];
    const given: Rows = [
      ['GIAO KẾ HOẠCH VỐN CTMTQG DTTS&MN NĂM 2025'],
      UNIT,
      ['STT', 'Nội dung', 'Kế hoạch năm 2025'],
      [1, PROJECT_1, 500],
      [2, PROJECT_4, 300],
      [null, 'Tổng cộng', 800],
    ];
    expect(told(checkRows(rows, [decisionOf(given)]))).toEqual(['unallocated-balance C5 200/300']);
  });

  it('says of figures that could not be compared which and why', () => {
    const other = below(...PROJECTS, TOTAL).map((row) =>
      row.map((value) => (value === TITLE ? TITLE.replace('2025', '2024') : value)),
    );
    const report = checkRows(below(...PROJECTS, TOTAL), [decisionOf(other)]);
    expect(told(report)).toEqual([]);
    expect(report.status).toBe('clean');
    expect([...new Set(report.notChecked.map(({ code, facts }) => `${code} ${facts.why}`))]).toEqual([
      'assigned-not-compared no-column',
    ]);
    expect(report.notChecked[0]?.what).toContain('QĐ.xlsx');
  });

  it('does not hold an adjustment against the decision that it starts from', () => {
    const adjusted: Rows = [
      [TITLE.replace('PHÂN BỔ', 'ĐIỀU CHỈNH')],
      UNIT,
      ['STT', 'Nội dung', 'Kế hoạch đã giao', 'Tăng', 'Giảm', 'Kế hoạch sau điều chỉnh'],
      [1, PROJECT_1, 500, 50, null, 550],
      [2, PROJECT_4, 200, null, 50, 150],
      [null, 'Tổng cộng', 700, 50, 50, 700],
    ];
    const given = (one: number, four: number): Rows => [
      ['GIAO VỐN CTMTQG DTTS&MN NĂM 2025'],
      UNIT,
      ['STT', 'Nội dung', 'Vốn giao'],
      [1, PROJECT_1, one],
      [2, PROJECT_4, four],
      [null, 'Tổng cộng', one + four],
    ];
    const old = checkRows(adjusted, [decisionOf(given(500, 200))]);
    expect([told(old), old.notChecked.map(({ facts }) => facts.why)]).toEqual([[], ['before-adjustment']]);
    expect(told(checkRows(adjusted, [decisionOf(given(550, 150))]))).toEqual([]);
    expect(told(checkRows(adjusted, [decisionOf(given(550, 160))]))).toEqual([
      'unallocated-balance F5 150/160',
    ]);
  });

  it('does not accuse by a total of the decision that its own lines contradict, and says so', () => {
    const report = checkRows(below(...PROJECTS, TOTAL), [
      decisionOf(below(...PROJECTS, [null, 'Tổng cộng', 898, 808, 90])),
    ]);
    expect(told(report)).toEqual([]);
    expect(report.notChecked.map(({ code, facts }) => `${code} ${facts.assignedCell}`)).toEqual([
      'assigned-total-broken D7',
    ]);
  });

  it('takes a sheet of the workbook itself for the decision', () => {
    const given = below([1, PROJECT_1, 510, 460, 50], ...PROJECTS.slice(1), [
      null,
      'Tổng cộng',
      890,
      800,
      90,
    ]);
    const snapshot = buildSnapshot([
      sheetOf(given, 'QĐ giao'),
      sheetOf(below(...PROJECTS, TOTAL), 'Phân bổ'),
    ]);
    const report = check(snapshot, {
      rules: RULES,
      locale: vi,
      assigned: [{ kind: 'sheet', sheet: 'QĐ giao' }],
    });
    expect(told(report)).toEqual(['unallocated-balance D4 450/460']);
    expect(report.findings[0]?.sheet).toBe('Phân bổ');
  });
});
