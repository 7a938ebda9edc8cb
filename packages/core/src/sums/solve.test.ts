import { describe, expect, it } from 'vitest';
import { contextOf, type PlainTable, span, UNITS } from '../checks/test-table.js';
import type { PlainSheet } from '../snapshot/index.js';
import { analyseSums } from './analysis.js';

const HEADER = { A3: 'TT', B3: 'Nội dung', C3: 'NSTW', D3: 'NSĐP', E3: 'Tổng' };
const TYPED = {
  ...HEADER,
  B4: 'Dự án 1',
  C4: 626,
  D4: 94,
  E4: 720,
  B5: 'Dự án 4',
  C5: 7459.2,
  D5: 2045,
  E5: 9504.200000000001,
  B6: 'Dự án 5',
  C6: 1293,
  D6: 194,
  E6: 1487,
  B7: 'Dự án 7',
  C7: 57.3,
  D7: 8.699999999999999,
  E7: 66,
  B8: 'Tổng cộng',
  C8: 9435.5,
  D8: 2341.7,
  E8: 11777.2,
} as const;
const TABLE: PlainTable = {
  range: 'A3:E8',
  roles: { A: 'ordinal', B: 'title' },
  sums: [
    { whole: 'E', parts: ['C', 'D'], lines: span(4, 8) },
    { whole: 8, parts: span(4, 7), lines: ['C', 'D', 'E'] },
  ],
};
const sheet = (cells: PlainSheet['cells']): PlainSheet => ({ name: 'Biểu 1', cells });
const check = (cells: PlainSheet['cells'], table: PlainTable = TABLE) =>
  analyseSums(contextOf([sheet(cells)], [table])).findings.map(
    ({ code, cell, expected, found, candidates, consequences, count }) => ({
      code,
      cell,
      expected,
      found,
      count,
      candidates: candidates.map((each) => each.cell),
      consequences: consequences.map((each) => each.cell),
    }),
  );

describe('typed sums', () => {
  it('says nothing of a sheet whose sums agree, floating dust included', () => {
    expect(check(TYPED)).toEqual([]);
  });
  it('names the part where its row and its column are wrong by the same amount', () => {
    expect(check({ ...TYPED, C5: 7495.2 })).toEqual([
      expect.objectContaining({
        code: 'row-total-mismatch',
        cell: 'C5',
        expected: '7459.2',
        found: '7495.2',
      }),
    ]);
  });
  it('names the row total where the row and the total column disagree with it', () => {
    expect(check({ ...TYPED, E5: 9604.2 })).toEqual([
      expect.objectContaining({ code: 'row-total-mismatch', cell: 'E5', expected: '9504.2', candidates: [] }),
    ]);
  });
  it('names the grand total where its row and its column disagree with it', () => {
    expect(check({ ...TYPED, E8: 11177.2 })).toEqual([
      expect.objectContaining({ code: 'grand-total-mismatch', cell: 'E8', expected: '11777.2' }),
    ]);
  });
  it('calls a part a thousand times too large a unit error', () => {
    expect(check({ ...TYPED, D6: 194000 })).toEqual([
      expect.objectContaining({ code: 'unit-scale-error', cell: 'D6', expected: '194' }),
    ]);
  });
  it('calls a part with the wrong sign a sign error', () => {
    expect(check({ ...TYPED, D6: -194 })).toEqual([
      expect.objectContaining({ code: 'sign-error', cell: 'D6', expected: '194' }),
    ]);
  });
  it('finds two mistakes in one column', () => {
    expect(check({ ...TYPED, C5: 7495.2, C6: 1393 }).map(({ cell, expected }) => [cell, expected])).toEqual([
      ['C5', '7459.2'],
      ['C6', '1293'],
    ]);
  });
  it('names a total typed from a wrong row total as its consequence', () => {
    expect(check({ ...TYPED, E5: 9604.2, E8: 11877.2 })).toEqual([
      expect.objectContaining({
        code: 'row-total-mismatch',
        cell: 'E5',
        expected: '9504.2',
        consequences: ['E8'],
      }),
    ]);
  });
  it('names a whole row typed in a smaller unit once', () => {
    expect(check({ ...TYPED, C6: 1293000, D6: 194000, E6: 1487000 })).toEqual([
      expect.objectContaining({ code: 'unit-scale-error', cell: 'C6', expected: '1293', count: 3 }),
    ]);
  });
  it('finds a figure that was deleted', () => {
    const { D5: _, ...rest } = TYPED;
    expect(check(rest)).toEqual([expect.objectContaining({ cell: 'D5', expected: '2045', found: '0' })]);
  });
});

describe('one broken sum alone', () => {
  const table: PlainTable = { ...TABLE, sums: [{ whole: 8, parts: span(4, 7), lines: ['C', 'D', 'E'] }] };
  it('names the whole and its parts as candidates', () => {
    expect(check({ ...TYPED, C8: 9535.5 }, table)).toEqual([
      expect.objectContaining({
        code: 'grand-total-mismatch',
        cell: 'C8',
        expected: '9435.5',
        candidates: ['C4', 'C5', 'C6', 'C7'],
      }),
    ]);
  });
  it('names the one part that is a thousand times too large', () => {
    expect(check({ ...TYPED, C6: 1293000 }, table)).toEqual([
      expect.objectContaining({ code: 'unit-scale-error', cell: 'C6', expected: '1293' }),
    ]);
  });
  it('warns of a difference that rounding can make, once a table', () => {
    expect(check({ ...TYPED, C8: 9435.6, D8: 2341.6 }, table)).toEqual([
      expect.objectContaining({ code: 'rounding-residue', cell: 'C8', count: 2 }),
    ]);
  });
  it('allows nothing where the unit is đồng without decimals', () => {
    const dong = Object.fromEntries(
      Object.entries(TYPED).map(([cell, value]) => [
        cell,
        typeof value === 'number' ? Math.round(value * 10) : value,
      ]),
    );
    expect(check({ ...dong, C8: 94356 }, { ...table, unit: UNITS.dong })).toEqual([
      expect.objectContaining({ code: 'grand-total-mismatch', cell: 'C8', expected: '94355' }),
    ]);
  });
});

describe('formulas', () => {
  const FORMULAS = {
    ...TYPED,
    E4: '=C4+D4',
    E5: '=C5+D5',
    E6: '=C6+D6',
    E7: '=C7+D7',
    C8: '=SUM(C4:C7)',
    D8: '=SUM(D4:D7)',
    E8: '=SUM(E4:E7)',
  } as const;
  it('says nothing of right formulas', () => {
    expect(check(FORMULAS)).toEqual([]);
  });
  it('names a range that stops one row short, with what carries it on', () => {
    expect(check({ ...FORMULAS, E8: '=SUM(C8:D8)', C8: '=SUM(C4:C6)' })).toEqual([
      expect.objectContaining({
        code: 'formula-range-misses-row',
        cell: 'C8',
        expected: '9435.5',
        consequences: ['E8'],
      }),
    ]);
  });
  it('keeps silent where the row left out is empty', () => {
    const { C7: _, D7: __, ...rest } = FORMULAS;
    expect(check({ ...rest, C8: '=SUM(C4:C6)' })).toEqual([]);
  });
  it('names a formula that reads the wrong row', () => {
    expect(check({ ...FORMULAS, E5: '=C4+D5' })).toEqual([
      expect.objectContaining({
        code: 'wrong-reference',
        cell: 'E5',
        expected: '9504.2',
        consequences: ['E8'],
      }),
    ]);
  });
  it('names a formula that counts a row twice', () => {
    expect(check({ ...FORMULAS, D8: '=SUM(D4:D7)+D5' })).toEqual([
      expect.objectContaining({ code: 'formula-counts-twice', cell: 'D8', expected: '2341.7' }),
    ]);
  });
  it('names a typed total among formulas, not the formula that follows its parts', () => {
    expect(check({ ...FORMULAS, C8: 9535.5 })).toEqual([
      expect.objectContaining({ code: 'grand-total-mismatch', cell: 'C8', expected: '9435.5' }),
    ]);
  });
  it('takes numbers typed as text for what their author meant', () => {
    expect(check({ ...FORMULAS, C5: '7.459,2' })).toEqual([]);
  });
  it('names a typed subtotal alone where it makes a SUBTOTAL above count twice', () => {
    const cells = {
      ...HEADER,
      B4: 'I',
      C4: '=SUBTOTAL(9,C5:C6)',
      B5: '1',
      C5: 10,
      B6: '2',
      C6: 20,
      B7: 'II',
      C7: 55,
      B8: '1',
      C8: 30,
      B9: '2',
      C9: 20,
      B10: 'III',
      C10: '=SUBTOTAL(9,C11:C11)',
      B11: '1',
      C11: 5,
      B12: 'Tổng',
      C12: '=SUBTOTAL(9,C4:C11)',
    };
    const table: PlainTable = {
      range: 'A3:C12',
      roles: { A: 'ordinal', B: 'title' },
      sums: [
        { whole: 4, parts: [5, 6], lines: ['C'], kind: 'subtotal' },
        { whole: 7, parts: [8, 9], lines: ['C'], kind: 'subtotal' },
        { whole: 10, parts: [11], lines: ['C'], kind: 'subtotal' },
        { whole: 12, parts: [4, 7, 10], lines: ['C'] },
      ],
    };
    expect(check(cells, table)).toEqual([
      expect.objectContaining({
        code: 'subtotal-mismatch',
        cell: 'C7',
        expected: '50',
        consequences: ['C12'],
      }),
    ]);
  });
});
