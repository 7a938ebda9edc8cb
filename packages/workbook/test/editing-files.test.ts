import { type CellImage, createWorkbook, openWorkbook, readWorkbook, WorkbookError } from '@ctmtqg/workbook';
import { describe, expect, it } from 'vitest';
import { valuesOf } from './support/cells.js';
import { edited, errorOf, first, number, on, text } from './support/edits.js';
import { packageFaults, richFeatures, touchedEntries } from './support/packages.js';
import { buildXlsx, xlsxParts } from './support/xlsx.js';
import { buildZip, join, utf8 } from './support/zip.js';

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
