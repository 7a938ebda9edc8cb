import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../../packages/core/src/snapshot/index.js';
import { bookFromSnapshot } from './from-snapshot.js';
import { ExcelHost, type HostOptions } from './host.js';
import { cellAt } from './model.js';
import { loadOffice } from './office-node.js';
import { HostShell } from './shell.js';

const SHEET = 'Dự toán 2025';

async function open(options: HostOptions = {}) {
  const snapshot = buildSnapshot([
    {
      name: SHEET,
      cells: {
        A1: 'STT',
        B1: { value: 'Nội dung', style: { bold: true } },
        B2: 9504.2,
        B3: { formula: 'B2*2', value: 19008.4 },
        B4: { value: { error: '#DIV/0!' }, formula: 'B2/0' },
        C4: { value: '0601' },
      },
      merges: ['A1:A3'],
      hiddenRows: [{ from: 3, to: 3 }],
    },
    { name: 'Ẩn', state: 'very-hidden', cells: {} },
  ]);
  const host = new ExcelHost(bookFromSnapshot(snapshot), options);
  const shell = new HostShell(host);
  const office = await loadOffice(shell);
  await office.settled();
  host.resetTraffic();
  return { host, shell, ...office };
}

const sheetOf = (host: ExcelHost) => host.book.sheets[0]!;

describe.each([
  ['vi-VN', '1.14'],
  ['vi-VN', '1.15'],
  ['en-US', '1.14'],
  ['en-US', '1.15'],
] as const)('office.js in %s at ExcelApi %s', (locale, excelApi) => {
  test('starts, and says which sets it has', async () => {
    const { Office, info } = await open({ locale, excelApi });
    expect(info).toEqual({ host: 'Excel', platform: 'PC' });
    expect(Office.context.displayLanguage).toBe(locale);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(excelApi === '1.15');
  });

  test('reads values, formulas, formats and merged areas in one request', async () => {
    const { Excel, host } = await open({ locale, excelApi });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(SHEET).getUsedRange(true).untrack();
      range.load('address,values,formulas,numberFormat,valueTypes,rowHidden');
      const fonts = range.getCellProperties({ format: { font: { bold: true } } });
      const merged = range.getMergedAreasOrNullObject().untrack();
      merged.load('address');
      await context.sync();
      expect(range.address).toBe(`'${SHEET}'!A1:C4`);
      expect(range.formulas).toEqual([
        ['STT', 'Nội dung', ''],
        ['', 9504.2, ''],
        ['', '=B2*2', ''],
        ['', '=B2/0', '0601'],
      ]);
      expect(range.values[3]).toEqual(['', '#DIV/0!', '0601']);
      expect(range.valueTypes[3]).toEqual(['Empty', 'Error', 'String']);
      expect(range.rowHidden).toBeNull();
      expect(fonts.value[0]![1]!.format?.font?.bold).toBe(true);
      expect(merged.address).toBe(`'${SHEET}'!A1:A3`);
    });
    expect(host.traffic.requests).toBe(1);
    expect(host.keptReferences).toBe(0);
  });

  test('writes as typing does: numbers, formulas, text in a text format', async () => {
    const { Excel, host } = await open({ locale, excelApi });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEET);
      sheet.getRange('D1:D4').untrack().numberFormat = [['General'], ['@'], ['General'], ['General']];
      sheet.getRange('D1:D4').untrack().values = [['12.5'], ['0471'], ['=SUM(B2:B3)'], ["'007"]];
      await context.sync();
    });
    const column = [1, 2, 3, 4].map((row) => cellAt(sheetOf(host), row, 4));
    expect(column.map((cell) => cell?.value)).toEqual([12.5, '0471', null, '007']);
    expect(column[2]?.formula).toBe('SUM(B2:B3)');
    expect(host.traffic.requests).toBe(1);
  });

  test('a member that the host does not cover is refused loudly', async () => {
    const { Excel } = await open({ locale, excelApi });
    const asked = Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).load('tabColor');
      await context.sync();
    });
    await expect(asked).rejects.toMatchObject({
      code: 'ApiNotFound',
      message: 'excel-host does not cover Worksheet.tabColor',
    });
  });
});

test.each([
  [
    'a method',
    (sheet: Excel.Worksheet) => sheet.getRange('A1:B2').removeDuplicates([0], true),
    'Range.RemoveDuplicates',
  ],
  [
    'a property that is set',
    (sheet: Excel.Worksheet) => sheet.set({ tabColor: '#FF0000' }),
    'Worksheet.TabColor',
  ],
  [
    'a property that is only read',
    (sheet: Excel.Worksheet) => {
      sheet.getRange('A1').format.indentLevel = 2;
    },
    'setting RangeFormat.IndentLevel',
  ],
  ['a collection', (sheet: Excel.Worksheet) => sheet.pivotTables.load('items/name'), 'Worksheet.PivotTables'],
  [
    'a part of a cell',
    (sheet: Excel.Worksheet) =>
      sheet.getRange('A1').getCellProperties({ format: { borders: { color: true } } }),
    'CellProperties.format.borders',
  ],
])(
  '%s that the host does not cover is named, and nothing goes on as if it were there',
  async (_, use, member) => {
    const { Excel } = await open();
    const asked = Excel.run(async (context) => {
      use(context.workbook.worksheets.getItem(SHEET));
      await context.sync();
    });
    await expect(asked).rejects.toMatchObject({ code: 'ApiNotFound' });
    await expect(asked).rejects.toThrow(new RegExp(`does not cover ${member}`, 'i'));
  },
);

test('a call newer than the host is refused by office.js itself', async () => {
  const { Excel } = await open({ excelApi: '1.12' });
  const asked = Excel.run(async (context) => {
    context.workbook.worksheets.getItem(SHEET).getRange('A1').getMergedAreasOrNullObject();
    await context.sync();
  });
  await expect(asked).rejects.toMatchObject({ code: 'ApiNotFound' });
});

test('a missing sheet is a null object, and an error where it is required', async () => {
  const { Excel } = await open();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Không có');
    await context.sync();
    expect(sheet.isNullObject).toBe(true);
  });
  const asked = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Không có').load('name');
    await context.sync();
  });
  await expect(asked).rejects.toMatchObject({ code: 'ItemNotFound' });
});

test('a response beyond the limit is refused with the code that Excel on the web uses', async () => {
  const { Excel } = await open({ payloadLimit: 2_000 });
  const asked = Excel.run(async (context) => {
    context.workbook.worksheets.getItem(SHEET).getRange('A1:Z50').load('values');
    await context.sync();
  });
  await expect(asked).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
});

test('a protected sheet and a cell being typed in refuse writes', async () => {
  const { Excel, host } = await open();
  const write = () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).getRange('B2').values = [[1]];
      await context.sync();
    });
  sheetOf(host).protected = true;
  await expect(write()).rejects.toMatchObject({ code: 'AccessDenied' });
  sheetOf(host).protected = false;
  host.editingCell = true;
  await expect(write()).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
  expect(cellAt(sheetOf(host), 2, 2)?.value).toBe(9504.2);
});

test('listeners hear the user and other people, and know their own writes', async () => {
  const { Excel, host, shell, settled } = await open();
  const heard: unknown[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => {
      heard.push([event.address, event.source, event.triggerSource]);
    });
    await context.sync();
    context.workbook.worksheets.getItem(SHEET).getRange('B2').untrack().values = [[7]];
    await context.sync();
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem(SHEET).getRange('B2').untrack().values = [[8]];
    context.runtime.enableEvents = true;
    await context.sync();
  });
  shell.type(SHEET, 'B2', 9);
  shell.type(SHEET, 'C3', 'x', 'Remote');
  await settled();
  expect(heard).toEqual([
    ['B2', 'Local', 'ThisLocalAddin'],
    ['B2', 'Local', 'Unknown'],
    ['C3', 'Remote', 'Unknown'],
  ]);
  expect(host.listeners('changed')).toBe(1);
});

test('settings live in the workbook and can be removed', async () => {
  const { Excel, host } = await open();
  await Excel.run(async (context) => {
    context.workbook.settings.add('ctmtqg', '{"year":2025}');
    await context.sync();
    context.workbook.settings.load('items/key,items/value');
    await context.sync();
    expect(context.workbook.settings.items.map((item) => [item.key, item.value])).toEqual([
      ['ctmtqg', '{"year":2025}'],
    ]);
    context.workbook.settings.items[0]!.delete();
    await context.sync();
  });
  expect(host.book.settings.size).toBe(0);
});

test('a batch that fails half way keeps what was written before, as Excel does', async () => {
  const { Excel, host } = await open();
  const asked = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(SHEET);
    sheet.getRange('B2').untrack().values = [[1]];
    sheet.getRange('B3').untrack().values = [[1, 2]];
    await context.sync();
  });
  await expect(asked).rejects.toMatchObject({ code: 'InvalidArgument' });
  expect(cellAt(sheetOf(host), 2, 2)?.value).toBe(1);
});

test('a custom function and a ribbon command run through the library', async () => {
  const { host, shell, CustomFunctions, Office, settled } = await open();
  CustomFunctions.associate('DOUBLE', (value: never) => (value as number) * 2);
  shell.callFunction(1, 'DOUBLE', [21]);
  let pressed = 0;
  Office.actions.associate('check', (event: Office.AddinCommands.Event) => {
    pressed++;
    event.completed();
  });
  shell.press('check', 'button-1');
  // office.js gathers the answers of 50 ms into one request.
  await settled(150);
  expect(host.answers).toEqual([{ id: 1, ok: true, value: 42, code: null }]);
  expect(pressed).toBe(1);
  expect(shell.completedCommands).toHaveLength(1);
});
