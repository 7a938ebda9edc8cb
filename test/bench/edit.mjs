/**
 * Open, set one number, save: our editor beside hucre, exceljs and SheetJS, each in a process of its own, taking
 * turns. `node test/bench/edit.mjs [rounds] [rows columns]`; the packages must be built.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWorkbook } from './make-workbook.mjs';
import { compare, printTable, readBytes, report } from './measure.mjs';

const EDITORS = {
  async ctmtqg() {
    const { openWorkbook } = await import('../../packages/workbook/dist/index.js');
    return (bytes) => {
      const book = openWorkbook(bytes);
      book.change([{ sheet: 'Biểu 1', cell: 'E5', content: { kind: 'number', value: '123.4' } }]);
      return book.save();
    };
  },
  async hucre() {
    const { openXlsx, saveXlsx } = await import('hucre');
    return async (bytes) => {
      const book = await openXlsx(bytes, { readStyles: true });
      book.sheets[0].rows[4][4] = 123.4;
      return saveXlsx(book);
    };
  },
  async xlsx() {
    const { default: xlsx } = await import('xlsx');
    return (bytes) => {
      const book = xlsx.read(bytes, { type: 'array', cellStyles: true, cellNF: true });
      book.Sheets[book.SheetNames[0]].E5 = { t: 'n', v: 123.4 };
      return xlsx.write(book, { type: 'array', bookType: 'xlsx', compression: true });
    };
  },
  async exceljs() {
    const { default: exceljs } = await import('exceljs');
    return async (bytes) => {
      const book = new exceljs.Workbook();
      await book.xlsx.load(bytes);
      book.worksheets[0].getCell('E5').value = 123.4;
      return book.xlsx.writeBuffer();
    };
  },
};

async function one(name, file) {
  const edit = await EDITORS[name]();
  const start = performance.now();
  const saved = await edit(readBytes(file));
  report({ milliseconds: performance.now() - start, bytes: saved.byteLength });
}

/** Compares the editors at each size; gives the rows of each table. */
export function benchEdit(sizes, rounds, contestants = Object.keys(EDITORS)) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return sizes.map(([rows, columns]) => {
      const file = join(folder, 'book.xlsx');
      writeFileSync(file, makeWorkbook(rows, columns));
      const table = compare(fileURLToPath(import.meta.url), contestants, [file], rounds);
      printTable(
        `Open, edit, save ${rows} × ${columns} cells, median of ${rounds} (lowest–highest), peak memory`,
        table,
      );
      return table;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === '--one') await one(process.argv[3], process.argv[4]);
else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [rounds = '3', ...sizes] = process.argv.slice(2);
  const given = sizes.map(Number);
  const pairs =
    given.length >= 2
      ? [[given[0], given[1]]]
      : [
          [5_000, 15],
          [100_000, 15],
        ];
  benchEdit(pairs, Number(rounds));
}
