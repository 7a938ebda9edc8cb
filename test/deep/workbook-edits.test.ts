import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CellKind, cellAddress } from '@ctmtqg/core';
import { type CellChange, linkTo, openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { afterAll, describe, expect, it } from 'vitest';

const FOLDER = new URL('../workbooks/', import.meta.url);
const LIBREOFFICE_COPY = new URL('../../packages/workbook/test/files/rich-libreoffice.xlsx', import.meta.url);
const work = mkdtempSync(join(tmpdir(), 'deep-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** openpyxl of whichever Python has it. */
const PYTHON = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status === 0,
);

function workbooks(): [string, Uint8Array][] {
  const files: [string, URL][] = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) => {
    const file = entry.isDirectory() ? `${entry.name}/${entry.name}.xlsx` : entry.name;
    return file.endsWith('.xlsx') ? [[entry.name, new URL(file, FOLDER)] as [string, URL]] : [];
  });
  files.push(['rich-libreoffice.xlsx', LIBREOFFICE_COPY]);
  return files.map(([name, url]) => [name, new Uint8Array(readFileSync(url))]);
}

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 180_000,
    maxBuffer: 1 << 27,
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

/** Values, formulas and notes of each sheet as openpyxl reads them, and whether each XML part is well-formed. */
function readByOpenpyxl(file: string): {
  sheets: {
    name: string;
    state: string;
    cells: Record<string, unknown>;
    notes: Record<string, string>;
    fills: Record<string, string>;
  }[];
  faults: string[];
} {
  const script = `
import json, sys, zipfile, warnings
from xml.dom import minidom
import openpyxl
warnings.simplefilter('ignore')
faults = []
with zipfile.ZipFile(sys.argv[1]) as z:
    if z.testzip(): faults.append('crc')
    for n in z.namelist():
        if n.endswith(('.xml', '.rels', '.vml')):
            try: minidom.parseString(z.read(n))
            except Exception as e: faults.append(n + ': ' + str(e))
out = []
for ws in openpyxl.load_workbook(sys.argv[1]):
    cells, notes, fills = {}, {}, {}
    for row in ws.iter_rows():
        for c in row:
            v = c.value
            if v is not None: cells[c.coordinate] = v if isinstance(v, (int, float, str, bool)) else str(v)
            if c.comment: notes[c.coordinate] = c.comment.text
            if getattr(c.fill, 'patternType', None) == 'solid': fills[c.coordinate] = str(c.fill.fgColor.rgb)
    out.append(dict(name=ws.title, state=ws.sheet_state, cells=cells, notes=notes, fills=fills))
print(json.dumps(dict(sheets=out, faults=faults)))
`;
  return JSON.parse(run(PYTHON!, ['-c', script, file]));
}

/** Every sheet as a table of the texts that LibreOffice shows. */
function shownByLibreOffice(file: string, name: string): string[] {
  const out = join(work, `csv-${name}`);
  mkdirSync(out, { recursive: true });
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  run('soffice', [
    '--headless',
    `-env:UserInstallation=file://${join(work, 'profile')}`,
    '--convert-to',
    filter,
    '--outdir',
    out,
    file,
  ]);
  return readdirSync(out)
    .sort()
    .map((table) => readFileSync(join(out, table), 'utf8'));
}

describe('our reader and openpyxl', () => {
  for (const [name, bytes] of workbooks()) {
    it(`agree on values and formulas of ${name}`, () => {
      const file = join(work, 'read.xlsx');
      writeFileSync(file, bytes);
      const { sheets } = readWorkbook(bytes);
      const theirs = readByOpenpyxl(file).sheets;
      expect(sheets.map((sheet) => sheet.name)).toEqual(theirs.map((sheet) => sheet.name));
      sheets.forEach((sheet, i) => {
        const { cells, texts } = sheet;
        const formulas = new Map(sheet.formulas.map(({ cell, text }) => [cell, text]));
        const ours: Record<string, unknown> = {};
        for (let c = 0; c < cells.count; c++) {
          const figure = cells.numbers[c]!;
          const value =
            cells.kinds[c] === CellKind.number
              ? figure
              : cells.kinds[c] === CellKind.boolean
                ? figure === 1
                : texts[figure];
          ours[cellAddress(cells.rows[c]!, cells.columns[c]!)] = formulas.has(c)
            ? `=${formulas.get(c)}`
            : value;
        }
        // openpyxl turns numbers with a date format into dates.
        const isDate = (value: unknown) =>
          typeof value === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value);
        const dates = Object.entries(theirs[i]!.cells).filter(([, value]) => isDate(value));
        for (const [cell, value] of dates) if (typeof ours[cell] === 'number') ours[cell] = value;
        expect(ours).toEqual(theirs[i]!.cells);
      });
    });
  }
});

describe('edited workbooks in openpyxl and LibreOffice', () => {
  for (const [name, bytes] of workbooks()) {
    it(`${name} opens, shows the edits, and everything else as before`, () => {
      expect(PYTHON).toBeDefined();
      const snapshot = readWorkbook(bytes);
      const [sheet] = snapshot.sheets;
      const { cells, texts } = sheet!;
      const plain = [...cells.rows.keys()].filter(
        (i) => !sheet!.formulas.some((formula) => formula.cell === i),
      );
      const at = (i: number) => cellAddress(cells.rows[i]!, cells.columns[i]!);
      const marked = at(plain[plain.length >> 1]!);
      const lastRow = cells.rows[cells.count - 1]!;
      const added = cellAddress(lastRow + 4, 2);
      const changes: CellChange[] = [
        { sheet: sheet!.name, cell: marked, style: { fill: 'FFC7CE' }, note: 'Tổng không khớp\nĐiều 5' },
        { sheet: sheet!.name, cell: added, content: { kind: 'text', text: '=HYPERLINK("x")' } },
        {
          sheet: sheet!.name,
          cell: cellAddress(lastRow + 4, 3),
          content: { kind: 'formula', formula: '=1+2', cached: '3' },
        },
      ];
      const before = join(work, 'before.xlsx');
      writeFileSync(before, bytes);
      const old = readByOpenpyxl(before);
      const book = openWorkbook(bytes);
      book.change(changes);
      book.addSheet({
        name: 'Kết quả kiểm tra',
        cells: { A1: { content: { kind: 'text', text: marked }, link: linkTo(sheet!.name, marked) } },
        columnWidths: { A: 30 },
      });
      const after = join(work, 'after.xlsx');
      writeFileSync(after, book.save());

      const read = readByOpenpyxl(after);
      expect(read.faults).toEqual(old.faults);
      expect(read.sheets.map((one) => one.name)).toEqual([
        ...old.sheets.map((one) => one.name),
        'Kết quả kiểm tra',
      ]);
      const [first] = read.sheets;
      expect(first!.cells).toEqual({
        ...old.sheets[0]!.cells,
        [added]: '=HYPERLINK("x")',
        [cellAddress(lastRow + 4, 3)]: '=1+2',
      });
      expect(first!.notes).toEqual({ ...old.sheets[0]!.notes, [marked]: 'Tổng không khớp\nĐiều 5' });
      expect(first!.fills).toEqual({ ...old.sheets[0]!.fills, [marked]: 'FFFFC7CE' });
      expect(read.sheets.slice(1, -1)).toEqual(old.sheets.slice(1));
      expect(texts.length).toBeGreaterThan(0);

      const shownBefore = shownByLibreOffice(before, `${name}-before`);
      const shownAfter = shownByLibreOffice(after, `${name}-after`);
      expect(shownAfter).toHaveLength(shownBefore.length + 1);
      const lines = shownAfter.find((table) => table.includes('=HYPERLINK(""x"")'))!.split('\n');
      const oldLines = shownBefore
        .find((table) => lines[0]!.startsWith(table.split('\n')[0]!.replace(/,*$/, '')))!
        .split('\n');
      oldLines.slice(0, lastRow).forEach((line, i) => {
        expect(lines[i]!.replace(/,*$/, '')).toBe(line.replace(/,*$/, ''));
      });
    });
  }
});
