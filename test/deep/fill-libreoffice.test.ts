import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Book, cellAddress, openBook, type Table, understand } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { type CellChange, openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../packages/cli/src/testing.js';
import { generateCase } from '../generator/case.js';
import { readAllByOpenpyxl, recalculateAll } from './support/office.js';
import { withoutCounterpart, withoutOneSource, withoutTotals } from './support/rub-out.js';

const CASES = Number(process.env.CTMTQG_FILL_CASES ?? 60);
const FIRST_SEED = 810_000;
const WORKBOOKS = new URL('../workbooks/', import.meta.url);
const work = mkdtempSync(join(tmpdir(), 'fill-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Sheet {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: readonly string[];
  readonly context: { readonly programme: string | null; readonly year: number | null };
}

/** What was rubbed out: totals and a source come back as they were, a counterpart as the ratio demands. */
type Variant = 'totals' | 'source' | 'counterpart';

interface Filled {
  readonly name: string;
  readonly variant: Variant;
  readonly sheet: Sheet;
  readonly original: Book;
  readonly tables: readonly Table[];
  readonly blanked: string;
  readonly output: string;
  readonly edits: readonly { sheet: string; cell: string; after: { kind: string; formula?: string } }[];
  readonly refused: readonly { code: string; why: string }[];
}

function cleanSheets(): Sheet[] {
  const kept = readdirSync(WORKBOOKS, { withFileTypes: true }).flatMap((entry): Sheet[] => {
    if (!entry.isDirectory()) return [];
    const folder = new URL(`${entry.name}/`, WORKBOOKS);
    const { clean } = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as {
      clean: boolean;
    };
    const bytes = new Uint8Array(readFileSync(new URL(`${entry.name}.xlsx`, folder)));
    return clean ? [{ name: entry.name, bytes, options: [], context: { programme: null, year: null } }] : [];
  });
  const generated = Array.from({ length: CASES }, (_, i): Sheet => {
    const made = generateCase(FIRST_SEED + i, { scope: 'open', kinds: ['clean'] });
    const { match = [], programme, year } = made.options;
    return {
      name: `${made.layout}-${made.seed}`,
      bytes: made.bytes,
      options: [
        ...match.flatMap((ratio) => ['--match', ratio]),
        ...(programme === undefined ? [] : ['--programme', programme]),
        ...(year === undefined ? [] : ['--year', String(year)]),
      ],
      context: { programme: programme ?? null, year: year ?? null },
    };
  });
  return [...kept, ...generated];
}

async function fillOne(
  sheet: Sheet,
  variant: Variant,
  changes: readonly CellChange[],
): Promise<Omit<Filled, 'original' | 'tables'>> {
  const editor = openWorkbook(sheet.bytes);
  editor.change([...changes]);
  const name = `${sheet.name}-${variant}.xlsx`;
  const blanked = join(work, `blank-${name}`);
  const output = join(work, name);
  writeFileSync(blanked, editor.save());
  const { code, err, json } = await call('fill', blanked, '--output', output, '--json', ...sheet.options);
  expect([name, code, err]).toEqual([name, 0, '']);
  const report = json<{ edits: Filled['edits']; notFilled: Filled['refused'] }>();
  return { name, variant, sheet, blanked, output, edits: report.edits, refused: report.notFilled };
}

const filled: Filled[] = [];
let recalculatedFolder = '';

beforeAll(async () => {
  for (const sheet of cleanSheets()) {
    const original = openBook(readWorkbook(sheet.bytes));
    const tables = understand(original, { rules: RULES, ...sheet.context });
    const stated = sheet.options.includes('--match') || tables.some((one) => one.statedMatches.length > 0);
    const matched = stated ? sheet : { ...sheet, options: [...sheet.options, '--match', '0.125'] };
    const variants: [Variant, Sheet, CellChange[]][] = [
      ['totals', sheet, withoutTotals(tables)],
      ['source', sheet, withoutOneSource(original, tables)],
      ['counterpart', matched, withoutCounterpart(tables)],
    ];
    for (const [variant, wish, changes] of variants)
      if (changes.length > 0) filled.push({ original, tables, ...(await fillOne(wish, variant, changes)) });
  }
  recalculatedFolder = recalculateAll(
    work,
    filled.map(({ output }) => output),
  );
}, 1_800_000);

/** Cells in which figures stand or shall stand, with the number that a book shows there. */
function* figures(book: Book, tables: readonly Table[]): Iterable<readonly [string, string, number | null]> {
  for (const table of tables) {
    for (const { row } of table.rows) {
      for (const { column } of table.columns.filter(({ role }) => role === 'amount' || role === 'percent')) {
        const value = book.evaluator.value(table.sheet, row, column);
        yield [
          table.sheetName,
          cellAddress(row, column),
          value.kind === 'number' ? value.value.toNumber() : null,
        ];
      }
    }
  }
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

function storedFigure(book: Book, sheetName: string, cell: string): number | null {
  const sheet = book.snapshot.sheets.findIndex(({ name }) => name === sheetName);
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const stored = book.evaluator.stored(sheet, Number(digits), column);
  return stored.kind === 'number' ? stored.value.toNumber() : null;
}

describe('sheets that were rubbed out and filled', () => {
  it('are many, of each kind', () => {
    const count = (variant: Variant) => filled.filter((one) => one.variant === variant).length;
    expect(count('totals')).toBeGreaterThan(0.9 * CASES);
    expect(count('source')).toBeGreaterThan(0.4 * CASES);
    expect(count('counterpart')).toBeGreaterThan(0.1 * CASES);
  });

  it('show in LibreOffice, all recalculated, the figures that stood there before', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const one of filled.filter(({ variant }) => variant !== 'counterpart')) {
      const recalculated = openBook(readWorkbook(readFileSync(join(recalculatedFolder, one.name))));
      for (const [sheet, cell, before] of figures(one.original, one.tables)) {
        // Zero may have been typed where the fill leaves a blank; figures typed as text are named and left.
        if (before === null || before === 0) continue;
        const after = storedFigure(recalculated, sheet, cell);
        const left = after === null && one.refused.some(({ code }) => code === 'text-parts');
        compared++;
        // What a column of decreases says with a minus can also be said without; a blank column does not tell.
        const same = after !== null && (near(after, before) || (before < 0 && near(-after, before)));
        if (!left && !same) wrong.push(`${one.name} ${sheet}!${cell}: ${before} → ${after}`);
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(compared).toBeGreaterThan(50 * CASES);
  });

  it('carry the very values that LibreOffice computes for each formula', () => {
    const wrong: string[] = [];
    for (const one of filled) {
      const ours = openBook(readWorkbook(readFileSync(one.output)));
      const theirs = openBook(readWorkbook(readFileSync(join(recalculatedFolder, one.name))));
      const edited = new Set(one.edits.map(({ sheet, cell }) => `${sheet}!${cell}`));
      for (const [sheet, cell] of figures(one.original, one.tables)) {
        // A file whose own formulas carry no values is not made to carry them where nothing changed.
        const carried = storedFigure(one.original, sheet, cell) !== null || edited.has(`${sheet}!${cell}`);
        if (!carried) continue;
        const [a, b] = [storedFigure(ours, sheet, cell), storedFigure(theirs, sheet, cell)];
        if ((a === null) !== (b === null) || (a !== null && !near(a, b!)))
          wrong.push(`${one.name} ${sheet}!${cell}: ${a} ≠ ${b}`);
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it('hold no error and no warning for the check', async () => {
    const accused: string[] = [];
    for (const { name, output, sheet, refused, variant } of filled) {
      const { json } = await call('check', output, '--json', ...sheet.options);
      const { findings } = json<{ findings: { code: string; severity: string; message: string }[] }>();
      // Where another ratio than the sheet's own was asked for, the sum written out in words is an old one.
      const found = findings.find(
        ({ severity, code }) =>
          severity !== 'info' && !(variant === 'counterpart' && code === 'words-mismatch'),
      );
      if (found && !refused.some(({ code }) => code === 'text-parts'))
        accused.push(`${variant} ${name}: ${found.message}`);
    }
    expect(accused.slice(0, 20)).toEqual([]);
  });

  it('are filled in every cell that was rubbed out, or say why not', () => {
    const silent = filled.filter(({ edits, refused }) => edits.length === 0 && refused.length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('plan nothing when filled again', async () => {
    const again: string[] = [];
    for (const { name, output, sheet } of filled) {
      const { json } = await call('fill', output, '--dry-run', '--json', ...sheet.options);
      const { edits } = json<{ edits: Filled['edits'] }>();
      if (edits.length > 0) again.push(`${name} ${edits[0]!.sheet}!${edits[0]!.cell}`);
    }
    expect(again).toEqual([]);
  });

  it('are read by openpyxl, each formula as it was planned, every part well-formed', () => {
    const books = readAllByOpenpyxl(
      work,
      filled.map(({ output }) => output),
    );
    for (const { name, edits } of filled) {
      const book = books.get(name)!;
      expect([name, book.faults]).toEqual([name, []]);
      for (const { sheet, cell, after } of edits)
        if (after.kind === 'formula')
          expect([name, cell, book.sheets[sheet]?.[cell]]).toEqual([name, cell, after.formula]);
    }
  });

  it('are read by a second JavaScript reader with the same figures', async () => {
    for (const { output, name, tables } of filled) {
      const bytes = new Uint8Array(readFileSync(output));
      const ours = openBook(readWorkbook(bytes));
      const { sheets } = await readXlsx(bytes);
      for (const [sheet, cell] of figures(ours, tables)) {
        const value = storedFigure(ours, sheet, cell);
        const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
        const read = sheets.find((one) => one.name === sheet)?.rows[Number(row) - 1]?.[column - 1];
        if (value !== null)
          expect([name, cell, Number(read)]).toEqual([name, cell, expect.closeTo(value, 6)]);
      }
    }
  });

  it('are as before once undone, cell for cell', async () => {
    for (const { blanked, output } of filled) {
      const back = join(work, `back-${basename(output)}`);
      const { code } = await call('undo', output, '--edits', `${output}.edits.json`, '--output', back);
      expect(code).toBe(0);
      expect(readWorkbook(readFileSync(back))).toEqual(readWorkbook(readFileSync(blanked)));
    }
  });
});
