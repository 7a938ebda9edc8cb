import { openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { describe, expect, it } from 'vitest';
import { formulasOf } from './support/cells.js';
import { dataOf, edited, errorOf, first, formula, number, on, text } from './support/edits.js';
import { packageFaults, partText, rewrite, richFeatures, touchedEntries } from './support/packages.js';
import { buildXlsx } from './support/xlsx.js';

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
