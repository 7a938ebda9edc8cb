import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Book, cellAddress, openBook, type Table, understand } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { type CellChange, openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../packages/cli/src/testing.js';
import { touchedEntries } from '../../packages/workbook/test/support/packages.js';
import { generateCase } from '../generator/case.js';
import {
  withCapitalHeaders,
  withExactCounterpart,
  withExactSources,
  withoutSources,
} from './support/by-rule.js';
import { readAllByOpenpyxl, recalculateAll } from './support/office.js';
import { withoutCapital, withoutCounterpart, withoutOneSource, withoutTotals } from './support/rub-out.js';

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

/** What was rubbed out: every one of them comes back as it was. */
type Variant = 'totals' | 'source' | 'capital' | 'counterpart' | 'ratio';

/** A ratio for sheets that state none, and the share that divides totals. */
const RATIO = '0.125';
const SHARE = '0.85';

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

function withoutMatch(options: readonly string[]): string[] {
  return options.filter((word, i) => word !== '--match' && options[i - 1] !== '--match');
}

const filled: Filled[] = [];
let recalculatedFolder = '';

const understood = (sheet: Sheet) => {
  const original = openBook(readWorkbook(sheet.bytes));
  return { original, tables: understand(original, { rules: RULES, ...sheet.context }) };
};

/** What the change of figures or headers itself brings: old amounts in words, money of a kind that a project has not. */
const MADE_SO = ['words-mismatch', 'ineligible-capital-kind'];

/** The sheet with figures that follow a rule exactly; `null` where nothing follows it, or the check would object. */
async function following(sheet: Sheet, changes: readonly CellChange[]): Promise<Sheet | null> {
  if (changes.length === 0) return null;
  const editor = openWorkbook(sheet.bytes);
  editor.change([...changes]);
  const bytes = editor.save();
  const path = join(work, 'following.xlsx');
  writeFileSync(path, bytes);
  const { json } = await call('check', path, '--json', ...sheet.options);
  const { findings } = json<{ findings: { severity: string; code: string }[] }>();
  const wrong = findings.some(({ severity, code }) => severity !== 'info' && !MADE_SO.includes(code));
  return wrong ? null : { ...sheet, bytes };
}

beforeAll(async () => {
  for (const sheet of cleanSheets()) {
    const { original, tables } = understood(sheet);
    const add = async (
      variant: Variant,
      of: Sheet,
      rubOut: (of: ReturnType<typeof understood>) => CellChange[],
    ) => {
      const read = of === sheet ? { original, tables } : understood(of);
      const changes = rubOut(read);
      if (changes.length > 0) filled.push({ ...read, ...(await fillOne(of, variant, changes)) });
    };
    await add('totals', sheet, (of) => withoutTotals(of.tables));
    await add('source', sheet, (of) => withoutOneSource(of.original, of.tables));
    const kinds = await following(sheet, withCapitalHeaders(tables));
    if (kinds) await add('capital', kinds, (of) => withoutCapital(of.original, of.tables));
    // Ratios that the sheet states hold for some of its money only; one that the caller gives holds for all.
    const plain = { ...sheet, options: withoutMatch(sheet.options) };
    const matched = { ...plain, options: [...plain.options, '--match', RATIO] };
    const owed = await following(matched, withExactCounterpart(original, tables, RATIO));
    if (owed) await add('counterpart', owed, (of) => withoutCounterpart(of.tables));
    const shared = {
      ...plain,
      options: [...plain.options, '--share', `central=${SHARE}`, '--policy', 'largest-remainder'],
    };
    const checked = await following(plain, withExactSources(original, tables, SHARE));
    if (checked) await add('ratio', { ...shared, bytes: checked.bytes }, (of) => withoutSources(of.tables));
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

/** What `check` takes of the options of a fill. */
function checkOptions(options: readonly string[]): string[] {
  const own = ['--share', '--policy'];
  return options.filter((word, i) => !own.includes(word) && !own.includes(options[i - 1] ?? ''));
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

function storedFigure(book: Book, sheetName: string, cell: string): number | null {
  const sheet = book.snapshot.sheets.findIndex(({ name }) => name === sheetName);
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const stored = book.evaluator.stored(sheet, Number(digits), column);
  return stored.kind === 'number' ? stored.value.toNumber() : null;
}

/** Everything that a workbook holds save the cells of the plan; of formulas what they say, not what they show. */
function contentsOf(bytes: Uint8Array, edits: Filled['edits']): unknown {
  const planned = new Set(edits.map(({ sheet, cell }) => `${sheet}!${cell}`));
  const { sheets, ...rest } = readWorkbook(bytes);
  return {
    names: rest.names,
    sheets: sheets.map((sheet) => {
      const {
        cells,
        texts,
        formulas,
        styles: _own,
        ...others
      } = sheet as typeof sheet & { styles?: unknown };
      const byCell = new Map(formulas.map(({ cell, text }) => [cell, text]));
      const kept: Record<string, unknown> = {};
      for (let i = 0; i < cells.count; i++) {
        const address = cellAddress(cells.rows[i]!, cells.columns[i]!);
        const formula = byCell.get(i);
        if (planned.has(`${sheet.name}!${address}`)) continue;
        kept[address] = formula ?? [
          cells.kinds[i],
          cells.kinds[i] === 1 ? cells.numbers[i] : texts[cells.numbers[i]!],
        ];
      }
      return { ...others, kept };
    }),
  };
}

describe('sheets that were rubbed out and filled', () => {
  it('are many, of each kind', () => {
    const count = (variant: Variant) => filled.filter((one) => one.variant === variant).length;
    const kinds = ['totals', 'source', 'capital', 'counterpart', 'ratio'] as const;
    console.info(kinds.map((kind) => `${kind} ${count(kind)}`).join(', '));
    expect(count('totals')).toBeGreaterThan(0.9 * CASES);
    expect(count('source')).toBeGreaterThan(0.4 * CASES);
    expect(count('capital')).toBeGreaterThan(0.1 * CASES);
    expect(count('counterpart')).toBeGreaterThan(0.1 * CASES);
    expect(count('ratio')).toBeGreaterThan(0.1 * CASES);
  });

  it('show in LibreOffice, all recalculated, the figures that stood there before', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const one of filled) {
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
      const { json } = await call('check', output, '--json', ...checkOptions(sheet.options));
      const { findings } = json<{ findings: { code: string; severity: string; message: string }[] }>();
      const changed = variant !== 'totals' && variant !== 'source';
      const found = findings.find(
        ({ severity, code }) => severity !== 'info' && !(changed && MADE_SO.includes(code)),
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

  it('differ in nothing but the cells that the plan names and what depends on them', () => {
    const others = /^xl\/(worksheets\/[^/]+\.xml|calcChain\.xml|workbook\.xml|styles\.xml)$/;
    for (const { blanked, output, name, edits } of filled) {
      const [before, after] = [blanked, output].map((path) => new Uint8Array(readFileSync(path)));
      const touched = touchedEntries(before!, after!);
      expect([name, touched.filter((entry) => !others.test(entry))]).toEqual([name, []]);
      expect(contentsOf(after!, edits)).toEqual(contentsOf(before!, edits));
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
