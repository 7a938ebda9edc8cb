import { describe, expect, it } from 'vitest';
import { EN_SEPARATORS, formatDate, formatNumber, isDateFormat, VI_SEPARATORS } from './number-format.js';

const shown = (value: number, code: string): string => formatNumber(value, code, VI_SEPARATORS);

describe('numbers as Excel shows them', () => {
  it.each([
    [9504.2, '#,##0.0', '9.504,2'],
    [9504.2, '#,##0', '9.504'],
    [0, '#,##0', '0'],
    [1234567.891, '#,##0.###', '1.234.567,891'],
    [12, '0.00', '12,00'],
    [0.153, '0.0%', '15,3%'],
    [1, '0%', '100%'],
    [5_917_900, '#,##0,', '5.918'],
    [-3, '#,##0', '-3'],
    [-3.5, '#,##0.0;(#,##0.0)', '(3,5)'],
    [0, '#,##0;-#,##0;"-"', '-'],
    [1200, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', '1.200'],
    [1200, '[$-42A]#,##0" đ"', '1.200 đ'],
    [1200, '[Red]#,##0;[Blue]-#,##0', '1.200'],
    [42, 'General', '42'],
    [0.1 + 0.2, 'General', '0,3'],
    [7, '00', '07'],
    [0.5, '#.0', ',5'],
  ])('%d with %s', (value, code, text) => {
    expect(shown(value, code)).toBe(text);
  });

  it('uses the separators of the language', () => {
    expect(formatNumber(9504.2, '#,##0.0', EN_SEPARATORS)).toBe('9,504.2');
  });
});

describe('dates', () => {
  it('knows which formats are dates', () => {
    expect(isDateFormat('dd/mm/yyyy')).toBe(true);
    expect(isDateFormat('[$-42A]d mmmm yyyy')).toBe(true);
    expect(isDateFormat('#,##0')).toBe(false);
    expect(isDateFormat('#,##0" đồng"')).toBe(false);
    expect(isDateFormat('General')).toBe(false);
  });

  it('counts days as Excel does, also from 1904', () => {
    expect(formatDate(45_877, false)).toBe('08/08/2025');
    expect(formatDate(44_415, true)).toBe('08/08/2025');
    expect(formatDate(61, false)).toBe('01/03/1900');
  });
});
