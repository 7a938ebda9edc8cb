import { readFileSync } from 'node:fs';
import { openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { afterAll, describe, expect, it } from 'vitest';
import { call, temporaryFolder } from '../testing.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const original = new Uint8Array(
  readFileSync(
    new URL('../../../../test/workbooks/01_dantien_dtts_2025/01_dantien_dtts_2025.xlsx', import.meta.url),
  ),
);

/** The plan of Dân Tiến with its totals rubbed out. */
function withoutTotals(): Uint8Array {
  const book = openWorkbook(original);
  const cells = ['C8', 'D8', 'E8', 'F8', 'C9', 'C10', 'C11', 'C12', 'C13', 'C14'];
  book.change(cells.map((cell) => ({ sheet: 'PL kèm KH', cell, content: { kind: 'blank' } as const })));
  return book.save();
}

interface Plan {
  readonly edits: readonly { cell: string; after: { formula: string; cached: string }; why: string }[];
}

describe('ctmtqg fill', () => {
  it('writes live totals with their values, after which the check finds nothing', async () => {
    const input = folder.file('trong.xlsx', withoutTotals());
    const output = folder.path('dien.xlsx');
    const { code, json, err } = await call('fill', input, '--output', output, '--json');
    expect([code, err]).toEqual([0, '']);
    const edits = Object.fromEntries(
      json<Plan>().edits.map((edit) => [edit.cell, `${edit.after.formula} → ${edit.after.cached}`]),
    );
    expect(edits).toEqual({
      C8: '=SUM(C9:C14) → 12063.2',
      D8: '=SUM(D9:D14) → 9683.9',
      E8: '=SUM(E9:E14) → 2379.3',
      C9: '=SUM(D9:F9) → 720',
      C10: '=SUM(D10:F10) → 9504.2',
      C11: '=SUM(D11:F11) → 1487',
      C12: '=SUM(D12:F12) → 66',
      C13: '=SUM(D13:F13) → 103.5',
      C14: '=SUM(D14:F14) → 182.5',
    });
    const check = await call('check', output, '--json');
    expect(check.code).toBe(0);
    expect(check.json<{ status: string }>().status).toBe('clean');
  });

  it('changes nothing the second time', async () => {
    const { json } = await call('fill', folder.path('dien.xlsx'), '--dry-run', '--json');
    expect(json<Plan>().edits).toEqual([]);
  });

  it('undoes to the values, formulas and formats that stood there before', async () => {
    const filled = folder.path('dien.xlsx');
    const back = folder.path('cu.xlsx');
    const { code } = await call('undo', filled, '--edits', `${filled}.edits.json`, '--output', back);
    expect(code).toBe(0);
    expect(readWorkbook(new Uint8Array(readFileSync(back)))).toEqual(readWorkbook(withoutTotals()));
  });

  it('prints the plan and writes no file with --dry-run', async () => {
    const { code, out } = await call('fill', folder.path('trong.xlsx'), '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('PL kèm KH!C8  =SUM(C9:C14) → 12.063,2');
    expect(out).toContain('chưa ghi tệp nào');
  });

  it('asks for an output, and never writes over the input', async () => {
    const input = folder.path('trong.xlsx');
    const missing = await call('fill', input);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('--output')]);
    const same = await call('fill', input, '--output', input, '--force');
    expect([same.code, same.err]).toEqual([2, expect.stringContaining('không bao giờ bị ghi đè')]);
  });

  it('refuses a list of edits that is none', async () => {
    const other = folder.file('khac.json', '{"schema":"x"}');
    const { code, err } = await call(
      'undo',
      folder.path('dien.xlsx'),
      '--edits',
      other,
      '--output',
      folder.path('z.xlsx'),
    );
    expect([code, err]).toEqual([2, expect.stringContaining('không phải danh sách sửa')]);
  });
});
