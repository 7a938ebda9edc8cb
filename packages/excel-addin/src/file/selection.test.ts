import { expect, test } from 'vitest';
import { movedBy, selectionTo } from './selection.js';

const SHEET = { rows: 30, columns: 8 };
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, altKey: false, metaKey: false });

test('arrows move one cell and stop at the edges', () => {
  expect(movedBy(key('ArrowDown'), { row: 3, column: 2 }, SHEET)).toEqual({ row: 4, column: 2 });
  expect(movedBy(key('ArrowUp'), { row: 1, column: 2 }, SHEET)).toEqual({ row: 1, column: 2 });
  expect(movedBy(key('ArrowRight', true), { row: 1, column: 2 }, SHEET)).toEqual({ row: 1, column: 8 });
  expect(movedBy(key('End', true), { row: 1, column: 2 }, SHEET)).toEqual({ row: 30, column: 8 });
});

test('other keys, and those with Alt, are not taken', () => {
  expect(movedBy(key('a'), { row: 1, column: 1 }, SHEET)).toBeNull();
  expect(movedBy({ ...key('ArrowDown'), altKey: true }, { row: 1, column: 1 }, SHEET)).toBeNull();
});

test('a selection is the area between both ends, whichever way it was made', () => {
  expect(selectionTo({ anchor: { row: 9, column: 4 }, head: { row: 3, column: 2 } })).toEqual({
    top: 3,
    left: 2,
    bottom: 9,
    right: 4,
  });
});
