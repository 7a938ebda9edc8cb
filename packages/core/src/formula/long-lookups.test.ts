import { describe, expect, it } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import { buildSnapshot, type PlainValue } from '../snapshot/index.js';
import { createEvaluator } from './evaluator.js';
import type { CellValue, Evaluator } from './types.js';

const ROWS = 5_000;
const place = (row: number) => `Xã ${row % 500}`;

function sheet(extra: Record<string, PlainValue> = {}) {
  const cells: Record<string, PlainValue> = {};
  for (let row = 1; row <= ROWS; row++) {
    cells[`A${row}`] = place(row);
    cells[`B${row}`] = row / 10;
    cells[`D${row}`] = `=SUMIF(A$1:A$${ROWS},"${place(row).toLowerCase()}",B$1:B$${ROWS})`;
    cells[`E${row}`] = `=VLOOKUP("${place(row)}",A:B,2,FALSE)`;
    cells[`F${row}`] = `=MATCH(${row / 10},B$1:B$${ROWS},0)`;
    cells[`G${row}`] = `=COUNTIFS(A:A,A${row},B:B,">250")`;
  }
  return [{ name: 'S', cells: { ...cells, ...extra } }];
}

const show = (value: CellValue) => (value.kind === 'number' ? value.value.toNumber() : value);

describe('thousands of lookups in a long column', () => {
  const evaluator = createEvaluator(buildSnapshot(sheet()));

  it.each([1, 499, 500, 2_501, ROWS])('give in row %i what a walk through the column gives', (row) => {
    const same = Array.from({ length: ROWS }, (_, i) => i + 1).filter((one) => place(one) === place(row));
    const sum = same.reduce((all, one) => all.plus(new Decimal(one).div(10)), new Decimal(0));
    expect(show(evaluator.value(0, row, 4))).toBe(sum.toNumber());
    expect(show(evaluator.value(0, row, 5))).toBe(same[0]! / 10);
    expect(show(evaluator.value(0, row, 6))).toBe(row);
    expect(show(evaluator.value(0, row, 7))).toBe(same.filter((one) => one > 2_500).length);
  });

  it('are all answered', () => {
    const answers = (e: Evaluator) =>
      Array.from({ length: ROWS }, (_, i) =>
        [4, 5, 6, 7].map((column) => e.value(0, i + 1, column).kind),
      ).flat();
    expect(new Set(answers(evaluator))).toEqual(new Set(['number']));
  });

  it('see an override', () => {
    const tried = evaluator.withOverrides([
      { sheet: 0, row: 1, column: 1, value: { kind: 'text', text: 'Xã mới' } },
      { sheet: 0, row: ROWS + 1, column: 2, value: { kind: 'number', value: new Decimal(7) } },
    ]);
    expect(show(tried.value(0, 501, 5))).toBe(50.1);
    expect(show(evaluator.value(0, 501, 5))).toBe(0.1);
  });

  it('do not find what is not there, and pass on what is not known', () => {
    const missing = createEvaluator(buildSnapshot(sheet({ H1: '=VLOOKUP("Không có",A:B,2,FALSE)' })));
    expect(missing.value(0, 1, 8)).toEqual({ kind: 'error', error: '#N/A' });
    const unknown = createEvaluator(
      buildSnapshot(sheet({ A3: '=NOW()', H1: '=MATCH("Xã 2",A:A,0)', H2: '=MATCH("Xã 4",A:A,0)' })),
    );
    expect(show(unknown.value(0, 1, 8))).toBe(2);
    expect(unknown.value(0, 2, 8)).toMatchObject({ kind: 'unknown', reason: 'unsupported-function' });
  });
});
