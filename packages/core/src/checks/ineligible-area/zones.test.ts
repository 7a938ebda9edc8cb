import { describe, expect, it } from 'vitest';
import {
  joinZones,
  type Zones,
  zoneColumn,
  zonesInRegionCell,
  zonesInTitle,
  zonesInVillageCell,
} from './zones.js';

const said = (zones: Zones) => [...zones].map(([zone, known]) => `${known ? '' : '-'}${zone}`).sort();

describe('what is said of a zone', () => {
  it.each([
    ['Xã Bản Bo (khu vực I)', ['-II', '-III', 'I']],
    ['Xã Bản Bo - KV III', ['-I', '-II', 'III']],
    ['Xã Bản Bo KV1', ['-II', '-III', 'I']],
    ['Các xã khu vực III', ['-I', '-II', 'III']],
    ['Các xã khu vực I, II', ['-III']],
    ['Các xã khu vực I đến III', []],
    ['Khu vực II', ['-I', '-III', 'II']],
    ['Khu vực 2', []],
    ['Các xã khu vực 2', ['-I', '-III', 'II']],
    ['Các xã đặc biệt khó khăn', ['-I', '-II', 'III']],
    ['Xã ĐBKK vùng bãi ngang ven biển', ['coastal-commune']],
    ['Hỗ trợ thôn đặc biệt khó khăn', ['difficult-village']],
    ['Xã ngoài vùng', ['-I', '-II', '-III']],
    ['Ban quản lý dự án khu vực 1', []],
    ['Kho bạc Nhà nước khu vực II', []],
    ['Cấp nước khu vực III thị trấn', []],
    ['Đầu tư hạ tầng; ưu tiên các xã đặc biệt khó khăn', []],
    ['Xã Bản Bo', []],
  ])('%s', (title, zones) => {
    expect(said(zonesInTitle(title))).toEqual(zones);
  });

  it('columns are known by their headers', () => {
    for (const header of [
      'Khu vực',
      'Thuộc khu vực',
      'Xã khu vực',
      'KV',
      'Khu vực (I, II, III)',
      'Phân loại xã khu vực',
    ])
      expect(zoneColumn(header), header).toBe('region');
    for (const header of ['Số thôn ĐBKK', 'Thôn, bản đặc biệt khó khăn'])
      expect(zoneColumn(header), header).toBe('villages');
    for (const header of ['Khu vực nông thôn', 'Ban quản lý khu vực', 'Vốn khu vực', 'Ghi chú', 'Số thôn'])
      expect(zoneColumn(header), header).toBeNull();
  });

  it('cells say it or say nothing', () => {
    expect(said(zonesInRegionCell('KVII'))).toEqual(['-I', '-III', 'II']);
    expect(said(zonesInRegionCell('III (xã ĐBKK)'))).toEqual(['-I', '-II', 'III']);
    for (const text of ['', 'Nông thôn', '4', 'I + II', 'xã'])
      expect(said(zonesInRegionCell(text)), text).toEqual([]);
    expect([
      said(zonesInVillageCell('0')),
      said(zonesInVillageCell('3')),
      said(zonesInVillageCell('')),
    ]).toEqual([['-difficult-village'], ['difficult-village'], []]);
  });

  it('the first word counts, and a second one that agrees with it', () => {
    const list: Zones = new Map([['III', false]]);
    expect(said(joinZones(list, zonesInRegionCell('I')))).toEqual(['-II', '-III', 'I']);
    expect(said(joinZones(list, zonesInRegionCell('III')))).toEqual(['-III']);
    expect(said(joinZones(zonesInRegionCell('III'), zonesInRegionCell('I')))).toEqual(['-I', '-II', 'III']);
    expect(said(joinZones(new Map([['difficult-village', true]]), zonesInRegionCell('I')))).toContain('I');
  });
});
