import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal.js';
import { formatAmount } from './format.js';
import { inferHabit, readAmount } from './read.js';
import { AmountScanner } from './scan.js';

function show(text: string, habit: 'comma-decimal' | 'point-decimal' | null): string {
  const reading = readAmount(text, habit);
  if (reading.kind === 'amount') {
    const marks = `${reading.percent ? '%' : ''}${reading.dash ? ' dash' : ''}`;
    return `${reading.value.toFixed()}${marks}`;
  }
  if (reading.kind === 'none') return 'none';
  const values = reading.readings.map(({ value }) => value.toFixed()).join(' | ');
  return reading.kind === 'money' ? `${values} đồng` : `? ${values}`;
}

describe('readAmount', () => {
  it.each([
    ['9.504,2', '9504.2'],
    ['9504.2', '9504.2'],
    ['9504,2', '9504.2'],
    ['12.971,11', '12971.11'],
    ['1.234.567,891', '1234567.891'],
    ['1,234,567.891', '1234567.891'],
    ['1 234 567', '1234567'],
    ['1\u00a0234\u00a0567,5', '1234567.5'],
    ['1\u2009234', '1234'],
    ['\u00a0 194 \u00a0', '194'],
    ["'194", '194'],
    ['’1.293,0', '1293'],
    ['１２３，４５', '123.45'],
    ['0,0', '0'],
    ['0,125', '0.125'],
    ['0.500', '0.5'],
    [',5', '0.5'],
    ['+5', '5'],
    ['-1.234.567', '-1234567'],
    ['−8,7', '-8.7'],
    ['(21,5)', '-21.5'],
    ['( 21.574,0 )', '-21574'],
    ['15%', '15%'],
    ['92,59 %', '92.59%'],
    ['-', '0 dash'],
    [' — ', '0 dash'],
    ['1728', '1728'],
    ['12345678901234567890,12', '12345678901234567890.12'],
    ['1.728', '? 1728 | 1.728'],
    ['29,160', '? 29160 | 29.16'],
    ['(21,574)', '? -21574 | -21.574'],
  ])('%s is %s where no habit is known', (text, result) => {
    expect(show(text, null)).toBe(result);
  });

  it.each([
    ['1.728', 'comma-decimal', '1728'],
    ['1.728', 'point-decimal', '1.728'],
    ['29,160', 'comma-decimal', '29.16'],
    ['29,160', 'point-decimal', '29160'],
    ['8.7', 'comma-decimal', '8.7'],
    ['8,7', 'point-decimal', '8.7'],
  ] as const)('%s with habit %s is %s', (text, habit, result) => {
    expect(show(text, habit)).toBe(result);
  });

  it('names the other reading where only the habit decided', () => {
    const reading = readAmount('29,160', 'comma-decimal');
    expect(reading.kind === 'amount' && reading.other?.value.toFixed()).toBe('29160');
    expect(readAmount('9.504,2', 'comma-decimal')).toMatchObject({
      kind: 'amount',
      other: null,
      decimals: 1,
    });
  });

  it.each([
    ['01 tỷ', '1000000000 đồng'],
    ['1,92 tỷ', '1920000000 đồng'],
    ['262 tỷ 384 triệu đồng', '262384000000 đồng'],
    ['1 tỷ 500 triệu 20 nghìn đồng', '1500020000 đồng'],
    ['29,160 triệu', '29160000000 | 29160000 đồng'],
    ['88 tr.đ', '88000000 đồng'],
    ['5000 đ', '5000 đồng'],
    ['1.044,5 triệu đồng', '1044500000 đồng'],
    ['-71 triệu', '-71000000 đồng'],
    ['3 ức đồng', '3000000 đồng'],
    ['01 TỶ ĐỒNG', '1000000000 đồng'],
  ])('%s is %s', (text, result) => {
    expect(show(text, null)).toBe(result);
  });

  it.each([
    '',
    ' ',
    'abc',
    '2023-2024',
    '1546/QĐ-UBND',
    '25/8/2026',
    '1.2.2023',
    '12.34.567',
    '1,2,3',
    '1.',
    '1.234.',
    '5 hộ',
    '1 triệu 2 tỷ',
    '1 tỷ 5',
    '--5',
    '(5',
    '1e5',
    '12.5.1',
    'Dự án 4',
    '- 4 -',
    '1.234,567.8',
    '5 triệu 2.000 nghìn',
  ])('%j is no amount', (text) => {
    expect(show(text, null)).toBe('none');
  });

  it('gives back what formatAmount wrote, in both languages', () => {
    const amount = fc.tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat({ max: 6 }));
    fc.assert(
      fc.property(amount, fc.constantFrom('vi' as const, 'en' as const), ([digits, decimals], language) => {
        const value = new Decimal(digits.toString()).div(new Decimal(10).pow(decimals));
        const reading = readAmount(
          formatAmount(value, { language }),
          language === 'vi' ? 'comma-decimal' : 'point-decimal',
        );
        expect(reading.kind === 'amount' && reading.value.toFixed()).toBe(value.toFixed());
      }),
    );
  });

  it('never throws and never hangs, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,-()% \u00a0đtrệuỷ'), maxLength: 60 }),
        (text) => {
          expect(['amount', 'ambiguous', 'money', 'none']).toContain(readAmount(text, null).kind);
        },
      ),
    );
  });
});

describe('AmountScanner', () => {
  it('reads the common forms by its short way exactly as by the long one', () => {
    const short = new AmountScanner();
    const long = new AmountScanner();
    const text = fc.string({ unit: fc.constantFrom(...'0123456789012345678.,-'), maxLength: 14 });
    const habits = fc.constantFrom('comma-decimal' as const, 'point-decimal' as const, null);
    const seen = ({ mantissa, decimals, otherDecimals, negative, percent }: AmountScanner) => [
      mantissa + 0,
      decimals,
      otherDecimals,
      negative,
      percent,
    ];
    fc.assert(
      fc.property(text, habits, (figure, habit) => {
        const result = short.scan(figure, habit);
        // A leading blank is read by the long way only.
        expect(long.scan(` ${figure}`, habit)).toBe(result);
        if (result !== 'none') expect(seen(short)).toEqual(seen(long));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads into whole numbers and says where the number ends', () => {
    const scanner = new AmountScanner();
    expect(scanner.scan('1.234.567,891 triệu', null)).toBe('number');
    expect([scanner.mantissa, scanner.decimals, scanner.end]).toEqual([1234567891, 3, 14]);
  });
});

describe('inferHabit', () => {
  it.each([
    [['9.504,2', '1.728', '8,7'], 'comma-decimal'],
    [['9,504.2', '1.728'], 'point-decimal'],
    [['1.234.567'], 'comma-decimal'],
    [['1.728', '29,160'], null],
    [['8,7', '8.7'], null],
    [['abc', '194'], null],
  ])('%j tells %s', (texts, habit) => {
    expect(inferHabit(texts)).toBe(habit);
  });
});
