import { buildSnapshot } from '@ctmtqg/core';
import { describe, expect, test } from 'vitest';
import { cellAt, cellFor, PLAIN_FORMAT } from '../../../../test/excel-host/index.js';
import { at, edit, number, open, SHEET, SNAPSHOT, stateOf } from '../../test/live-workbook.js';
import { ExcelPort } from './excel-port.js';

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

  test('nothing is written while Excel computes, redraws or tells of changes', async () => {
    const { port, host } = await open();
    await port.read();
    await port.apply({ title: 'Điền', edits: [edit('B2', number('1')), edit('F9', number('2'))] });
    await port.mark([{ sheet: SHEET, cell: 'B2', severity: 'error' }]);
    await port.unmark();
    await port.undo();
    expect(host.traffic.loudWrites).toBe(0);
    expect(host.book.eventsEnabled).toBe(true);
  });

  test('formats of blank cells are kept for undo, inside what was read and outside of it', async () => {
    const { port, host } = await open();
    const sheet = host.book.sheets[0]!;
    const blank = (row: number, column: number, numberFormat: string) => {
      cellFor(sheet, row, column).format = { ...PLAIN_FORMAT, numberFormat };
    };
    blank(2, 3, '#,##0.0');
    blank(3, 3, '@');
    blank(20, 6, '0.00%');
    blank(21, 6, '@');
    blank(22, 6, '@');
    const before = stateOf(host);
    await port.read();
    host.resetTraffic();
    const formula = { kind: 'formula', formula: '=SUM(B2:B3)', cached: null } as const;
    await port.apply({
      title: 'Điền',
      edits: [
        edit('C2', number('1'), { numberFormat: '#,##0' }),
        edit('C3', number('2')),
        edit('F20', number('3'), { numberFormat: '#,##0' }),
        edit('F21', formula),
        edit('F22', { kind: 'text', text: '0471' }),
        edit('F23', number('4')),
      ],
    });
    // One to write; one more only because F21 turned out to hold letters.
    expect(host.traffic.requests).toBe(2);
    expect([at(host, 'C3')!.value, at(host, 'C3')!.format!.numberFormat]).toEqual([2, 'General']);
    expect(at(host, 'F21')!.formula).toBe('SUM(B2:B3)');
    expect([at(host, 'F22')!.value, at(host, 'F22')!.format!.numberFormat]).toEqual(['0471', '@']);
    await port.undo();
    expect(stateOf(host)).toEqual(before);
  });

  test('more than one request takes goes in blocks, each below the limit, and is taken back', async () => {
    const { port, host, again } = await open(SNAPSHOT, { bytes: 40_000 });
    await port.read();
    const before = stateOf(host);
    host.resetTraffic();
    const edits = Array.from({ length: 12_000 }, (_, i) =>
      edit(`F${i + 1}`, { kind: 'text', text: `Hỗ trợ nhà ở 🏠 ${i}` }),
    );
    await port.apply({ title: 'Điền', edits });
    expect(host.traffic.requests).toBeGreaterThan(5);
    // A block is as long as one run of cells at least.
    expect(host.traffic.bytesIn).toBeLessThan(400_000);
    const reopened = await again();
    expect(reopened.steps()[0]).toMatchObject({ cells: 12_000 });
    await reopened.undo();
    expect(stateOf(host)).toEqual(before);
  });

  test('the steps of two people in one workbook do not overwrite each other', async () => {
    const { port, host, Excel } = await open();
    const now = () => '2025-08-08T01:02:04.000Z';
    const other = await ExcelPort.open(Excel, { now });
    await port.read();
    await other.read();
    await port.apply({ title: 'Của tôi', edits: [edit('B2', number('1'))] });
    await other.apply({ title: 'Của người khác', edits: [edit('B3', number('2'))] });
    const third = await ExcelPort.open(Excel, { now });
    expect(third.steps().map((step) => step.title)).toEqual(['Của người khác', 'Của tôi']);
    await third.undo();
    await third.undo();
    expect([at(host, 'B2')!.value, at(host, 'B3')!.value]).toEqual([9504.2, '12']);
  });

  test('what is kept for undo stays within bounds: the oldest steps go first', async () => {
    const { port, host, again } = await open();
    for (let i = 1; i <= 25; i++) {
      await port.read();
      await port.apply({ title: `Bước ${i}`, edits: [edit('B2', number(String(i)))] });
    }
    const titles = (await again()).steps().map((step) => step.title);
    expect([titles.length, titles[0], titles.at(-1)]).toEqual([20, 'Bước 25', 'Bước 6']);
    expect(host.book.settings.size).toBe(20);
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

  test('a change that came while the workbook was read is not written over', async () => {
    const { port, host, shell } = await open(SNAPSHOT, { cells: 6 });
    await port.read((done) => {
      if (done === 2) shell.type(SHEET, 'B2', 3, 'Remote');
    });
    const stale = port.apply({ title: 'x', edits: [edit('B2', number('1'))] });
    await expect(stale).rejects.toMatchObject({ code: 'changed-since', facts: { cell: 'B2' } });
    expect(at(host, 'B2')!.value).toBe(3);
  });

  test('a second fix from the same check does not write over what was typed after the first', async () => {
    const { port, host, shell, settled } = await open();
    await port.read();
    await port.apply({ title: 'Sửa', edits: [edit('B3', number('12'))] });
    shell.type(SHEET, 'B2', 77);
    await settled();
    const second = port.apply({ title: 'Sửa', edits: [edit('B2', number('1'))] });
    await expect(second).rejects.toMatchObject({ code: 'changed-since' });
    expect(at(host, 'B2')!.value).toBe(77);
  });

  test('rows put in since move everything, so nothing on that sheet is written', async () => {
    const { port, shell, settled } = await open();
    await port.read();
    shell.insertRows(SHEET, 6);
    await settled();
    const stale = port.apply({ title: 'x', edits: [edit('B2', number('1'))] });
    await expect(stale).rejects.toMatchObject({ code: 'changed-since' });
  });

  test('a sheet renamed since is still the one that is meant; one that is gone is said', async () => {
    const { port, host, shell, again } = await open();
    await port.read();
    shell.renameSheet(SHEET, 'Tên mới');
    await port.select(SHEET, 'B2');
    await port.apply({ title: 'Sửa', edits: [edit('B2', number('1'))] });
    expect(at(host, 'B2')!.value).toBe(1);
    const reopened = await again();
    await reopened.undo();
    expect(at(host, 'B2')!.value).toBe(9504.2);
    host.book.sheets.shift();
    await expect(port.select(SHEET, 'B2')).rejects.toMatchObject({ code: 'sheet-missing' });
  });

  test('undo says that a sheet is gone, and forced takes back the rest', async () => {
    const { port, host, shell } = await open();
    await port.read();
    const edits = [edit('B2', number('1')), edit('B1', number('5'), { sheet: 'Khoá' })];
    await port.apply({ title: 'Sửa', edits });
    shell.deleteSheet(SHEET);
    await expect(port.undo()).rejects.toMatchObject({ code: 'changed-since', facts: { sheet: SHEET } });
    await port.undo(true);
    expect(cellAt(host.book.sheets[1]!, 1, 2)!.value).toBe(2);
    expect(port.steps()).toEqual([]);
  });

  test('a formula in a blank column of a table stays in its own cell', async () => {
    const { port, host } = await open();
    const sheet = host.book.sheets[0]!;
    sheet.tables = [{ id: '{t1}', name: 'Bảng1', area: { top: 1, left: 1, bottom: 7, right: 4 } }];
    const before = stateOf(host);
    await port.read();
    host.resetTraffic();
    const sum = { kind: 'formula', formula: '=SUM(B2:B3)', cached: null } as const;
    await port.apply({ title: 'Điền', edits: [edit('D4', sum), edit('F4', sum)] });
    // One to write; one more since Excel had copied the formula down the column.
    expect(host.traffic.requests).toBe(2);
    expect([2, 3, 4, 5].map((row) => at(host, `D${row}`)?.formula ?? null)).toEqual([
      null,
      null,
      'SUM(B2:B3)',
      null,
    ]);
    await port.undo();
    expect(stateOf(host)).toEqual(before);
  });

  test('cells of rows that a filter hides are written in their place', async () => {
    const { port, host } = await open();
    await port.read();
    const hidden = [...host.book.sheets[0]!.hiddenRows];
    await port.apply({
      title: 'Điền',
      edits: [2, 3, 4, 5].map((row) => edit(`D${row}`, number(String(row)))),
    });
    expect([2, 3, 4, 5].map((row) => at(host, `D${row}`)!.value)).toEqual([2, 3, 4, 5]);
    expect([...host.book.sheets[0]!.hiddenRows]).toEqual(hidden);
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
