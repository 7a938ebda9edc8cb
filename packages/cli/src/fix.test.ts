import { readFileSync } from 'node:fs';
import { openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { afterAll, describe, expect, it } from 'vitest';
import { call, temporaryFolder } from './testing.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const workbook = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../test/workbooks/${name}/${name}.xlsx`, import.meta.url)));

interface Report {
  readonly counts: { readonly error: number };
  readonly findings: readonly { code: string; cell: string; fix: { safe: boolean } | null }[];
}

describe('ctmtqg check --fix', () => {
  const input = folder.file('sai.xlsx', workbook('02_dantien_dtts_sai_so_du_an'));
  const output = folder.path('da-sua.xlsx');

  it('mends what the sheet itself proves and leaves the rest to the officer', async () => {
    const first = await call('check', input, '--json', '--fix', output);
    const before = first.json<Report>().findings;
    const safe = before.filter((finding) => finding.fix?.safe);
    expect(safe.length).toBeGreaterThan(0);
    const after = (await call('check', output, '--json')).json<Report>().findings;
    expect(after.map((finding) => finding.cell).sort()).toEqual(
      before
        .filter((finding) => !finding.fix?.safe)
        .map((finding) => finding.cell)
        .sort(),
    );
  });

  it('can be undone to what the file held', async () => {
    const back = folder.path('cu.xlsx');
    const undone = await call('undo', output, '--edits', `${output}.edits.json`, '--output', back);
    expect([undone.code, undone.err]).toEqual([0, '']);
    expect(readWorkbook(new Uint8Array(readFileSync(back)))).toEqual(
      readWorkbook(workbook('02_dantien_dtts_sai_so_du_an')),
    );
  });

  it('writes an unchanged copy where there is nothing to mend', async () => {
    const clean = folder.file('sach.xlsx', workbook('01_dantien_dtts_2025'));
    const copy = folder.path('sach-sua.xlsx');
    expect((await call('check', clean, '--json', '--fix', copy)).code).toBe(0);
    expect(openWorkbook(new Uint8Array(readFileSync(copy))).save()).toEqual(workbook('01_dantien_dtts_2025'));
  });
});
