/**
 * Hostile files, each read in a process of its own: what came of it, how long it took, how much memory it took.
 * `node test/bench/hostile.mjs`; the packages must be built. The tests of the workbook package hold the same files
 * and more to their limits.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Deflate, strToU8, unzipSync, zipSync } from 'fflate';
import { makeWorkbook } from './make-workbook.mjs';
import { readBytes, report, runOnce } from './measure.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'xl/worksheets/sheet1.xml';
const sheet = (rows, after = '') =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
const ole = (stream) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);

function withSheet(xml) {
  return zipSync({ ...unzipSync(makeWorkbook(2, 15)), [SHEET]: strToU8(xml) });
}

/** A sheet of a gigabyte of spaces; `claimed` is the size that the zip tells. */
function bomb(claimed) {
  const base = withSheet(sheet(''));
  const pieces = [];
  const deflate = new Deflate({ level: 9 }, (piece) => pieces.push(Buffer.from(piece)));
  for (let i = 0; i < 1024; i++) deflate.push(new Uint8Array(1 << 20).fill(32), i === 1023);
  const raw = Buffer.concat(pieces);
  const old = Buffer.from(base);
  const name = Buffer.from(SHEET);
  const local = old.indexOf(name) - 30;
  const record = old.lastIndexOf(name) - 46;
  const size = old.readUInt32LE(record + 20);
  const dataAt = local + 30 + name.length;
  const out = Buffer.concat([old.subarray(0, dataAt), raw, old.subarray(dataAt + size)]);
  const grown = raw.length - size;
  for (const at of [local + 18, record + grown + 20]) out.writeUInt32LE(raw.length, at);
  for (const at of [local + 22, record + grown + 24]) out.writeUInt32LE(claimed, at);
  let at = out.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const start = old.readUInt32LE(old.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) + 16) + grown;
  out.writeUInt32LE(start, at + 16);
  for (
    at = start;
    out.readUInt32LE(at) === 0x02014b50;
    at += 46 + out.readUInt16LE(at + 28) + out.readUInt16LE(at + 30)
  ) {
    if (out.readUInt32LE(at + 42) > local) out.writeUInt32LE(out.readUInt32LE(at + 42) + grown, at + 42);
  }
  return out;
}

const all = 'A1:XFD1048576';
const FILES = {
  '1 GB bomb, honest size': () => bomb(1024 * 1024 * 1024),
  '1 GB bomb, size hidden': () => bomb(500),
  '20,000 entries': () =>
    zipSync(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`a${i}`, new Uint8Array(0)]))),
  'path out of the archive': () => zipSync({ ...unzipSync(makeWorkbook(2, 15)), '../x': strToU8('x') }),
  'billion laughs': () =>
    withSheet(
      `<!DOCTYPE a [<!ENTITY a "ha">${Array.from('bcdefghij', (name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>${sheet('<row><c t="str"><v>&j;</v></c></row>')}`,
    ),
  'areas over the whole sheet': () =>
    withSheet(
      sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        `<mergeCells><mergeCell ref="${all}"/></mergeCells><dataValidations><dataValidation sqref="${all}"/></dataValidations>`,
      ),
    ),
  '1,000,000 nested elements': () => withSheet(sheet('', '<a>'.repeat(1e6) + '</a>'.repeat(1e6))),
  '1,000,000 formulas in 16 MB': () =>
    withSheet(sheet(`<row>${'<c><f>1</f></c>'.repeat(1000)}</row>`.repeat(1000))),
  'shared formulas without end': () =>
    withSheet(
      sheet(
        `<row><c><f t="shared" si="0" ref="A1:A60000">${'B1+'.repeat(2500)}1</f></c></row>${'<row><c><f t="shared" si="0"/></c></row>'.repeat(60_000)}`,
      ),
    ),
  'names like __proto__': () =>
    zipSync({
      ...unzipSync(withSheet(sheet('<row><c t="str"><v>__proto__</v></c></row>'))),
      __proto__x: strToU8('x'),
      'constructor/prototype.xml': strToU8('x'),
    }),
  'cut in half': () => makeWorkbook(2000, 15).subarray(0, 100_000),
  encrypted: () => ole('EncryptedPackage'),
  'old .xls': () => ole('Workbook'),
  'renamed .csv': () => Buffer.from('STT;Nội dung\n1;Dự án 1\n'),
  'renamed HTML': () => Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
  'empty file': () => Buffer.alloc(0),
};

if (process.argv[2] === '--one') {
  const { readWorkbook, WorkbookError, describeWorkbookError } = await import(
    '../../packages/workbook/dist/index.js'
  );
  const bytes = readBytes(process.argv[3]);
  const start = performance.now();
  let outcome = 'read';
  try {
    readWorkbook(bytes);
  } catch (error) {
    outcome =
      error instanceof WorkbookError ? `${error.code}: ${describeWorkbookError(error, 'vi')}` : String(error);
  }
  report({ milliseconds: performance.now() - start, outcome });
} else {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    for (const [name, make] of Object.entries(FILES)) {
      const file = join(folder, 'file.xlsx');
      writeFileSync(file, make());
      const { milliseconds, megabytes, outcome } = runOnce(fileURLToPath(import.meta.url), ['--one', file]);
      process.stdout.write(
        `${name.padEnd(30)} ${String(Math.round(milliseconds)).padStart(5)} ms ${String(megabytes).padStart(4)} MB  ${outcome}\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
