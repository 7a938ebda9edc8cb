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

function sheet(cells: PlainSheet['cells'], more: Partial<PlainSheet> = {}): PlainSheet {
  return { name: 'Biểu', cells, ...more };
}

describe('reading cells', () => {
  it('takes a typed number by its shortest decimal and cuts computed dust to 15 digits', () => {
    const book = buildSnapshot([sheet({ A1: 9504.2, A2: 9504.200000000001 })]);
    const evaluator = createEvaluator(book);
    expect(number(evaluator.value(0, 1, 1))).toBe('9504.2');
    expect(number(evaluator.value(0, 2, 1))).toBe('9504.2');
    expect(evaluator.value(0, 3, 1)).toEqual({ kind: 'blank' });
  });

  it('computes a formula and keeps the stored value apart', () => {
    const evaluator = createEvaluator(buildSnapshot([sheet({ A1: 1, A2: { formula: 'A1+1', value: 99 } })]));
    expect(number(evaluator.value(0, 2, 1))).toBe('2');
    expect(number(evaluator.stored(0, 2, 1))).toBe('99');
    expect(evaluator.formula(0, 2, 1)).toBe('A1+1');
    expect(evaluator.formula(0, 1, 1)).toBeNull();
  });

  it('gives scaled integers without a decimal, and NaN where the digits do not suffice', () => {
    const evaluator = createEvaluator(buildSnapshot([sheet({ A1: 1.25, A2: '=A1*2', A3: 'x', A4: '=1/3' })]));
    expect(evaluator.scaled(0, 1, 1, 2)).toBe(125);
    expect(evaluator.scaled(0, 1, 1, 1)).toBeNaN();
    expect(evaluator.scaled(0, 2, 1, 1)).toBe(25);
    expect(evaluator.scaled(0, 3, 1, 1)).toBeNaN();
    expect(evaluator.scaled(0, 4, 1, 3)).toBeNaN();
  });
});

describe('references', () => {
  it('follows other sheets, quoted names, three-dimensional ranges and defined names', () => {
    const book = buildSnapshot(
      [
        sheet({
          A1: "='Dự toán 2025'!B2+Xa!B2",
          A2: "=SUM('Dự toán 2025:Xa'!B2)",
          A3: '=Tỷ_lệ*100',
          A4: '=Cục_bộ',
        }),
        { name: 'Dự toán 2025', cells: { B2: 5 } },
        { name: 'Xa', cells: { B2: 7 } },
      ],
      {
        names: [
          { name: 'Tỷ_lệ', refersTo: '0.15', sheet: null, hidden: false },
          { name: 'Cục_bộ', refersTo: 'Xa!$B$2', sheet: 0, hidden: false },
        ],
      },
    );
    const evaluator = createEvaluator(book);
    expect([1, 2, 3, 4].map((row) => number(evaluator.value(0, row, 1)))).toEqual(['12', '12', '15', '7']);
  });

  it('finds a name without end and calls it unknown', () => {
    const names = [{ name: 'Lặp', refersTo: 'Lặp+1', sheet: null, hidden: false }];
    const evaluator = createEvaluator(buildSnapshot([sheet({ A1: '=Lặp' })], { names }));
    expect(evaluator.value(0, 1, 1)).toMatchObject({ kind: 'unknown' });
  });

  it('spreads an array formula over its area', () => {
    const cells = {
      A1: 1,
      A2: 2,
      A3: 3,
      B1: { formula: 'A1:A3*10', array: 'B1:B3', value: 10 },
      B2: 20,
      B3: 30,
      C1: { formula: 'SUM(A1:A3*A1:A3)', array: 'C1' },
    };
    const evaluator = createEvaluator(buildSnapshot([sheet(cells)]));
    expect([1, 2, 3].map((row) => number(evaluator.value(0, row, 2)))).toEqual(['10', '20', '30']);
    expect(number(evaluator.value(0, 1, 3))).toBe('14');
  });

  it('takes the cell of its own row where a plain formula names a column of cells', () => {
    const evaluator = createEvaluator(
      buildSnapshot([sheet({ A1: 1, A2: 2, B2: '=A1:A3*10', B9: '=A1:A3' })]),
    );
    expect(number(evaluator.value(0, 2, 2))).toBe('20');
    expect(evaluator.value(0, 9, 2)).toEqual({ kind: 'error', error: '#VALUE!' });
  });

  it('lists the areas a formula refers to', () => {
    const evaluator = createEvaluator(buildSnapshot([sheet({ A9: '=SUM(A1:A3,$B$2)+IF(C1>0,D:D,1)' })]));
    expect(evaluator.precedents(0, 9, 1)).toEqual([
      { sheet: 0, top: 1, left: 1, bottom: 3, right: 1 },
      { sheet: 0, top: 2, left: 2, bottom: 2, right: 2 },
      { sheet: 0, top: 1, left: 3, bottom: 1, right: 3 },
      { sheet: 0, top: 1, left: 4, bottom: 1_048_576, right: 4 },
    ]);
  });
});

describe('settings of the workbook', () => {
  it('precision as displayed: sums go on with what the parts show', () => {
    const parts = {
      A1: { formula: '10/4', style: { numberFormat: '0' } },
      A2: { formula: '10/4', style: { numberFormat: '0' } },
    };
    const cells = { ...parts, A3: '=A1+A2' };
    expect(number(createEvaluator(buildSnapshot([sheet(cells)])).value(0, 3, 1))).toBe('5');
    const shown = buildSnapshot([sheet(cells)], { precisionAsDisplayed: true });
    expect(number(createEvaluator(shown).value(0, 3, 1))).toBe('6');
  });

  it('the date system of 1904', () => {
    const book = buildSnapshot([sheet({ A1: '=DATE(2025,1,1)', A2: '=YEAR(A1)' })], { date1904: true });
    const evaluator = createEvaluator(book);
    expect([1, 2].map((row) => number(evaluator.value(0, row, 1)))).toEqual(['44196', '2025']);
  });
});

describe('subtotals', () => {
  const cells = {
    A1: 1,
    A2: 2,
    A3: '=SUBTOTAL(9,A1:A2)',
    A4: 4,
    A5: '=SUBTOTAL(9,A1:A4)',
    A6: '=SUBTOTAL(109,A1:A4)',
  };

  it('do not count a nested subtotal again', () => {
    const evaluator = createEvaluator(buildSnapshot([sheet(cells)]));
    expect(number(evaluator.value(0, 5, 1))).toBe('7');
  });

  it('count hidden rows with 9 and leave them out with 109', () => {
    const evaluator = createEvaluator(buildSnapshot([sheet(cells, { hiddenRows: [{ from: 2, to: 2 }] })]));
    expect(number(evaluator.value(0, 5, 1))).toBe('7');
    expect(number(evaluator.value(0, 6, 1))).toBe('5');
  });
});

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

describe('overrides', () => {
  const cells = { A1: 1, A2: 2, A4: '=SUM(A1:A3)', B4: '=A4*2', C4: '=1+1' };
  const evaluator = createEvaluator(buildSnapshot([sheet(cells)]));
  const decimal = (value: number): CellValue => ({ kind: 'number', value: new Decimal(value) });

  it('change the cell and what depends on it', () => {
    const tried = evaluator.withOverrides([{ sheet: 0, row: 2, column: 1, value: decimal(20) }]);
    expect(number(tried.value(0, 2, 1))).toBe('20');
    expect(number(tried.value(0, 4, 1))).toBe('21');
    expect(number(tried.value(0, 4, 2))).toBe('42');
    expect(number(tried.value(0, 4, 3))).toBe('2');
    expect(number(evaluator.value(0, 4, 2))).toBe('6');
  });

  it('fill an empty cell, replace a formula, and stand upon one another', () => {
    const filled = evaluator.withOverrides([{ sheet: 0, row: 3, column: 1, value: decimal(7) }]);
    expect(number(filled.value(0, 4, 1))).toBe('10');
    const both = filled.withOverrides([{ sheet: 0, row: 4, column: 1, value: decimal(100) }]);
    expect(number(both.value(0, 4, 2))).toBe('200');
    expect(number(both.value(0, 3, 1))).toBe('7');
  });
});

describe('dependants', () => {
  it('are the formula cells that a cell reaches, across sheets, nearest first', () => {
    const evaluator = createEvaluator(
      buildSnapshot([
        sheet({ A1: 1, A9: '=SUM(A1:A8)', B9: '=A9', C9: '=C1' }),
        { name: 'TH', cells: { A1: '=Biểu!B9', A2: '=SUM(Biểu!A:A)' } },
      ]),
    );
    const reached = evaluator.dependants(0, 1, 1).map(({ sheet: s, row, column }) => `${s}:${row},${column}`);
    expect([...reached].sort()).toEqual(['0:9,1', '0:9,2', '1:1,1', '1:2,1']);
    expect(reached.indexOf('0:9,1')).toBeLessThan(reached.indexOf('0:9,2'));
  });
});

describe('sum formulas', () => {
  const cells = {
    A1: '=SUM(B1:D1)+E1-F1',
    A2: '=ROUND(SUM(B2:D2),1)',
    A3: '=SUBTOTAL(9,B3:D3)',
    A4: '=SUM(B4,C4)+500',
    A5: '=B5*2',
    A6: '=-(B6-C6)',
    A7: '=B7',
    A8: '=SUM(B8:D8)*1',
    A9: '=B9:C9',
    A10: '=IF(SUM(B10:D10)=0,"",SUM(B10:D10))',
    A11: '=IFERROR(ROUND(B11+C11,1),0)',
    A12: '=IF(B12<>0,C12,0)',
    A13: '=IF(B13+C13>0,B13+C13,"")',
    A14: '=IF(B14=0,B14,C14)',
  };
  const evaluator = createEvaluator(buildSnapshot([sheet(cells)]));
  const terms = (row: number) =>
    evaluator.sumFormula(0, row, 1)?.terms.map(({ area, sign }) => `${sign}:${area.left}-${area.right}`);

  it('give their terms with signs', () => {
    expect(terms(1)).toEqual(['1:2-4', '1:5-5', '-1:6-6']);
    expect(terms(6)).toEqual(['-1:2-2', '1:3-3']);
    expect(terms(7)).toEqual(['1:2-2']);
  });

  it('tell rounding, subtotals and typed numbers', () => {
    expect(evaluator.sumFormula(0, 2, 1)).toMatchObject({ roundedTo: 1, subtotal: false });
    expect(evaluator.sumFormula(0, 3, 1)).toMatchObject({ roundedTo: null, subtotal: true });
    expect(evaluator.sumFormula(0, 4, 1)).toMatchObject({ constant: '500' });
  });

  it('are found inside the guards that hide zeros and errors', () => {
    expect(terms(10)).toEqual(['1:2-4']);
    expect(evaluator.sumFormula(0, 10, 1)).toMatchObject({ guarded: true });
    expect(evaluator.sumFormula(0, 11, 1)).toMatchObject({ guarded: true, roundedTo: 1 });
    expect(terms(13)).toEqual(['1:2-2', '1:3-3']);
    expect(evaluator.sumFormula(0, 1, 1)).toMatchObject({ guarded: false });
    expect([terms(12), terms(14)]).toEqual([undefined, undefined]);
  });

  it('are null for anything that is no plain sum', () => {
    expect(terms(5)).toBeUndefined();
    expect(terms(8)).toBeUndefined();
    expect(terms(9)).toBeUndefined();
    expect(evaluator.sumFormula(0, 20, 1)).toBeNull();
  });
});
