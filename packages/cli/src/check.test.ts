import { mkdirSync, readFileSync } from 'node:fs';
import type { CheckReport } from '@ctmtqg/core';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROKEN, call, SOUND, temporaryFolder, workbook } from './testing.js';

const folder = temporaryFolder();
let sound = '';
let broken = '';
let notes = '';

const published = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../../docs/schema/${name}.json`, import.meta.url), 'utf8'));
const example = new URL('../../../examples/dan-tien-2025.xlsx', import.meta.url).pathname;

beforeAll(async () => {
  sound = folder.file('sound.xlsx', await workbook({ Biểu: SOUND }));
  broken = folder.file('broken.xlsx', await workbook({ Biểu: BROKEN }));
  notes = folder.file('notes.xlsx', await workbook({ Ghi: [['không có bảng']] }));
});
afterAll(() => folder.remove());

describe('one file', () => {
  it('a sound sheet is clean, ends with 0, and says how much was compared', async () => {
    const called = await call('check', sound);
    expect(called.code).toBe(0);
    expect(called.out).toContain('Sạch');
    expect(called.out).toContain('triệu đồng');
  });

  it('a total that does not add up is an error at its cell and ends with 1', async () => {
    const called = await call('check', broken, '--json');
    const report = called.json<CheckReport>();
    expect(called.code).toBe(1);
    expect(called.err).toBe('');
    expect(report.status).toBe('findings');
    expect(report.findings.map(({ code, cell }) => [code, cell])).toEqual([['row-total-mismatch', 'C5']]);
    expect(report.findings[0]).toMatchObject({ expected: '720', found: '999', unit: 'triệu đồng' });
  });

  it('the message follows the language', async () => {
    const english = (await call('check', broken, '--json', '--lang', 'en')).json<CheckReport>();
    const vietnamese = (await call('check', broken, '--json')).json<CheckReport>();
    expect(english.findings[0]?.message).not.toBe(vietnamese.findings[0]?.message);
    expect(english.findings[0]?.key).toBe(vietnamese.findings[0]?.key);
  });

  it('names the cell, the figure found and the figure expected in the terminal', async () => {
    const { out } = await call('check', broken);
    expect(out).toContain('C5');
    expect(out).toContain('999');
    expect(out).toContain('720');
  });

  it('text for a pipe holds no colour codes', async () => {
    expect((await call('check', broken)).out).not.toContain('\u001b');
  });

  it('the same file gives the same document, byte for byte', async () => {
    expect((await call('check', example, '--json')).out).toBe((await call('check', example, '--json')).out);
  });

  it('only the sheet named is checked', async () => {
    const two = folder.file('two.xlsx', await workbook({ Sai: BROKEN, Đúng: SOUND }));
    const report = (await call('check', two, '--json', '--sheet', 'Đúng')).json<CheckReport>();
    expect(report.tables.map((table) => table.sheet)).toEqual(['Đúng']);
    expect(report.counts.error).toBe(0);
    expect(report.notChecked).toMatchObject([{ code: 'sheet-not-asked', sheet: 'Sai' }]);
    expect(report.status).toBe('clean');
  });
});

describe('the example that “start” shows', () => {
  it('tells the three project numbers that the plan has wrong, and the three mistakes that were added', async () => {
    const report = (await call('check', example, '--json')).json<CheckReport>();
    expect(report.findings.map(({ code, cell, expected }) => [cell, code, expected])).toEqual([
      ['D10', 'formula-range-misses-row', '9683.9'],
      ['C12', 'row-total-mismatch', '9504.2'],
      ['B14', 'wrong-project-number', '7'],
      ['E14', 'text-number', '8.7'],
      ['B15', 'wrong-project-number', '9'],
      ['B16', 'wrong-project-number', '10'],
    ]);
  });
});

describe('the published schemas', () => {
  it('hold for the report of the example', async () => {
    const validate = new Ajv2020({ strict: false }).compile(published('check-report-1'));
    const { out } = await call('check', example, '--json');
    expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('hold for an error and for several files', async () => {
    const ajv = new Ajv2020({ strict: false });
    const error = ajv.compile(published('error-1'));
    expect(error(JSON.parse((await call('check', notes, '--json')).out))).toBe(true);
    const several = ajv.compile(published('check-reports-1'));
    expect(several(JSON.parse((await call('check', notes, sound, '--json')).out))).toBe(true);
  });
});

describe('several files', () => {
  it('one bad file never stops the rest, and the call ends with 2', async () => {
    const called = await call('check', sound, notes, folder.path('none.xlsx'), broken, '--json');
    const { schema, reports } = called.json<{
      schema: string;
      reports: { schema: string; workbook: string }[];
    }>();
    expect(called.code).toBe(2);
    expect(schema).toBe('check-reports/1');
    expect(reports.map((report) => report.schema)).toEqual([
      'check-report/1',
      'error/1',
      'error/1',
      'check-report/1',
    ]);
    expect(reports.map((report) => report.workbook.split('/').at(-1))).toEqual([
      'sound.xlsx',
      'notes.xlsx',
      'none.xlsx',
      'broken.xlsx',
    ]);
    expect(called.err.trimEnd().split('\n')).toHaveLength(2);
  });

  it('ends with 1 where all could be used and one has errors', async () => {
    expect((await call('check', sound, broken, '--json')).code).toBe(1);
  });

  it('ends with a table of all files for people', async () => {
    const { out } = await call('check', sound, notes, broken);
    const summary = out.slice(out.indexOf('TỔNG HỢP'));
    expect(summary).toMatch(/sound\.xlsx .*sạch/);
    expect(summary).toMatch(/notes\.xlsx .*không dùng được/);
    expect(summary).toMatch(/broken\.xlsx .*có lỗi/);
  });

  it('a folder stands for its workbooks, those in folders below too, without lock files', async () => {
    const inbox = temporaryFolder();
    mkdirSync(inbox.path('xã A'));
    inbox.file('xã A/biểu.xlsx', readFileSync(sound));
    inbox.file('b.xlsx', readFileSync(sound));
    inbox.file('~$b.xlsx', 'lock');
    inbox.file('đọc.txt', 'no workbook');
    const { reports } = (await call('check', inbox.path('.'), '--json')).json<{ reports: CheckReport[] }>();
    expect(reports.map((report) => report.workbook)).toEqual(['b.xlsx', 'biểu.xlsx']);
    inbox.remove();
  });
});
