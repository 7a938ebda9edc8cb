import { expect, test } from 'vitest';
import { inUnit, readTyped } from './amount-input.js';

test('reads the writing of the language, and plain digits', () => {
  expect(readTyped('1.234,5', 'vi')).toBe('1234.5');
  expect(readTyped(' 12 063,2 ', 'vi')).toBe('12063.2');
  expect(readTyped('1.234', 'vi')).toBe('1234');
  expect(readTyped('1,234', 'en')).toBe('1234');
  expect(readTyped('12.5', 'vi')).toBe('12.5');
  expect(readTyped('-3', 'vi')).toBe('-3');
});

test('takes nothing that could be anything else', () => {
  for (const text of ['', 'abc', '1.23.4', '1,2,3', '12 tỷ', '1e3']) expect(readTyped(text, 'vi')).toBeNull();
});

test('an amount of đồng moves into the unit of a table exactly', () => {
  expect(inUnit('40000000', 1_000_000)).toBe('40');
  expect(inUnit('22500000', 1_000_000)).toBe('22.5');
  expect(inUnit('500', 1_000)).toBe('0.5');
  expect(inUnit('500', 1)).toBe('500');
  expect(inUnit('12.5', 1_000)).toBe('0.0125');
});
