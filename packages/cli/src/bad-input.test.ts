import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, call, SOUND, temporaryFolder, workbook } from './testing.js';

const folder = temporaryFolder();
let sound = '';

beforeAll(async () => {
  sound = folder.file('sound.xlsx', await workbook({ Biểu: SOUND }));
});
afterAll(() => folder.remove());

/** Exit code 2, nothing on standard output, one line on standard error, no stack trace. */
function expectRefusal(called: Called, ...words: readonly string[]): void {
  expect(called.code).toBe(2);
  expect(called.out).toBe('');
  expect(called.err.trimEnd().split('\n')).toHaveLength(1);
  expect(called.err).not.toMatch(/\bat .*\.(ts|js):\d+/);
  for (const word of words) expect(called.err).toContain(word);
}

describe('input that cannot be used ends with 2 and one line that says what to do', () => {
  it('a missing file', async () =>
    expectRefusal(await call('check', folder.path('none.xlsx')), 'không tìm thấy tệp'));

  it('a folder without workbooks', async () => {
    const empty = temporaryFolder();
    expectRefusal(await call('check', empty.path('.')), 'thư mục', '.xlsx');
    empty.remove();
  });

  it('a file of no bytes', async () =>
    expectRefusal(await call('check', folder.file('zero.xlsx', '')), 'rỗng'));

  it('a text file with the wrong ending', async () =>
    expectRefusal(await call('check', folder.file('csv.xlsx', 'STT,Nội dung\n1,Dự án 1\n')), '.xlsx'));

  it('an old .xls file', async () => {
    const header = new Uint8Array(4096);
    header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expectRefusal(await call('check', folder.file('old.xlsx', header)));
  });

  it('a workbook cut short', async () =>
    expectRefusal(
      await call('check', folder.file('cut.xlsx', readFileSync(sound).subarray(0, 3000))),
      'cut.xlsx',
    ));

  it('a workbook without any filled cell', async () =>
    expectRefusal(
      await call('check', folder.file('blank.xlsx', await workbook({ Trống: [] }))),
      'không có ô nào',
    ));

  it('a workbook without a table', async () => {
    const note = folder.file('note.xlsx', await workbook({ 'Ghi chú': [['Họp lúc 8 giờ'], ['Phòng số 2']] }));
    expectRefusal(await call('check', note), 'không tìm thấy bảng', 'Ghi chú');
  });
});

describe('calls that cannot be used end with 2 and one line', () => {
  const refusals: readonly (readonly [name: string, args: readonly string[], word: string])[] = [
    ['an unknown programme is answered with the known ones', ['--programme', 'abc'], 'dttsmn-2021-2025'],
    ['a support rate beside a counterpart ratio', ['--support-rate', '60', '--match', '15%'], '--match'],
    ['a ratio that may mean two things', ['--match', '15'], '15%'],
    ['a ratio with a comma', ['--match', '0,15'], '0.15'],
    ['a ratio for an unknown kind of capital', ['--match', 'vốn=10%'], 'recurrent'],
    ['two ratios for one kind', ['--match', 'recurrent=10%', '--match', 'recurrent=15%'], 'hai lần'],
    ['a support rate above 100', ['--support-rate', '120'], '100'],
    ['a year that no programme has', ['--year', '1999'], '2025'],
    ['a year that is no year', ['--year', 'hai nghìn'], '2025'],
    ['a date that does not exist', ['--as-of', '2025-02-30'], '2025-08-08'],
    ['a year outside the programme', ['--programme', 'ctmtqg-2026-2035', '--year', '2024'], '2026'],
    ['a sheet that is not there is answered with those that are', ['--sheet', 'Khác'], 'Biểu'],
    ['an unknown language', ['--lang', 'fr'], 'vi'],
    ['an unknown option', ['--jsn'], '--jsn'],
  ];
  for (const [name, args, word] of refusals) {
    it(name, async () => expectRefusal(await call('check', sound, ...args), word));
  }

  it('an option in the place of a value', async () =>
    expectRefusal(await call('check', sound, '--html', '--lang', 'en'), '--html', 'ctmtqg check --help'));
  it('a title without its quotes', async () => expectRefusal(await call('find', 'Dự', 'án'), 'ngoặc kép'));
  it('English has no Vietnamese names', async () => {
    expect((await call('check', '--lang', 'en')).err).toBe(
      'ctmtqg: a file is missing; see “ctmtqg check --help”\n',
    );
    expect((await call('split', '100', '--lang', 'en')).err).toContain('the option --by is missing;');
  });
  it('a PDF with the name of a workbook is not to be opened in Excel', async () =>
    expectRefusal(await call('check', folder.file('scan.xlsx', '%PDF-1.4\n')), 'PDF', 'xin nơi gửi'));
  it('a folder for outputs that cannot be made', async () =>
    expectRefusal(await call('check', sound, sound, '--html', `${sound}/out`), 'không ghi được'));
  it('no file at all', async () => expectRefusal(await call('check'), 'tệp'));
  it('an unknown command', async () => expectRefusal(await call('chek', sound), 'chek'));
  it('no command', async () => expectRefusal(await call(), 'check'));
});

describe('with --json the reason is a document too', () => {
  it('prints error/1 in the language asked for', async () => {
    const called = await call('check', folder.path('none.xlsx'), '--json', '--lang', 'en');
    expect(called.code).toBe(2);
    expect(called.json()).toMatchObject({ schema: 'error/1', error: { code: 'file-not-found' } });
    expect(called.json().error.message).toContain('was not found');
    expect(called.err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('also for a call that was mistyped', async () => {
    const called = await call('check', sound, '--json', '--match', '15');
    expect(called.json()).toMatchObject({ schema: 'error/1', error: { code: 'bad-ratio' } });
  });
});
