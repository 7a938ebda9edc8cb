import {
  type CellContent,
  CellKind,
  type Edit,
  locate,
  parseAddress,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { createWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookFromSnapshot, ExcelHost, HostShell } from '../../../test/excel-host/index.js';
import { loadOffice } from '../../../test/excel-host/office-node.js';
import { recalculate } from '../../../test/excel-host/recalculate.js';
import type { Engine } from '../src/engine/client.js';
import { ExcelPort } from '../src/excel/excel-port.js';
import { FilePort } from '../src/file/file-port.js';
import { EMPTY_MEMORY, type WorkbookPort } from '../src/port/types.js';
import { engineInNode } from './worker-in-node.js';

const SHEET = "Biểu '1, a";
const text = (content: string): CellContent => ({ kind: 'text', text: content });
const number = (value: string): CellContent => ({ kind: 'number', value });
const formula = (written: string, cached: string): CellContent => ({
  kind: 'formula',
  formula: written,
  cached,
});

const FILE = createWorkbook([
  {
    name: SHEET,
    cells: {
      A1: { content: text('Nội dung') },
      B1: { content: text('Số tiền') },
      B2: { content: number('9504.2'), style: { numberFormat: '#,##0.0' } },
      B3: { content: text('12'), style: { numberFormat: '@' } },
      B4: { content: formula('=SUM(B2:B3)', '9504.2') },
      A5: { content: text('0601') },
      A6: { content: text('=không phải công thức') },
    },
    merges: ['A7:C7'],
  },
  {
    name: 'Khoá',
    protected: true,
    cells: {
      A1: { content: number('1') },
      B1: { content: number('2'), style: { locked: false } },
      B2: { style: { locked: false } },
      C3: { content: number('3') },
    },
  },
]);

/** A port with the way to see what stands in its workbook. */
interface Opened {
  readonly port: WorkbookPort;
  now(): Promise<WorkbookSnapshot>;
}

const inExcel = (locale: 'vi-VN' | 'en-US', excelApi: string) => async (): Promise<Opened> => {
  const host = new ExcelHost(bookFromSnapshot(readWorkbook(FILE)), { recalculate, locale, excelApi });
  const { Excel } = await loadOffice(new HostShell(host));
  const port = await ExcelPort.open(Excel, { now: () => '2025-08-08T01:02:03.000Z' });
  await port.read();
  return { port, now: () => port.read() };
};

let engine: Engine;
beforeAll(async () => {
  engine = await engineInNode();
});

async function asFile(): Promise<Opened> {
  const bytes = new Uint8Array(FILE);
  const port = await FilePort.open(engine, {
    name: 'biểu.xlsx',
    arrayBuffer: async () => bytes.slice().buffer,
  } as File);
  return { port, now: async () => readWorkbook(await port.save()) };
}

function cell(book: WorkbookSnapshot, address: string, name = SHEET) {
  const sheet = book.sheets.find((one) => one.name === name)!;
  const { row, column } = parseAddress(address)!;
  const index = locate(sheet).find(row, column);
  if (index < 0) return null;
  const value = sheet.cells.numbers[index]!;
  const kind = sheet.cells.kinds[index];
  return {
    value: kind === CellKind.text ? sheet.texts[value] : value,
    formula: sheet.formulas.find((one) => one.cell === index)?.text ?? null,
    format: book.styles[sheet.cells.styles[index]!]!.numberFormat,
  };
}

const contents = (book: WorkbookSnapshot) =>
  book.sheets.map((sheet) => [
    sheet.name,
    ...[...sheet.cells.rows].map((row, i) => [
      row,
      sheet.cells.columns[i],
      sheet.cells.kinds[i] === CellKind.text ? sheet.texts[sheet.cells.numbers[i]!] : sheet.cells.numbers[i],
      sheet.formulas.find((one) => one.cell === i)?.text,
      book.styles[sheet.cells.styles[i]!]!.numberFormat,
    ]),
  ]);

const edit = (address: string, after: CellContent, more: Partial<Edit> = {}): Edit => ({
  sheet: SHEET,
  cell: address,
  before: { kind: 'blank' },
  after,
  ...more,
});

describe.each([
  ['the live workbook in Excel vi-VN with ExcelApi 1.14', inExcel('vi-VN', '1.14')],
  ['the live workbook in Excel en-US with ExcelApi 1.15', inExcel('en-US', '1.15')],
  ['a dropped file', asFile],
])('%s keeps the contract of a workbook', (_, open) => {
  test('edits are made as they are meant: figures, texts, formulas, blanks, formats', async () => {
    const { port, now } = await open();
    const step = await port.apply({
      title: 'Sửa',
      edits: [
        edit('B2', number('9504.3'), { numberFormat: '#,##0.00' }),
        edit('B3', number('12')),
        edit('C2', formula('=SUM(B2:B3)', '0')),
        edit('C3', text('0471')),
        edit('C4', text('=1+1')),
        edit('C5', text("'x")),
        edit('A1', { kind: 'blank' }),
      ],
    });
    expect(step).toMatchObject({ title: 'Sửa', cells: 7 });
    const book = await now();
    expect(cell(book, 'B2')).toEqual({ value: 9504.3, formula: null, format: '#,##0.00' });
    expect(cell(book, 'B3')).toEqual({ value: 12, formula: null, format: 'General' });
    expect(cell(book, 'C2')).toMatchObject({ value: 9516.3, formula: 'SUM(B2:B3)' });
    expect(cell(book, 'B4')).toMatchObject({ value: 9516.3, formula: 'SUM(B2:B3)' });
    expect(['C3', 'C4', 'C5'].map((at) => cell(book, at)?.value)).toEqual(['0471', '=1+1', "'x"]);
    expect(cell(book, 'C4')?.formula).toBeNull();
    expect(cell(book, 'A1')).toBeNull();
  });

  test('steps are taken back one by one, the last first, to what there was', async () => {
    const { port, now } = await open();
    const before = contents(await now());
    await port.apply({ title: 'Một', edits: [edit('B3', number('12')), edit('A5', number('601'))] });
    const between = contents(await now());
    await port.apply({ title: 'Hai', edits: [edit('B4', number('1')), edit('A6', text('x'))] });
    expect(port.steps().map((step) => step.title)).toEqual(['Hai', 'Một']);
    expect(await port.undo()).toMatchObject({ title: 'Hai' });
    expect(contents(await now())).toEqual(between);
    expect(await port.undo()).toMatchObject({ title: 'Một' });
    expect(contents(await now())).toEqual(before);
    expect([await port.undo(), port.steps()]).toEqual([null, []]);
  });

  test.each([
    [
      'a blank locked cell of a protected sheet',
      edit('A2', number('1'), { sheet: 'Khoá' }),
      'protected-sheet',
    ],
    ['a locked cell of a protected sheet', edit('A1', number('1'), { sheet: 'Khoá' }), 'protected-sheet'],
    ['a cell inside a merged area', edit('B7', number('1')), 'merged-cell'],
    ['a sheet that is not there', edit('A1', number('1'), { sheet: 'Không có' }), 'sheet-missing'],
  ])('%s is refused, and the other edits with it', async (_what, wrong, code) => {
    const { port, now } = await open();
    const before = contents(await now());
    const asked = port.apply({ title: 'x', edits: [edit('B2', number('1')), wrong] });
    await expect(asked).rejects.toMatchObject({ code, facts: { sheet: wrong.sheet, cell: wrong.cell } });
    expect(contents(await now())).toEqual(before);
    expect(port.steps()).toEqual([]);
  });

  test('unlocked cells of a protected sheet, blank or not, and the first cell of a merged area are written', async () => {
    const { port, now } = await open();
    await port.apply({
      title: 'x',
      edits: [
        edit('B1', number('5'), { sheet: 'Khoá' }),
        edit('B2', number('6'), { sheet: 'Khoá' }),
        edit('A7', text('y')),
      ],
    });
    const book = await now();
    const values = [cell(book, 'B1', 'Khoá'), cell(book, 'B2', 'Khoá'), cell(book, 'A7')].map(
      (one) => one?.value,
    );
    expect(values).toEqual([5, 6, 'y']);
  });

  test('marks and what is remembered are there until they are cleared', async () => {
    const { port, now } = await open();
    const before = contents(await now());
    await port.mark([{ sheet: SHEET, cell: 'B2', severity: 'error' }]);
    await port.remember({ ...port.memory(), year: 2025 });
    expect([port.marked(), port.memory().year]).toEqual([1, 2025]);
    await port.unmark();
    expect(port.marked()).toBe(0);
    await port.mark([{ sheet: SHEET, cell: 'B4', severity: 'info' }]);
    await port.clearTraces();
    expect([port.marked(), port.memory()]).toEqual([0, EMPTY_MEMORY]);
    expect(contents(await now())).toEqual(before);
  });

  test('its sheets are named, and a cell that is gone to is the selected one', async () => {
    const { port } = await open();
    expect(await port.sheetNames()).toEqual([SHEET, 'Khoá']);
    await port.select('Khoá', 'B1');
    expect(await port.selected()).toEqual({ sheet: 'Khoá', top: 1, left: 2, bottom: 1, right: 2 });
  });
});
