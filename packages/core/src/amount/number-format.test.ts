import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal.js';
import { formatAmount } from './format.js';
import { displayed, stepOf } from './number-format.js';

describe('stepOf', () => {
  it.each([
    [1847, 'General', '1'],
    [8.7, 'General', '0.1'],
    [8.7, '#,##0', '1'],
    [8, '#,##0.0', '0.1'],
    [8.75, '0.0##', '0.01'],
    [8, '0.0##', '0.1'],
    [8, '#,##0.0,', '100'],
    [0.153, '0.0%', '0.001'],
    [8.25, '#,##0.0_);(#,##0.0);"-"??', '0.1'],
    [0, '#,##0.0;-#,##0.0;"-"', '1'],
    [5, '#,##0" triệu (0.00)"', '1'],
    [5, '[Red]#,##0.00\\ "đ"', '0.01'],
    [12.5, '_-* #,##0.00\\ _₫_-;\\-* #,##0.00\\ _₫_-;_-* "-"??\\ _₫_-;_-@_-', '0.01'],
    [9504.200000000001, 'General', '0.1'],
  ])('of %d shown as %s is %s', (value, format, step) => {
    expect(stepOf(value, format).toFixed()).toBe(step);
  });
});

describe('displayed', () => {
  it.each([
    ['1847.45', '#,##0.0', '1847.5'],
    ['-2.5', '0', '-3'],
    ['1234567', '#,##0,', '1235000'],
    ['0.1565', '0.0%', '0.157'],
    ['1.23456', 'General', '1.23456'],
    ['45718', 'dd/mm/yyyy', '45718'],
  ])('%s as %s is %s', (value, format, shown) => {
    expect(displayed(new Decimal(value), format).toFixed()).toBe(shown);
  });
});

describe('formatAmount', () => {
  it.each([
    ['12063.2', 'vi', undefined, '12.063,2'],
    ['12063.2', 'en', undefined, '12,063.2'],
    ['-1234567', 'vi', undefined, '-1.234.567'],
    ['0.05', 'vi', 1, '0,1'],
    ['-0.04', 'vi', 1, '0,0'],
    ['999.95', 'vi', 1, '1.000,0'],
    ['123', 'vi', undefined, '123'],
  ] as const)('%s in %s with %s decimals is %s', (value, language, decimals, text) => {
    expect(formatAmount(value, { language, ...(decimals === undefined ? {} : { decimals }) })).toBe(text);
  });
});
