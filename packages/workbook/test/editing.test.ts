import { type CellChange, openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { formulasOf, valuesOf } from './support/cells.js';
import { dataOf, edited, errorOf, first, formula, number, on, sheetXml, text } from './support/edits.js';
import {
  packageFaults,
  partText,
  readBytes,
  rewrite,
  richFeatures,
  touchedEntries,
  withPrefix,
} from './support/packages.js';
import { buildXlsx } from './support/xlsx.js';

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
