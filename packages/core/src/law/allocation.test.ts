import { describe, expect, it } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import {
  ALLOCATIONS,
  AllocationError,
  type AllocationReceiver,
  allocate,
  findAllocation,
} from './allocation.js';

const province = (
  name: string,
  TL: number,
  QM: number,
  HN: number,
  XN: number,
  DV: number,
): AllocationReceiver => ({
  name,
  facts: { TL, QM, HN, XN, DV },
});

describe('allocation by QĐ 02/2022/QĐ-TTg', () => {
  const two = [province('A', 25, 20000, 4, 0, 106), province('B', 7.99, 19999, 0, 2, 111)];
  const proof = allocate('gnbv.DA2', '1000000000', two);

  it('takes the product of poverty and difficulty, Ci = Q·Xi·Yi', () => {
    // A: X = 0,7 + 0,45; Y = (0,12·4)·2,5 + 1. B: X = 0,4 + 0,4; Y = (0,015·2)·2,5 + 1,15.
    expect(proof.receivers.map(({ weight }) => weight)).toEqual(['2.53', '0.98']);
    expect(proof.weights).toBe('3.51');
    expect(proof.receivers[0]?.exact).toEqual({ numerator: '2530000000', denominator: '3.51' });
    expect(proof.law).toMatchObject({ instrument: '02/2022/QĐ-TTg', article: 'Điều 6 khoản 2 điểm đ' });
  });

  it('proves each coefficient with the row of the table', () => {
    const [first] = proof.receivers[0]?.factors[1]?.terms ?? [];
    expect(first).toMatchObject({
      criterion: 'HN',
      given: '4',
      coefficient: '0.48',
      times: '2.5',
      value: '1.2',
    });
    expect(proof.receivers[1]?.factors[0]?.terms[0]).toMatchObject({ case: 'Dưới 8%', coefficient: '0.4' });
  });

  it('loses nothing: the exact shares add up to the whole', () => {
    const sum = proof.receivers.reduce((all, { exact }) => all.plus(exact.numerator), new Decimal(0));
    expect(sum.div(proof.weights).toString()).toBe('1000000000');
  });

  it('sets aside what is given for special needs, Ni = Q·Xi·Yi + Di', () => {
    const needs = two.map((one, index) => ({
      ...one,
      facts: { ...one.facts, D: index === 0 ? '100' : '0' },
    }));
    const answer = allocate('gnbv.DA6.TDA1', '1000', needs);
    const sum = answer.receivers.reduce((all, { exact }) => all.plus(exact.numerator), new Decimal(0));
    expect(sum.div(answer.weights).toString()).toBe('1000');
    expect(answer.receivers[0]?.addition).toBe('100');
    expect(() => allocate('gnbv.DA6.TDA1', '50', needs)).toThrow(AllocationError);
  });

  it('counts only the highest coefficient where a district fits several cases', () => {
    const facts = {
      'huyen-quy-mo': 9999,
      'huyen-ty-le': 45,
      'huyen-dia-ly': ['mountain', 'border'],
      'huyen-so-xa': 10,
    };
    const [district] = allocate('gnbv.DA1.huyen-ngheo', '1', [{ name: 'Mường Tè', facts }]).receivers;
    expect(district?.factors[0]?.terms.map(({ coefficient }) => coefficient)).toEqual([
      '0.15',
      '0.33',
      '0.14',
      '0.12',
    ]);
  });

  it.each<[string, string, number, string]>([
    ['QM', 'gnbv.DA2', 39999, '0.45'],
    ['QM', 'gnbv.DA2', 40000, '0.5'],
    ['DV', 'gnbv.DA2', 110, '1'],
    ['DV', 'gnbv.DA2', 150, '1.15'],
    ['DV', 'gnbv.DA2', 151, '1.3'],
    ['DV', 'gnbv.DA2', 301, '2'],
    ['TL', 'gnbv.DA2', 15, '0.6'],
  ])('%s of %s: %i gives %s', (criterion, id, value, coefficient) => {
    const facts = { ...province('A', 10, 30000, 1, 1, 120).facts, [criterion]: value };
    const terms = allocate(id, '1', [{ name: 'A', facts }]).receivers[0]?.factors.flatMap(
      (factor) => factor.terms,
    );
    expect(terms?.find((term) => term.criterion === criterion)?.coefficient).toBe(coefficient);
  });

  it('says what is missing or impossible', () => {
    expect(() => allocate('gnbv.DA2', '1', [{ name: 'A', facts: { TL: 10 } }])).toThrow(
      /A: còn thiếu “Tổng số hộ nghèo/,
    );
    expect(() => allocate('gnbv.DA2', '1', [province('A', -1, 1, 1, 1, 1)])).toThrow(/phải là số không âm/);
    expect(() => allocate('x', '1', [])).toThrow(/không có cách phân bổ/);
  });
});

describe('the tables', () => {
  it('leave no gap and no overlap between their rows', () => {
    for (const file of ALLOCATIONS) {
      for (const [key, { bands }] of Object.entries(file.criteria)) {
        if (!bands) continue;
        const edges = bands
          .flatMap(({ from, below, above, upTo }) => [from, below, above, upTo])
          .filter((edge) => edge !== undefined);
        // Counts of whole things step by one, percentages by any fraction.
        const whole =
          bands.some(({ from, upTo }) => from !== undefined && upTo !== undefined) && key !== 'DD';
        const probes = edges
          .flatMap((edge) => (whole ? [-1, 0, 1] : [-0.001, 0, 0.001]).map((step) => Number(edge) + step))
          .filter((probe) => probe > 0);
        for (const probe of probes) {
          const hits = bands.filter(
            ({ from, below, above, upTo }) =>
              (from === undefined || probe >= Number(from)) &&
              (below === undefined || probe < Number(below)) &&
              (above === undefined || probe > Number(above)) &&
              (upTo === undefined || probe <= Number(upTo)),
          );
          expect(hits, `${file.programme} ${key} ${probe}`).toHaveLength(1);
        }
      }
    }
  });

  it('name only criteria that they have, and shares that add up to 100 %', () => {
    for (const file of ALLOCATIONS) {
      for (const { formula, id, centralShareAtMost, localShareAtLeast } of file.blocks) {
        for (const { criterion } of formula.factors.flat())
          expect(file.criteria[criterion], `${id} ${criterion}`).toBeDefined();
        if (centralShareAtMost && localShareAtLeast)
          expect(Number(centralShareAtMost) + Number(localShareAtLeast), id).toBe(100);
      }
    }
    expect(findAllocation('gnbv.DA7')?.localShareAtLeast).toBe('75');
  });
});
