import { openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { edited, errorOf, first, number, sheetXml } from './support/edits.js';
import { packageFaults, partText, richFeatures, touchedEntries } from './support/packages.js';
import { buildXlsx } from './support/xlsx.js';

describe('formats', () => {
  it('appends formats and shares equal ones', () => {
    const bytes = richFeatures();
    const before = readWorkbook(bytes);
    const mark = { fill: 'FFC7CE', fontColor: '9C0006' };
    const after = readWorkbook(
      edited(
        bytes,
        ['A4', 'A5', 'A6', 'B4', 'E5'].map((cell) => ({ sheet: 'Dự toán', cell, style: mark })),
      ),
    );
    expect(after.styles.slice(0, before.styles.length)).toEqual(before.styles);
    expect(after.styles.length - before.styles.length).toBe(2);
    const at = (book: typeof after, row: number, column: number) => {
      const { cells } = book.sheets[0]!;
      const i = cells.rows.findIndex((r, k) => r === row && cells.columns[k] === column);
      return book.styles[cells.styles[i]!]!;
    };
    expect(at(after, 5, 5)).toEqual({ ...at(before, 5, 5), fill: 'FFC7CE', fontColor: '9C0006' });
  });

  it('sets everything that a change of format can name', () => {
    const style = {
      numberFormat: '0.00" đ"',
      fill: 'AABBCC',
      fontColor: '112233',
      bold: true,
      italic: true,
      fontName: 'Times & "New"',
      fontSize: 14,
      wrap: true,
      horizontal: 'center',
      vertical: 'top',
      indent: 2,
      border: true,
      locked: false,
    } as const;
    const { sheets, styles } = readWorkbook(edited(buildXlsx(), [{ ...first('A1', number('1')), style }]));
    const { vertical: _, fontName: font, ...rest } = style;
    expect(styles[sheets[0]!.cells.styles[0]!]).toEqual({ ...rest, font });
    const plain = readWorkbook(
      edited(richFeatures(), [
        { sheet: 'Dự toán', cell: 'E5', style: { ...style, fill: null, bold: false } },
      ]),
    );
    expect(plain.styles.at(-1)).toMatchObject({ fill: null, bold: false, italic: true });
  });

  it('uses ids of Excel and of the workbook for number formats that exist', () => {
    const after = edited(richFeatures(), [
      { sheet: 'Dự toán', cell: 'E5', style: { numberFormat: '#,##0' } },
    ]);
    expect(partText(after, 'xl/styles.xml')).not.toMatch(/formatCode="#,##0"/);
  });
});

describe('notes', () => {
  it('adds, changes and removes notes where the sheet has some', () => {
    const bytes = richFeatures();
    const after = edited(bytes, [
      { sheet: 'Dự toán', cell: 'F5', note: null },
      { sheet: 'Dự toán', cell: 'G6', note: 'Tổng ≠ cộng\nxem <Điều 5> & “6”' },
    ]);
    expect(readWorkbook(after).sheets[0]!.notes).toEqual([
      { row: 4, column: 3, text: 'Ghi chú cũ' },
      { row: 6, column: 7, text: 'Tổng ≠ cộng\nxem <Điều 5> & “6”' },
    ]);
    expect(packageFaults(after)).toEqual([]);
    expect(touchedEntries(bytes, after)).toEqual(['xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml']);
    const drawing = partText(after, 'xl/drawings/vmlDrawing1.vml');
    expect(drawing.match(/<\w+:shapetype\b/g)).toHaveLength(1);
    expect(drawing).toContain('<x:Row>5</x:Row><x:Column>6</x:Column>');
  });

  it('makes notes where the workbook has none, before what must stand behind them', async () => {
    const bytes = buildXlsx({
      rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      after:
        '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><tableParts count="0"/><extLst/>',
    });
    const after = edited(bytes, [{ sheet: 'Sheet1', cell: 'A1', note: 'Sai' }]);
    expect(packageFaults(after)).toEqual([]);
    expect(sheetXml(after)).toMatch(
      /footer="0"\/><legacyDrawing xmlns:r="[^"]*" r:id="rId\d+"\/><tableParts/,
    );
    expect(readWorkbook(after).sheets[0]!.notes).toEqual([{ row: 1, column: 1, text: 'Sai' }]);
    const second = await readXlsx(after);
    expect(second.sheets[0]!.cells?.get('0,0')?.comment?.text).toBe('Sai');
  });

  it('leaves threaded comments alone', () => {
    const book = openWorkbook(richFeatures());
    expect(book.hasThread('Dự toán', 'C4')).toBe(true);
    expect(book.hasThread('Dự toán', 'C5')).toBe(false);
    expect(errorOf(() => book.change([{ sheet: 'Dự toán', cell: 'C4', note: 'x' }])).code).toBe(
      'edit-note-exists',
    );
  });
});
