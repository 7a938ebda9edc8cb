import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, serialOfIsoDate } from './number.js';

const parse = (text: string) => parseNumber(new TextEncoder().encode(text), 0, text.length);

describe('numbers read from bytes', () => {
  it('are the very doubles that Number gives', () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 19n }), fc.integer({ min: 0, max: 25 }))
      .map(([negative, digits, point]) => {
        const text = digits.toString().padStart(point + 1, '0');
        const written = point === 0 ? text : `${text.slice(0, -point)}.${text.slice(-point)}`;
        return negative ? `-${written}` : written;
      });
    fc.assert(
      fc.property(decimal, (text) => {
        expect(Object.is(parse(text), Number(text))).toBe(true);
      }),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Object.is(parse(String(value)), Number(String(value)))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['', '-', '.', '1.2.3', '1e', 'NaN', 'Infinity', '0x10', '1,5', '--1', '1 2'])(
    'are refused in “%s”',
    (text) => {
      expect(parse(text)).toBeNaN();
    },
  );

  it('reads other spellings of a number', () => {
    expect(['1.', '.5', '+7', '1E3', '1e-7', '007'].map(parse)).toEqual([1, 0.5, 7, 1000, 1e-7, 7]);
  });
});

describe('ISO dates of strict files', () => {
  it.each([
    ['1900-01-01', false, 1],
    ['1900-02-28', false, 59],
    ['1900-03-01', false, 61],
    ['2025-08-08', false, 45877],
    ['2025-08-08T06:00:00', false, 45877.25],
    ['1904-01-01', true, 0],
  ])('%s is its serial number', (text, date1904, serial) => {
    expect(serialOfIsoDate(text, date1904)).toBe(serial);
  });

  it('are none where the text is none', () => {
    expect(serialOfIsoDate('8/8/2025', false)).toBeNaN();
  });
});
