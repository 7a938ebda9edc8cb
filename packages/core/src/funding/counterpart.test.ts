import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import { counterpartMinimum, counterpartShortfall, largestCentral } from './counterpart.js';
import { counterpartRatio } from './counterpart-rules.js';
import { SplitError } from './errors.js';
import { COUNTERPART_RULES } from './rule-files.js';
import { splitSources } from './sources.js';

describe('counterpartMinimum', () => {
  it.each([
    ['12316', '0.15', '1', '1847.4', '1848'],
    ['12316', '0.15', '0.1', '1847.4', '1847.4'],
    ['12316', '0.15', undefined, '1847.4', '1847.4'],
    ['0', '0.15', '1', '0', '0'],
    ['100', '1.5', '1', '150', '150'],
  ])('of %s at %s in steps of %s is %s, rounded up %s', (central, ratio, step, exact, minimum) => {
    expect(counterpartMinimum({ central, ratio, ...(step === undefined ? {} : { step }) })).toEqual({
      exact,
      minimum,
    });
  });
});

describe('largestCentral', () => {
  it('is the most that the local sum carries, and one step more is too much', () => {
    const money = fc.integer({ min: 0, max: 10 ** 9 }).map((n) => n / 10);
    const ratio = fc.constantFrom('0.03', '0.05', '0.1', '0.15', '1', '1.5', '0.07');
    fc.assert(
      fc.property(money, ratio, fc.constantFrom('1', '0.1', '1000'), (local, of, step) => {
        const central = new Decimal(largestCentral({ local: String(local), ratio: of, step })!);
        expect(central.times(of).lte(local)).toBe(true);
        expect(central.plus(step).times(of).gt(local)).toBe(true);
        expect(central.div(step).isInteger()).toBe(true);
      }),
    );
    expect(largestCentral({ local: '1', ratio: '0', step: '1' })).toBeNull();
  });
});

describe('counterpartShortfall', () => {
  const lines = [
    { name: 'DA1', central: '1000', local: '100' },
    { name: 'DA2', central: '1000', local: '220' },
    { name: 'DA3', central: '500', local: '0' },
  ];
  const given = { ratio: '0.15', step: '1', policy: 'largest-remainder' as const };

  it('judges the programme as a whole and shares the lack over the lines that are short', () => {
    const result = counterpartShortfall({ ...given, lines });
    expect(result).toMatchObject({ central: '2500', local: '320', minimum: '375', shortfall: '55' });
    expect(result.additions.map((part) => part.amount)).toEqual(['22', '0', '33']);
  });

  it('asks nothing of a short line under a sufficient total', () => {
    const enough = [...lines, { name: 'DA4', central: '0', local: '60' }];
    expect(counterpartShortfall({ ...given, lines: enough })).toMatchObject({
      shortfall: '0',
      additions: [],
    });
  });
});

describe('splitSources', () => {
  it('gives the centre as much as the counterpart allows, the rest to the local budget', () => {
    expect(splitSources({ total: '1150', step: '1', ratio: '0.15', given: [] })).toMatchObject({
      central: '1000',
      local: '150',
    });
    const given = [{ source: 'credit', amount: '50.5' }];
    expect(splitSources({ total: '1050.5', step: '1', ratio: '0.15', given })).toMatchObject({
      central: '869',
      local: '131',
    });
    expect(
      splitSources({ total: '1000', step: '1', ratio: '0.15', given: [], centralAtMost: '500' }),
    ).toMatchObject({
      central: '500',
      local: '500',
      proof: { localMinimum: '75', localAbove: '425' },
    });
  });

  it('says how much local money is lacking', () => {
    const request = { total: '1150', step: '1', ratio: '0.15', given: [], localAtMost: '100' };
    expect(() => splitSources(request)).toThrow(SplitError);
    expect(() => splitSources(request)).toThrow(/50/);
    expect(() => splitSources({ ...request, given: [{ source: 'credit', amount: '2000' }] })).toThrow(/850/);
  });

  it('holds local ≥ ratio × central with nothing lost, and no step more would do', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10 ** 9 }),
        fc.constantFrom('0.03', '0.1', '0.15', '1', '1.5', '0'),
        (total, ratio) => {
          const { central, local } = splitSources({ total: String(total), step: '1', ratio, given: [] });
          expect(new Decimal(central).plus(local).eq(total)).toBe(true);
          expect(new Decimal(local).gte(new Decimal(central).times(ratio))).toBe(true);
          expect(new Decimal(local).minus(1).gte(new Decimal(central).plus(1).times(ratio))).toBe(false);
        },
      ),
    );
  });
});

describe('counterpartRatio', () => {
  const ask = (
    programme: string,
    supportRate: string,
    more: { province?: string; year?: number; carriedOver?: boolean } = {},
  ) => {
    const answer = counterpartRatio(COUNTERPART_RULES, { programme, supportRate, year: 2025, ...more });
    return answer.kind === 'known'
      ? `${answer.ratio} ${answer.law[0]!.instrument} ${answer.law[0]!.article}`
      : answer.reason;
  };

  it.each([
    ['dttsmn-2021-2025', '70', '0.05 39/2021/QĐ-TTg Điều 6 khoản 2 điểm b'],
    ['dttsmn-2021-2025', '69.99', '0.1 39/2021/QĐ-TTg Điều 6 khoản 2 điểm b'],
    ['dttsmn-2021-2025', '49.9', '0.15 39/2021/QĐ-TTg Điều 6 khoản 2 điểm b'],
    ['gnbv-2021-2025', '80', '0.03 02/2022/QĐ-TTg Điều 13 khoản 2 điểm a'],
    ['gnbv-2021-2025', '50', '0.1 02/2022/QĐ-TTg Điều 13 khoản 2 điểm b'],
    ['ntm-2021-2025', '79', '1 07/2022/QĐ-TTg Điều 8 khoản 2 điểm b'],
    ['ntm-2021-2025', '80', '0.05 07/2022/QĐ-TTg Điều 8 khoản 2 điểm a'],
    ['ntm-2021-2025', '59', '1.5 07/2022/QĐ-TTg Điều 8 khoản 2 điểm c'],
    ['ctmtqg-2026-2035', '70', 'not-in-force'],
    ['other', '70', 'no-rule-for-programme'],
  ])('of %s at a support rate of %s %% is %s', (programme, rate, ratio) => {
    expect(ask(programme, rate)).toBe(ratio);
  });

  it('follows the provinces that the decision names', () => {
    expect(ask('dttsmn-2021-2025', '60', { province: 'Khánh Hòa' })).toMatch(/^0\.15/);
    expect(ask('gnbv-2021-2025', '60', { province: 'Khánh Hòa' })).toMatch(/^0\.1 /);
  });

  it('is not known for the merged programme, and ends with the period save for money carried over', () => {
    expect(ask('ctmtqg-2026-2035', '70', { year: 2026 })).toBe('text-not-available');
    expect(ask('gnbv-2021-2025', '70', { year: 2026 })).toBe('not-in-force');
    expect(ask('gnbv-2021-2025', '70', { year: 2026, carriedOver: true })).toMatch(/^0\.03/);
    expect(ask('gnbv-2021-2025', '70', { year: 2021 })).toMatch(/^0\.03/);
  });
});
