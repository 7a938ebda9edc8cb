import { readFileSync } from 'node:fs';
import { RULES } from '@ctmtqg/core/rules';
import { openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { afterAll, describe, expect, it } from 'vitest';
import { call, temporaryFolder } from '../testing.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const bytesOf = (path: string) => new Uint8Array(readFileSync(path));

describe('ctmtqg template', () => {
  for (const programme of RULES.programmes) {
    it(`makes a sheet of ${programme.id} that checks clean once figures are typed`, async () => {
      const output = folder.path(`${programme.id}.xlsx`);
      const made = await call(
        'template',
        '--programme',
        programme.id,
        '--year',
        String(programme.to > 2025 ? 2026 : 2025),
        '--output',
        output,
        '--match',
        '15%',
      );
      expect([made.code, made.err]).toEqual([0, '']);
      const titles = readWorkbook(bytesOf(output)).sheets[0]!.texts;
      for (const node of programme.nodes)
        expect(titles.some((title) => title.endsWith(node.title))).toBe(true);
      const empty = await call('check', output, '--json');
      expect(empty.json<{ counts: { error: number; warning: number } }>().counts).toMatchObject({
        error: 0,
        warning: 0,
      });
    });
  }

  it('adds up and answers the counterpart when figures are typed into the coloured cells', async () => {
    const output = folder.path('gnbv.xlsx');
    await call(
      'template',
      '--programme',
      'gnbv-2021-2025',
      '--year',
      '2025',
      '--output',
      output,
      '--match',
      '15%',
    );
    const book = openWorkbook(bytesOf(output));
    const inputs = readWorkbook(bytesOf(output)).sheets[0]!;
    expect(inputs.name).toBe('Biểu 01');
    book.change([{ sheet: 'Biểu 01', cell: 'H14', content: { kind: 'number', value: '100.5' } }]);
    const filled = folder.file('filled.xlsx', book.save());
    const { code, json } = await call('check', filled, '--json');
    const report = json<{
      findings: { code: string }[];
      tables: { programme: string; year: number; unit: string }[];
    }>();
    expect(report.tables[0]).toMatchObject({
      programme: 'gnbv-2021-2025',
      year: 2025,
      unit: 'triệu đồng',
    });
    // The figure was typed by a program that does not compute: only that is said.
    expect([code, [...new Set(report.findings.map((finding) => finding.code))]]).toEqual([
      0,
      ['stale-cache'],
    ]);
  });

  it('refuses a year outside of the programme and an unknown programme', async () => {
    const wrongYear = await call(
      'template',
      '--programme',
      'gnbv-2021-2025',
      '--year',
      '2030',
      '--output',
      folder.path('a.xlsx'),
    );
    expect([wrongYear.code, wrongYear.err]).toEqual([2, expect.stringContaining('2021–2025')]);
    const unknown = await call(
      'template',
      '--programme',
      'xyz',
      '--year',
      '2025',
      '--output',
      folder.path('b.xlsx'),
    );
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('không có chương trình')]);
  });
});
