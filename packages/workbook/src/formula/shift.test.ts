import { describe, expect, it } from 'vitest';
import { shiftFormula } from './shift.js';

describe('a formula moved down and to the right', () => {
  it.each([
    ['A1+$A1+A$1+$A$1', 2, 1, 'B3+$A3+B$1+$A$1'],
    ['SUM(C9:D14,E$9:$F14)', 1, 1, 'SUM(D10:E15,F$9:$F15)'],
    ['SUM(C:D)+SUM($C:D)+SUM(3:4)+SUM($3:4)', 1, 2, 'SUM(E:F)+SUM($C:F)+SUM(4:5)+SUM($3:5)'],
    ["'Biểu A1'!A1+Biểu!A1+'it''s A1'!B2", 1, 0, "'Biểu A1'!A2+Biểu!A2+'it''s A1'!B3"],
    ['"A1"&"a""A1"&A1', 1, 0, '"A1"&"a""A1"&A2'],
    ['LOG10(A1)+ATAN2(A1,B1)+XYZ2025+_A1+A1_x+Tên1', 1, 0, 'LOG10(A2)+ATAN2(A2,B2)+XYZ2025+_A1+A1_x+Tên1'],
    ['Table1[[#This Row],[A1]]+A1', 1, 0, 'Table1[[#This Row],[A1]]+A2'],
    ['[1]Sheet1!A1', 1, 1, '[1]Sheet1!B2'],
    ['A1', -1, 0, '#REF!'],
    ['XFD1+A1', 0, 1, '#REF!+B1'],
    ['A1048576', 1, 0, '#REF!'],
    ['1.5E3+A1%', 1, 0, '1.5E3+A2%'],
    ['IF(A1>=B1,A1:INDEX(A:A,3),-A1)', 1, 0, 'IF(A2>=B2,A2:INDEX(A:A,3),-A2)'],
  ])('%s', (text, rows, columns, moved) => {
    expect(shiftFormula(text, rows, columns)).toBe(moved);
  });
});
