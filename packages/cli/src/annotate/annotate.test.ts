import { linkSync, readFileSync, symlinkSync } from 'node:fs';
import {
  type CheckReport,
  locate,
  parseAddress,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { readWorkbook } from '@ctmtqg/workbook';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { call, SOUND, temporaryFolder, workbook } from '../testing.js';

const folder = temporaryFolder();
const example = new URL('../../../../examples/dan-tien-2025.xlsx', import.meta.url).pathname;
afterAll(() => folder.remove());

let number = 0;
async function annotated(
  input: string,
  ending = '.xlsx',
): Promise<{ code: number; bytes: Uint8Array; book: WorkbookSnapshot }> {
  number++;
  const path = folder.path(`out-${number}${ending}`);
  const { code } = await call('check', input, '--annotate', path);
  const bytes = new Uint8Array(readFileSync(path));
  return { code, bytes, book: readWorkbook(bytes) };
}

const sheetNamed = (book: WorkbookSnapshot, name: string): SheetSnapshot =>
  book.sheets.find((sheet) => sheet.name === name)!;

function fillOf(book: WorkbookSnapshot, sheet: SheetSnapshot, cell: string): string | null {
  const { row, column } = parseAddress(cell)!;
  return book.styles[sheet.cells.styles[locate(sheet).find(row, column)]!]!.fill;
}

describe('the marked copy', () => {
  it('colours every cell that a finding names, and notes its message there', async () => {
    const report = (await call('check', example, '--json')).json<CheckReport>();
    const { book } = await annotated(example);
    for (const { sheet, cell, message } of report.findings) {
      const marked = sheetNamed(book, sheet);
      expect(fillOf(book, marked, cell), cell).toBe('FFC7CE');
      const place = parseAddress(cell)!;
      const note = marked.notes.find(({ row, column }) => row === place.row && column === place.column);
      expect(note?.text, cell).toContain(message);
    }
  });

  it('ends with a sheet of results, one line for each finding', async () => {
    const { book } = await annotated(example);
    const results = book.sheets.at(-1)!;
    expect(results.name).toBe('Kết quả kiểm tra');
    for (const cell of ['D10', 'C12', 'B14', 'E14', 'B15', 'B16']) expect(results.texts).toContain(cell);
    expect(results.texts.some((text) => text.startsWith('Có 6 lỗi'))).toBe(true);
  });

  it.each([
    ['with charts, pivots, comments and the like', '../../../../test/workbooks/rich-features.xlsx', 37],
    ['saved by LibreOffice', '../../../workbook/test/files/rich-libreoffice.xlsx', 30],
  ])('leaves all but seven entries of a workbook %s byte for byte', async (_, path, count) => {
    const input = new URL(path, import.meta.url).pathname;
    const { bytes } = await annotated(input);
    const before = unzipSync(new Uint8Array(readFileSync(input)));
    const after = unzipSync(bytes);
    const names = Object.keys(before);
    const changed = names.filter(
      (name) => !Buffer.from(after[name] ?? []).equals(Buffer.from(before[name]!)),
    );
    expect(names).toHaveLength(count);
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(Object.keys(after).filter((name) => !(name in before))).toEqual(['xl/worksheets/sheet4.xml']);
  });

  it('is written for a sound workbook too, and says so', async () => {
    const { code, book } = await annotated(folder.file('sound.xlsx', await workbook({ Biểu: SOUND })));
    expect(code).toBe(0);
    const texts = book.sheets.at(-1)!.texts.join('\n');
    expect(texts).toContain('Sạch');
    expect(texts).toContain('Không có phát hiện nào');
  });

  it('is written for a workbook without a table too, though the call cannot be answered', async () => {
    const { code, book } = await annotated(
      folder.file('note.xlsx', await workbook({ Ghi: [['Họp lúc 8 giờ']] })),
    );
    expect(code).toBe(2);
    expect(book.sheets.at(-1)!.texts.join('\n')).toContain('Không tìm thấy bảng số tiền nào');
  });

  it('is written for a workbook without any filled cell, and named before the reason why there is no answer', async () => {
    const path = folder.path('of-blank.xlsx');
    const called = await call(
      'check',
      folder.file('blank.xlsx', await workbook({ Trống: [] })),
      '--annotate',
      path,
    );
    expect(called.code).toBe(2);
    expect(called.err).toMatch(/^Đã ghi bản sao có đánh dấu: .*of-blank\.xlsx\nctmtqg: .*không có ô nào/);
    expect(readWorkbook(new Uint8Array(readFileSync(path))).sheets.at(-1)!.name).toBe('Kết quả kiểm tra');
  });

  it('finds a free name where an older sheet of results stands already', async () => {
    const first = await annotated(example);
    const { book } = await annotated(folder.file('again.xlsx', first.bytes));
    expect(book.sheets.map(({ name }) => name).filter((name) => name.startsWith('Kết quả'))).toEqual([
      'Kết quả kiểm tra',
      'Kết quả kiểm tra (2)',
    ]);
  });

  it('keeps the figures and formulas of the sheets as they were', async () => {
    const before = readWorkbook(new Uint8Array(readFileSync(example)));
    const { book } = await annotated(example);
    before.sheets.forEach((sheet, index) => {
      const after = book.sheets[index]!;
      expect([...after.cells.numbers]).toHaveLength(after.cells.count);
      expect(after.formulas.map(({ text }) => text)).toEqual(sheet.formulas.map(({ text }) => text));
      expect(after.texts.filter((text) => text !== '')).toEqual(sheet.texts.filter((text) => text !== ''));
      expect(after.merges).toEqual(sheet.merges);
    });
  });
});

describe('the name of the output', () => {
  it('must be that of a workbook', async () => {
    const called = await call('check', example, '--annotate', folder.path('copy.html'));
    expect(called.code).toBe(2);
    expect(called.err).toContain('.xlsx');
  });

  it('must not be the input, by whatever way it is written', async () => {
    const copy = folder.file('mine.xlsx', readFileSync(example));
    const symbolic = folder.path('symbolic.xlsx');
    const hard = folder.path('hard.xlsx');
    symlinkSync(copy, symbolic);
    linkSync(copy, hard);
    for (const path of [copy, symbolic, hard]) {
      const called = await call('check', copy, '--annotate', path, '--force');
      expect(called.code).toBe(2);
      expect(called.err).toContain('tệp gốc không bao giờ bị ghi đè');
    }
    expect(readFileSync(copy).equals(readFileSync(example))).toBe(true);
  });
});
