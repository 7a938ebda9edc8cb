import { describe, expect, it } from 'vitest';
import { findNorms, judgeNorm } from './norms.js';
import type { Norm } from './types.js';

const D = 'dttsmn-2021-2025';
const G = 'gnbv-2021-2025';
const only = (
  programme: string,
  node: string,
  subject: string,
  asOf: string,
  carriedOver = false,
): Norm | undefined => findNorms({ programme, node, subject, asOf, carriedOver }).norms[0];

describe('norms by day', () => {
  it('name the circular that holds: 2024, from 28 November 2025, and for money carried over to 2026', () => {
    const water = (asOf: string, carried = false) => only(D, 'DA1.ND4', 'scattered-water', asOf, carried);
    expect(water('2024-06-30')?.law.instrument).toBe('55/2023/TT-BTC');
    expect(water('2024-06-30')?.decidedBy).toBe('UBND cấp huyện');
    expect(water('2025-11-28')?.law.instrument).toBe('112/2025/TT-BTC');
    expect(water('2025-11-28')?.decidedBy).toBe('UBND cấp xã');
    expect(water('2026-06-30')).toBeUndefined();
    expect(water('2026-06-30', true)?.value).toBe('3000000');
    expect(water('2027-01-01', true)).toBeUndefined();
  });

  it('say of 2022 that a text governed which was not at hand', () => {
    const answer = findNorms({
      programme: D,
      node: 'DA1.ND4',
      subject: 'scattered-water',
      asOf: '2022-10-01',
    });
    expect(answer.norms).toEqual([]);
    expect(answer.gaps.map((gap) => gap.instrument)).toEqual(['15/2022/TT-BTC']);
  });

  it('keep the poor of the hardship groups apart from the specific-difficulty groups', () => {
    expect(only(D, 'DA9.TDA1', 'livelihood-specific', '2025-12-01')?.value).toBe('10000000');
    expect(only(D, 'DA9.TDA1', 'livelihood-hardship-poor', '2025-12-01')?.value).toBe('13000000');
    expect(only(D, 'DA9.TDA1', 'livelihood-hardship-poor', '2025-11-27')).toBeUndefined();
  });

  it('of OCOP trademarks fall from 35 to 3 million with the new programme', () => {
    expect(only('ntm-2021-2025', 'NDTP03.ND04', 'ocop-trademark', '2025-06-30')?.value).toBe('35000000');
    expect(only('ctmtqg-2026-2035', 'HP1.NDTP03', 'ocop-trademark', '2026-06-30')?.value).toBe('3000000');
  });

  it('agree where a decision and a circular say the same, and cite the younger', () => {
    expect(only(G, 'DA5', 'house-new', '2024-06-30')).toMatchObject({
      value: '40000000',
      law: { instrument: '55/2023/TT-BTC' },
    });
    expect(only(G, 'DA5', 'house-new', '2022-06-30')?.law.instrument).toBe('02/2022/QĐ-TTg');
  });

  it('hold the ceilings of production support by area, and only until 2025', () => {
    const ceilings = (subject: string, asOf: string, programme = D) =>
      findNorms({ programme, subject, asOf }).norms.map(({ area, value }) => [area, value]);
    expect(ceilings('chain', '2025-06-30')).toEqual([
      ['especially-difficult', '80'],
      ['difficult', '70'],
      ['other', '50'],
    ]);
    expect(ceilings('community', '2025-06-30', G)).toEqual([
      ['especially-difficult', '95'],
      ['difficult', '80'],
      ['other', '60'],
    ]);
    const later = findNorms({ programme: 'ctmtqg-2026-2035', subject: 'chain', asOf: '2026-06-30' });
    expect(later.norms).toEqual([]);
    expect(later.gaps[0]?.instrument).toBe('358/2025/NĐ-CP');
  });
});

describe('a norm of the whole programme', () => {
  const ask = (node: string) =>
    findNorms({ programme: 'ntm-2021-2025', node, subject: 'model-mountain', asOf: '2025-06-30' });

  it("gives way to the node's own norm of the same matter", () => {
    expect(ask('NDTP07.ND01').norms.map(({ node }) => node)).toEqual(['NDTP07.ND01']);
  });

  it('holds where the node has none of its own', () => {
    expect(ask('NDTP07.ND06').norms.map(({ node }) => node)).toEqual(['*']);
  });
});

describe('a node whose article sets no amount', () => {
  const ask = (node: string | undefined, asOf: string, carriedOver = false) =>
    findNorms({ programme: 'gnbv-2021-2025', ...(node ? { node } : {}), asOf, carriedOver }).references;

  it('says which article was read and what it refers to', () => {
    expect(ask('DA7.TDA1', '2025-06-30')).toMatchObject([
      { law: { instrument: '55/2023/TT-BTC', article: 'Điều 78', status: 'verified' } },
    ]);
  });

  it('says so only while the article holds, and of the node that is asked', () => {
    expect(ask('DA7.TDA1', '2023-08-14')).toEqual([]);
    expect(ask('DA7.TDA1', '2026-03-01')).toEqual([]);
    expect(ask('DA7.TDA1', '2026-03-01', true)).toHaveLength(1);
    expect(ask(undefined, '2025-06-30')).toEqual([]);
  });
});

describe('an amount held against a norm', () => {
  const land = only(D, 'DA1.ND1', 'residential-land', '2025-06-30') as Norm;
  const local = findNorms({
    programme: D,
    node: 'DA1.ND1',
    subject: 'residential-land',
    asOf: '2025-06-30',
  }).norms.find(({ kind }) => kind === 'minimum') as Norm;

  it('may reach a maximum and not pass it', () => {
    expect(judgeNorm(land, '120000000', '3')).toMatchObject({ verdict: 'within', bound: '120000000' });
    expect(judgeNorm(land, '120000001', '3')).toMatchObject({ verdict: 'exceeded', by: '1' });
  });

  it('may not stay below a minimum', () => {
    expect(judgeNorm(local, '12000000', '3').verdict).toBe('within');
    expect(judgeNorm(local, '11999999', '3')).toMatchObject({ verdict: 'short', by: '1' });
  });

  it('is never judged by an average', () => {
    const works = only(D, 'DA1.ND4', 'water-works', '2025-06-30') as Norm;
    expect(judgeNorm(works, '9000000000', '1').verdict).toBe('not-comparable');
  });
});
