import { describe, expect, it } from 'vitest';
import { runOn, type TestColumn, tableOf } from '../support/test-table.js';
import { textNumber } from './check.js';

const run = (columns: readonly TestColumn[]) =>
  runOn(textNumber, tableOf({ titles: ['Dự án 1', 'Dự án 2', 'Dự án 3', 'Tổng cộng'], columns })).findings;
const short = (columns: readonly TestColumn[]) =>
  run(columns).map(({ cell, expected, severity, consequences }) =>
    `${cell} ${expected} ${severity} ${consequences.map((one) => one.cell).join('+')}`.trim(),
  );

describe('text-number', () => {
  it('is an error where a formula passes the text over, with the cells that are wrong for it', () => {
    expect(
      short([
        { header: 'NSTW', values: [5, '685 ', 7, '=SUM(C2:C4)'] },
        { header: 'Tổng', values: [null, null, null, '=C5'] },
      ]),
    ).toEqual(['C3 685 error C5+D5']);
  });
  it('is a warning where only its neighbours are numbers, also where a formula takes the text for the number it is', () => {
    expect(short([{ header: 'NSTW', values: [5, '685', 7, '=C2+C3+C4'] }])).toEqual(['C3 685 warning']);
    expect(short([{ header: 'NSTW', values: [5, '685', 7, 697] }])).toEqual(['C3 685 warning']);
  });
  it('is information, once for the table, where whole columns are kept as text', () => {
    const [finding, ...more] = run([
      { header: 'NSTW', values: ['5', '6', '7', '18'] },
      { header: 'NSĐP', values: ['1', '-', '', '1'] },
    ]);
    expect(more).toEqual([]);
    expect([finding?.severity, finding?.count, finding?.cell]).toEqual(['info', 6, 'C2']);
  });
  it('is one error for a column of texts that a formula adds up to nothing', () => {
    expect(short([{ header: 'NSTW', values: ['5', '6', '7', '=SUM(C2:C4)'] }])).toEqual(['C2 5 error C5']);
  });
  it('leaves both readings open where a formula passes over a text that spells two numbers', () => {
    const [finding] = run([{ header: 'NSTW', values: [5, '1.728', 7, '=SUM(C2:C4)'] }]);
    expect([finding?.severity, finding?.expected, finding?.facts.readings, finding?.fix]).toEqual([
      'error',
      null,
      ['1728', '1.728'],
      null,
    ]);
  });
  it('offers the number and keeps what stood there', () => {
    expect(run([{ header: 'NSTW', values: [5, '685 ', 7, '=SUM(C2:C4)'] }])[0]?.fix).toEqual({
      safe: true,
      edits: [
        {
          sheet: 'S',
          cell: 'C3',
          before: { kind: 'text', text: '685 ' },
          after: { kind: 'number', value: '685' },
        },
      ],
    });
  });
  it('takes no words, dashes and blanks', () => {
    expect(short([{ header: 'NSTW', values: [5, '-', 'chưa giao', 5] }])).toEqual([]);
  });
});
