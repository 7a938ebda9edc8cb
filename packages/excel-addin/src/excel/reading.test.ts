import { buildSnapshot, type WorkbookSnapshot } from '@ctmtqg/core';
import { describe, expect, test } from 'vitest';
import { open, SHEET, SNAPSHOT } from '../../test/live-workbook.js';

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
  expect(host.traffic.bytesIn).toBeLessThan(5_000_000);
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

test('sheets added, deleted and renamed since are read, still in two requests', async () => {
  const { port, host, shell, settled } = await open();
  shell.deleteSheet('Trống');
  shell.addSheet('Mới');
  shell.renameSheet('Khoá', 'Khoá năm 2025');
  shell.type('Mới', 'B2', 5);
  await settled();
  host.resetTraffic();
  const { sheets } = await port.read();
  expect(sheets.map((sheet) => sheet.name)).toEqual([SHEET, 'Khoá năm 2025', 'Mới']);
  expect(sheets[2]!.cells.count).toBe(1);
  expect(host.traffic.requests).toBe(2);
});

test('a sheet that went without a word is no trouble either', async () => {
  const { port, host } = await open();
  host.book.sheets.splice(1, 1);
  expect((await port.read()).sheets.map((sheet) => sheet.name)).toEqual([SHEET, 'Khoá']);
});
