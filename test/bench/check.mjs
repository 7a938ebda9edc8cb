/**
 * The whole check beside the reading of the same file, each in a process of its own, by processor time.
 * `node test/bench/check.mjs [rounds] [rows columns]…`; the packages must be built.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { median, readBytes, report, runOnce } from './measure.mjs';

const column = (index) => String.fromCharCode(65 + index);

/**
 * A plan of many lines: row totals as formulas, sources typed, a grand total below; every figure agrees. Broken: all
 * typed, and in two rows of five one source is not what the total says.
 */
function makePlan(rows, columns, broken) {
  const heads = ['STT', 'Nội dung', 'Tổng số', 'NSTW', 'NSĐP', 'Vốn tín dụng', 'Vốn huy động khác'];
  while (heads.length < columns) heads.push(`Năm ${2021 + heads.length - 7}`);
  const text = (at, value) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const lines = [
    `<row r="1">${text('A1', 'PHÂN BỔ KINH PHÍ CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024')}</row>`,
    `<row r="2">${text('F2', 'Đơn vị tính: triệu đồng')}</row>`,
    `<row r="3">${heads.map((head, i) => text(`${column(i)}3`, head)).join('')}</row>`,
  ];
  const totals = new Array(columns).fill(0);
  for (let i = 0; i < rows; i++) {
    const row = i + 4;
    const cells = [
      `<c r="A${row}"><v>${i + 1}</v></c>`,
      text(`B${row}`, `Hỗ trợ hộ số ${i + 1} thôn ${i % 90}`),
    ];
    const figures = [];
    for (let c = 3; c < columns; c++) figures[c] = ((i * (c + 7)) % 9973) + (c < 7 ? 1 : 0);
    const total = figures[3] + figures[4] + figures[5] + figures[6];
    totals[2] += total;
    const formula = broken ? '' : `<f>SUM(D${row}:G${row})</f>`;
    cells.push(`<c r="C${row}">${formula}<v>${total}</v></c>`);
    for (let c = 3; c < columns; c++) {
      totals[c] += figures[c];
      if (broken && i % 5 < 2 && c === 4 + (i % 3)) figures[c] += 1 + ((i * 31) % 977);
      cells.push(`<c r="${column(c)}${row}"><v>${figures[c]}</v></c>`);
    }
    lines.push(`<row r="${row}">${cells.join('')}</row>`);
  }
  const last = rows + 4;
  const sums = totals
    .slice(2)
    .map(
      (value, i) =>
        `<c r="${column(i + 2)}${last}"><f>SUM(${column(i + 2)}4:${column(i + 2)}${last - 1})</f><v>${value}</v></c>`,
    );
  lines.push(`<row r="${last}">${text(`B${last}`, 'Tổng cộng')}${sums.join('')}</row>`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function makeFile(rows, columns, broken) {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${REL}"><sheets><sheet name="Biểu 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(HEAD + makePlan(rows, columns, broken)),
  });
}

async function one(what, file) {
  const { readWorkbook } = await import('../../packages/workbook/dist/index.js');
  const bytes = readBytes(file);
  if (unzipSync(bytes)['xl/workbook.xml'] === undefined) throw new Error('no workbook');
  const began = process.cpuUsage();
  const snapshot = readWorkbook(bytes);
  if (what !== 'read') {
    const [{ check }, { RULES }, { vi }] = await Promise.all([
      import('../../packages/core/dist/index.js'),
      import('../../packages/core/dist/rules.js'),
      import('../../packages/core/dist/vi.js'),
    ]);
    const result = check(snapshot, { rules: RULES, locale: vi });
    if (what === 'check' && result.status === 'findings')
      throw new Error(`a right sheet was accused: ${result.findings[0].message}`);
  }
  const used = process.cpuUsage(began);
  report({ milliseconds: (used.user + used.system) / 1000, cells: snapshot.sheets[0].cells.count });
}

function main([rounds = '3', ...sizes]) {
  const script = fileURLToPath(import.meta.url);
  const wanted = sizes.length > 0 ? sizes : ['20000', '12', '100000', '15'];
  const folder = mkdtempSync(join(tmpdir(), 'ctmtqg-bench-'));
  try {
    for (let i = 0; i < wanted.length; i += 2) {
      const [rows, columns] = [Number(wanted[i]), Number(wanted[i + 1])];
      const file = join(folder, `${rows}.xlsx`);
      writeFileSync(file, makeFile(rows, columns, false));
      const brokenFile = join(folder, `${rows}-broken.xlsx`);
      writeFileSync(brokenFile, makeFile(rows, columns, true));
      const runs = { read: [], check: [], broken: [] };
      for (let round = 0; round < Number(rounds); round++)
        for (const what of ['read', 'check', 'broken'])
          runs[what].push(runOnce(script, ['--one', what, what === 'broken' ? brokenFile : file]));
      const time = (what) => median(runs[what].map((run) => run.milliseconds));
      const memory = (what) => Math.max(...runs[what].map((run) => run.megabytes));
      process.stdout.write(
        `${rows} × ${columns}: reading ${Math.round(time('read'))} ms, ${memory('read')} MB; reading and check ${Math.round(time('check'))} ms, ${memory('check')} MB; the check alone takes ×${((time('check') - time('read')) / time('read')).toFixed(2)} of the reading, of a badly broken sheet ×${((time('broken') - time('read')) / time('read')).toFixed(2)}\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [mode, ...rest] = process.argv.slice(2);
if (mode === '--one') await one(...rest);
else main(process.argv.slice(2));
