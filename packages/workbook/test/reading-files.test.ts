import { readWorkbook } from '@ctmtqg/workbook';
import { describe, expect, it } from 'vitest';
import { valuesOf } from './support/cells.js';
import { buildXlsx, HEAD, type XlsxSpec, xlsxParts } from './support/xlsx.js';
import { buildZip } from './support/zip.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';

const read = (spec: XlsxSpec) => readWorkbook(buildXlsx(spec));
const sheetOf = (spec: XlsxSpec) => read(spec).sheets[0]!;
const values = (spec: XlsxSpec) => valuesOf(sheetOf(spec));
const worksheet = (xml: string): XlsxSpec => ({ parts: { 'xl/worksheets/sheet1.xml': xml } });
const PLAIN =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><v>a</v></c></row><row r="3"><c r="C3" t="b"><v>1</v></c></row>';
const PLAIN_VALUES = { A1: 1, B1: 'a', C3: true };

describe('XML as other programs write it', () => {
  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const prefixed = PLAIN.replaceAll('<', '<x:').replaceAll('<x:/', '</x:');

  it.each([
    [
      'prefixed elements',
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData>${prefixed}</x:sheetData></x:worksheet>`,
    ],
    [
      'a prefix declared on an inner element',
      `<worksheet xmlns="${MAIN}"><x:sheetData xmlns:x="${MAIN}">${prefixed}</x:sheetData></worksheet>`,
    ],
    ['strict OOXML', `<worksheet xmlns="${strict}"><sheetData>${PLAIN}</sheetData></worksheet>`],
    [
      'single quotes and spaces in tags',
      `<worksheet  xmlns = '${MAIN}' ><sheetData >${PLAIN.replaceAll('"', "'").replaceAll('</c>', '</c >')}</sheetData></worksheet>`,
    ],
    [
      'comments and processing instructions',
      `<!-- <c> --><?a b?><worksheet xmlns="${MAIN}"><sheetData><!-- - -->${PLAIN.replaceAll('<v>', '<v><!-- x -->')}</sheetData></worksheet><!-- -->\n`,
    ],
    [
      'CDATA',
      `<worksheet xmlns="${MAIN}"><sheetData>${PLAIN.replaceAll(/<v>(.)<\/v>/g, '<v><![CDATA[$1]]></v>')}</sheetData></worksheet>`,
    ],
    [
      'a byte order mark',
      `\ufeff${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${PLAIN}</sheetData></worksheet>`,
    ],
    [
      'line breaks between all elements',
      `<worksheet xmlns="${MAIN}">\r\n<sheetData>\r\n${PLAIN.replaceAll('><', '>\r\n<')}</sheetData>\n</worksheet>`,
    ],
    [
      'rows and cells without addresses',
      `<worksheet xmlns="${MAIN}"><sheetData><row><c><v>1</v></c><c t="str"><v>a</v></c></row><row/><row><c/><c/><c t="b"><v>true</v></c></row></sheetData></worksheet>`,
    ],
    [
      'foreign elements that look alike',
      `<worksheet xmlns="${MAIN}" xmlns:y="urn:y"><y:sheetData><row r="9"><c r="A9"><v>9</v></c></row></y:sheetData><sheetData><y:row r="2"/>${PLAIN}</sheetData></worksheet>`,
    ],
    [
      'a fallback for a branch not understood',
      `<worksheet xmlns="${MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:q="urn:q"><mc:AlternateContent><mc:Choice Requires="q"><sheetData><row r="7"><c r="A7"><v>7</v></c></row></sheetData></mc:Choice><mc:Fallback><sheetData>${PLAIN}</sheetData></mc:Fallback></mc:AlternateContent></worksheet>`,
    ],
    [
      'a branch that is understood',
      `<worksheet xmlns="${MAIN}" xmlns:m="${MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent><mc:Choice Requires="m"><sheetData>${PLAIN}</sheetData></mc:Choice><mc:Fallback><sheetData/></mc:Fallback></mc:AlternateContent></worksheet>`,
    ],
  ])('reads %s', (_, xml) => {
    expect(values(worksheet(xml))).toEqual(PLAIN_VALUES);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('reads %s', (encoding) => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData>${PLAIN.replace('>a<', '>Hỗ trợ<')}</sheetData></worksheet>`;
    const bytes = new Uint8Array(xml.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < xml.length; i++) view.setUint16(2 * i, xml.charCodeAt(i), encoding === 'utf-16le');
    expect(values({ parts: { 'xl/worksheets/sheet1.xml': bytes } })).toEqual({
      ...PLAIN_VALUES,
      B1: 'Hỗ trợ',
    });
  });

  it('reads long parts whose tokens cross every border between pieces', () => {
    const rows = Array.from(
      { length: 3000 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}.25</v></c><c r="B${i + 1}" t="inlineStr"><is><t>${'ấ'.repeat(i % 97)}</t></is></c></row>`,
    );
    const sheet = sheetOf({ rows: rows.join('') });
    expect(sheet.cells.count).toBe(6000);
    expect(valuesOf(sheet)).toMatchObject({ A1: 0.25, A3000: 2999.25, B97: 'ấ'.repeat(96) });
  });
});

describe('packages as other programs write them', () => {
  const parts = () => [...xlsxParts({ rows: PLAIN })].map(([name, data]) => ({ name, data }));
  const valuesIn = (bytes: Uint8Array) => valuesOf(readWorkbook(bytes).sheets[0]!);

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
      'part names in another case',
      () =>
        buildZip(
          parts().map((part) => ({
            ...part,
            name: part.name === 'xl/worksheets/sheet1.xml' ? 'XL/WorkSheets/Sheet1.XML' : part.name,
          })),
        ),
    ],
    ['folders as entries', () => buildZip([{ name: 'xl/', data: '', stored: true }, ...parts()])],
  ])('reads %s', (_, build) => {
    expect(valuesIn(build())).toEqual(PLAIN_VALUES);
  });

  it('follows absolute targets and parts under other names', () => {
    const rel = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"/>`;
    const all = xlsxParts({ rows: PLAIN });
    all.set('data/s.xml', all.get('xl/worksheets/sheet1.xml')!);
    all.set('book.xml', all.get('xl/workbook.xml')!);
    all.delete('xl/worksheets/sheet1.xml');
    all.delete('xl/workbook.xml');
    all.delete('xl/_rels/workbook.xml.rels');
    all.set(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE_REL}">${rel('a', 'officeDocument', '/book.xml')}</Relationships>`,
    );
    all.set(
      '_rels/book.xml.rels',
      `<Relationships xmlns="${PACKAGE_REL}">${rel('rId1', 'worksheet', './data/../data/s.xml')}</Relationships>`,
    );
    expect(valuesIn(buildZip([...all].map(([name, data]) => ({ name, data }))))).toEqual(PLAIN_VALUES);
  });
});
