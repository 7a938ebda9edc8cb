import type { CellContent } from '@ctmtqg/core';
import {
  type CellChange,
  type CellImage,
  createWorkbook,
  linkTo,
  openWorkbook,
  readWorkbook,
  WorkbookError,
} from '@ctmtqg/workbook';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { formulasOf, valuesOf } from './support/cells.js';
import {
  packageFaults,
  partText,
  readBytes,
  rewrite,
  richFeatures,
  touchedEntries,
  withPrefix,
} from './support/packages.js';
import { buildXlsx, xlsxParts } from './support/xlsx.js';
import { buildZip, join, utf8 } from './support/zip.js';

const number = (value: string): CellContent => ({ kind: 'number', value });
const text = (content: string): CellContent => ({ kind: 'text', text: content });
const formula = (written: string, cached: string | null = null): CellContent => ({
  kind: 'formula',
  formula: written,
  cached,
});
const on =
  (sheet: string) =>
  (cell: string, content: CellContent): CellChange => ({ sheet, cell, content });
const first = on('Sheet1');

function edited(bytes: Uint8Array, changes: readonly CellChange[]): Uint8Array {
  const book = openWorkbook(bytes);
  book.change(changes);
  return book.save();
}

const sheetXml = (bytes: Uint8Array) => partText(bytes, 'xl/worksheets/sheet1.xml');
const dataOf = (bytes: Uint8Array) => /<sheetData>(.*)<\/sheetData>/s.exec(sheetXml(bytes))?.[1];

function errorOf(run: () => unknown): WorkbookError {
  try {
    run();
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('an edit changes only what it names', () => {
  it('gives back the very bytes where nothing is changed', () => {
    const bytes = richFeatures();
    expect(Buffer.from(openWorkbook(bytes).save()).equals(Buffer.from(bytes))).toBe(true);
  });

  it('leaves 36 of 37 entries of a rich workbook byte for byte when one number is set', () => {
    const bytes = richFeatures();
    const after = edited(bytes, [on('Dự toán')('E5', number('8.25'))]);
    expect(touchedEntries(bytes, after)).toEqual(['xl/worksheets/sheet1.xml']);
    expect(sheetXml(after)).toBe(
      sheetXml(bytes).replace('<c r="E5" s="5"><v>7.5</v></c>', '<c r="E5" s="5"><v>8.25</v></c>'),
    );
  });

  it.each([
    [
      'with prefixed sheet XML',
      (bytes: Uint8Array) =>
        rewrite(bytes, (name, xml) => (name === 'xl/worksheets/sheet1.xml' ? withPrefix(xml, 'x') : xml)),
    ],
    [
      'with drawings without prefix',
      (bytes: Uint8Array) =>
        rewrite(bytes, (name, xml) =>
          name === 'xl/drawings/drawing1.xml'
            ? xml.replace(/<(\/?)xdr:/g, '<$1').replace('xmlns:xdr=', 'xmlns=')
            : xml,
        ),
    ],
    [
      'with absolute targets',
      (bytes: Uint8Array) =>
        rewrite(bytes, (name, xml) =>
          name.startsWith('xl/') && name.endsWith('.rels')
            ? xml.replace(
                /Target="(?!http|\/)(?:\.\.\/)?([^"]*)"/g,
                (_, target: string) =>
                  `Target="/xl/${name.startsWith('xl/pivotCache') ? 'pivotCache/' : ''}${target}"`,
              )
            : xml,
        ),
    ],
    ['saved by LibreOffice', () => readBytes('../files/rich-libreoffice.xlsx')],
  ])('leaves all other entries of a workbook %s', async (_, make) => {
    const bytes = make(richFeatures());
    const changes: CellChange[] = [
      { sheet: 'Dự toán', cell: 'E5', content: number('8.25'), style: { fill: 'FFC7CE' } },
      { sheet: 'Dự toán', cell: 'F5', note: 'Đơn giá sai' },
      { sheet: 'Dự toán', cell: 'J40', content: text('mới') },
    ];
    const after = edited(bytes, changes);
    const touched = ['xl/comments1.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml'];
    expect(touchedEntries(bytes, after)).toEqual(touched);
    expect(packageFaults(after)).toEqual(packageFaults(bytes));
    const sheet = readWorkbook(after).sheets[0]!;
    expect(valuesOf(sheet)).toEqual({ ...valuesOf(readWorkbook(bytes).sheets[0]!), E5: 8.25, J40: 'mới' });
    expect(sheet.notes.find((note) => note.row === 5)?.text).toBe('Đơn giá sai');
    if (sheetXml(bytes).includes('<x:')) return;
    const second = await readXlsx(after, { readStyles: true });
    expect(second.sheets[0]!.cells?.get('4,4')?.value).toBe(8.25);
    expect(second.sheets[0]!.rows[39]?.[9]).toBe('mới');
  });

  it('changes only the format index where only a format is set', () => {
    const bytes = richFeatures();
    const after = edited(bytes, [{ sheet: 'Dự toán', cell: 'A4', style: { fill: 'FFFF00' } }]);
    expect(sheetXml(after).replace(/<c r="A4" s="\d+">/, '')).toBe(
      sheetXml(bytes).replace('<c r="A4" s="3">', ''),
    );
    expect(touchedEntries(bytes, after)).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml']);
  });

  it('keeps formula and format where only the cached value is set', () => {
    const bytes = richFeatures();
    const after = edited(bytes, [
      { sheet: 'Dự toán', cell: 'G5', cached: { kind: 'number', value: '8255651' } },
    ]);
    expect(sheetXml(after)).toBe(sheetXml(bytes).replace('<v>7505138</v>', '<v>8255651</v>'));
  });
});

describe('values, formulas and texts', () => {
  const ROWS = '<row r="2" spans="1:2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row><row r="4"/>';

  it('puts missing cells and rows where they belong', () => {
    const bytes = buildXlsx({ before: '<dimension ref="A2:B2"/>', rows: ROWS });
    const after = edited(bytes, [
      first('D2', number('4')),
      first('C2', text('ba')),
      first('A1', number('0.1')),
      first('B3', { kind: 'boolean', value: true }),
      first('C4', number('5')),
      first('A9', formula('=SUM(A1:A8)', '1.1')),
    ]);
    expect(dataOf(after)).toBe(
      '<row r="1"><c r="A1"><v>0.1</v></c></row>' +
        '<row r="2" spans="1:4"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="C2" t="inlineStr"><is><t>ba</t></is></c><c r="D2"><v>4</v></c></row>' +
        '<row r="3"><c r="B3" t="b"><v>1</v></c></row>' +
        '<row r="4"><c r="C4"><v>5</v></c></row>' +
        '<row r="9"><c r="A9"><f>SUM(A1:A8)</f><v>1.1</v></c></row>',
    );
    expect(sheetXml(after)).toContain('<dimension ref="A1:D9"/>');
  });

  it('fills an empty sheet', () => {
    const bytes = buildXlsx({
      parts: {
        'xl/worksheets/sheet1.xml':
          '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/></x:worksheet>',
      },
    });
    const after = edited(bytes, [first('B2', number('1'))]);
    expect(sheetXml(after)).toContain(
      '<x:sheetData><x:row r="2"><x:c r="B2"><x:v>1</x:v></x:c></x:row></x:sheetData>',
    );
  });

  it('takes the format of the row or the column for a new cell, as Excel does', () => {
    const styles = `<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs>${'<xf/>'.repeat(5)}</cellXfs>`;
    const bytes = buildXlsx({
      styles,
      before: '<cols><col min="2" max="2" width="9" style="3"/></cols>',
      rows: '<row r="1" s="4" customFormat="1"/><row r="2"/>',
    });
    const after = edited(bytes, [
      first('B1', number('1')),
      first('B2', number('1')),
      first('C2', number('1')),
    ]);
    expect(dataOf(after)).toContain('<c r="B1" s="4">');
    expect(dataOf(after)).toContain('<c r="B2" s="3">');
    expect(dataOf(after)).toContain('<c r="C2"><v>');
  });

  it('reads cells without addresses and leaves them so', () => {
    const bytes = buildXlsx({ rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>' });
    const after = edited(bytes, [first('B1', number('9')), first('C2', number('8'))]);
    expect(dataOf(after)).toBe(
      '<row><c><v>1</v></c><c><v>9</v></c></row><row><c><v>3</v></c><c r="C2"><v>8</v></c></row>',
    );
  });

  it.each(['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', "'x", '=1+1'])(
    'keeps the text %s a text',
    async (written) => {
      const after = edited(richFeatures(), [on('Dự toán')('C6', text(written))]);
      const { sheets } = readWorkbook(after);
      expect(valuesOf(sheets[0]!).C6).toBe(written);
      expect(formulasOf(sheets[0]!).C6).toBeUndefined();
      const style = /<c r="C6" s="(\d+)"/.exec(sheetXml(after))?.[1];
      const formats = [
        ...partText(after, 'xl/styles.xml')
          .split('<cellXfs')[1]!
          .split('</cellXfs>')[0]!
          .matchAll(/<xf[\s>][^>]*>/g),
      ];
      expect(formats[Number(style)]?.[0]).toContain('quotePrefix="1"');
      const second = await readXlsx(after);
      expect(second.sheets[0]!.rows[5]![2]).toBe(written);
    },
  );

  it('takes the mark of a text away when a figure follows', () => {
    const book = openWorkbook(richFeatures());
    book.change([on('Dự toán')('C6', text('=x'))]);
    book.change([on('Dự toán')('C6', number('1'))]);
    const after = book.save();
    const style = Number(/<c r="C6" s="(\d+)"/.exec(sheetXml(after))?.[1]);
    const formats = [
      ...partText(after, 'xl/styles.xml')
        .split('<cellXfs')[1]!
        .matchAll(/<xf[\s>][^>]*>/g),
    ];
    expect(formats[style]?.[0]).not.toContain('quotePrefix="1"');
  });

  it.each([
    ' đầu và cuối ',
    'dòng 1\ndòng 2\r\n',
    'a & b < c > d "e"',
    '_x000D_ và _x005F_',
    'chuông \u0007 và \ufffe',
    'TCVN3: m\u00adêng',
    'lẻ \ud800 đôi 😀',
    '',
  ])('writes and reads back %j', (written) => {
    const after = edited(buildXlsx(), [first('A1', text(written)), first('A2', formula('="x"', null))]);
    expect(valuesOf(readWorkbook(after).sheets[0]!).A1).toBe(written);
    expect(packageFaults(after)).toEqual([]);
  });

  it.each([
    ['0.1', 0.1],
    ['-9504.2', -9504.2],
    ['1E+21', 1e21],
    ['12345678901234567890', 12345678901234567000],
    ['-0', 0],
  ])('writes the number %s', (written, read) => {
    expect(valuesOf(readWorkbook(edited(buildXlsx(), [first('A1', number(written))])).sheets[0]!).A1).toBe(
      read,
    );
  });

  it.each([
    ['a number that is none', first('A1', number('1.234,5'))],
    ['an infinite number', first('A1', number('1e999'))],
    ['a text that is too long', first('A1', text('x'.repeat(32_768)))],
    ['a formula that is too long', first('A1', formula(`=${'1+'.repeat(5000)}1`))],
    ['an empty formula', first('A1', formula('='))],
    ['a formula with control characters', first('A1', formula('="\u0001"'))],
    [
      'a cached value without formula',
      { sheet: 'Sheet1', cell: 'A1', cached: { kind: 'number', value: '1' } } as CellChange,
    ],
  ])('refuses %s', (_, change) => {
    expect(errorOf(() => edited(buildXlsx(), [change])).code).toBe('edit-bad-value');
  });

  it('refuses unknown sheets and addresses that are none, and changes nothing then', () => {
    const bytes = buildXlsx();
    const book = openWorkbook(bytes);
    expect(errorOf(() => book.change([first('A1', number('1')), on('Nope')('A1', number('1'))])).code).toBe(
      'edit-unknown-sheet',
    );
    expect(errorOf(() => book.change([first('A1', number('1')), first('AAAA1', number('1'))])).code).toBe(
      'edit-bad-address',
    );
    expect(Buffer.from(book.save()).equals(Buffer.from(bytes))).toBe(true);
  });

  it('makes the edits of a check', () => {
    const book = openWorkbook(buildXlsx({ rows: ROWS }));
    book.apply([
      {
        sheet: 'Sheet1',
        cell: 'A2',
        before: number('1'),
        after: formula('=B2/2', '1'),
        numberFormat: '#,##0.0',
      },
    ]);
    const { sheets, styles } = readWorkbook(book.save());
    expect(formulasOf(sheets[0]!)).toEqual({ A2: 'B2/2' });
    expect(styles[sheets[0]!.cells.styles[0]!]!.numberFormat).toBe('#,##0.0');
  });
});

describe('formula groups, arrays, tables and the calculation chain', () => {
  const SHARED =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A4" si="0">B1*$C$1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/><v>4</v></c></row>';

  it('lets the next cell lead a shared formula whose first cell goes', () => {
    const after = edited(buildXlsx({ rows: SHARED }), [first('A1', number('7')), first('A2', number('8'))]);
    expect(formulasOf(readWorkbook(after).sheets[0]!)).toEqual({ A3: 'B3*$C$1', A4: 'B4*$C$1' });
    expect(dataOf(after)).toContain('<f t="shared" ref="A3:A4" si="0">B3*$C$1</f>');
  });

  it('makes the last cell of a group a plain formula', () => {
    const after = edited(
      buildXlsx({ rows: SHARED }),
      ['A1', 'A2', 'A3'].map((cell) => first(cell, number('7'))),
    );
    expect(dataOf(after)).toContain('<c r="A4"><f>B4*$C$1</f><v>4</v></c>');
  });

  it('takes a cell out of the middle of a group', () => {
    const after = edited(buildXlsx({ rows: SHARED }), [first('A2', formula('=1+1', '2'))]);
    expect(formulasOf(readWorkbook(after).sheets[0]!)).toEqual({
      A1: 'B1*$C$1',
      A2: '1+1',
      A3: 'B3*$C$1',
      A4: 'B4*$C$1',
    });
  });

  it('refuses to change one cell of an array formula', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    for (const cell of ['A1', 'A2']) {
      expect(errorOf(() => edited(buildXlsx({ rows }), [first(cell, number('1'))])).code).toBe(
        'edit-inside-array',
      );
    }
    const after = edited(buildXlsx({ rows }), [{ sheet: 'Sheet1', cell: 'A2', style: { bold: true } }]);
    expect(dataOf(after)).toContain('<f t="array" ref="A1:A2">B1:B2</f>');
  });

  it('refuses to rename a column of an Excel table', () => {
    expect(errorOf(() => edited(richFeatures(), [on('Bảng')('B1', text('x'))])).code).toBe(
      'edit-table-header',
    );
  });

  it('keeps the calculation chain in step', () => {
    const bytes = richFeatures();
    const after = edited(bytes, [on('Dự toán')('G5', number('1')), on('DM')('B1', formula('=1+1', '2'))]);
    const chain = partText(after, 'xl/calcChain.xml');
    expect(chain).not.toContain('"G5"');
    expect(chain).toContain('<c r="G6" i="1"/>');
    expect(chain).toContain('<c r="B1" i="2"/></calcChain>');
    expect(touchedEntries(bytes, after)).toEqual([
      'xl/calcChain.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
  });

  it('tells an entry of the chain its sheet when the one that told it goes', () => {
    const bytes = rewrite(richFeatures(), (name, xml) =>
      name === 'xl/calcChain.xml'
        ? xml.replace('<c r="G5" i="1"/>', '<c r="G5"/>').replace('<c r="G6" i="1"/>', '<c r="G6"/>')
        : xml,
    );
    const chain = partText(
      edited(bytes, [on('Dự toán')('G4', number('1')), on('Dự toán')('G5', number('1'))]),
      'xl/calcChain.xml',
    );
    expect(chain).toContain(
      '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="G6" i="1"/>',
    );
  });

  it('drops the chain cleanly when the last formula goes', () => {
    const bytes = rewrite(richFeatures(), (name, xml) =>
      name === 'xl/calcChain.xml' ? xml.replace(/<c r="G(?!5")\d+" i="1"\/>/g, '') : xml,
    );
    const after = edited(bytes, [on('Dự toán')('G5', number('1'))]);
    expect(touchedEntries(bytes, after)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(packageFaults(after)).toEqual([]);
  });

  it('asks for recalculation without touching how the workbook computes', () => {
    const bytes = rewrite(richFeatures(), (name, xml) =>
      name === 'xl/workbook.xml'
        ? xml.replace(/<calcPr[^>]*\/>/, '<calcPr calcId="191029" iterate="1" fullPrecision="0"/>')
        : xml,
    );
    const book = openWorkbook(bytes);
    book.recalculateOnOpen();
    expect(partText(book.save(), 'xl/workbook.xml')).toContain(
      '<calcPr calcId="191029" iterate="1" fullPrecision="0" fullCalcOnLoad="1"/>',
    );
    const plain = openWorkbook(buildXlsx());
    plain.recalculateOnOpen();
    expect(partText(plain.save(), 'xl/workbook.xml')).toContain(
      '</sheets><calcPr fullCalcOnLoad="1"/></workbook>',
    );
  });
});

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

describe('new sheets', () => {
  const sheet = {
    name: 'Kết quả kiểm tra',
    state: 'visible',
    cells: {
      A1: { content: text('Ô'), style: { bold: true, fill: 'DDEBF7' } },
      A2: { content: text('E5'), link: linkTo('Dự toán', 'E5') },
      B2: { content: text('=1+1') },
      C2: { content: formula("='Dự toán'!E5*2", '15') },
      D2: {},
    },
    columnWidths: { A: 12, B: 60.5 },
    rowHeights: { 1: 30, 7: 12 },
    merges: ['A4:C4'],
    frozen: { rows: 1, columns: 1 },
    printTitleRows: '1:1',
    printArea: 'A1:D9',
    page: { landscape: true },
    validations: [{ area: 'D2:D9', list: ['có', 'không'] }],
    tabColor: 'FF0000',
  } as const;

  it('are added behind the others with links, widths and print titles', async () => {
    const bytes = richFeatures();
    const book = openWorkbook(bytes);
    book.addSheet(sheet);
    const after = book.save();
    expect(packageFaults(after)).toEqual([]);
    expect(touchedEntries(bytes, after)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet4.xml',
    ]);
    const read = readWorkbook(after);
    const added = read.sheets[3]!;
    expect(added).toMatchObject({
      name: 'Kết quả kiểm tra',
      state: 'visible',
      merges: [{ top: 4, left: 1, bottom: 4, right: 3 }],
    });
    expect(valuesOf(added)).toEqual({ A1: 'Ô', A2: 'E5', B2: '=1+1', C2: 15 });
    expect(formulasOf(added)).toEqual({ C2: "'Dự toán'!E5*2" });
    expect(read.names.filter((name) => name.sheet === 3)).toEqual([
      { name: '_xlnm.Print_Area', refersTo: "'Kết quả kiểm tra'!$A$1:$D$9", sheet: 3, hidden: false },
      { name: '_xlnm.Print_Titles', refersTo: "'Kết quả kiểm tra'!$1:$1", sheet: 3, hidden: false },
    ]);
    expect(partText(after, 'xl/worksheets/sheet4.xml')).toContain(
      `<hyperlink ref="A2" location="'Dự toán'!E5"/>`,
    );
    expect((await readXlsx(after)).sheets.map((one) => one.name)).toEqual([
      'Dự toán',
      'DM',
      'Bảng',
      'Kết quả kiểm tra',
    ]);
  });

  it('keep the list of titles in the document properties in step', () => {
    const book = openWorkbook(
      buildXlsx({
        parts: {
          'docProps/app.xml':
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="urn:vt"><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Worksheets</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="2" baseType="lpstr"><vt:lpstr>Sheet1</vt:lpstr><vt:lpstr>Vùng</vt:lpstr></vt:vector></TitlesOfParts></Properties>',
          '_rels/.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>',
        },
      }),
    );
    book.addSheet({ name: 'A & B', cells: {} });
    const text = partText(book.save(), 'docProps/app.xml');
    expect(text).toContain(
      '<vt:vector size="3" baseType="lpstr"><vt:lpstr>Sheet1</vt:lpstr><vt:lpstr>A &amp; B</vt:lpstr><vt:lpstr>Vùng</vt:lpstr>',
    );
    expect(text).toContain('<vt:i4>2</vt:i4>');
  });

  it('give rows the height that their texts need, unless it is told', () => {
    // 400 letters at 13 points in a width of 50: ten lines of 17.7 points.
    const long = { content: text('chữ '.repeat(100)), style: { wrap: true, fontSize: 13 } };
    const bytes = createWorkbook([
      {
        name: 'A',
        cells: { A1: long, A2: { content: text('x') }, A3: long, A4: long },
        columnWidths: { A: 50 },
        rowHeights: { 3: 20 },
        merges: ['A4:C4'],
      },
    ]);
    const rows = [...partText(bytes, 'xl/worksheets/sheet1.xml').matchAll(/<row ([^>]*)>/g)].map(
      (match) => match[1],
    );
    expect(rows).toEqual(['r="1" ht="177"', 'r="2"', 'r="3" ht="20" customHeight="1"', 'r="4"']);
  });

  it.each(['', 'x'.repeat(32), 'a/b', 'a:b', "'a", 'dự TOÁN', 'a[1]'])('refuse the name %j', (name) => {
    const book = openWorkbook(richFeatures());
    expect(errorOf(() => book.addSheet({ name, cells: {} })).code).toBe('edit-sheet-name');
  });

  it('may be hidden, in a workbook without styles and in a strict one', () => {
    const strict = (xml: string) =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    for (const bytes of [buildXlsx(), rewrite(buildXlsx(), (_, xml) => strict(xml))]) {
      const book = openWorkbook(bytes);
      book.addSheet({ ...sheet, state: 'very-hidden' });
      book.change([{ sheet: 'Sheet1', cell: 'A1', content: number('1'), note: 'x' }]);
      const after = book.save();
      expect(packageFaults(after)).toEqual([]);
      const read = readWorkbook(after);
      expect(read.sheets.map((one) => one.state)).toEqual(['visible', 'very-hidden']);
      expect(valuesOf(read.sheets[1]!)).toEqual({ A1: 'Ô', A2: 'E5', B2: '=1+1', C2: 15 });
      expect(read.sheets[0]!.notes).toHaveLength(1);
    }
  });
});

describe('what would break the file is refused', () => {
  it.each(['red', '#FF0000', 'FF"/>00', ''])('the colour %j', (fill) => {
    expect(errorOf(() => edited(buildXlsx(), [{ ...first('A1', number('1')), style: { fill } }])).code).toBe(
      'edit-unsupported',
    );
  });

  it('images of a file of edits that somebody changed', () => {
    const book = openWorkbook(richFeatures());
    const [image] = book.change([on('Dự toán')('E5', number('1'))]);
    const damage: Partial<CellImage>[] = [
      { style: 99_999 },
      { style: -1 },
      { array: 'A1"/><x' },
      { formula: '\u0000' },
      { value: { kind: 'number', value: '<v>' } },
      { value: { kind: 'text', text: 'x', rich: '<r><t>x</t></r><evil/>' } },
      { value: { kind: 'text', text: 'x', rich: '</is></c><c r="A1">' } },
    ];
    const shapeless = [
      { style: '1' },
      { formula: 1 },
      { array: undefined },
      { value: null },
      { value: { kind: 'number', value: 1 } },
      { present: 1 },
      { note: 5 },
    ];
    damage.push(...(shapeless as unknown as Partial<CellImage>[]));
    for (const part of damage) {
      expect(() => book.restore([{ ...image!, ...part }]), JSON.stringify(part)).toThrow(WorkbookError);
    }
    expect(book.restore([image!])).toHaveLength(1);
  });

  it('drop-downs that Excel cannot hold', () => {
    const sheet = (list: readonly string[]) => ({
      name: 'A',
      cells: {},
      validations: [{ area: 'A1', list }],
    });
    expect(errorOf(() => createWorkbook([sheet(['a,b'])])).code).toBe('edit-bad-value');
    expect(errorOf(() => createWorkbook([sheet(['x'.repeat(256)])])).code).toBe('edit-bad-value');
    expect(() => createWorkbook([sheet(['có', 'không'])])).not.toThrow();
  });
});

describe('zips as other programs write them', () => {
  const parts = () =>
    [...xlsxParts({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' })].map(([name, data]) => ({
      name,
      data,
    }));

  it.each([
    ['stored entries', () => buildZip(parts().map((part) => ({ ...part, stored: true })))],
    ['sizes behind the data', () => buildZip(parts().map((part) => ({ ...part, descriptor: true })))],
    [
      'ZIP64 fields',
      () =>
        buildZip(
          parts().map((part) => ({ ...part, zip64: true })),
          { zip64: true },
        ),
    ],
    [
      'names in another case',
      () =>
        buildZip(
          parts().map((part) => ({
            ...part,
            name: part.name.replace('xl/worksheets/sheet1', 'XL/Worksheets/SHEET1'),
          })),
        ),
    ],
    ['bytes before the first entry', () => join(utf8('#!stub\n'), buildZip(parts()))],
  ])('are edited with %s', (what, make) => {
    const bytes = make();
    if (what.startsWith('bytes before')) {
      expect(errorOf(() => readWorkbook(bytes)).code).toBe('not-xlsx');
      return;
    }
    expect(Buffer.from(openWorkbook(bytes).save()).equals(Buffer.from(bytes))).toBe(true);
    const after = edited(bytes, [{ ...first('B2', text('thêm dài hơn trước')), note: 'x' }]);
    expect(packageFaults(after)).toEqual([]);
    const sheet = readWorkbook(after).sheets[0]!;
    expect(valuesOf(sheet)).toEqual({ A1: 1, B2: 'thêm dài hơn trước' });
    expect(sheet.notes).toHaveLength(1);
    expect(touchedEntries(bytes, after)).not.toContain('xl/workbook.xml');
  });
});

describe('UTF-16 parts', () => {
  it('stay UTF-16 when they are edited', () => {
    const xml =
      '\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>Hỗ trợ</v></c></row></sheetData></worksheet>';
    const part = new Uint8Array(new Uint16Array([...xml].map((letter) => letter.charCodeAt(0))).buffer);
    const after = edited(buildXlsx({ parts: { 'xl/worksheets/sheet1.xml': part } }), [
      first('B1', number('2')),
    ]);
    expect(valuesOf(readWorkbook(after).sheets[0]!)).toEqual({ A1: 'Hỗ trợ', B1: 2 });
  });
});

describe('new workbooks', () => {
  const sheets = [
    {
      name: 'Biểu 1',
      cells: {
        A1: { content: text('STT'), style: { bold: true, border: true } },
        B2: { content: formula('=1+1', '2'), style: { locked: false } },
      },
      printTitleRows: '1:1',
      protected: true,
    },
    { name: 'Phiên bản', state: 'very-hidden', cells: { A1: { content: text('2025.1') } } },
  ] as const;

  it('are made of sheets, the same bytes each time, and can be edited', async () => {
    const bytes = createWorkbook(sheets);
    expect(packageFaults(bytes)).toEqual([]);
    expect(Buffer.from(createWorkbook(sheets)).equals(Buffer.from(bytes))).toBe(true);
    const read = readWorkbook(edited(bytes, [on('Biểu 1')('C3', number('3'))]));
    expect(valuesOf(read.sheets[0]!)).toEqual({ A1: 'STT', B2: 2, C3: 3 });
    expect(read.sheets.map((sheet) => sheet.state)).toEqual(['visible', 'very-hidden']);
    expect(read.sheets[0]!.protected).toBe(true);
    expect(read.styles[0]).toMatchObject({ font: 'Times New Roman', fontSize: 12 });
    expect((await readXlsx(bytes)).sheets[0]!.rows[0]![0]).toBe('STT');
  });

  it('need a sheet that can be seen', () => {
    expect(errorOf(() => createWorkbook([])).code).toBe('no-sheets');
    expect(errorOf(() => createWorkbook(sheets.slice(1))).code).toBe('no-sheets');
    expect(errorOf(() => createWorkbook([sheets[0], sheets[0]])).code).toBe('edit-sheet-name');
  });
});
