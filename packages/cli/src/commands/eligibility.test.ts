import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { call, temporaryFolder, workbook } from '../testing.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

interface Printed {
  readonly id: string | null;
  readonly node: string;
  readonly policy: string | null;
  readonly decision: string;
  readonly reason: string;
  readonly conditions: readonly {
    readonly text: string;
    readonly outcome: string;
    readonly fact: string | null;
  }[];
  readonly missing: readonly { readonly fact: string; readonly question: string }[];
  readonly norms: readonly { readonly value: string; readonly unit: string }[];
  readonly law: readonly { readonly instrument: string; readonly article: string; readonly status: string }[];
}

const poor = {
  id: 'hộ 1',
  programme: 'dttsmn-2021-2025',
  node: 'DA1.ND1',
  asOf: '2025-06-30',
  facts: {
    household: {
      headEthnicGroup: 'La Hủ',
      poverty: 'poor',
      hasResidentialLand: false,
      soldResidentialLand: false,
    },
    place: { ethnicMinorityArea: true },
  },
};

describe('ctmtqg eligibility', () => {
  it('answers one case in JSON with conditions, norms and articles', async () => {
    const called = await call('eligibility', folder.file('one.json', JSON.stringify(poor)), '--json');
    expect(called.code).toBe(0);
    const [decision] = called.json<readonly Printed[]>();
    expect(decision).toMatchObject({
      id: 'hộ 1',
      node: 'DA1.ND1',
      policy: 'residential-land',
      decision: 'eligible',
      missing: [],
    });
    expect(decision?.law).toContainEqual({
      instrument: '02/2022/TT-UBDT',
      article: 'Điều 4',
      status: 'verified',
    });
    expect(decision?.conditions.find(({ fact }) => fact === 'household.hasResidentialLand')?.outcome).toBe(
      'met',
    );
    expect(decision?.norms.map(({ value }) => value)).toContain('40000000');
  });

  it('answers a list and a file with one case a line alike', async () => {
    const second = { ...poor, id: 'hộ 2', facts: { household: { poverty: 'near-poor' } } };
    const list = await call(
      'eligibility',
      folder.file('list.json', JSON.stringify([poor, second])),
      '--json',
    );
    const lines = await call(
      'eligibility',
      folder.file('list.ndjson', `${JSON.stringify(poor)}\n${JSON.stringify(second)}\n`),
      '--json',
    );
    expect(lines.out).toBe(list.out);
    expect(list.json<readonly Printed[]>().map(({ id, decision }) => [id, decision])).toEqual([
      ['hộ 1', 'eligible'],
      ['hộ 2', 'not-eligible'],
    ]);
  });

  it('asks for what is missing, in words, easiest first', async () => {
    const { hasResidentialLand: _, ...household } = poor.facts.household;
    const path = folder.file(
      'missing.json',
      JSON.stringify({ ...poor, facts: { ...poor.facts, household } }),
    );
    const [decision] = (await call('eligibility', path, '--json')).json<readonly Printed[]>();
    expect(decision?.decision).toBe('unknown');
    expect(decision?.missing).toEqual([
      { fact: 'household.hasResidentialLand', effort: 2, question: 'Đã có đất ở?' },
    ]);
    expect((await call('eligibility', path)).out).toContain('Đã có đất ở? (household.hasResidentialLand)');
    expect((await call('eligibility', path, '--lang', 'en')).out).toContain('UNKNOWN');
  });

  it('says which key is wrong and what was meant, and decides nothing', async () => {
    const path = folder.file('typo.json', JSON.stringify({ ...poor, facts: { 'household.povety': 'poor' } }));
    const called = await call('eligibility', path, '--json');
    expect(called.code).toBe(2);
    expect(called.json().schema).toBe('error/1');
    expect(called.err).toContain('facts.household.povety');
    expect(called.err).toContain('household.poverty');
  });

  it.each([
    ['not JSON', '{ "programme": ', 'không phải JSON'],
    [
      'an unknown ethnic group',
      JSON.stringify({ ...poor, facts: { 'household.headEthnicGroup': 'Klingon' } }),
      'không có dân tộc',
    ],
    ['no date', JSON.stringify({ ...poor, asOf: undefined }), 'asOf'],
    ['a programme that is not ours', JSON.stringify({ ...poor, programme: 'x' }), 'không có quy định nào'],
  ])('refuses %s with one line', async (_, text, told) => {
    const called = await call('eligibility', folder.file('bad.json', text));
    expect(called.code).toBe(2);
    expect(called.err).toContain(told);
    expect(called.err.trim().split('\n')).toHaveLength(1);
  });

  it('answers for a programme whose text was not at hand: unknown, with that reason', async () => {
    const path = folder.file(
      'new.json',
      JSON.stringify({ ...poor, programme: 'ctmtqg-2026-2035', node: 'HP2.NDTP04', asOf: '2026-06-30' }),
    );
    const [decision] = (await call('eligibility', path, '--json')).json<readonly Printed[]>();
    expect(decision).toMatchObject({ decision: 'unknown', policy: null });
    expect(decision?.reason).toContain('417/QĐ-BNNMT');
  });
});

describe('ctmtqg eligibility of one beneficiary under two programmes', () => {
  const worker = {
    'person.wantsWorkAbroad': true,
    'person.abroadSupportReceived': false,
    'household.poverty': 'near-poor',
    'person.ethnicGroup': 'Tày',
    'place.poorDistrict': true,
    'place.ethnicMinorityArea': true,
  };
  const cases = [
    { id: 'chị A', programme: 'gnbv-2021-2025', node: 'DA4.TDA2', policy: 'abroad-other' },
    { id: 'chị A', programme: 'dttsmn-2021-2025', node: 'DA5.TDA3', policy: 'abroad-full' },
  ].map((one) => ({ ...one, asOf: '2025-06-30', facts: worker }));

  it('chooses the highest of one kind of support', async () => {
    const path = folder.file('two.json', JSON.stringify(cases));
    const choices = (await call('eligibility', path, '--json')).json<readonly { choice: unknown }[]>();
    expect(choices.map(({ choice }) => choice)).toMatchObject([
      { support: 'work-abroad', chosen: false, highest: '4000000' },
      { support: 'work-abroad', chosen: true, law: { article: 'Điều 69 khoản 6' } },
    ]);
    const { out } = await call('eligibility', path);
    expect(out.match(/chỉ hưởng mức cao nhất, một lần: .*/g)).toEqual([
      'chỉ hưởng mức cao nhất, một lần: dttsmn-2021-2025 DA5.TDA3 “Hỗ trợ đi làm việc ở nước ngoài, mức đầy đủ” (55/2023/TT-BTC Điều 69 khoản 6)',
    ]);
  });

  it('leaves cases of different people apart', async () => {
    const path = folder.file(
      'people.json',
      JSON.stringify(cases.map((one, at) => ({ ...one, id: String(at) }))),
    );
    const called = await call('eligibility', path, '--json');
    expect(called.json<readonly { choice: unknown }[]>().map(({ choice }) => choice)).toEqual([null, null]);
  });
});

describe('ctmtqg eligibility with a household list', () => {
  const rows = [
    ['DANH SÁCH HỘ ĐỀ NGHỊ HỖ TRỢ ĐẤT Ở'],
    [
      'Họ tên',
      'Dân tộc',
      'Diện hộ',
      'Đã có đất ở',
      'household.soldResidentialLand',
      'place.ethnicMinorityArea',
    ],
    ['Lò A', 'Thái', 'nghèo', 'không', 'không', 'x'],
    ['Vàng B', 'Mông', 'nghèo', 'x', 'không', 'x'],
    ['Lý C', 'Dao', 'nghèo', null, 'không', 'x'],
  ];
  const asked = ['--programme', 'dttsmn-2021-2025', '--node', 'DA1.ND1', '--as-of', '2025-06-30'];

  it('adds a column with the answer and one with the reason, and leaves the list as it was', async () => {
    const path = folder.file('list.xlsx', await workbook({ 'Danh sách': rows }));
    const called = await call('eligibility', path, ...asked, '--output', folder.path('answered.xlsx'));
    expect([called.code, called.err]).toEqual([0, '']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(readFileSync(folder.path('answered.xlsx')) as unknown as ExcelJS.Buffer);
    const sheet = book.getWorksheet('Danh sách');
    const column = (name: string) => [2, 3, 4, 5].map((row) => sheet?.getCell(`${name}${row}`).text);
    expect(column('A')).toEqual(['Họ tên', 'Lò A', 'Vàng B', 'Lý C']);
    expect(column('G')).toEqual(['Kết quả xét', 'ĐƯỢC hỗ trợ', 'KHÔNG được hỗ trợ', 'CHƯA RÕ']);
    expect(column('H')[2]).toContain('đất ở');
    expect(column('H')[3]).toContain('đất ở');
  });
  it('tells on standard error which columns did not count', async () => {
    const [title = [], header = [], ...households] = rows;
    const lines = [title, [...header, 'Địa chỉ'], ...households.map((row) => [...row, 'Bản A'])];
    const path = folder.file('columns.xlsx', await workbook({ DS: lines }));
    const called = await call(
      'eligibility',
      path,
      ...asked,
      '--output',
      folder.path('columns-answered.xlsx'),
    );
    expect([called.code, called.err]).toEqual([
      0,
      'DS: cột không dùng để xét: G2 “Địa chỉ”; tên các sự việc: docs/doi-tuong.md\n',
    ]);
  });
  it('names the row that lacks a day in the language asked for', async () => {
    const path = folder.file('no-day.xlsx', await workbook({ DS: rows }));
    const told = async (...language: string[]) =>
      (await call('eligibility', path, '--programme', 'dttsmn-2021-2025', ...language)).err;
    expect(await told()).toContain('DS, dòng 3, asOf: ');
    expect(await told('--lang', 'en')).toContain('DS, row 3, asOf: ');
  });
  it('names the cell whose words cannot be used, and refuses a sheet without facts', async () => {
    const bad = folder.file(
      'bad.xlsx',
      await workbook({ DS: [rows[1] ?? [], ['A', 'Thái', 'giàu', 'x', 'x', 'x']] }),
    );
    const told = await call('eligibility', bad, ...asked);
    expect(told.code).toBe(2);
    expect(told.err).toContain('DS!C2');
    const none = folder.file(
      'none.xlsx',
      await workbook({
        DS: [
          ['TT', 'Nội dung'],
          [1, 'Dự án 1'],
        ],
      }),
    );
    expect((await call('eligibility', none, ...asked)).err).toContain('docs/doi-tuong.md');
  });
});
