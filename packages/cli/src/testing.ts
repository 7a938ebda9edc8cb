import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { run } from './program.js';

/** One call of the tool as a test sees it. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  json<
    T = { readonly schema: string; readonly error: { readonly code: string; readonly message: string } },
  >(): T;
}

/** Runs the tool without a process: the same code, a terminal that remembers. */
export async function call(...args: readonly string[]): Promise<Called> {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colour: false,
    width: 100,
    progress: false,
  });
  return { code, out, err, json: <T>() => JSON.parse(out) as T };
}

/** A folder of its own for one test file. */
export function temporaryFolder(): {
  path(name: string): string;
  file(name: string, content: string | Uint8Array): string;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'ctmtqg-cli-'));
  const path = (name: string) => join(folder, name);
  return {
    path,
    file(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Rows = readonly (readonly (string | number | null | { formula: string; result?: number })[])[];

/** A workbook of plain rows, starting at A1. */
export async function workbook(sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A sound little budget: two projects, two sources, totals by formula. */
export const SOUND: Rows = [
  [
    'Phân bổ vốn Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi năm 2025',
  ],
  [null, null, null, null, 'Đơn vị tính: triệu đồng'],
  ['STT', 'Nội dung', 'Tổng số', 'Ngân sách trung ương', 'Ngân sách địa phương'],
  [
    null,
    'Tổng cộng',
    { formula: 'SUM(C5:C6)', result: 880 },
    { formula: 'SUM(D5:D6)', result: 760 },
    { formula: 'SUM(E5:E6)', result: 120 },
  ],
  [
    1,
    'Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt',
    { formula: 'D5+E5', result: 720 },
    626,
    94,
  ],
  [
    2,
    'Dự án 7: Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng, tầm vóc người dân tộc thiểu số; phòng chống suy dinh dưỡng trẻ em',
    { formula: 'D6+E6', result: 160 },
    134,
    26,
  ],
];

/** The same with a total that does not add up: 999 instead of 720, carried on to the grand total. */
export const BROKEN: Rows = SOUND.map((row, index) => {
  if (index === 3) return [...row.slice(0, 2), { formula: 'SUM(C5:C6)', result: 1159 }, ...row.slice(3)];
  return index === 4 ? [...row.slice(0, 2), 999, ...row.slice(3)] : row;
});
