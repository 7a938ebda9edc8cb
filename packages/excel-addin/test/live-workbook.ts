import { buildSnapshot, type Edit, type WorkbookSnapshot } from '@ctmtqg/core';
import {
  bookFromSnapshot,
  cellAt,
  ExcelHost,
  type HostOptions,
  HostShell,
  PLAIN_FORMAT,
} from '../../../test/excel-host/index.js';
import { loadOffice } from '../../../test/excel-host/office-node.js';
import { ExcelPort } from '../src/excel/excel-port.js';

export const SHEET = "Dự toán '25, A";

export const SNAPSHOT = buildSnapshot(
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

export async function open(
  snapshot: WorkbookSnapshot = SNAPSHOT,
  options: HostOptions & { cells?: number; bytes?: number } = {},
) {
  const host = new ExcelHost(bookFromSnapshot(snapshot), options);
  const shell = new HostShell(host);
  const office = await loadOffice(shell);
  await office.settled();
  const now = () => '2025-08-08T01:02:03.000Z';
  const limits = {
    cellsPerRequest: options.cells ?? 100_000,
    ...(options.bytes === undefined ? {} : { bytesPerRequest: options.bytes }),
  };
  const again = () => ExcelPort.open(office.Excel, { now, ...limits });
  const port = await again();
  host.resetTraffic();
  return { host, shell, port, again, ...office };
}

export const at = (host: ExcelHost, address: string, sheet = 0) => {
  const [, letters, row] = /^([A-Z])(\d+)$/.exec(address)!;
  return cellAt(host.book.sheets[sheet]!, Number(row), letters!.charCodeAt(0) - 64);
};

export const edit = (cell: string, after: Edit['after'], more: Partial<Edit> = {}): Edit => ({
  sheet: SHEET,
  cell,
  before: { kind: 'blank' },
  after,
  ...more,
});

export const number = (value: string) => ({ kind: 'number', value }) as const;

/** All that a person could find in the workbook, settings too; a cell that was touched and is plain again is none. */
export function stateOf({ book }: ExcelHost) {
  return {
    settings: Object.fromEntries(book.settings),
    eventsEnabled: book.eventsEnabled,
    names: book.names,
    sheets: book.sheets.map(({ cells, ...sheet }) => {
      const filled = [...cells].flatMap(([key, { value, isError, formula, format }]) => {
        const plain = format === null || JSON.stringify(format) === JSON.stringify(PLAIN_FORMAT);
        if (value === null && formula === null && plain) return [];
        // The host computes nothing, so a formula that was put back has no value yet.
        const shown = formula === null ? { value, isError } : {};
        return [[key, { ...shown, formula, format: plain ? null : { ...format } }] as const];
      });
      return structuredClone({ ...sheet, cells: filled.sort(([a], [b]) => a - b) });
    }),
  };
}
