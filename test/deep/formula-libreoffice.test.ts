import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSnapshot, type CellValue, cellAddress, createEvaluator, type PlainValue } from '@ctmtqg/core';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import XLSX from 'xlsx';

const work = mkdtempSync(join(tmpdir(), 'formulas-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const ROWS = 40;
const FORMULA_COLUMN = 10;
const COUNT = 4_000;

function randomFrom(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

type Pick = (most: number) => number;

/** Quarters only: binary and decimal arithmetic agree on them, so that steps such as ROUND must agree as well. */
function dataOf(pick: Pick): Record<string, PlainValue> {
  const words = ['Dự án 1', 'Dự án 2', 'Tiểu dự án 1', 'dự án 1', 'Tổng số'];
  const cells: Record<string, PlainValue> = {};
  for (let row = 1; row <= ROWS; row++) {
    for (let column = 1; column <= 5; column++) {
      if (pick(10) > 0) cells[cellAddress(row, column)] = (pick(8_000) - 2_000) / (pick(3) === 0 ? 4 : 1);
    }
    cells[cellAddress(row, 6)] = words[pick(words.length)]!;
    cells[cellAddress(row, 7)] = row * 3;
  }
  return cells;
}

/** A random formula of numbers, as deep as `depth`. */
function numeric(pick: Pick, depth: number): string {
  const cell = () => cellAddress(1 + pick(ROWS), 1 + pick(5));
  const area = () => {
    const [top, left] = [1 + pick(ROWS - 6), 1 + pick(4)];
    return `${cellAddress(top, left)}:${cellAddress(top + pick(6), left + pick(2))}`;
  };
  if (depth === 0) return [() => String(pick(400) / 4), cell][pick(2)]!();
  const next = () => numeric(pick, depth - 1);
  const shapes: (() => string)[] = [
    () => `(${next()}+${next()})`,
    () => `(${next()}-${next()})`,
    () => `(${next()}*${1 + pick(4)})`,
    () => `-${next()}`,
    () => `(${next()}/${2 ** (1 + pick(3))})`,
    () => `SUM(${area()})`,
    () => `SUM(${area()},${next()})`,
    () => `SUBTOTAL(${[9, 2, 4, 5, 109][pick(5)]},${area()})`,
    () => `ROUND(${next()},${pick(4) - 2})`,
    () => `ROUNDUP(${next()},${pick(4) - 2})`,
    () => `ROUNDDOWN(${next()},${pick(4) - 2})`,
    () => `TRUNC(${next()})`,
    () => `INT(${next()})`,
    () => `ABS(${next()})`,
    () => `MOD(${next()},${1 + pick(7)})`,
    () => `CEILING(ABS(${next()}),${1 + pick(5)})`,
    () => `FLOOR(ABS(${next()}),${1 + pick(5)})`,
    () => `MAX(${area()},${next()})`,
    () => `MIN(${area()})`,
    () => `COUNT(${area()})`,
    () => `COUNTA(${area()})`,
    () => `COUNTBLANK(${area()})`,
    () => `IF(${next()}>${next()},${next()},${next()})`,
    () => `IF(AND(${next()}>=0,NOT(${next()}=0)),${next()},0)`,
    () => `IFERROR(${next()}/${cell()},${pick(9)})`,
    () => `SUMIF(F1:F${ROWS},"Dự án 1",A1:A${ROWS})`,
    () => `SUMIF(A1:A${ROWS},">${pick(4_000)}")`,
    () => `COUNTIF(F1:F${ROWS},"*dự án*")`,
    () => `COUNTIF(B1:B${ROWS},"<>${pick(100)}")`,
    () => `SUMIFS(B1:B${ROWS},A1:A${ROWS},">0",F1:F${ROWS},"Dự án 2")`,
    () => `SUMPRODUCT(A1:A9,B1:B9)`,
    () => `SUMPRODUCT((A1:A${ROWS}>${pick(900)})*(B1:B${ROWS}))`,
    () => `VLOOKUP(${3 * (1 + pick(ROWS))},G1:G${ROWS},1,FALSE)`,
    () => `INDEX(A1:E${ROWS},${1 + pick(ROWS)},${1 + pick(5)})`,
    () => `MATCH(${3 * (1 + pick(ROWS))},G1:G${ROWS},0)`,
    () => `MATCH(${pick(130)},G1:G${ROWS})`,
    () => `CHOOSE(${1 + pick(3)},${next()},${next()},${next()})`,
    () => `LEN(${next()}&"x")*0+${next()}`,
    () => `${next()}%`,
    () => `AVERAGE(${area()})`,
    () => `(${next()}=${next()})*1`,
    () => `PRODUCT(${1 + pick(3)},${1 + pick(3)})`,
    () => `SIGN(${next()})`,
    () => `POWER(${pick(5)},${1 + pick(3)})`,
  ];
  return shapes[pick(shapes.length)]!();
}

async function recalculated(
  cells: Record<string, PlainValue>,
  formulas: readonly string[],
): Promise<XLSX.WorkSheet> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('S');
  for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
  formulas.forEach((formula, i) => {
    sheet.getCell(i + 1, FORMULA_COLUMN).value = { formula } as ExcelJS.CellFormulaValue;
  });
  const file = join(work, 'in.xlsx');
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()));
  const out = join(work, 'out');
  const args = [
    '--headless',
    `-env:UserInstallation=file://${join(work, 'profile')}`,
    '--convert-to',
    'xlsx',
    '--outdir',
    out,
    file,
  ];
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 300_000 });
  if (status !== 0) throw new Error(stderr);
  return XLSX.read(readFileSync(join(out, 'in.xlsx'))).Sheets.S!;
}

/** Alike to 12 digits; both an error counts as alike, since the two programs name some errors differently. */
function alike(ours: CellValue, theirs: XLSX.CellObject | undefined): boolean {
  if (theirs === undefined || theirs.t === 'e') return ours.kind === 'error';
  if (ours.kind === 'number' && theirs.t === 'n') {
    const own = ours.value.toNumber();
    return Math.abs(own - Number(theirs.v)) <= 1e-12 * Math.max(1, Math.abs(own), 1e4);
  }
  if (ours.kind === 'boolean' && theirs.t === 'b') return ours.value === theirs.v;
  return ours.kind === 'text' && theirs.t === 's' && ours.text === theirs.v;
}

describe('computed values', () => {
  it(`of ${COUNT} formulas are those of LibreOffice`, async () => {
    const pick = randomFrom(777);
    const cells = dataOf(pick);
    const formulas = Array.from({ length: COUNT }, () => numeric(pick, 1 + pick(4))).filter(
      (f) => f.length < 4_000,
    );
    const theirs = await recalculated(cells, formulas);
    const entries = formulas.map((formula, i) => [cellAddress(i + 1, FORMULA_COLUMN), { formula }] as const);
    const evaluator = createEvaluator(
      buildSnapshot([{ name: 'S', cells: { ...cells, ...Object.fromEntries(entries) } }]),
    );
    const differences = formulas.flatMap((formula, i) => {
      const ours = evaluator.value(0, i + 1, FORMULA_COLUMN);
      const other = theirs[cellAddress(i + 1, FORMULA_COLUMN)] as XLSX.CellObject | undefined;
      return alike(ours, other) ? [] : [`${formula}: ${JSON.stringify(ours)} ≠ ${JSON.stringify(other?.v)}`];
    });
    const known = formulas.filter((_, i) => theirs[cellAddress(i + 1, FORMULA_COLUMN)]?.t === 'n').length;
    expect(known).toBeGreaterThan(0.9 * formulas.length);
    expect(differences).toEqual([]);
  });
});
