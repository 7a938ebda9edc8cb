import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MONEY_UNITS, makeTemplate } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { openWorkbook } from '@ctmtqg/workbook';
import { afterAll, describe, expect, it } from 'vitest';
import { call } from '../../packages/cli/src/testing.js';
import { PYTHON, readAllByOpenpyxl, recalculateAll } from './support/office.js';

const work = mkdtempSync(join(tmpdir(), 'template-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const INPUT = 'FFF9E5';
const LEVELS = ['commune', 'province'] as const;
const yearOf = ({ to }: { readonly to: number }) => (to > 2025 ? 2026 : 2025);

/** Figures with one decimal in each coloured cell; a part of a row less than the row. */
function typed(programme: string, year: number, level: (typeof LEVELS)[number], columns: RegExp) {
  const [sheet] = makeTemplate(RULES, { programme, year, level, unit: MONEY_UNITS.trieu, match: null })!;
  return Object.entries(sheet!.cells).flatMap(([cell, { style }], i) => {
    if (style.fill !== INPUT || !columns.test(cell)) return [];
    const title = sheet!.cells[`B${cell.replace(/^[A-Z]+/, '')}`]!.content;
    const part = title.kind === 'text' && title.text.startsWith('Trong đó');
    const value = part ? '1.5' : String(100 + i / 10);
    return [{ sheet: 'Biểu 01', cell, content: { kind: 'number' as const, value } }];
  });
}

describe('templates of all programmes and levels', () => {
  const made: { name: string; plain: string; filled: string }[] = [];

  it('are made, typed into and filled', async () => {
    for (const programme of RULES.programmes)
      for (const level of LEVELS) {
        const year = yearOf(programme);
        const name = `${programme.id}-${level}`;
        const plain = join(work, `${name}.xlsx`);
        const wish = ['--programme', programme.id, '--year', String(year), '--level', level];
        expect((await call('template', ...wish, '--output', plain)).code).toBe(0);
        const book = openWorkbook(readFileSync(plain));
        book.change(typed(programme.id, year, level, /^[EH]/));
        const half = join(work, `${name}-half.xlsx`);
        writeFileSync(half, book.save());
        const filled = join(work, `${name}-filled.xlsx`);
        const { code, json } = await call('fill', half, '--output', filled, '--json', '--match', '15%');
        const { edits } = json<{ edits: { cell: string; after: { formula?: string } }[] }>();
        expect([name, code]).toEqual([name, 0]);
        expect([
          name,
          edits.every(({ after }) => /^=ROUNDUP\([EH]\d+\*15%,1\)$/.test(after.formula ?? '')),
        ]).toEqual([name, true]);
        expect(edits.length).toBeGreaterThan(10);
        made.push({ name, plain, filled });
      }
    expect(made).toHaveLength(8);
  });

  it('check clean once LibreOffice has recalculated them', async () => {
    const folder = recalculateAll(
      work,
      made.map(({ filled }) => filled),
    );
    for (const { name } of made) {
      const { json } = await call('check', join(folder, `${name}-filled.xlsx`), '--json', '--match', '15%');
      const { status, findings } = json<{ status: string; findings: { message: string }[] }>();
      expect([name, status, findings.map(({ message }) => message)]).toEqual([name, 'clean', []]);
    }
  });

  it('are read by openpyxl with their drop-downs, frozen header and print titles', () => {
    const files = made.map(({ plain }) => plain);
    for (const [name, { faults }] of readAllByOpenpyxl(work, files))
      expect([name, faults]).toEqual([name, []]);
    const script = `
import json, sys, openpyxl
out = []
for path in sys.argv[1:]:
    ws = openpyxl.load_workbook(path)['Biểu 01']
    lists = [v for v in ws.data_validations.dataValidation if v.type == 'list']
    out.append(dict(lists=[str(v.sqref) for v in lists], frozen=ws.freeze_panes, titles=ws.print_title_rows,
                    landscape=ws.page_setup.orientation, paper=ws.page_setup.paperSize))
print(json.dumps(out))
`;
    const { stdout } = spawnSync(PYTHON!, ['-c', script, ...files], { encoding: 'utf8' });
    for (const one of JSON.parse(stdout)) {
      expect(one).toMatchObject({ frozen: 'C10', titles: '$7:$9', landscape: 'landscape' });
      expect(Number(one.paper)).toBe(9);
      expect(one.lists).toEqual(expect.arrayContaining(['A2', 'A5']));
      expect(one.lists.length).toBe(5);
    }
  });
});
