import { describe, expect, it } from 'vitest';
import { speaksOf } from './layer-province.js';

describe('rules of a province', () => {
  it.each([
    ['Lai Châu', 'Tỉnh Lai Châu', true],
    ['Lai Châu', 'tỉnh Sơn La', false],
    ['Lâm Đồng', 'Đắk Nông', true],
    ['Đắk Nông', 'Tỉnh Lâm Đồng', true],
    ['Đắk Nông', 'Bình Thuận', false],
    ['Lai Châu', 'xã Thu Lũm', true],
    ['Lai Châu', null, true],
  ])('of %s for %s: %s', (province, place, expected) => {
    expect(speaksOf(province, place)).toBe(expected);
  });
});
