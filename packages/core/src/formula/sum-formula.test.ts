import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../snapshot/index.js';
import { createEvaluator } from './evaluator.js';

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
  const evaluator = createEvaluator(buildSnapshot([{ name: 'Biểu', cells }]));
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
