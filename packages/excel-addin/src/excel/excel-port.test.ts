import { buildSnapshot, type Edit, type WorkbookSnapshot } from '@ctmtqg/core';
import { describe, expect, test } from 'vitest';
import {
  bookFromSnapshot,
  cellAt,
  ExcelHost,
  type HostOptions,
  HostShell,
} from '../../../../test/excel-host/index.js';
import { loadOffice } from '../../../../test/excel-host/office-node.js';
import { ExcelPort } from './excel-port.js';

const SHEET = "Dự toán '25, A";

const SNAPSHOT = buildSnapshot(
  [
    {
      name: SHEET,
      cells: {
        A1: { value: 'Nội dung', style: { font: '.VnTime', bold: true } },
        B1: 'Tổng',
        A2: { value: 'Dự án 1', style: { indent: 1 } },
        B2: { value: 9504.2, style: { numberFormat: '#,##0.0', fill: 'FFFF00' } },
        A3: 'Dự án 2',
        B3: { value: '12', style: { numberFormat: '@' } },
        B4: { formula: 'SUM(B2:B3)', value: 9504.2, style: { bold: true } },
        B5: { formula: 'B4/0', value: { error: '#DIV/0!' } },
        C5: true,
        A6: { value: '=không phải công thức' },
        A7: '0601',
      },
      merges: ['B1:C1', 'A7:C7'],
      hiddenRows: [{ from: 3, to: 4 }],
      hiddenColumns: [{ from: 3, to: 3 }],
    },
    { name: 'Trống', cells: {}, state: 'hidden' },
    { name: 'Khoá', cells: { A1: 1, B1: { value: 2, style: { locked: false } } }, protected: true },
  ],
  { names: [{ name: 'TONG', refersTo: "'Dự toán ''25, A'!$B$4", sheet: null, hidden: false }] },
);

async function open(snapshot: WorkbookSnapshot = SNAPSHOT, options: HostOptions & { cells?: number } = {}) {
  const host = new ExcelHost(bookFromSnapshot(snapshot), options);
  const shell = new HostShell(host);
  const office = await loadOffice(shell);
  await office.settled();
  const now = () => '2025-08-08T01:02:03.000Z';
  const again = () => ExcelPort.open(office.Excel, { now, cellsPerRequest: options.cells ?? 100_000 });
  const port = await again();
  host.resetTraffic();
  return { host, shell, port, again, ...office };
}

const at = (host: ExcelHost, address: string, sheet = 0) => {
  const [, letters, row] = /^([A-Z])(\d+)$/.exec(address)!;
  return cellAt(host.book.sheets[sheet]!, Number(row), letters!.charCodeAt(0) - 64);
};

const edit = (cell: string, after: Edit['after'], more: Partial<Edit> = {}): Edit => ({
  sheet: SHEET,
  cell,
  before: { kind: 'blank' },
  after,
  ...more,
});

const number = (value: string) => ({ kind: 'number', value }) as const;

describe.each([
  ['vi-VN', '1.14'],
  ['en-US', '1.15'],
] as const)('reading in %s at ExcelApi %s', (locale, excelApi) => {
  test('gives the same snapshot as the workbook it came from, in two requests', async () => {
    const { port, host } = await open(SNAPSHOT, { locale, excelApi });
    const snapshot = await port.read();
    expect(host.traffic.requests).toBe(2);
    expect(host.keptReferences).toBe(0);
    snapshot.sheets.forEach((sheet, i) => {
      const source = SNAPSHOT.sheets[i]!;
      expect({ ...sheet, cells: { ...sheet.cells, styles: null } }).toEqual({
        ...source,
        cells: { ...source.cells, styles: null },
      });
      const look = (book: WorkbookSnapshot) =>
        [...book.sheets[i]!.cells.styles].map((style) => {
          const { font, numberFormat, bold, indent, locked } = book.styles[style]!;
          return { font, numberFormat, bold, indent, locked };
        });
      expect(look(snapshot)).toEqual(look(SNAPSHOT));
    });
    expect(snapshot.names).toEqual(SNAPSHOT.names);
  });
});

test('100,000 cells are read in two requests, each below 5 MB', async () => {
  const cells: Record<string, number | string> = {};
  for (let row = 1; row <= 10_000; row++) {
    cells[`A${row}`] = `Hỗ trợ nhà ở cho hộ nghèo ${row}`;
    for (const column of 'BCDEFGHIJ') cells[`${column}${row}`] = row + 0.5;
  }
  const { port, host } = await open(buildSnapshot([{ name: 'Lớn', cells }]));
  const snapshot = await port.read();
  expect(snapshot.sheets[0]!.cells.count).toBe(100_000);
  expect(host.traffic.requests).toBe(2);
  expect(host.traffic.bytesOut).toBeLessThan(5_000_000);
});

test('more cells than one request takes come in blocks, with progress', async () => {
  const { port, host } = await open(SNAPSHOT, { cells: 6 });
  const seen: number[][] = [];
  const snapshot = await port.read((done, of) => seen.push([done, of]));
  expect(snapshot.sheets[0]!.cells.rows).toEqual(SNAPSHOT.sheets[0]!.cells.rows);
  expect(snapshot.sheets[0]!.merges).toEqual(SNAPSHOT.sheets[0]!.merges);
  expect(snapshot.sheets[0]!.formulas).toEqual(SNAPSHOT.sheets[0]!.formulas);
  expect(seen.at(-1)).toEqual([seen.length, seen.length]);
  expect(host.traffic.requests).toBe(seen.length + 1);
});

test('a host that refuses a long answer is asked again by halves', async () => {
  const cells: Record<string, string> = {};
  for (let row = 1; row <= 400; row++) cells[`A${row}`] = `Nội dung rất dài ${'x'.repeat(90)} ${row}`;
  const { port, host } = await open(buildSnapshot([{ name: 'Dài', cells }]), { payloadLimit: 60_000 });
  const snapshot = await port.read();
  expect(snapshot.sheets[0]!.texts).toEqual(Object.values(cells));
  expect(host.traffic.requests).toBeGreaterThan(2);
});

test('a sheet that was deleted or added since is no trouble', async () => {
  const { port, host } = await open();
  host.book.sheets.splice(1, 1);
  expect((await port.read()).sheets.map((sheet) => sheet.name)).toEqual([SHEET, 'Khoá']);
});

describe('writing', () => {
  test('all edits in one request; numbers stay numbers, text stays text', async () => {
    const { port, host } = await open();
    await port.read();
    host.resetTraffic();
    await port.apply({
      title: 'Sửa',
      edits: [
        edit('B3', number('12')),
        edit('C2', { kind: 'formula', formula: '=SUM(B2:B3)', cached: null }),
        edit('C3', { kind: 'text', text: '0471' }),
        edit('C4', { kind: 'text', text: '=1+1' }),
        edit('A2', { kind: 'blank' }),
        edit('B2', number('9504.3'), { numberFormat: '#,##0.00' }),
      ],
    });
    expect(host.traffic.requests).toBe(1);
    expect(at(host, 'B3')).toMatchObject({ value: 12, formula: null });
    expect(at(host, 'C2')!.formula).toBe('SUM(B2:B3)');
    expect([at(host, 'C3')!.value, at(host, 'C4')!.value, at(host, 'C4')!.formula]).toEqual([
      '0471',
      '=1+1',
      null,
    ]);
    expect(at(host, 'A2')!.value).toBeNull();
    expect(at(host, 'B2')!.format!.numberFormat).toBe('#,##0.00');
    expect(host.book.eventsEnabled).toBe(true);
  });

  test('5,000 cells in one column are a few calls, one request', async () => {
    const { port, host } = await open();
    await port.read();
    host.resetTraffic();
    await port.apply({
      title: 'Điền',
      edits: Array.from({ length: 5_000 }, (_, i) => edit(`F${i + 1}`, number(String(i)))),
    });
    expect(host.traffic.requests).toBe(1);
    expect(host.traffic.actions).toBeLessThan(50);
    expect(at(host, 'F5000')!.value).toBe(4999);
  });

  test('undo brings back values, formulas, texts and formats, also after reopening', async () => {
    const { port, host, again } = await open();
    await port.read();
    const before = structuredClone([...host.book.sheets[0]!.cells]);
    await port.apply({
      title: 'Sửa 4 ô',
      edits: [
        edit('B3', number('12')),
        edit('B4', number('1')),
        edit('A6', { kind: 'text', text: 'x' }),
        edit('A7', number('601')),
      ],
    });
    const reopened = await again();
    expect(reopened.steps()).toEqual([{ id: 1, title: 'Sửa 4 ô', at: '2025-08-08T01:02:03.000Z', cells: 4 }]);
    host.resetTraffic();
    expect(await reopened.undo()).toMatchObject({ title: 'Sửa 4 ô' });
    // One to see that nobody changed the cells since, one to write.
    expect(host.traffic.requests).toBe(2);
    const now = new Map(host.book.sheets[0]!.cells);
    for (const [key, cell] of before) {
      const { value, formula, format } = now.get(key)!;
      // The host computes nothing, so a formula that was put back has no value yet.
      expect([formula ? null : value, formula, format]).toEqual([
        cell.formula ? null : cell.value,
        cell.formula,
        cell.format,
      ]);
    }
    expect(reopened.steps()).toEqual([]);
    expect([...host.book.settings.keys()]).toEqual([]);
  });

  test('undo refuses to overwrite what was changed since, unless told to', async () => {
    const { port, host, shell } = await open();
    await port.read();
    await port.apply({ title: 'Sửa', edits: [edit('B2', number('1'))] });
    shell.type(SHEET, 'B2', 77);
    await expect(port.undo()).rejects.toMatchObject({ code: 'changed-since', facts: { cell: 'B2' } });
    await port.undo(true);
    expect(at(host, 'B2')!.value).toBe(9504.2);
  });

  test('a fill that fails half way leaves the sheet as it was', async () => {
    const { port, host } = await open();
    await port.read();
    host.failAtAction = 12;
    const edits = [edit('B2', number('1')), edit('C2', number('2')), edit('D4', number('3'))];
    await expect(port.apply({ title: 'Điền', edits })).rejects.toMatchObject({ code: 'host' });
    expect(at(host, 'B2')!.value).toBe(9504.2);
    expect([at(host, 'C2')?.value ?? null, at(host, 'D4')?.value ?? null]).toEqual([null, null]);
    expect(host.book.eventsEnabled).toBe(true);
    expect(port.steps()).toEqual([]);
    expect([...host.book.settings.keys()]).toEqual([]);
  });

  test('refuses protected cells, cells inside a merged area, and cells changed since the check', async () => {
    const { port, host, shell, settled } = await open();
    await port.read();
    const locked = port.apply({ title: 'x', edits: [edit('A1', number('1'), { sheet: 'Khoá' })] });
    await expect(locked).rejects.toMatchObject({
      code: 'protected-sheet',
      facts: { sheet: 'Khoá', cell: 'A1' },
    });
    await port.apply({ title: 'x', edits: [edit('B1', number('5'), { sheet: 'Khoá' })] });
    expect(at(host, 'B1', 2)!.value).toBe(5);
    await port.read();
    const inside = port.apply({ title: 'x', edits: [edit('B7', number('1'))] });
    await expect(inside).rejects.toMatchObject({ code: 'merged-cell' });
    shell.type(SHEET, 'B2', 3, 'Remote');
    await settled();
    const stale = port.apply({ title: 'x', edits: [edit('B2', number('1'))] });
    await expect(stale).rejects.toMatchObject({ code: 'changed-since' });
  });

  test('a cell being typed in is said plainly, and nothing is written', async () => {
    const { port, host } = await open();
    await port.read();
    host.editingCell = true;
    await expect(port.apply({ title: 'x', edits: [edit('B2', number('1'))] })).rejects.toMatchObject({
      code: 'cell-edit',
    });
    expect(at(host, 'B2')!.value).toBe(9504.2);
  });
});

test('our functions become values, with what they spilled, and can be taken back', async () => {
  const snapshot = buildSnapshot([
    {
      name: SHEET,
      cells: {
        A1: { formula: 'CTMTQG.BANGCHU(5)', value: 'Năm đồng' },
        A2: { formula: 'CTMTQG.PHANBO(10,B1:C1,1,"first")', value: 6 },
        B2: 4,
        A3: { formula: 'CTMTQG.TENDUAN("x","y")', value: { error: '#N/A' } },
        A4: { formula: 'SUM(A2:B2)', value: 10 },
      },
    },
  ]);
  const { port, host } = await open(snapshot);
  host.book.sheets[0]!.spills = [{ top: 2, left: 1, bottom: 2, right: 2 }];
  expect(await port.freezeFunctions('Giá trị')).toMatchObject({ cells: 3 });
  const formulas = () => ['A1', 'A2', 'A3', 'A4'].map((cell) => at(host, cell)!.formula);
  expect(formulas()).toEqual([null, null, 'CTMTQG.TENDUAN("x","y")', 'SUM(A2:B2)']);
  expect([at(host, 'A1')!.value, at(host, 'A2')!.value, at(host, 'B2')!.value]).toEqual(['Năm đồng', 6, 4]);
  await port.undo(true);
  expect(formulas()[0]).toBe('CTMTQG.BANGCHU(5)');
  // Left blank, so that the formula can spill again.
  expect(at(host, 'B2')!.value).toBeNull();
});

describe('marks, memory and traces', () => {
  test('marks colour the worst finding of a cell and unmark restores each fill', async () => {
    const { port, host, again } = await open();
    await port.mark([
      { sheet: SHEET, cell: 'B2', severity: 'info' },
      { sheet: SHEET, cell: 'B2', severity: 'error' },
      { sheet: SHEET, cell: 'B4', severity: 'warning' },
    ]);
    expect(host.traffic.requests).toBe(2);
    expect([at(host, 'B2')!.format!.fill, at(host, 'B4')!.format!.fill]).toEqual(['FFD6D2', 'FFECB8']);
    const reopened = await again();
    expect(reopened.marked()).toBe(2);
    host.resetTraffic();
    await reopened.unmark();
    expect(host.traffic.requests).toBe(1);
    expect([at(host, 'B2')!.format!.fill, at(host, 'B4')!.format!.fill]).toEqual(['FFFF00', null]);
  });

  test('what the user told is there after reopening; clearing leaves nothing of ours', async () => {
    const { port, host, again } = await open();
    host.book.settings.set('khác', 'của người khác');
    await port.remember({
      ...port.memory(),
      programme: 'dttsmn-2021-2025',
      ignored: [{ key: 'k', reason: 'đúng', message: 'm' }],
    });
    await port.read();
    await port.apply({ title: 'Sửa', edits: [edit('B2', number('1'))] });
    await port.mark([{ sheet: SHEET, cell: 'B4', severity: 'error' }]);
    const reopened = await again();
    expect(reopened.memory()).toMatchObject({ programme: 'dttsmn-2021-2025', ignored: [{ reason: 'đúng' }] });
    await reopened.clearTraces();
    expect([...host.book.settings.keys()]).toEqual(['khác']);
    expect(at(host, 'B4')!.format!.fill).toBeNull();
    expect(reopened.steps()).toEqual([]);
  });

  test('selecting goes to the sheet and the cell in one request; listeners hear others, not us', async () => {
    const { port, host, shell, settled } = await open();
    const heard: unknown[] = [];
    const stop = port.onChange((change) => heard.push(change));
    await port.select('Khoá', 'B1');
    expect([host.traffic.requests, host.book.selection]).toEqual([1, 'B1']);
    expect(await port.selected()).toEqual({ sheet: 'Khoá', cell: 'B1' });
    await port.read();
    await port.apply({ title: 'x', edits: [edit('B2', number('1'))] });
    shell.type(SHEET, 'C9', 'x', 'Remote');
    await settled();
    stop();
    shell.type(SHEET, 'C9', 'y');
    await settled();
    expect(heard).toEqual([{ sheet: SHEET, address: 'C9', remote: true }]);
  });
});
