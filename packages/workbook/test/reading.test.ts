import { CellKind } from '@ctmtqg/core';
import { readWorkbook } from '@ctmtqg/workbook';
import { describe, expect, it } from 'vitest';
import { formulasOf, valuesOf } from './support/cells.js';
import { buildXlsx, type XlsxSpec } from './support/xlsx.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';

const read = (spec: XlsxSpec) => readWorkbook(buildXlsx(spec));
const sheetOf = (spec: XlsxSpec) => read(spec).sheets[0]!;
const values = (spec: XlsxSpec) => valuesOf(sheetOf(spec));

describe('values', () => {
  it('reads numbers, texts, booleans, errors and dates', () => {
    const rows =
      '<row r="2"><c r="A2"><v>9504.2</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="b"><v>0</v></c><c r="D2" t="e"><v>#DIV/0!</v></c><c r="E2" t="d"><v>2025-08-08T12:00:00</v></c><c r="F2" t="inlineStr"><is><t>Tổng</t></is></c><c r="G2" t="n"><v>-1.5E-3</v></c></row>';
    expect(values({ rows, strings: '<si><t>Nội dung</t></si>' })).toEqual({
      A2: 9504.2,
      B2: 'Nội dung',
      C2: false,
      D2: '#DIV/0!',
      E2: 45877.5,
      F2: 'Tổng',
      G2: -0.0015,
    });
  });

  it('counts dates of strict files from 1904 where the workbook does', () => {
    const rows = '<row r="1"><c r="A1" t="d"><v>1904-01-02</v></c></row>';
    const snapshot = read({ rows, workbookBefore: '<workbookPr date1904="1"/>' });
    expect(snapshot.date1904).toBe(true);
    expect(valuesOf(snapshot.sheets[0]!)).toEqual({ A1: 1 });
  });

  it('leaves out cells that only have a format', () => {
    expect(
      sheetOf({ rows: '<row r="1"><c r="A1" s="0"/><c r="B1"><v></v></c><c r="C1" t="s"/></row>' }).cells
        .count,
    ).toBe(0);
  });

  it('keeps a formula that has no cached value', () => {
    const sheet = sheetOf({ rows: '<row r="1"><c r="A1"><f>1+1</f></c></row>' });
    expect(sheet.cells.kinds[0]).toBe(CellKind.none);
    expect(formulasOf(sheet)).toEqual({ A1: '1+1' });
  });

  it('joins rich text and keeps the font of each run', () => {
    const strings =
      '<si><r><t xml:space="preserve">Dù ¸n </t></r><r><rPr><rFont val=".VnTime"/></rPr><t>®Çu t</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><r><rPr><b/></rPr><t>x</t></r></si>';
    const sheet = sheetOf({
      strings,
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
    });
    expect(sheet.texts).toEqual(['Dù ¸n ®Çu t', 'x']);
    expect([...sheet.runs]).toEqual([[0, [{ text: 'Dù ¸n ' }, { text: '®Çu t', font: '.VnTime' }]]]);
  });

  it('resolves what XML and OOXML escape, and keeps the soft hyphen that is a letter in TCVN3', () => {
    const strings = '<si><t>A &amp; B &lt;&#39;&#x1EA1;&gt;_x000D_\r\n_x005F_x000D_ §\u00ad</t></si>';
    expect(values({ strings, rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' })).toEqual({
      A1: "A & B <'ạ>\r\n_x000D_ §\u00ad",
    });
  });

  it('puts cells that stand out of order in order; the last of two with one address counts', () => {
    const rows =
      '<row r="3"><c r="B3"><v>4</v></c><c r="A3"><f>1+2</f><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>';
    const sheet = sheetOf({ rows });
    expect(valuesOf(sheet)).toEqual({ A1: 2, A3: 3, B3: 4 });
    expect([...sheet.cells.rows]).toEqual([1, 3, 3]);
    expect(formulasOf(sheet)).toEqual({ A3: '1+2' });
  });
});

describe('formulas', () => {
  const shared = (master: string, children: string) => sheetOf({ rows: master + children });

  it('writes out shared formulas for each cell of the group', () => {
    const sheet = shared(
      '<row r="2"><c r="C2"><f t="shared" ref="C2:D3" si="0">SUM($A2:B2)+A$1*$A$1+Biểu!A2+"A2"</f><v>1</v></c><c r="D2"><f t="shared" si="0"/><v>2</v></c></row>',
      '<row r="3"><c r="C3"><f t="shared" si="0"/><v>3</v></c></row>',
    );
    expect(formulasOf(sheet)).toEqual({
      C2: 'SUM($A2:B2)+A$1*$A$1+Biểu!A2+"A2"',
      D2: 'SUM($A2:C2)+B$1*$A$1+Biểu!B2+"A2"',
      C3: 'SUM($A3:B3)+A$1*$A$1+Biểu!A3+"A2"',
    });
  });

  it('writes them out also where the first cell comes last', () => {
    const sheet = shared(
      '<row r="1"><c r="A1"><f t="shared" si="4"/><v>1</v></c></row>',
      '<row r="2"><c r="A2"><f t="shared" ref="A1:A2" si="4">B2*2</f><v>2</v></c></row>',
    );
    expect(formulasOf(sheet)).toEqual({ A1: 'B1*2', A2: 'B2*2' });
  });

  it('keeps the area of an array formula', () => {
    const sheet = sheetOf({
      rows: '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>',
    });
    expect(sheet.formulas).toEqual([
      { cell: 0, text: 'B1:B2*2', array: { top: 1, left: 1, bottom: 2, right: 1 } },
    ]);
  });

  it('tells of data tables, which are no formulas of their cells', () => {
    const { sheets, gaps } = read({
      rows: '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="1" r1="C1" r2="C2"/><v>2</v></c></row>',
    });
    expect(valuesOf(sheets[0]!)).toEqual({ A1: 2 });
    expect(gaps).toEqual([{ sheet: 'Sheet1', cell: 'A1', code: 'data-table', detail: '' }]);
  });

  it('gives cached texts and errors of formulas', () => {
    expect(
      values({
        rows: '<row r="1"><c r="A1" t="str"><f>B1</f><v>xã</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      }),
    ).toEqual({ A1: 'xã', B1: '#DIV/0!' });
  });
});

describe('formats', () => {
  const styles = `<numFmts count="1"><numFmt numFmtId="170" formatCode="#,##0.0\\ &quot;đ&quot;"/></numFmts>
<fonts><font><name val="Times New Roman"/><sz val="13"/></font><font><b/><i val="0"/><color theme="4" tint="-0.25"/><name val=".VnTimeH"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders><border><left/></border><border><left style="thin"/></border></borders>
<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="170" fontId="1" fillId="1" borderId="1"><alignment horizontal="center" wrapText="1" indent="2"/><protection locked="0"/></xf><xf numFmtId="4"/></cellXfs>`;

  it('puts a style together from its parts', () => {
    const { sheets, styles: table } = read({
      styles,
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>1</v></c><c r="D1" s="99"><v>1</v></c></row>',
    });
    expect([...sheets[0]!.cells.styles]).toEqual([0, 1, 2, 0]);
    expect(table[0]).toMatchObject({
      font: 'Times New Roman',
      numberFormat: 'General',
      locked: true,
      fontSize: 13,
    });
    expect(table[1]).toEqual({
      font: '.VnTimeH',
      numberFormat: '#,##0.0\\ "đ"',
      bold: true,
      italic: false,
      indent: 2,
      locked: false,
      fill: 'FFC7CE',
      fontColor: '2F5597',
      fontSize: 11,
      horizontal: 'center',
      wrap: true,
      border: true,
    });
    expect(table[2]!.numberFormat).toBe('#,##0.00');
  });

  it('has one style where the workbook has no styles part', () => {
    const { sheets, styles: table } = read({ rows: '<row r="1"><c r="A1" s="5"><v>1</v></c></row>' });
    expect(sheets[0]!.cells.styles[0]).toBe(0);
    expect(table).toHaveLength(1);
  });
});

describe('what stands around the cells', () => {
  it('reads hidden rows and columns, widths, merges and protection', () => {
    const sheet = sheetOf({
      before:
        '<cols><col min="2" max="3" width="12.5"/><col min="5" max="6" width="8" hidden="1"/><col min="7" max="7" width="0"/></cols>',
      rows: '<row r="2" hidden="1"/><row r="3" hidden="true"/><row r="5" ht="0"/><row r="6"/>',
      after:
        '<sheetProtection sheet="1" objects="1"/><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="D4:D4"/></mergeCells>',
    });
    expect(sheet).toMatchObject({
      hiddenRows: [
        { from: 2, to: 3 },
        { from: 5, to: 5 },
      ],
      hiddenColumns: [{ from: 5, to: 7 }],
      merges: [{ top: 1, left: 1, bottom: 1, right: 3 }],
      protected: true,
    });
    expect(sheet.columnWidths[0]).toEqual({ from: 2, to: 3, width: 12.5 });
  });

  it('names the blank cells that a protected sheet leaves open, and none where it is not protected', () => {
    const open = '<protection locked="0"/>';
    const styles = `<cellXfs count="2"><xf/><xf applyProtection="1">${open}</xf></cellXfs>`;
    const rows =
      '<row r="4"><c r="B4" s="1"/><c r="C4" s="1"></c><c r="D4"/><c r="E4" s="1"><v>1</v></c><c r="G4" s="1"/></row>';
    const read = (after: string) => sheetOf({ rows, after, styles });
    expect(read('<sheetProtection sheet="1"/>').unlocked).toEqual([
      { top: 4, left: 2, bottom: 4, right: 3 },
      { top: 4, left: 7, bottom: 4, right: 7 },
    ]);
    expect(read('').unlocked).toBeUndefined();
  });

  it('reads a sheet whose rows are hidden unless they are listed', () => {
    const sheet = sheetOf({
      before: '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>',
      rows: '<row r="1"/><row r="2"/><row r="4"/>',
    });
    expect(sheet.hiddenRows).toEqual([
      { from: 3, to: 3 },
      { from: 5, to: 1_048_576 },
    ]);
  });

  it('reads sheet states, names and how the workbook computes', () => {
    const sheet = `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;
    const rel = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"/>`;
    const snapshot = read({
      parts: {
        'xl/worksheets/sheet2.xml': sheet,
        'xl/worksheets/sheet3.xml': sheet,
        'xl/chartsheets/sheet1.xml': '<chartsheet/>',
        'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE_REL}">${rel('rId1', 'worksheet', 'worksheets/sheet1.xml')}${rel('rId2', 'chartsheet', 'chartsheets/sheet1.xml')}${rel('rId3', 'worksheet', 'worksheets/sheet2.xml')}${rel('rId4', 'worksheet', '/xl/worksheets/sheet3.xml')}</Relationships>`,
        'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="Biểu" sheetId="1" r:id="rId1"/><sheet name="Đồ thị" sheetId="5" r:id="rId2"/><sheet name="Ẩn" sheetId="2" state="hidden" r:id="rId3"/><sheet name="DM" sheetId="3" state="veryHidden" r:id="rId4"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="2">Ẩn!$A$1:$B$2</definedName><definedName name="Tổng" hidden="1">Biểu!$A$1</definedName><definedName name="x" localSheetId="1">1</definedName></definedNames><calcPr calcId="1" fullPrecision="0"/></workbook>`,
      },
    });
    expect(snapshot.sheets.map(({ name, state }) => [name, state])).toEqual([
      ['Biểu', 'visible'],
      ['Ẩn', 'hidden'],
      ['DM', 'very-hidden'],
    ]);
    expect(snapshot.names).toEqual([
      { name: '_xlnm.Print_Area', refersTo: 'Ẩn!$A$1:$B$2', sheet: 1, hidden: false },
      { name: 'Tổng', refersTo: 'Biểu!$A$1', sheet: null, hidden: true },
    ]);
    expect(snapshot.precisionAsDisplayed).toBe(true);
    expect(snapshot.gaps).toEqual([
      { sheet: 'Đồ thị', cell: null, code: 'unsupported-sheet', detail: 'chartsheet' },
    ]);
  });

  it('reads notes in rich and in plain text', () => {
    const sheet = sheetOf({
      parts: {
        'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>A</author></authors><commentList><comment ref="B2" authorId="0"><text><t>đã rà soát</t></text></comment><comment ref="C3" authorId="0"><text><r><rPr><b/></rPr><t>Kế toán:</t></r><r><t xml:space="preserve"> sai</t></r></text></comment></commentList></comments>`,
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/comments" Target="../comments1.xml"/></Relationships>`,
      },
    });
    expect(sheet.notes).toEqual([
      { row: 2, column: 2, text: 'đã rà soát' },
      { row: 3, column: 3, text: 'Kế toán: sai' },
    ]);
  });
});
