import { cellAddress } from '@ctmtqg/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftFormula as shiftInCore } from '../../core/src/formula/shift.js';
import { shiftFormula } from '../src/formula/shift.js';

const cell = fc
  .tuple(
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 1, max: 800 }),
    fc.constantFrom('', '$'),
    fc.constantFrom('', '$'),
  )
  .map(([row, column, rowMark, columnMark]) =>
    cellAddress(row, column).replace(
      /([A-Z]+)(\d+)/,
      (_, letters: string, digits: string) => columnMark + letters + rowMark + digits,
    ),
  );
const area = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 800 }), fc.nat(9), fc.nat(9))
  .map(
    ([row, column, rows, columns]) =>
      `${cellAddress(row, column)}:${cellAddress(row + rows, column + columns)}`,
  );
const whole = fc.constantFrom('C:D', '$C:$D', '3:5', '$3:$5', 'AA:AB');
const sheet = fc.constantFrom('', 'Biểu1!', "'Biểu A1'!", "'it''s B2'!");
const operand = fc.oneof(
  fc.tuple(sheet, fc.oneof(cell, area, whole)).map(([name, place]) => name + place),
  fc.constantFrom(
    '1.5E3',
    '12',
    '"A1 & B2"',
    '"""C3"""',
    'TRUE',
    'Tên_A1',
    '_xA1',
    'XYZ2025',
    '#REF!',
    '15%',
  ),
);
const formula = fc.letrec((tie) => ({
  term: fc.oneof(
    { maxDepth: 3 },
    operand,
    fc
      .tuple(tie('term'), fc.constantFrom('+', '-', '*', '/', '&', '<>', ' = '), tie('term'))
      .map((parts) => parts.join('')),
    fc
      .tuple(
        fc.constantFrom('SUM', 'LOG10', 'ROUND', 'IF', 'ATAN2'),
        fc.array(tie('term'), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, parts]) => `${name}(${parts.join(',')})`),
  ),
})).term as fc.Arbitrary<string>;

describe('shared formulas written out', () => {
  it('read as the core writes a formula that is copied', () => {
    fc.assert(
      fc.property(
        formula,
        fc.integer({ min: -70, max: 70 }),
        fc.integer({ min: -900, max: 900 }),
        (text, rows, columns) => {
          expect(shiftFormula(text, rows, columns)).toBe(shiftInCore(text, rows, columns));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
