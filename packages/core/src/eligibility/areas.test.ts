import { describe, expect, it } from 'vitest';
import { compileEligibility } from './engine.js';
import { ELIGIBILITY_RULES } from './rule-files.js';
import type { Facts } from './types.js';

const engine = compileEligibility(ELIGIBILITY_RULES);
const zone = (facts: Facts, asOf: string) => engine.tell('place.communeZone', facts, asOf).value;
const village = (facts: Facts, asOf: string) => engine.tell('place.difficultVillage', facts, asOf).value;

describe('communes by Decision 33/2020 (2021–2025)', () => {
  const base: Facts = {
    'commune.minorityHouseholdShare': 80,
    'place.newRuralStandard': false,
    'place.mekongDelta': false,
    'commune.poorMinorityHouseholds': 100,
    'commune.poorMinorityShare': 60,
    'commune.illiteracyRate': 19.9,
    'commune.untrainedWorkersShare': 80,
    'commune.roadKm': 20,
    'commune.unpavedShare': 50,
  };
  const of = (facts: Facts) => zone({ ...base, ...facts }, '2024-06-30');

  it.each<[string, Facts, string]>([
    ['tỷ lệ hộ nghèo đúng 20 %', { 'commune.povertyRate': 20 }, 'III'],
    ['19,99 % và không tiêu chí phụ nào', { 'commune.povertyRate': 19.99 }, 'II'],
    [
      '15 % và trên 60 % hộ nghèo là dân tộc thiểu số',
      { 'commune.povertyRate': 15, 'commune.poorMinorityShare': 60.1 },
      'III',
    ],
    ['15 % và đúng 60 %: “trên 60 %” chưa đạt', { 'commune.povertyRate': 15 }, 'II'],
    [
      '15 % và đúng 20 % chưa biết chữ: “từ 20 %” đạt',
      { 'commune.povertyRate': 15, 'commune.illiteracyRate': 20 },
      'III',
    ],
    ['15 % và đúng 80 % chưa đào tạo: “trên 80 %” chưa đạt', { 'commune.povertyRate': 15 }, 'II'],
    [
      'đường trên 20 km, trên 50 % chưa cứng hóa',
      { 'commune.povertyRate': 16, 'commune.roadKm': 21, 'commune.unpavedShare': 51 },
      'III',
    ],
    ['14,9 % dù đủ tiêu chí phụ', { 'commune.povertyRate': 14.9, 'commune.illiteracyRate': 40 }, 'II'],
    ['dưới 10 %', { 'commune.povertyRate': 9.9 }, 'I'],
    ['đúng 10 %', { 'commune.povertyRate': 10 }, 'II'],
    [
      'đạt chuẩn nông thôn mới dù nghèo 30 %',
      { 'commune.povertyRate': 30, 'place.newRuralStandard': true },
      'I',
    ],
    ['Đồng bằng sông Cửu Long: 15 %', { 'commune.povertyRate': 15, 'place.mekongDelta': true }, 'III'],
    [
      'Đồng bằng sông Cửu Long: 151 hộ nghèo dân tộc thiểu số',
      { 'commune.povertyRate': 11, 'place.mekongDelta': true, 'commune.poorMinorityHouseholds': 151 },
      'III',
    ],
    [
      'Đồng bằng sông Cửu Long: đúng 150 hộ',
      { 'commune.povertyRate': 11, 'place.mekongDelta': true, 'commune.poorMinorityHouseholds': 150 },
      'II',
    ],
    [
      'Đồng bằng sông Cửu Long: 12 % và một tiêu chí phụ',
      { 'commune.povertyRate': 12, 'place.mekongDelta': true, 'commune.illiteracyRate': 20 },
      'III',
    ],
    [
      'dưới 15 % hộ dân tộc thiểu số: ngoài vùng',
      { 'commune.minorityHouseholdShare': 14.9, 'commune.povertyRate': 50 },
      'none',
    ],
  ])('%s', (_, facts, expected) => {
    expect(of(facts)).toBe(expected);
  });

  it('stay unknown while what is missing could change the region, and name it', () => {
    const { 'commune.illiteracyRate': _, ...facts } = base;
    const told = engine.tell('place.communeZone', { ...facts, 'commune.povertyRate': 15 }, '2024-06-30');
    expect(told).toMatchObject({
      value: null,
      missing: ['commune.illiteracyRate'],
      law: { instrument: '33/2020/QĐ-TTg' },
    });
    expect(zone({ ...facts, 'commune.povertyRate': 25 }, '2024-06-30')).toBe('III');
  });
});

describe('communes by Decree 272/2025 (from 1 December 2025)', () => {
  const good: Facts = {
    'place.ethnicMinorityArea': true,
    'place.mekongDelta': false,
    'commune.incomeShare': 50,
    'commune.povertyTimes': 1.99,
    'commune.electricityContracts': 95,
    'commune.cleanWater': 30,
    'commune.pavedRoads': 80,
    'commune.degradedRoads': 50,
    'commune.healthStandard': true,
    'commune.schoolsLevel1': 50,
    'commune.boardingHouse': true,
    'commune.boardingCapacity': 80,
    'commune.semiBoardingCapacity': 60,
    'commune.irrigatedLand': 50,
    'commune.cultureCentre': true,
    'commune.villagesWithInternet': 95,
    'commune.latrines': 50,
    'commune.difficultVillageShare': 49,
  };
  /** Each of these alone meets one of the twelve criteria. */
  const bad: readonly Facts[] = [
    { 'commune.incomeShare': 49.9 },
    { 'commune.povertyTimes': 2 },
    { 'commune.electricityContracts': 94.9 },
    { 'commune.cleanWater': 29.9 },
    { 'commune.degradedRoads': 50.1 },
    { 'commune.healthStandard': false },
    { 'commune.schoolsLevel1': 49.9 },
    { 'commune.semiBoardingCapacity': 59.9 },
    { 'commune.irrigatedLand': 49.9 },
    { 'commune.cultureCentre': false },
    { 'commune.villagesWithInternet': 94.9 },
    { 'commune.latrines': 49.9 },
  ];
  const meeting = (count: number, more: Facts = {}) =>
    zone(Object.assign({}, good, ...bad.slice(0, count), more) as Facts, '2026-06-30');

  it('count the criteria: below 3 is I, 3 to 5 is II, from 6 is III', () => {
    expect([0, 2, 3, 5, 6, 12].map((count) => meeting(count))).toEqual(['I', 'I', 'II', 'II', 'III', 'III']);
  });
  it('are III with 3 criteria where half of the villages are especially difficult', () => {
    expect(meeting(3, { 'commune.difficultVillageShare': 50 })).toBe('III');
    expect(meeting(2, { 'commune.difficultVillageShare': 100 })).toBe('I');
  });
  it.each(bad.map((facts, index) => [index + 1, facts] as const))('criterion %i counts alone', (_, facts) => {
    const others = bad.filter((one) => one !== facts).slice(0, 2);
    expect(zone(Object.assign({}, good, facts, ...others) as Facts, '2026-06-30')).toBe('II');
  });
  it('use half the poverty factor in the Mekong delta', () => {
    const delta: Facts = {
      'place.mekongDelta': true,
      'commune.povertyTimes': 1.5,
      'commune.incomeShare': 49,
      'commune.latrines': 40,
    };
    expect(zone({ ...good, ...delta }, '2026-06-30')).toBe('II');
    expect(zone({ ...good, ...delta, 'place.mekongDelta': false }, '2026-06-30')).toBe('I');
  });
  it('are told by the rules of the day asked about', () => {
    expect(engine.tell('place.communeZone', good, '2025-12-01').law?.instrument).toBe('272/2025/NĐ-CP');
    expect(engine.tell('place.communeZone', good, '2025-11-30').law?.instrument).toBe('33/2020/QĐ-TTg');
  });
});

describe('especially difficult villages', () => {
  const old: Facts = {
    'village.minorityHouseholdShare': 90,
    'place.mekongDelta': false,
    'village.poorMinorityShare': 60,
    'village.hardRoad': false,
    'village.withoutGrid': 30,
    'village.poorMinorityHouseholds': 10,
  };
  it.each<[string, Facts, boolean]>([
    ['20 % nghèo', { 'village.povertyRate': 20 }, true],
    ['15 % và trên 30 % chưa có điện', { 'village.povertyRate': 15, 'village.withoutGrid': 30.1 }, true],
    ['15 % và đúng 30 % chưa có điện', { 'village.povertyRate': 15 }, false],
    ['15 % và đường rất khó khăn', { 'village.povertyRate': 15, 'village.hardRoad': true }, true],
    [
      'Đồng bằng sông Cửu Long, 31 hộ nghèo dân tộc thiểu số',
      { 'village.povertyRate': 5, 'place.mekongDelta': true, 'village.poorMinorityHouseholds': 31 },
      true,
    ],
    [
      'dưới 15 % hộ dân tộc thiểu số',
      { 'village.minorityHouseholdShare': 14, 'village.povertyRate': 40 },
      false,
    ],
  ])('2021–2025: %s', (_, facts, expected) => {
    expect(village({ ...old, ...facts }, '2024-06-30')).toBe(expected);
  });

  const now: Facts = {
    'place.mekongDelta': false,
    'village.povertyTimes': 3.9,
    'village.hardenedRoads': 60,
    'village.electricityContracts': 90,
  };
  it.each<[string, Facts, boolean]>([
    ['không tiêu chí nào', {}, false],
    ['một tiêu chí', { 'village.povertyTimes': 4 }, false],
    ['hai tiêu chí', { 'village.povertyTimes': 4, 'village.hardenedRoads': 59.9 }, true],
    [
      'Đồng bằng sông Cửu Long, 2 lần và điện dưới 90 %',
      { 'place.mekongDelta': true, 'village.povertyTimes': 2, 'village.electricityContracts': 89 },
      true,
    ],
  ])('2026–2030: %s', (_, facts, expected) => {
    expect(village({ ...now, ...facts }, '2026-06-30')).toBe(expected);
  });
});
