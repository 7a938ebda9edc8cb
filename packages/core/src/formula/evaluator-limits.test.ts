import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import { buildSnapshot, type PlainSheet, type PlainValue } from '../snapshot/index.js';
import { createEvaluator } from './evaluator.js';
import { shiftFormula } from './shift.js';
import type { CellValue } from './types.js';

const number = (value: CellValue): string => {
  if (value.kind !== 'number') throw new Error(`a number was expected, not ${JSON.stringify(value)}`);
  return value.value.toString();
};

function sheet(cells: PlainSheet['cells']): PlainSheet {
  return { name: 'Biểu', cells };
}

describe('circles', () => {
  it('are unknown for each member and for what depends on them, and for nothing else', () => {
    const evaluator = createEvaluator(
      buildSnapshot([sheet({ A1: '=B1', B1: '=C1+1', C1: '=A1', D1: '=SUM(A1:C1)', E1: '=1+1' })]),
    );
    for (const column of [1, 2, 3, 4]) {
      expect(evaluator.value(0, 1, column)).toMatchObject({ kind: 'unknown', reason: 'circular' });
    }
    expect(number(evaluator.value(0, 1, 5))).toBe('2');
  });

  it('do not arise from a branch that is not taken', () => {
    const evaluator = createEvaluator(buildSnapshot([sheet({ A1: '=IF(TRUE,5,B1)', B1: '=A1*2' })]));
    expect(number(evaluator.value(0, 1, 2))).toBe('10');
    expect(number(evaluator.value(0, 1, 1))).toBe('5');
  });

  it('of a hundred thousand cells end without overflow', () => {
    const cells: Record<string, string> = {};
    const length = 100_000;
    for (let row = 1; row <= length; row++) cells[`A${row}`] = `=A${row === 1 ? length : row - 1}+1`;
    const evaluator = createEvaluator(buildSnapshot([sheet(cells)]));
    expect(evaluator.value(0, length, 1)).toMatchObject({ kind: 'unknown', reason: 'circular' });
  });
});

describe('long chains', () => {
  const length = 100_000;
  const cells: Record<string, string | number> = { A1: 1 };
  for (let row = 2; row <= length; row++) cells[`A${row}`] = `=A${row - 1}+1`;
  const book = buildSnapshot([sheet(cells)]);

  it('are computed from either end', () => {
    expect(number(createEvaluator(book).value(0, length, 1))).toBe(String(length));
    const upwards = createEvaluator(book);
    expect(number(upwards.value(0, 2, 1))).toBe('2');
    expect(number(upwards.value(0, length, 1))).toBe(String(length));
  });

  it('are computed again with another first value, the evaluator itself unchanged', () => {
    const evaluator = createEvaluator(book);
    const tried = evaluator.withOverrides([
      { sheet: 0, row: 1, column: 1, value: { kind: 'number', value: new Decimal(1001) } },
    ]);
    expect(number(tried.value(0, length, 1))).toBe(String(length + 1000));
    expect(number(evaluator.value(0, length, 1))).toBe(String(length));
  });
});

describe('hostile formulas', () => {
  it.each([
    ['brackets', `${'('.repeat(5_000)}1${')'.repeat(5_000)}`],
    ['signs', `${'-'.repeat(5_000)}1`],
    ['percents', `1${'%'.repeat(5_000)}`],
    ['functions', `${'ABS('.repeat(2_000)}1${')'.repeat(2_000)}`],
    ['length', '1+'.repeat(20_000)],
  ])('deep %s are refused, not run', (_what, formula) => {
    const evaluator = createEvaluator(buildSnapshot([sheet({ A1: { formula } })]));
    expect(evaluator.value(0, 1, 1)).toMatchObject({ kind: 'unknown', reason: 'too-large' });
  });

  it('that double a text or a number from cell to cell end in an error', () => {
    const cells: Record<string, PlainValue> = { A1: 'x', B1: 10, C1: '=1E+999999999' };
    for (let row = 2; row <= 60; row++) {
      cells[`A${row}`] = `=A${row - 1}&A${row - 1}`;
      cells[`B${row}`] = `=B${row - 1}*B${row - 1}`;
    }
    const evaluator = createEvaluator(buildSnapshot([sheet(cells)]));
    expect(evaluator.value(0, 60, 1)).toEqual({ kind: 'error', error: '#VALUE!' });
    expect(evaluator.value(0, 60, 2)).toEqual({ kind: 'error', error: '#NUM!' });
    expect(evaluator.value(0, 1, 3)).toEqual({ kind: 'error', error: '#NUM!' });
  });

  it('a sum of three thousand terms is computed', () => {
    const formula = Array.from({ length: 3_000 }, () => 'B1*1').join('+');
    const evaluator = createEvaluator(buildSnapshot([sheet({ A1: { formula }, B1: 2 })]));
    expect(number(evaluator.value(0, 1, 1))).toBe('6000');
  });

  it('of any shape neither throw nor hang', () => {
    const token = fc.constantFrom(
      'A1',
      '$B$2',
      'A1:C9',
      'A:A',
      '2:3',
      "'Dự toán'!A1",
      'SUM(',
      'IF(',
      'INDEX(',
      'VLOOKUP(',
      'COUNTIF(',
      '(',
      ')',
      ',',
      ';',
      '{',
      '}',
      '+',
      '-',
      '*',
      '/',
      '^',
      '&',
      '%',
      '=',
      '<',
      '>',
      '"x"',
      '"',
      "'",
      '#REF!',
      '1.5',
      '.',
      ' ',
      '!',
      '[1]',
      '@',
      ':',
      'Tên',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        const formula = tokens.join('');
        const evaluator = createEvaluator(buildSnapshot([sheet({ A1: { formula }, B2: 5, C3: 'x' })]));
        expect(evaluator.value(0, 1, 1)).toHaveProperty('kind');
        expect(evaluator.precedents(0, 1, 1)).toBeInstanceOf(Array);
        evaluator.sumFormula(0, 1, 1);
        expect(typeof shiftFormula(formula, 1, 1)).toBe('string');
      }),
      { numRuns: 2_000 },
    );
  });

  it('names of object members are neither functions nor sheets', () => {
    const evaluator = createEvaluator(
      buildSnapshot([sheet({ A1: '=constructor(1)', A2: '=__proto__', A3: '=toString!A1' })]),
    );
    expect(evaluator.value(0, 1, 1)).toMatchObject({ kind: 'unknown', reason: 'unsupported-function' });
    expect(evaluator.value(0, 2, 1)).toMatchObject({ kind: 'unknown', reason: 'unknown-name' });
    expect(evaluator.value(0, 3, 1)).toEqual({ kind: 'error', error: '#REF!' });
  });
});
