import { describe, expect, it } from 'vitest';
import type { LocalCounterpart } from '../law/layer-types.js';
import { withLayers } from '../law/with-layers.js';
import { RULES } from '../rules/index.js';
import { ratiosByLaw } from './local-ratio.js';

const law = { instrument: '12/2022/NQ-HĐND Lai Châu', article: 'Điều 3', status: 'unverified' } as const;
const resolution = {
  number: law.instrument,
  kind: 'Nghị quyết',
  issuer: 'HĐND tỉnh Lai Châu',
  title: 'Ví dụ để kiểm thử',
  date: '2022-07-01',
  inForceFrom: '2022-07-11',
  inForceTo: null,
  datesStatus: 'unverified',
  amends: [],
  replaces: [],
  read: 'cited',
  readAt: '',
  status: 'unverified',
} as const;
const rule = (more: Partial<LocalCounterpart>): LocalCounterpart => ({
  programme: 'dttsmn-2021-2025',
  capital: 'all',
  ratio: '0.1',
  from: '2022-07-11',
  to: '2025-12-31',
  law,
  ...more,
});
const ask = (
  counterpart: readonly LocalCounterpart[],
  { supportRate = null, year = 2024, day }: { supportRate?: string | null; year?: number; day?: string } = {},
) => {
  const layer = {
    schema: 'province-layer/1' as const,
    name: 'Lai Châu',
    province: 'Lai Châu',
    precedence: 10,
    instruments: [resolution],
    counterpart,
    norms: [],
    areas: [],
  };
  const answer = ratiosByLaw(withLayers(RULES, [{ layer }]), {
    programme: 'dttsmn-2021-2025',
    year,
    day: day ?? `${year}-12-31`,
    supportRate,
    carriedOver: year > 2025,
  });
  return {
    ratios: answer.ratios.map(
      ({ ratio, capital, layer: from }) => `${capital} ${ratio} ${from ?? 'trung ương'}`,
    ),
    below: answer.belowFloor.map(({ rule: { ratio }, floor, floorLaw }) => [
      ratio,
      floor,
      floorLaw[0]?.instrument,
    ]),
    unknown: answer.unknown,
  };
};

describe('ratios by law', () => {
  it('are those of the province where it asks for as much as the centre, or more', () => {
    expect(ask([rule({})])).toEqual({ ratios: ['all 0.1 Lai Châu'], below: [], unknown: null });
    expect(ask([rule({})], { supportRate: '60' }).ratios).toEqual(['all 0.1 Lai Châu']);
    expect(ask([rule({})], { supportRate: '80' }).ratios).toEqual(['all 0.1 Lai Châu']);
  });

  it('are the floor of the centre where the province asks for less, and both are named', () => {
    const low = [rule({ ratio: '0.1' })];
    expect(ask(low, { supportRate: '40' })).toEqual({
      ratios: ['all 0.15 trung ương'],
      below: [['0.1', '0.15', '39/2021/QĐ-TTg']],
      unknown: null,
    });
    // Below the lowest band of all provinces, whatever the support rate.
    expect(ask([rule({ ratio: '0.04' })])).toMatchObject({
      ratios: ['all 0.05 trung ương'],
      below: [['0.04', '0.05', '39/2021/QĐ-TTg']],
    });
  });

  it('may stand below the floor for one kind of capital, with the floor beside them on the whole', () => {
    const kinds = [
      rule({ capital: 'recurrent', ratio: '0.02' }),
      rule({ capital: 'investment', ratio: '0.2' }),
    ];
    expect(ask(kinds, { supportRate: '80' })).toEqual({
      ratios: ['recurrent 0.02 Lai Châu', 'investment 0.2 Lai Châu', 'all 0.05 trung ương'],
      below: [],
      unknown: null,
    });
    expect(ask(kinds).ratios).toEqual(['recurrent 0.02 Lai Châu', 'investment 0.2 Lai Châu']);
    const both = [
      rule({ capital: 'recurrent', ratio: '0.02' }),
      rule({ capital: 'investment', ratio: '0.03' }),
    ];
    expect(ask(both).below).toEqual([
      ['0.02', '0.05', '39/2021/QĐ-TTg'],
      ['0.03', '0.05', '39/2021/QĐ-TTg'],
    ]);
    expect(ask(both).ratios).toContain('all 0.05 trung ương');
  });

  it('are dated: before and after the resolution the national decision holds', () => {
    expect(ask([rule({})], { supportRate: '80', day: '2022-06-30', year: 2022 }).ratios).toEqual([
      'all 0.05 trung ương',
    ]);
    expect(ask([rule({})], { day: '2022-06-30', year: 2022 }).unknown).toBe('no-support-rate');
    const carried = rule({ carriedOverTo: '2026-12-31' });
    expect(ask([carried], { year: 2026 }).ratios).toEqual(['all 0.1 Lai Châu']);
    expect(ask([rule({})], { year: 2026 }).unknown).toBe('no-support-rate');
  });
});
