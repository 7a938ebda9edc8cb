import { createWorkbook, linkTo, openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { formulasOf, valuesOf } from './support/cells.js';
import { edited, errorOf, formula, number, on, text } from './support/edits.js';
import { packageFaults, partText, rewrite, richFeatures, touchedEntries } from './support/packages.js';
import { buildXlsx } from './support/xlsx.js';

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
