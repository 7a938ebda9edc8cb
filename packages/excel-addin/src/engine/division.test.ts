import { buildSnapshot, openBook, parseArea } from '@ctmtqg/core';
import { expect, test } from 'vitest';
import { drawSheet } from '../../../core/src/sheet/test-sheet.js';
import { EMPTY_MEMORY } from '../port/types.js';
import { divide, divisionPlace } from './division.js';

const POINTS = `PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
Đơn vị tính: triệu đồng
STT | Địa phương | Tổng điểm | Kinh phí
1 | Xã Tân Sơn | 2 |
2 | Xã Bình Lư | 3 |
3 | Xã Khun Há | 1 | 7
 | Tổng cộng | 6 | 100`;

const select = (area: string) => ({ sheet: 'Biểu 1', ...parseArea(area)! });
const placeOf = (text: string, area: string) =>
  divisionPlace(openBook(buildSnapshot([drawSheet('Biểu 1', text)])), select(area), EMPTY_MEMORY);

test('the selected rows come with their names, what stands in them, and the columns of weights', () => {
  const place = placeOf(POINTS, 'D4:D7');
  expect(place).toMatchObject({ kind: 'rows', column: 'D', unit: 'triệu đồng' });
  if (place.kind !== 'rows') return;
  expect(place.receivers.map((one) => [one.cell, one.name, one.before.kind, one.isTotal])).toEqual([
    ['D4', 'Xã Tân Sơn', 'blank', false],
    ['D5', 'Xã Bình Lư', 'blank', false],
    ['D6', 'Xã Khun Há', 'number', false],
    ['D7', 'Tổng cộng', 'number', true],
  ]);
  expect(place.weightColumns).toMatchObject([{ column: 'C', weights: ['2', '3', '1', '6'] }]);
  expect(place.total).toEqual({ cell: 'D7', amount: '100' });
});

test('a total that is computed from the rows is nothing to divide', () => {
  const place = placeOf(POINTS.replace('| 100', '| =SUM(D4:D6)'), 'D4:D6');
  expect(place.kind === 'rows' && place.total).toBeNull();
});

test('cells of several columns, and cells beside no name, are refused', () => {
  expect(placeOf(POINTS, 'C4:D6').kind).toBe('several-columns');
  expect(placeOf(POINTS, 'D20:D24').kind).toBe('no-rows');
});

test('parts come with their proof, and a wish that cannot be met as a sentence', () => {
  const ask = {
    total: '100',
    step: '1',
    policy: 'largest-remainder',
    receivers: ['2', '3', '1'].map((weight, i) => ({ name: `D${i + 4}`, weight })),
    language: 'vi',
  } as const;
  const division = divide(ask);
  expect(division).toMatchObject({ kind: 'divided', apart: '0' });
  if (division.kind !== 'divided') return;
  expect(division.parts.map((part) => [part.amount, part.proof.quota, part.proof.extraStep])).toEqual([
    ['33', '100/3', '0'],
    ['50', '50', '0'],
    ['17', '50/3', '1'],
  ]);
  expect(divide({ ...ask, total: '100.5' })).toEqual({
    kind: 'refused',
    reason: expect.stringContaining('không chẵn bước'),
  });
});
