import { readFileSync } from 'node:fs';
import { openBook } from '@ctmtqg/core';
import { readWorkbook } from '@ctmtqg/workbook';
import { describe, expect, test } from 'vitest';
import { workbook } from '../../test/browser.js';
import { OpenFile } from './open-file.js';
import { toUnicode } from './unicode.js';

const bytes = new Uint8Array(readFileSync(workbook('15_donduong_ntm_tcvn3')));
const book = openBook(readWorkbook(bytes));

describe('texts in old fonts', () => {
  test('become the same texts in Unicode, with a font that has its letters', () => {
    const { edits } = toUnicode(book);
    expect(edits.length).toBeGreaterThan(20);
    const file = new OpenFile(bytes);
    file.apply(edits);
    const after = openBook(readWorkbook(file.save()));
    expect(toUnicode(after).edits).toEqual([]);
    after.snapshot.sheets.forEach((sheet, index) => {
      for (let i = 0; i < sheet.cells.count; i++) {
        const [row, column] = [sheet.cells.rows[i]!, sheet.cells.columns[i]!];
        expect(after.text(index, row, column)).toBe(book.text(index, row, column));
      }
    });
    const fonts = new Set(edits.map((edit) => edit.font));
    expect([...fonts].every((font) => font === 'Times New Roman' || font === 'Arial')).toBe(true);
  });

  test('are taken back with their font', () => {
    const file = new OpenFile(bytes);
    file.apply(toUnicode(book).edits);
    file.undo();
    const back = readWorkbook(file.save());
    const sheet = book.snapshot.sheets[0]!;
    const fontsOf = (snapshot: typeof back) => {
      const { count, styles } = snapshot.sheets[0]!.cells;
      return Array.from({ length: count }, (_, i) => snapshot.styles[styles[i]!]!.font);
    };
    expect([...back.sheets[0]!.texts].sort()).toEqual([...sheet.texts].sort());
    expect(fontsOf(back)).toEqual(fontsOf(book.snapshot));
  });
});
