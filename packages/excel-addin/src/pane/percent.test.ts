import { expect, test } from 'vitest';
import { percentOf, ratioOf, readPercent } from './percent.js';

test('percentages are read in either writing, and nothing else is', () => {
  expect(['15', '12,5', '12.5', ' 7 % ', '100'].map(readPercent)).toEqual(['15', '12.5', '12.5', '7', '100']);
  expect(['', '101', '-1', '1.2.3', 'mười', '15%%'].map(readPercent)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a percentage and its ratio are the same number, to the last digit', () => {
  const pairs = [
    ['15', '0.15'],
    ['12.5', '0.125'],
    ['100', '1'],
    ['0', '0'],
    ['7', '0.07'],
    ['33.333', '0.33333'],
    ['10', '0.1'],
  ] as const;
  for (const [percent, ratio] of pairs) {
    expect(ratioOf(percent)).toBe(ratio);
    expect(percentOf(ratio, 'en')).toBe(percent);
  }
  expect(percentOf('0.125', 'vi')).toBe('12,5');
});
