import { describe, expect, it } from 'vitest';
import type { SumRelation } from '../../sheet/types.js';
import { runOn, tableOf } from '../support/test-table.js';
import { ambiguousNumber } from './check.js';

const SUM: SumRelation = {
  axis: 'column',
  kind: 'grand-total',
  whole: 4,
  parts: [
    { line: 2, sign: 1 },
    { line: 3, sign: 1 },
  ],
  lines: [3],
  complete: true,
  evidence: 'layout',
};
const run = (values: readonly (string | number)[], sums: readonly SumRelation[]) =>
  runOn(
    ambiguousNumber,
    tableOf({ titles: ['Dự án 1', 'Dự án 2', 'Tổng cộng'], columns: [{ header: 'NSTW', values }], sums }),
  ).findings.map(({ cell, severity, facts }) => `${cell} ${severity} ${String(facts.readings)}`);

describe('ambiguous-number', () => {
  it('warns where a total hangs on the reading', () => {
    expect(run([530, '1.728', 999], [SUM])).toEqual(['C3 warning 1728,1.728']);
  });
  it('leaves a text that a formula passes over to its own finding', () => {
    expect(run([530, '1.728', '=SUM(C2:C3)'], [SUM])).toEqual([]);
  });
  it('says nothing where a typed total proves one reading, or nothing hangs on it', () => {
    expect(run([530, '1.728', 2258], [SUM])).toEqual([]);
    expect(run([530, '1.728', 2258], [])).toEqual([]);
  });
  it('says nothing where all figures may be read either way and add up in both', () => {
    expect(run(['1.500', '1.728', '3.228'], [SUM])).toEqual([]);
  });
});
