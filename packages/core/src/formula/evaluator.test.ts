import { describe, expect, it } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import { buildSnapshot, type PlainSheet } from '../snapshot/index.js';
import { createEvaluator } from './evaluator.js';
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
