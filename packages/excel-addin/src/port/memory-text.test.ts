import { expect, test } from 'vitest';
import { memoryFrom, memoryText } from './memory-text.js';
import { EMPTY_MEMORY } from './types.js';

const TOLD = {
  ...EMPTY_MEMORY,
  programme: 'gnbv-2021-2025',
  year: 2024,
  columns: [{ sheet: 'Biểu 1', column: 'E', header: 'Ghi chú', role: 'note' as const, source: null }],
  ignored: [{ key: 'k', reason: 'theo quyết định <b>', message: 'Ô D13' }],
};

test('what was told comes back, and nothing told is nothing kept', () => {
  expect(memoryFrom(memoryText(TOLD))).toEqual(TOLD);
  expect(memoryText(EMPTY_MEMORY)).toBeNull();
  expect(memoryFrom(null)).toEqual(EMPTY_MEMORY);
});

test('what has another shape is left out, whoever wrote it', () => {
  expect(memoryFrom('không phải JSON')).toEqual(EMPTY_MEMORY);
  expect(memoryFrom('[1,2]')).toEqual(EMPTY_MEMORY);
  expect(
    memoryFrom(
      '{"programme":5,"year":"2024","match":[{"ratio":"x"}],"columns":"all","ignored":[{"key":1}, null]}',
    ),
  ).toEqual(EMPTY_MEMORY);
});
