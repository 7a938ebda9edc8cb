import { describe, expect, it } from 'vitest';
import { runOn, type TestColumn, tableOf } from '../support/test-table.js';
import { negativeAmount } from './check.js';

const run = (
  columns: readonly TestColumn[],
  titles: readonly string[] = ['Dự án 1', 'Dự án 2', 'Dự án 3', 'Dự án 4'],
) =>
  runOn(negativeAmount, tableOf({ titles, columns })).findings.map(
    ({ cell, found, severity }) => `${cell} ${found} ${severity}`,
  );

describe('negative-amount', () => {
  it('names typed money below zero, also as text in brackets', () => {
    expect(run([{ header: 'NSTW', values: [5, -7, 8, '(21,5)'] }])).toEqual([
      'C3 -7 error',
      'C5 -21.5 error',
    ]);
  });
  it('accepts it in columns of decreases and differences, and in rows that say so', () => {
    expect(
      run([
        { header: 'Giảm (-)', own: { stage: 'decrease' }, values: [-5, 7] },
        { header: 'Chênh lệch', values: [-5, 7] },
      ]),
    ).toEqual([]);
    expect(run([{ header: 'NSTW', values: [5, -7] }], ['Dự án 1', 'Điều chỉnh giảm vốn'])).toEqual([]);
  });
  it('names a norm or a number of households below zero', () => {
    expect(run([{ header: 'Định mức', role: 'quantity', values: [40, -40, 40] }])).toEqual(['C3 -40 error']);
  });
  it('takes no title in the head for a word of decrease', () => {
    const header = 'Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt';
    expect(run([{ header, values: [5, -7, 8] }])).toEqual(['C3 -7 error']);
  });
  it('accepts a computed difference and a column kept in negatives', () => {
    expect(
      run([
        { header: 'NSTW', values: [5, '=C2-9'] },
        { header: 'Chi', values: [-1, -2, -3] },
      ]),
    ).toEqual([]);
  });
});
