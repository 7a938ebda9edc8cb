import { describeWorkbookError, readWorkbook, WorkbookError, type WorkbookErrorCode } from '@ctmtqg/workbook';
import { Deflate, deflateSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { crc32 } from '../src/zip/crc32.js';
import { peak, processorTime } from './support/cost.js';
import { buildXlsx, xlsxParts } from './support/xlsx.js';
import { buildZip, join, utf8, type ZipSpec } from './support/zip.js';

const MB = 1024 * 1024;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Peak memory may grow by this much over what the test runner holds: a plain Node process stays below 150 MB. */
const ROOM = 100 * MB;
/** Compresses `size` spaces without ever holding them. */
function compressedSpaces(size: number): { compressed: Uint8Array; crc: number } {
  const pieces: Uint8Array[] = [];
  const deflate = new Deflate({ level: 6 }, (piece) => pieces.push(piece));
  const block = new Uint8Array(MB).fill(32);
  let crc = 0;
  for (let done = 0; done < size; done += MB) {
    deflate.push(block, done + MB >= size);
    crc = crc32(block, crc);
  }
  return { compressed: join(...pieces), crc };
}

function specs(parts = xlsxParts()): ZipSpec[] {
  return [...parts].map(([name, data]) => ({ name, data }));
}

function withSheet(sheet: Partial<ZipSpec>): Uint8Array {
  return buildZip(specs().map((spec) => (spec.name.includes('sheet1') ? { ...spec, ...sheet } : spec)));
}

const spaces = compressedSpaces(64 * MB);

function codeOf(bytes: Uint8Array): { code: WorkbookErrorCode; vi: string; en: string; ms: number } {
  const start = processorTime();
  try {
    readWorkbook(bytes);
  } catch (error) {
    const ms = processorTime() - start;
    if (!(error instanceof WorkbookError)) throw error;
    return {
      code: error.code,
      vi: describeWorkbookError(error, 'vi'),
      en: describeWorkbookError(error, 'en'),
      ms,
    };
  }
  throw new Error('the file was read');
}

function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, i) => {
    bytes[1024 + 2 * i] = letter.charCodeAt(0);
  });
  return bytes;
}

/** Sheets that each stay below every limit for one part. */
function manyBombs(): Uint8Array {
  const data = utf8(
    `<worksheet xmlns="${MAIN}"><sheetData/>${`${' '.repeat(2000)}<a/>`.repeat(3500)}</worksheet>`,
  );
  const part = { data: '', compressed: deflateSync(data), crc: crc32(data), claimedSize: data.length };
  const sheets = Array.from({ length: 40 }, (_, i) => `s${i}`);
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = xlsxParts({
    parts: {
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${rels}"><sheets>${sheets.map((id) => `<sheet name="${id}" r:id="${id}"/>`).join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((id) => `<Relationship Id="${id}" Type="${rels}/worksheet" Target="${id}.xml"/>`).join('')}</Relationships>`,
    },
  });
  const bombs = sheets.map((id) => ({ name: `xl/${id}.xml`, ...part }));
  return buildZip([...specs(parts), ...bombs]);
}

const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
const dtd = (declarations: string, use: string) =>
  `<?xml version="1.0"?><!DOCTYPE worksheet [${declarations}]><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>${use}</v></c></row></sheetData></worksheet>`;
const sheetPart = (text: string) => ({ parts: { 'xl/worksheets/sheet1.xml': text } });

const refused: [what: string, code: WorkbookErrorCode, bytes: () => Uint8Array][] = [
  ['an empty file', 'empty-file', () => new Uint8Array(0)],
  ['a .csv with another ending', 'not-xlsx', () => utf8('STT;Nội dung;Số tiền\n1;Dự án 1;720\n')],
  ['a .csv in UTF-16', 'not-xlsx', () => new Uint8Array([0xff, 0xfe, 0x53, 0, 0x54, 0])],
  [
    'an HTML table with another ending',
    'not-xlsx',
    () => utf8('\n<html><body><table><tr><td>1</td></tr></table>'),
  ],
  ['a PDF with another ending', 'not-xlsx', () => utf8('%PDF-1.7\n')],
  ['random bytes', 'not-xlsx', () => new Uint8Array([1, 2, 3, 0, 255, 7, 8, 9])],
  ['an encrypted workbook', 'encrypted', () => ole('EncryptedPackage')],
  ['an old .xls', 'old-xls', () => ole('Workbook')],
  ['a very old .xls without container', 'old-xls', () => new Uint8Array([9, 8, 8, 0, 0, 5, 5, 0, 0, 0])],
  ['an old Word document', 'not-xlsx', () => ole('WordDocument')],
  ['a plain zip', 'not-a-workbook', () => buildZip([{ name: 'readme.txt', data: 'hello' }])],
  ['a Word document', 'not-a-workbook', () => buildZip([{ name: 'word/document.xml', data: '<a/>' }])],
  [
    'a workbook cut short',
    'zip-truncated',
    () => {
      const bytes = buildXlsx();
      return bytes.subarray(0, bytes.length - 300);
    },
  ],
  ['only the first bytes of a workbook', 'zip-truncated', () => buildXlsx().subarray(0, 40)],
  [
    'entries that are too many',
    'zip-too-many-entries',
    () => buildZip(Array.from({ length: 12_000 }, (_, i) => ({ name: `a${i}`, data: '', stored: true }))),
  ],
  ['a directory that claims fewer entries than it has', 'zip-damaged', () => buildZip(specs(), { count: 2 })],
  ['two entries of one name', 'zip-duplicate-entry', () => buildZip([...specs(), ...specs().slice(-1)])],
  [
    'two entries that differ by case only',
    'zip-duplicate-entry',
    () => buildZip([...specs(), { name: 'XL/Workbook.xml', data: '<a/>' }]),
  ],
  [
    'overlapping entries',
    'zip-overlapping-entries',
    () => {
      const inner = buildZip([{ name: 'b.xml', data: 'x', stored: true }]);
      return buildZip([
        { name: 'a.xml', data: inner, stored: true },
        { name: 'b.xml', data: 'x', stored: true, pointTo: 30 + 'a.xml'.length },
      ]);
    },
  ],
  [
    'an entry that climbs out of the archive',
    'zip-unsafe-name',
    () => buildZip([...specs(), { name: '../../etc/passwd', data: 'x' }]),
  ],
  [
    'an entry with an absolute path',
    'zip-unsafe-name',
    () => buildZip([...specs(), { name: '/etc/passwd', data: 'x' }]),
  ],
  [
    'an entry with backslashes that climb out',
    'zip-unsafe-name',
    () => buildZip([...specs(), { name: 'xl\\..\\..\\a', data: 'x' }]),
  ],
  ['an encrypted entry', 'zip-unsupported', () => withSheet({ flags: 0x801 })],
  ['an unknown compression', 'zip-unsupported', () => withSheet({ method: 12 })],
  [
    'a bomb that says its size',
    'zip-bomb',
    () => withSheet({ compressed: spaces.compressed, crc: spaces.crc, claimedSize: 64 * MB }),
  ],
  [
    'a bomb that hides its size',
    'zip-bomb',
    () => withSheet({ compressed: spaces.compressed, crc: spaces.crc, claimedSize: 500 }),
  ],
  [
    'a bomb in the content types',
    'zip-bomb',
    () =>
      buildZip(
        specs().map((spec) =>
          spec.name.startsWith('[Content')
            ? { ...spec, compressed: spaces.compressed, claimedSize: 400 }
            : spec,
        ),
      ),
  ],
  ['a part whose CRC is wrong', 'part-damaged', () => withSheet({ crc: 1 })],
  ['a part that is shorter than it claims', 'part-damaged', () => withSheet({ claimedSize: 100_000 })],
  ['a damaged deflate stream', 'part-damaged', () => withSheet({ compressed: new Uint8Array([7, 7, 7, 7]) })],
  [
    'entities that multiply',
    'xml-dtd',
    () => buildXlsx(sheetPart(dtd(`<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">`, '&b;'))),
  ],
  [
    'an entity that reads a file',
    'xml-dtd',
    () => buildXlsx(sheetPart(dtd('<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;'))),
  ],
  ['a DTD without entities', 'xml-dtd', () => buildXlsx(sheetPart(dtd('', '1')))],
  [
    'a DTD in the shared strings',
    'xml-dtd',
    () =>
      buildXlsx({ strings: '', parts: { 'xl/sharedStrings.xml': `<!DOCTYPE sst><sst xmlns="${MAIN}"/>` } }),
  ],
  [
    'an entity that nobody declared',
    'part-damaged',
    () => buildXlsx({ rows: '<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>' }),
  ],
  ['a million nested elements', 'xml-too-deep', () => buildXlsx({ after: nested(1_000_000) })],
  [
    'a tag that never ends',
    'part-damaged',
    () => buildXlsx(sheetPart(`<worksheet a="${'x'.repeat(6 * MB)}`)),
  ],
  [
    'a part that breaks off',
    'part-damaged',
    () => buildXlsx(sheetPart(`<worksheet xmlns="${MAIN}"><sheetData>`)),
  ],
  [
    'elements that close in the wrong order',
    'part-damaged',
    () => buildXlsx({ rows: '<row r="1"><c></row></c>' }),
  ],
  [
    'a cell beyond the last column',
    'part-damaged',
    () => buildXlsx({ rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }),
  ],
  ['a row beyond the last', 'part-damaged', () => buildXlsx({ rows: '<row r="1048577"/>' })],
  [
    'a number that is none',
    'part-damaged',
    () => buildXlsx({ rows: '<row r="1"><c r="A1"><v>12abc</v></c></row>' }),
  ],
  [
    'a shared string that does not exist',
    'part-damaged',
    () => buildXlsx({ rows: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' }),
  ],
  [
    'a sheet part that is missing',
    'part-missing',
    () => buildXlsx({ parts: { 'xl/worksheets/sheet1.xml': null } }),
  ],
  [
    'a workbook without sheets',
    'no-sheets',
    () => buildXlsx({ parts: { 'xl/workbook.xml': `<workbook xmlns="${MAIN}"><sheets/></workbook>` } }),
  ],
  [
    'an encoding that no office program writes',
    'xml-encoding',
    () => buildXlsx(sheetPart(`<?xml version="1.0" encoding="windows-1258"?><worksheet xmlns="${MAIN}"/>`)),
  ],
  [
    'shared formulas that expand without end',
    'formulas-too-large',
    () =>
      buildXlsx({
        rows: `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A60000">${'B1+'.repeat(2500)}1</f></c></row>${Array.from({ length: 60_000 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><f t="shared" si="0"/></c></row>`).join('')}`,
      }),
  ],
];

refused.push(
  ['many small bombs', 'zip-bomb', () => manyBombs()],
  [
    'formats without end',
    'part-damaged',
    () => buildXlsx({ styles: `<fonts><font/></fonts><cellXfs>${'<xf/>'.repeat(400_000)}</cellXfs>` }),
  ],
  [
    'names without end',
    'part-damaged',
    () =>
      buildXlsx({
        workbookAfter: `<definedNames>${'<definedName name="a">1</definedName>'.repeat(150_000)}</definedNames>`,
      }),
  ],
  [
    'namespaces without end',
    'part-damaged',
    () =>
      buildXlsx({ after: `<a ${Array.from({ length: 5_000 }, (_, i) => `xmlns:p${i}="u"`).join(' ')}/>` }),
  ],
);

const built = refused.map(([what, code, build]) => ({ what, code, bytes: build() }));
const started = peak();

describe('hostile and broken files are refused in one clear line, within a second', () => {
  for (const { what, code, bytes } of built) {
    it(`refuses ${what}`, () => {
      const { code: given, vi, en, ms } = codeOf(bytes);
      expect(given).toBe(code);
      for (const sentence of [vi, en]) {
        expect(sentence).not.toMatch(/[\n\r]|\{|undefined|\?$/);
        expect(sentence.length).toBeGreaterThan(30);
      }
      // What is told in brackets is told in the reader's language, too.
      const detail = (sentence: string) => /\((?!\.|Excel|0|“)([^)]*)\)/.exec(sentence)?.[1];
      if (detail(vi) !== undefined) expect(detail(vi)).not.toBe(detail(en));
      expect(ms).toBeLessThan(1000);
    });
  }

  it('says to remove the password of an encrypted workbook', () => {
    expect(codeOf(ole('EncryptedPackage')).vi).toContain('hãy bỏ mật khẩu');
  });
});

afterAll(() => {
  expect(peak() - started).toBeLessThan(ROOM);
});
