import { describe, expect, it } from 'vitest';
import { jsonPlace } from './json-place.js';

describe('where JSON breaks', () => {
  it.each([
    ['{\n "a": }', 2, 7],
    ['{"a": 1,}', 1, 9],
    ['[1, 2', 1, 6],
    ['{"a": "x\n"}', 1, 7],
    ['{"a" 1}', 1, 6],
    ["{'a': 1}", 1, 2],
    ['[1 2]', 1, 4],
    ['{"a": 01}', 1, 8],
    ['', 1, 1],
    ['{} x', 1, 4],
    ['{\r\n "a": [true,\r\n nul]}', 3, 2],
  ])('%j: line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonPlace(text)).toEqual({ line, column });
  });
});
