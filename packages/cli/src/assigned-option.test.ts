import { RULES } from '@ctmtqg/core/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAssigned } from './assigned-option.js';
import { call, type Rows, SOUND, temporaryFolder, workbook } from './testing.js';

const folder = temporaryFolder();
afterAll(folder.remove);

/** The sound budget with other figures of central money for its two projects, in another form and unit. */
const decision = (one: number, seven: number): Rows => [
  [
    'Giao kế hoạch vốn ngân sách trung ương thực hiện Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi năm 2025',
  ],
  [null, null, 'Đơn vị tính: đồng'],
  ['TT', 'Tên dự án', 'Kế hoạch vốn giao'],
  [1, SOUND[4]?.[1] ?? null, one],
  [2, SOUND[5]?.[1] ?? null, seven],
  [null, 'Tổng cộng', one + seven],
];

let budget = '';
beforeAll(async () => {
  budget = folder.file('budget.xlsx', await workbook({ 'Biểu 1': SOUND }));
});

interface Found {
  readonly status: string;
  readonly findings: readonly {
    readonly code: string;
    readonly cell: string;
    readonly expected: string;
    readonly message: string;
  }[];
  readonly notChecked: readonly { readonly code: string; readonly why: string }[];
  readonly assigned?: readonly {
    readonly origin: string;
    readonly workbook: string | null;
    readonly cell: string | null;
    readonly comparedWith: readonly { readonly cell: string }[];
  }[];
}

const check = async (...args: readonly string[]) => {
  const called = await call('check', budget, '--json', ...args);
  return { code: called.code, report: called.json<Found>() };
};

describe('--assigned', () => {
  it('keeps a budget clean that gives out what the decision assigns, and names the decision in the report', async () => {
    const file = folder.file('qd.xlsx', await workbook({ PL: decision(626e6, 134e6) }));
    const { code, report } = await check('--assigned', file);
    expect([code, report.status, report.findings]).toEqual([0, 'clean', []]);
    expect(
      report.assigned?.map(({ origin, workbook: name, cell, comparedWith }) => [
        origin,
        name,
        cell,
        comparedWith[0]?.cell,
      ]),
    ).toEqual([
      ['file', 'qd.xlsx', 'C4', 'D5'],
      ['file', 'qd.xlsx', 'C5', 'D6'],
      ['file', 'qd.xlsx', 'C6', 'D4'],
    ]);
  });

  it('names the project above its figure, with the place of that figure, and not the totals', async () => {
    const file = folder.file('over.xlsx', await workbook({ PL: decision(626e6, 130e6) }));
    const { code, report } = await check('--assigned', file);
    expect(code).toBe(1);
    expect(report.findings.map(({ code: what, cell, expected }) => [what, cell, expected])).toEqual([
      ['ceiling-exceeded', 'D6', '130'],
    ]);
    expect(report.findings[0]?.message).toContain('tệp “over.xlsx”, trang “PL”, ô C5');
  });

  it('warns of money not given out, which is no error', async () => {
    const { code, report } = await check('--assigned', 'DA1:central=700');
    expect(code).toBe(0);
    expect(report.findings.map(({ code: what, cell }) => [what, cell])).toEqual([
      ['unallocated-balance', 'D5'],
    ]);
  });

  it('reads several amounts with their units', async () => {
    const { report } = await check(
      '--assigned',
      'total=0.88ty',
      '--assigned',
      'DA7=160',
      '--assigned',
      'da1=719trieu',
    );
    expect(report.findings.map(({ code, cell }) => [code, cell])).toEqual([['ceiling-exceeded', 'C5']]);
  });

  it('asks for the unit where the decision lists several', async () => {
    const rows: Rows = [
      ...decision(0, 0).slice(0, 2),
      ['TT', 'Đơn vị', SOUND[4]?.[1] ?? null, SOUND[5]?.[1] ?? null, 'Tổng cộng'],
      [1, 'Xã Dân Tiến', 626e6, 130e6, 756e6],
      [2, 'Xã Tân Lập', 100e6, 50e6, 150e6],
      [null, 'Tổng cộng', 726e6, 180e6, 906e6],
    ];
    const file = folder.file('xa.xlsx', await workbook({ PL: rows }));
    const asked = await check('--assigned', file);
    expect(asked.report.findings).toEqual([]);
    expect(asked.report.notChecked.map(({ why }) => why).join()).toContain('--assigned-place');
    const { report } = await check('--assigned', file, '--assigned-place', 'xã Dân Tiến');
    expect(report.findings.map(({ code, cell }) => [code, cell])).toEqual([['ceiling-exceeded', 'D6']]);
  });

  it('refuses in one line what cannot be used', async () => {
    const none = folder.file('none.xlsx', await workbook({ A: [['Ghi chú'], ['không có bảng']] }));
    const refused = async (...args: readonly string[]) => {
      const called = await call('check', budget, '--json', ...args);
      expect(called.code).toBe(2);
      return called.json().error.code;
    };
    expect(await refused('--assigned', 'DA1')).toBe('bad-assigned');
    expect(await refused('--assigned', 'DA1=1.200,5')).toBe('bad-assigned');
    expect(await refused('--assigned', 'DA1:bank=5')).toBe('bad-assigned');
    expect(await refused('--assigned', 'DA1=5kg')).toBe('bad-assigned');
    expect(await refused('--assigned', 'DA99=5')).toBe('unknown-node');
    expect(await refused('--assigned', 'nothing/DA1=5')).toBe('unknown-programme');
    expect(await refused('--assigned', 'DA1=5', '--assigned', 'da1=6')).toBe('contradiction');
    expect(await refused('--assigned', 'missing.xlsx')).toBe('file-not-found');
    expect(await refused('--assigned', none)).toBe('no-table');
    expect(await refused('--assigned', budget)).toBe('contradiction');
    expect(await refused('--assigned-place', 'Xã Dân Tiến')).toBe('contradiction');
  });

  it('never writes over the decision', async () => {
    const file = folder.file('keep.xlsx', await workbook({ PL: decision(626e6, 134e6) }));
    const called = await call('check', budget, '--json', '--assigned', file, '--annotate', file, '--force');
    expect([called.code, called.json().error.code]).toEqual([2, 'output-is-input']);
  });
});

describe('an amount on the command line', () => {
  it('says what it is for, whose money it is, and in which unit', () => {
    expect(parseAssigned('gnbv-2021-2025/DA4.TDA1:central:recurrent=340.5trieu', RULES, undefined)).toEqual({
      kind: 'amount',
      programme: 'gnbv-2021-2025',
      node: 'DA4.TDA1',
      source: 'central',
      capital: 'recurrent',
      amount: '340.5',
      unit: { name: 'triệu đồng', scale: 1_000_000 },
    });
  });
});
