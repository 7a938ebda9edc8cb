/**
 * Reading: our reader beside hucre (dense, with styles), SheetJS and exceljs, each in a process of its own, taking
 * turns. `node test/bench/read.mjs [rounds] [rows columns]…`; the packages must be built.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWorkbook } from './make-workbook.mjs';
import { compare, printTable, readBytes, report } from './measure.mjs';

const READERS = {
  async ctmtqg() {
    const { readWorkbook } = await import('../../packages/workbook/dist/index.js');
    return (bytes) => readWorkbook(bytes).sheets[0].cells.count;
  },
  async hucre() {
    const { readXlsx } = await import('hucre');
    return async (bytes) => {
      const { sheets } = await readXlsx(bytes, { readStyles: true });
      return sheets[0].rows.reduce((sum, row) => sum + row.length, 0);
    };
  },
  async xlsx() {
    const { default: xlsx } = await import('xlsx');
    return (bytes) => {
      const book = xlsx.read(bytes, { type: 'array', cellStyles: true, cellNF: true });
      return Object.keys(book.Sheets[book.SheetNames[0]]).filter((key) => !key.startsWith('!')).length;
    };
  },
  async exceljs() {
    const { default: exceljs } = await import('exceljs');
    return async (bytes) => {
      const book = new exceljs.Workbook();
      await book.xlsx.load(bytes);
      return book.worksheets[0].actualRowCount * book.worksheets[0].actualColumnCount;
    };
  },
};

async function one(name, file) {
  const read = await READERS[name]();
  const start = performance.now();
  const cells = await read(readBytes(file));
  report({ milliseconds: performance.now() - start, cells });
}

/** Compares the readers at each size; gives the rows of each table. */
export function benchRead(sizes, rounds, contestants = Object.keys(READERS)) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return sizes.map(([rows, columns]) => {
      const file = join(folder, 'book.xlsx');
      writeFileSync(file, makeWorkbook(rows, columns));
      const table = compare(fileURLToPath(import.meta.url), contestants, [file], rounds);
      printTable(`Read ${rows} × ${columns} cells, median of ${rounds} (lowest–highest), peak memory`, table);
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
          [20_000, 12],
          [100_000, 15],
        ];
  benchRead(pairs, Number(rounds));
}
