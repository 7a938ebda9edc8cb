import { readFileSync } from 'node:fs';
import { createWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { describe, expect, test } from 'vitest';
import { bookFromSnapshot, cellAt, ExcelHost, HostShell } from '../../../../test/excel-host/index.js';
import { loadOffice } from '../../../../test/excel-host/office-node.js';
import { workbook } from '../../test/browser.js';
import { chartOf } from '../../test/chart-plan.js';
import { chartWork } from '../pane/chart-work.js';
import { vi } from '../pane/words/vi.js';
import { ExcelPort } from './excel-port.js';

async function open(name: string) {
  const bytes = new Uint8Array(readFileSync(workbook(name)));
  const host = new ExcelHost(bookFromSnapshot(readWorkbook(bytes)), { readFile: readWorkbook });
  const office = await loadOffice(new HostShell(host));
  await office.settled();
  const again = () => ExcelPort.open(office.Excel, { now: () => '2025-08-08T01:02:03.000Z' });
  const port = await again();
  host.resetTraffic();
  return { host, port, again, plan: chartOf(bytes)! };
}

const NESTED = '04_laichau_gnbv_cong_con_sai';
const names = (host: ExcelHost) => host.book.sheets.map((sheet) => sheet.name);

describe('a chart in Excel', () => {
  test('is drawn on a new sheet from formulas, and taken back after the workbook was opened again', async () => {
    const { host, port, again, plan } = await open(NESTED);
    const work = chartWork(plan, 'new-sheet', await port.sheetNames(), vi);
    host.resetTraffic();
    const step = await port.insertChart(work, 'chèn biểu đồ');
    expect(host.traffic.requests).toBe(4); // what stands there, drawn, described for the undo, kept
    expect(names(host)).toEqual(['Biểu 1', 'Biểu đồ nguồn vốn']);
    const sheet = host.book.sheets[1]!;
    expect(cellAt(sheet, 4, 3)!.formula).toMatch(/^'Biểu 1'!D\d+$/);
    const [chart] = sheet.charts;
    expect(chart).toMatchObject({ type: 'BarStacked', title: vi.chart.title, legend: 'Bottom' });
    expect(chart!.categoryAxis).toMatchObject({ reversed: true, position: 'Maximum' });
    expect(chart!.series.map((one) => [one.name, one.color])).toEqual([['Ngân sách trung ương', '#1F5FA8']]);
    expect(chart!.series[0]).toMatchObject({
      values: "'Biểu đồ nguồn vốn'!C4:C8",
      categories: "'Biểu đồ nguồn vốn'!A4:A8",
    });
    expect(host.book.eventsEnabled).toBe(true);

    const reopened = await again();
    expect(reopened.steps()[0]).toEqual(step);
    await reopened.undo();
    expect(names(host)).toEqual(['Biểu 1']);
    expect([...host.book.settings.keys()]).toEqual([]);
  });

  test('stands beside the table, drawn from its own cells, and is taken back alone', async () => {
    const { host, port, plan } = await open('01_dantien_dtts_2025');
    await port.insertChart(chartWork(plan, 'beside', await port.sheetNames(), vi), 'chèn biểu đồ');
    const sheet = host.book.sheets.find((one) => one.name === plan.sheet)!;
    expect(sheet.charts).toHaveLength(1);
    expect(sheet.charts[0]!.series.map((one) => one.name)).toEqual(
      plan.sources.map(({ source }) => vi.sources[source]),
    );
    const [first, last] = [plan.rows[0]!.row, plan.rows.at(-1)!.row];
    sheet.charts[0]!.series.forEach((series, i) => {
      const [column] = plan.sources[i]!.columns;
      expect(series.values.split('!')[1]).toBe(`${column}${first}:${column}${last}`);
    });
    await port.undo();
    expect(sheet.charts).toEqual([]);
    expect(names(host)).toHaveLength(host.book.sheets.length);
  });

  test('spares a sheet of the same name that came in between', async () => {
    const { host, port, plan } = await open(NESTED);
    const work = chartWork(plan, 'new-sheet', await port.sheetNames(), vi);
    host.book.sheets.push({ ...structuredClone(host.book.sheets[0]!), id: '{other}', name: work.sheet });
    await expect(port.insertChart(work, 'chèn')).rejects.toThrow();
    expect(names(host)).toEqual(['Biểu 1', 'Biểu đồ nguồn vốn']);
  });

  test('leaves nothing behind where the workbook takes no new sheet', async () => {
    const { host, port, plan } = await open(NESTED);
    host.book.structureProtected = true;
    const work = chartWork(plan, 'new-sheet', await port.sheetNames(), vi);
    await expect(port.insertChart(work, 'chèn')).rejects.toMatchObject({ code: 'protected-sheet' });
    expect(names(host)).toEqual(['Biểu 1']);
    expect(port.steps()).toEqual([]);
    expect(host.book.eventsEnabled).toBe(true);
  });
});

test.each([
  [NESTED, 'new-sheet'],
  ['01_dantien_dtts_2025', 'beside'],
] as const)('a chart that fails half way leaves nothing behind: %s, %s', async (name, place) => {
  const { host, port, plan } = await open(name);
  const before = names(host);
  const work = chartWork(plan, place, await port.sheetNames(), vi);
  let failures = 0;
  for (let action = 0; ; action++) {
    // The first request looks what stands there.
    host.failures = [{ request: 1, action }];
    const failed = await port.insertChart(work, 'chèn biểu đồ').then(
      () => false,
      () => true,
    );
    if (host.failures.length > 0) break;
    if (!failed) continue;
    failures++;
    expect(names(host)).toEqual(before);
    expect(host.book.sheets.flatMap((sheet) => sheet.charts)).toEqual([]);
    expect(host.book.eventsEnabled).toBe(true);
    expect(port.steps()).toEqual([]);
  }
  expect(failures).toBeGreaterThan(20);
});

describe('sheets put into the workbook', () => {
  const file = createWorkbook([
    { name: 'Kết quả kiểm tra', cells: { A1: { content: { kind: 'text', text: 'Sạch' } } } },
    { name: 'Ẩn', state: 'very-hidden', cells: { A1: { content: { kind: 'number', value: '1' } } } },
  ]);

  test('are taken back, the hidden one too', async () => {
    const { host, port } = await open(NESTED);
    await port.insertSheets(file, 'thêm trang');
    expect(names(host)).toEqual(['Biểu 1', 'Kết quả kiểm tra', 'Ẩn']);
    await port.undo();
    expect(names(host)).toEqual(['Biểu 1']);
    expect(port.steps()).toEqual([]);
  });

  test('that somebody has written in since are kept, unless that is wanted', async () => {
    const { host, port } = await open(NESTED);
    await port.insertSheets(file, 'thêm trang');
    cellAt(host.book.sheets[1]!, 1, 1)!.value = 'của tôi';
    await expect(port.undo()).rejects.toMatchObject({
      code: 'changed-since',
      facts: { sheet: 'Kết quả kiểm tra' },
    });
    expect(names(host)).toHaveLength(3);
    await port.undo(true);
    expect(names(host)).toEqual(['Biểu 1']);
  });

  test('are found by their names where the file gives them other ids', async () => {
    const { host, port } = await open(NESTED);
    await port.insertSheets(file, 'thêm trang');
    host.book.sheets.forEach((sheet, i) => {
      sheet.id = `{anew-${i}}`;
    });
    host.book.activeSheet = '{anew-0}';
    await port.undo();
    expect(names(host)).toEqual(['Biểu 1']);
  });

  test('that are gone already are no error', async () => {
    const { host, port } = await open(NESTED);
    await port.insertSheets(file, 'thêm trang');
    host.book.sheets = host.book.sheets.slice(0, 2);
    await port.undo();
    expect(names(host)).toEqual(['Biểu 1']);
  });
});
