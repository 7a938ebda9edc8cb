import { describe, expect, it } from 'vitest';
import { chooseHighest } from './choose.js';
import { compileEligibility } from './engine.js';
import { ELIGIBILITY_RULES } from './rule-files.js';
import type { Decision, Facts } from './types.js';
import { conditionLine, reasonSentence } from './words.js';

const engine = compileEligibility(ELIGIBILITY_RULES);
const D = 'dttsmn-2021-2025';
const G = 'gnbv-2021-2025';

function decide(node: string, policy: string, facts: Facts, asOf = '2025-06-30', programme = D): Decision {
  return engine.decide({ programme, node, policy, facts, asOf })[0] as Decision;
}

const hardshipPoor: Facts = {
  'place.province': 'Lai Châu',
  'household.headEthnicGroup': 'La Hủ',
  'household.poverty': 'poor',
  'place.communeZone': 'III',
};

describe('a decision', () => {
  it('shows every condition with its fact, its value and its article, also those that did not decide', () => {
    const decision = decide('DA9.TDA1', 'livelihood-hardship', hardshipPoor);
    expect(decision.decision).toBe('eligible');
    expect(decision.conditions.map(({ fact, outcome, value }) => [fact, outcome, value])).toEqual([
      ['place.province', 'met', 'Lai Châu'],
      ['household.hardshipGroup', 'met', true],
      ['household.poverty', 'met', 'poor'],
      ['place.difficultArea', 'met', true],
    ]);
    expect(decision.conditions[1]).toMatchObject({
      derived: true,
      law: { instrument: '02/2022/TT-UBDT', article: 'Điều 55 khoản 2 điểm a' },
    });
  });

  it('settles an unknown with the least effort first, for yes and for no', () => {
    const { 'household.poverty': _, 'place.communeZone': __, ...facts } = hardshipPoor;
    const decision = decide('DA9.TDA1', 'livelihood-hardship', facts);
    expect(decision.missing).toEqual([
      { fact: 'household.poverty', effort: 1 },
      { fact: 'place.communeZone', effort: 2 },
    ]);
    expect(decision.settle).toEqual([
      { to: 'not-eligible', facts: ['household.poverty'], effort: 1 },
      { to: 'eligible', facts: ['household.poverty', 'place.communeZone'], effort: 3 },
    ]);
  });

  it('asks for nothing that can no longer change the answer', () => {
    const decision = decide('DA1.ND2', 'house', {
      'household.minority': true,
      'place.ethnicMinorityArea': true,
      'household.hasHouse': false,
    });
    expect(decision.missing.map(({ fact }) => fact)).toEqual(['household.poverty']);
  });

  it('asks again, and not from memory, when values decide what is missing', () => {
    const rich = decide(
      'DA2',
      'livelihood',
      { 'household.incomePerPersonMonth': 5_000_000 },
      '2025-06-30',
      G,
    );
    const low = decide('DA2', 'livelihood', { 'household.incomePerPersonMonth': 1_000_000 }, '2025-06-30', G);
    expect([rich.decision, low.decision]).toEqual(['unknown', 'unknown']);
    expect(rich.missing.map(({ fact }) => fact)).toContain('household.poverty');
  });

  it('is the same for the same question, whatever was asked in between', () => {
    const first = decide('DA9.TDA1', 'livelihood-hardship', { 'place.province': 'Lai Châu' });
    for (const province of ['Hà Nội', 'Lào Cai'])
      decide('DA9.TDA1', 'livelihood-hardship', { 'place.province': province });
    expect(decide('DA9.TDA1', 'livelihood-hardship', { 'place.province': 'Lai Châu' })).toEqual(first);
  });
});

describe('the day asked about', () => {
  it('before the circular: unknown, since what held then was not at hand', () => {
    expect(decide('DA9.TDA1', 'livelihood-hardship', hardshipPoor, '2022-08-14')).toMatchObject({
      decision: 'unknown',
      conditions: [],
    });
    expect(decide('DA9.TDA1', 'livelihood-hardship', hardshipPoor, '2022-08-15').decision).toBe('eligible');
  });

  it('in 2026: only money carried over, under the lists of 2021–2025', () => {
    const asked = decide('DA9.TDA1', 'livelihood-hardship', hardshipPoor, '2026-06-30');
    expect(asked.missing.map(({ fact }) => fact)).toEqual(['budget.carriedOver']);
    const carried = { ...hardshipPoor, 'budget.carriedOver': true };
    expect(decide('DA9.TDA1', 'livelihood-hardship', carried, '2026-06-30').decision).toBe('eligible');
    const refused = decide(
      'DA9.TDA1',
      'livelihood-hardship',
      { ...carried, 'budget.carriedOver': false },
      '2026-06-30',
    );
    expect(refused.decision).toBe('not-eligible');
    expect(refused.conditions[0]).toMatchObject({
      fact: 'budget.carriedOver',
      law: { instrument: '60/2026/TT-BTC' },
    });
  });

  it('after 2026: no longer', () => {
    expect(decide('DA9.TDA1', 'livelihood-hardship', hardshipPoor, '2027-01-01').decision).toBe(
      'not-eligible',
    );
  });

  it('warns where a younger circular that was not at hand governs', () => {
    const facts: Facts = { 'household.poverty': 'near-poor' };
    expect(decide('DA1.ND1', 'residential-land', facts, '2025-11-23')).toMatchObject({
      status: 'verified',
      reason: null,
    });
    const later = decide('DA1.ND1', 'residential-land', facts, '2025-12-01');
    expect(later.status).toBe('unverified');
    expect(later.reason?.vi).toContain('05/2025/TT-BDTTG');
  });
});

describe('provinces of a list from before July 2025', () => {
  const of = (province: string, asOf: string, former?: string) =>
    decide(
      'DA9.TDA1',
      'livelihood-hardship',
      { ...hardshipPoor, 'place.province': province, ...(former ? { 'place.formerProvince': former } : {}) },
      asOf,
    );

  it('hold under their old names before and after', () => {
    expect(of('Thừa Thiên - Huế', '2024-06-30').decision).toBe('eligible');
    expect(of('Hòa Bình', '2025-08-08').decision).toBe('eligible');
    expect(of('Vĩnh Phúc', '2024-06-30').decision).toBe('not-eligible');
  });

  it('ask for the former province where a merged one was partly inside', () => {
    expect(of('Phú Thọ', '2025-06-30').decision).toBe('eligible');
    const merged = of('Phú Thọ', '2025-08-08');
    expect(merged.missing.map(({ fact }) => fact)).toEqual(['place.formerProvince']);
    expect(of('Phú Thọ', '2025-08-08', 'Vĩnh Phúc').decision).toBe('not-eligible');
    expect(of('Phú Thọ', '2025-08-08', 'Hòa Bình').decision).toBe('eligible');
  });
});

describe('facts told from others', () => {
  it('make a household a minority one by its head or the spouse', () => {
    const of = (facts: Facts) =>
      decide('DA3.TDA2.ND3', 'startup-household', {
        'place.ethnicMinorityArea': true,
        'household.poverty': 'none',
        ...facts,
      }).decision;
    expect(of({ 'household.headEthnicGroup': 'Kinh', 'household.spouseEthnicGroup': "H'Mông" })).toBe(
      'eligible',
    );
    expect(of({ 'household.headEthnicGroup': 'Kinh', 'household.spouseEthnicGroup': 'không' })).toBe(
      'not-eligible',
    );
    expect(of({ 'household.headEthnicGroup': 'Kinh' })).toBe('unknown');
  });

  it('tell poverty by income and deprivations, by the thresholds of the day', () => {
    const poverty = (income: number, deprivations: number, urban: boolean, asOf: string) =>
      decide(
        'DA1.ND4',
        'scattered-water',
        {
          'household.incomePerPersonMonth': income,
          'household.deprivations': deprivations,
          'place.urban': urban,
          'household.escapedPovertyOn': 'không',
          'budget.carriedOver': true,
        },
        asOf,
      ).conditions.find(({ fact }) => fact === 'household.poverty')?.value;
    expect(poverty(1_500_000, 3, false, '2025-06-30')).toBe('poor');
    expect(poverty(1_500_001, 3, false, '2025-06-30')).toBe('none');
    expect(poverty(1_500_000, 2, false, '2025-06-30')).toBe('near-poor');
    expect(poverty(2_000_000, 3, true, '2025-06-30')).toBe('poor');
    expect(poverty(2_000_001, 3, true, '2025-06-30')).toBe('none');
    expect(poverty(1_600_000, 3, false, '2026-06-30')).toBe('none');
  });
});

describe('several supports of one kind', () => {
  it('leave the highest, paid once', () => {
    const worker: Facts = {
      'person.wantsWorkAbroad': true,
      'place.poorDistrict': true,
      'person.abroadSupportReceived': false,
      'household.poverty': 'poor',
    };
    const decisions = engine.decide({ programme: G, node: 'DA4.TDA2', facts: worker, asOf: '2025-06-30' });
    const [choice] = chooseHighest(decisions);
    expect(choice?.among.map(({ policy }) => policy)).toEqual(['abroad-full', 'abroad-other']);
    expect(choice).toMatchObject({
      chosen: { policy: 'abroad-full' },
      amount: '4000000',
      law: { article: 'Điều 69 khoản 6' },
    });
  });
});

describe('several supports of one kind that no text read has chosen between', () => {
  const house: Decision = {
    ...decide('DA1.ND2', 'house', {
      ...hardshipPoor,
      'household.hasHouse': false,
      'place.ethnicMinorityArea': true,
    }),
    support: 'house',
  };
  const both = (asOf: string) =>
    chooseHighest([house, { ...house, node: 'DA2' }].map((one) => ({ ...one, asOf })));

  it('are left alone until the rule of 31 May 2026', () => {
    expect(house.decision).toBe('eligible');
    expect(both('2025-06-30')).toEqual([]);
    expect(both('2026-05-30')).toEqual([]);
    expect(both('2026-05-31')).toMatchObject([
      { law: { instrument: '60/2026/TT-BTC', article: 'Điều 2 khoản 3 điểm b' } },
    ]);
  });
});

describe('questions about more than one support', () => {
  it('answer all below a node, and those without a text as unknown', () => {
    const decisions = engine.decide({
      programme: D,
      node: 'DA10',
      facts: { 'place.ethnicMinorityArea': true },
      asOf: '2025-06-30',
    });
    expect(decisions.filter(({ policy }) => policy === null).map(({ node }) => node)).toEqual([
      'DA10.TDA1.ND3',
      'DA10.TDA2',
      'DA10.TDA3',
    ]);
    expect(decisions.every(({ decision }) => decision !== 'not-eligible')).toBe(true);
  });

  it('leave out supports for another kind of subject when no node is named', () => {
    const decisions = engine.decide({
      programme: D,
      facts: { 'school.kind': 'boarding' },
      asOf: '2025-06-30',
    });
    expect(decisions.filter(({ policy }) => policy !== null).map(({ node }) => node)).toEqual([
      'DA3.TDA2.ND3',
      'DA4.TDA2',
      'DA5.TDA1',
      'DA5.TDA1',
      'DA9.TDA1',
    ]);
  });
});

describe('words', () => {
  it('say the reason in Vietnamese and in English', () => {
    const decision = decide('DA1.ND3', 'job-change', {
      'household.productionLandShortage': 50,
      'household.hasProductionLand': true,
    });
    const line = decision.conditions.find(({ fact }) => fact === 'household.productionLandShortage');
    expect(line && conditionLine(line, 'vi')).toBe(
      '  ✗ thiếu trên 50% đất sản xuất theo định mức [50] (02/2022/TT-UBDT Điều 2 khoản 6)',
    );
    expect(reasonSentence(decision, ELIGIBILITY_RULES.facts, 'en')).toContain(
      'fails “lacks more than 50% of the norm” [50]',
    );
  });

  const facts: Facts = {
    ...hardshipPoor,
    'household.hasResidentialLand': false,
    'place.ethnicMinorityArea': true,
  };
  const reason = (more: Facts) =>
    reasonSentence(
      decide('DA1.ND1', 'residential-land', { ...facts, ...more }),
      ELIGIBILITY_RULES.facts,
      'vi',
    );

  it('give one reason where every alternative fails by it', () => {
    expect(reason({ 'household.poverty': 'near-poor' })).toBe(
      'không đạt “hộ nghèo” [cận nghèo] (02/2022/TT-UBDT Điều 2 khoản 2)',
    );
  });

  it('leave out what holds in an alternative that does not', () => {
    const told = reason({ 'household.soldResidentialLand': false });
    expect(told).toContain('hộ dân tộc thiểu số');
    expect(told).not.toContain('xã, thôn đặc biệt khó khăn');
  });

  it('say of which fact a “no” is where the condition asks for it', () => {
    const decision = decide('DA1.ND1', 'residential-land', facts);
    const line = decision.conditions.find(({ fact }) => fact === 'household.hasResidentialLand');
    expect(line && conditionLine(line, 'vi', ELIGIBILITY_RULES.facts)).toContain('[đã có đất ở: không]');
  });
});
