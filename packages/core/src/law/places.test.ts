import { describe, expect, it } from 'vitest';
import { readPlace, samePlace } from './places.js';

const same = (one: string, other: string) => samePlace(readPlace(one), readPlace(other));

describe('places', () => {
  it('are read with their kind and the unit they lie in', () => {
    expect(readPlace('Bản Pa Ủ, xã Thu Lũm')).toEqual({
      kind: 'bản',
      level: 'village',
      name: 'pa ủ',
      within: 'thu lũm',
    });
    expect(readPlace('Xuân Lộc (huyện Phú Lộc)')).toMatchObject({ name: 'xuân lộc', within: 'phú lộc' });
    expect(readPlace('H. Mường Tè')).toMatchObject({ level: 'district', name: 'mường tè' });
    expect(readPlace('Thị xã An Nhơn')).toMatchObject({ level: 'district', name: 'an nhơn' });
    expect(readPlace('Bản Bo')).toMatchObject({ level: 'village' });
    expect(readPlace('Xã Bản Bo')).toMatchObject({ level: 'commune', name: 'bản bo' });
    expect(readPlace('Bản Bo', 'commune')).toMatchObject({ level: 'commune', name: 'bản bo' });
  });

  it.each([
    ['Xã Thu Lũm', 'Thu Lũm', true],
    ['xã THU LŨM', 'Thu Lũm (huyện Mường Tè)', true],
    ['Hoà Bình', 'Xã Hòa Bình', true],
    ['Ia-Hrú', 'Ia Hrú', true],
    ['Nậm Mạ', 'Nậm Ma', false],
    ['Thị trấn Mường Tè', 'Xã Mường Tè', false],
    ['Bản Pa Ủ', 'Xã Pa Ủ', false],
    ['Tân Lập, huyện Tân Uyên', 'Tân Lập, huyện Mộc Châu', false],
    ['Bản A, xã B', 'Bản A', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(same(one, other)).toBe(expected);
  });
});
