import { describe, expect, it } from 'vitest';
import { relativeForm, shiftFormula } from './shift.js';

describe('shiftFormula', () => {
  it.each([
    ['SUM(C9:N9)', 1, 0, 'SUM(C10:N10)'],
    ['SUM(C$9:C14)*2', 1, 1, 'SUM(D$9:D15)*2'],
    ['$A$1+B2', 5, 5, '$A$1+G7'],
    ['\'Dự toán\'!A1:B2 & "A1"', 2, 0, '\'Dự toán\'!A3:B4 & "A1"'],
    ['A1', -1, 0, '#REF!'],
    ['SUM(A:A,$B:$B)', 0, 1, 'SUM(B:B,$B:$B)'],
    ['SUM(1:1)', 2, 3, 'SUM(3:3)'],
    ['LOG10(A1)+Tên1', 1, 0, 'LOG10(A2)+Tên1'],
    ['XFD1', 0, 1, '#REF!'],
    ['[1]Sheet1!A1', 1, 1, '[1]Sheet1!A1'],
    ['_xlfn.IFS(A1>0,1)', 1, 0, '_xlfn.IFS(A2>0,1)'],
  ])('%s moved by %i rows and %i columns is %s', (text, rows, columns, moved) => {
    expect(shiftFormula(text, rows, columns)).toBe(moved);
  });
});

describe('relativeForm', () => {
  it('is the same for copies and differs for a changed neighbour', () => {
    expect(relativeForm('SUM(C9:N9)', 9, 15)).toBe('SUM(RC[-12]:RC[-1])');
    expect(relativeForm('sum( C10:N10 )', 10, 15)).toBe(relativeForm('SUM(C9:N9)', 9, 15));
    expect(relativeForm('SUM(C9:M9)', 9, 15)).not.toBe(relativeForm('SUM(C9:N9)', 9, 15));
    expect(relativeForm('$A$1*B2', 2, 3)).toBe('R1C1*RC[-1]');
  });
});
