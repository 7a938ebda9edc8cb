import { describe, expect, test } from 'vitest';
import { at, edit, number, open, SHEET, stateOf } from '../../test/live-workbook.js';
import { EMPTY_MEMORY } from '../port/types.js';

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
    // One to see that nobody coloured the cells since, one to write.
    expect(host.traffic.requests).toBe(2);
    expect([at(host, 'B2')!.format!.fill, at(host, 'B4')!.format!.fill]).toEqual(['FFFF00', null]);
  });

  test('a colour that somebody gave since stays; marks that rows have moved are found', async () => {
    const { port, host, shell } = await open();
    await port.mark([
      { sheet: SHEET, cell: 'B2', severity: 'error' },
      { sheet: SHEET, cell: 'B4', severity: 'error' },
      { sheet: SHEET, cell: 'A7', severity: 'warning' },
    ]);
    at(host, 'A7')!.format!.fill = '00FF00';
    shell.insertRows(SHEET, 2);
    await port.unmark();
    const fills = ['B2', 'B3', 'B5', 'A8'].map((cell) => at(host, cell)?.format?.fill ?? null);
    expect(fills).toEqual([null, 'FFFF00', null, '00FF00']);
    expect(port.marked()).toBe(0);
  });

  test('a sheet that was renamed or deleted since holds up neither unmarking nor clearing', async () => {
    const { port, host, shell, again } = await open();
    await port.mark([
      { sheet: SHEET, cell: 'B2', severity: 'error' },
      { sheet: 'Trống', cell: 'A1', severity: 'error' },
    ]);
    shell.renameSheet(SHEET, 'Tên mới');
    host.book.sheets.splice(1, 1);
    await (await again()).clearTraces();
    expect(at(host, 'B2')!.format!.fill).toBe('FFFF00');
    expect(host.book.settings.size).toBe(0);
  });

  test('a protected sheet is told, and the others are marked', async () => {
    const { port, host } = await open();
    const marks = [
      { sheet: 'Khoá', cell: 'A1', severity: 'error' },
      { sheet: SHEET, cell: 'B2', severity: 'error' },
    ] as const;
    await expect(port.mark(marks)).rejects.toMatchObject({
      code: 'protected-sheet',
      facts: { sheet: 'Khoá' },
    });
    expect([at(host, 'B2')!.format!.fill, at(host, 'A1', 2)!.format!.fill]).toEqual(['FFD6D2', null]);
    expect(port.marked()).toBe(1);
    await port.unmark();
    expect(at(host, 'B2')!.format!.fill).toBe('FFFF00');
  });

  test('thousands of marks are a few calls', async () => {
    const { port, host } = await open();
    const before = stateOf(host);
    host.resetTraffic();
    await port.mark(
      Array.from({ length: 3_000 }, (_, i) => ({
        sheet: SHEET,
        cell: `B${i + 2}`,
        severity: 'info' as const,
      })),
    );
    expect([host.traffic.requests, host.traffic.actions < 200]).toEqual([2, true]);
    await port.unmark();
    expect(stateOf(host)).toEqual(before);
  });

  test('after a whole session, clearing leaves the very workbook that there was, but for the fixes', async () => {
    const { port, host, shell, settled } = await open();
    shell.type(SHEET, 'B2', 1);
    const before = stateOf(host);
    shell.type(SHEET, 'B2', 9504.2);
    await settled();
    await port.read();
    await port.remember({ ...port.memory(), year: 2025, ignored: [{ key: 'k', reason: 'r', message: 'm' }] });
    await port.apply({ title: 'Sửa', edits: [edit('B2', number('1'))] });
    await port.apply({ title: 'Sửa', edits: [edit('A2', { kind: 'text', text: 'x' })] });
    await port.undo();
    await port.mark([{ sheet: SHEET, cell: 'B4', severity: 'error' }]);
    await port.clearTraces();
    expect(stateOf(host)).toEqual(before);
    expect(port.memory()).toEqual(EMPTY_MEMORY);
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
    expect(await port.selected()).toEqual({ sheet: 'Khoá', top: 1, left: 2, bottom: 1, right: 2 });
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
