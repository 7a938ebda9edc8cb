import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import { apportion, apportionWithProof } from './apportion.js';
import { SplitError } from './errors.js';
import { REMAINDER_POLICIES, type RemainderPolicy } from './policy.js';
import { recheckProof } from './recheck.js';
import { split } from './split.js';
import type { Receiver, SplitRequest } from './types.js';

function request(total: string, weights: readonly string[], more: Partial<SplitRequest> = {}): SplitRequest {
  const receivers = weights.map((weight, i): Receiver => ({ name: `xã ${i + 1}`, weight }));
  return { total, step: '1', policy: 'largest-remainder', receivers, ...more };
}

const amounts = (given: SplitRequest) => split(given).parts.map((part) => part.amount);

function clash(given: SplitRequest): SplitError {
  try {
    split(given);
  } catch (error) {
    if (error instanceof SplitError) return error;
    throw error;
  }
  throw new Error('the wishes were expected to clash');
}

describe('the policies on one example: 100 by 2:3:1 in steps of 1', () => {
  it.each([
    ['largest-remainder', ['33', '50', '17']],
    ['largest-ratio', ['33', '51', '16']],
    ['first', ['34', '50', '16']],
    ['last', ['33', '50', '17']],
    ['given-order', ['33', '51', '16']],
    ['apart', ['33', '50', '16']],
  ] as const)('%s gives %j', (policy, parts) => {
    const given = request('100', ['2', '3', '1'], { policy, order: ['xã 2', 'xã 1', 'xã 3'] });
    expect(amounts(given)).toEqual(parts);
    expect(split(given).apart).toBe(policy === 'apart' ? '1' : '0');
    expect(recheckProof(split(given))).toEqual([]);
  });
});

describe('the proof', () => {
  it('shows quota, floor, remainder and who got the step', () => {
    const { parts } = split(request('100', ['2', '3', '1']));
    expect(parts[2]!.proof).toEqual({
      quota: '50/3',
      quotaDecimal: '16.666666666667',
      floor: '16',
      remainder: '2/3',
      extraStep: '1',
      reason: 'extra-step',
      tiedWith: [],
    });
    expect(parts[1]!.proof).toMatchObject({ quota: '50', remainder: '0', reason: 'exact' });
    expect(parts[0]!.proof).toMatchObject({ quota: '100/3', reason: 'rounded-down' });
  });

  it('names those that stood equal for the last step', () => {
    const { parts } = split(request('100', ['1', '1', '1']));
    expect(parts.map((part) => part.amount)).toEqual(['34', '33', '33']);
    expect(parts[0]!.proof.tiedWith).toEqual(['xã 2', 'xã 3']);
    expect(split(request('99', ['1', '1', '1'])).parts[0]!.proof.tiedWith).toEqual([]);
  });

  it('does not hold once anything in it is changed', () => {
    const result = split(request('100', ['2', '3', '1']));
    const [first, second, third] = result.parts as [
      (typeof result.parts)[0],
      (typeof result.parts)[0],
      (typeof result.parts)[0],
    ];
    const changed = (part: object) =>
      recheckProof({ ...result, parts: [{ ...first, ...part }, second, third] });
    expect(changed({ amount: '34' })).not.toEqual([]);
    expect(changed({ weight: '5' })).toContainEqual({ code: 'quota', part: 'xã 2' });
    expect(changed({ proof: { ...first.proof, quota: '101/3' } })).not.toEqual([]);
    expect(changed({ proof: { ...first.proof, floor: '32', extraStep: '1' } })).not.toEqual([]);
    expect(recheckProof({ ...result, policy: 'first' })).toContainEqual({ code: 'policy', part: '' });
    expect(recheckProof({ ...result, total: '101' })).toContainEqual({ code: 'sum', part: '' });
    expect(changed({ proof: { ...first.proof, quota: 'abc' } })).toEqual([{ code: 'unreadable', part: '' }]);
  });
});

describe('steps', () => {
  it('may be fractions or thousands', () => {
    expect(amounts(request('12316.5', ['85', '15'], { step: '0.1' }))).toEqual(['10469', '1847.5']);
    expect(amounts(request('1000000', ['1', '1', '1'], { step: '1000' }))).toEqual([
      '334000',
      '333000',
      '333000',
    ]);
  });

  it('that do not fit the total are refused with what is left over', () => {
    const error = clash(request('100.05', ['1', '1'], { step: '0.1' }));
    expect(error.code).toBe('total-not-in-steps');
    expect(error.by).toBe('0.05');
    expect(split(request('100.05', ['1', '1'], { step: '0.1', policy: 'apart' })).apart).toBe('0.05');
  });
});

describe('limits', () => {
  const receivers: Receiver[] = [
    { name: 'A', weight: '1', cap: { amount: '20' } },
    { name: 'B', weight: '1', floor: { share: '0.5' } },
    { name: 'C', weight: '1' },
  ];

  it('hold, and what they free is shared again by weight', () => {
    const result = split(request('100', [], { receivers }));
    expect(result.parts.map((part) => part.amount)).toEqual(['20', '50', '30']);
    expect(result.parts.map((part) => part.proof.reason)).toEqual(['cap', 'floor', 'exact']);
    expect(recheckProof(result)).toEqual([]);
  });

  it('that do not hold anybody are found when a proof is checked again', () => {
    const two = [
      { name: 'A', weight: '1', cap: { amount: '20' } },
      { name: 'B', weight: '4' },
    ];
    const result = split(request('100', [], { receivers: two }));
    expect(result.parts.map((part) => part.proof.reason)).toEqual(['cap', 'exact']);
    const [a, b] = result.parts as [(typeof result.parts)[0], (typeof result.parts)[0]];
    const shifted = [
      { ...a, amount: '10', proof: { ...a.proof, quota: '10', floor: '10' } },
      { ...b, amount: '90', proof: { ...b.proof, quota: '90', floor: '90' } },
    ];
    expect(recheckProof({ ...result, parts: shifted })).toEqual([{ code: 'limit', part: 'A' }]);
    const needless = [{ ...a, weight: '0.5' }, b];
    expect(recheckProof({ ...result, parts: needless })).toEqual([{ code: 'limit', part: 'A' }]);
  });

  it('fixed parts are taken first', () => {
    const fixed = [
      { name: 'đã giao', weight: '9', fixed: '10.5' },
      ...receivers.slice(2),
      { name: 'D', weight: '2' },
    ];
    expect(amounts(request('40.5', [], { receivers: fixed }))).toEqual(['10.5', '10', '20']);
  });

  it('smaller priorities are served first, up to their caps', () => {
    const served: Receiver[] = [
      { name: 'trả nợ', weight: '1', cap: { amount: '30' }, priority: 1 },
      { name: 'chuyển tiếp', weight: '1', cap: { amount: '50' }, priority: 2 },
      { name: 'mới', weight: '1', priority: 3 },
    ];
    expect(amounts(request('100', [], { receivers: served }))).toEqual(['30', '50', '20']);
    expect(amounts(request('60', [], { receivers: served }))).toEqual(['30', '30', '0']);
    const kept = served.map((one) => (one.name === 'mới' ? { ...one, floor: { amount: '25' } } : one));
    expect(amounts(request('60', [], { receivers: kept }))).toEqual(['30', '5', '25']);
  });

  it.each([
    ['floors-exceed-total', [{ floor: { amount: '60' } }, { floor: { amount: '50' } }], '10'],
    ['caps-below-total', [{ cap: { amount: '60' } }, { cap: { amount: '30' } }], '10'],
    ['floor-above-cap', [{ floor: { amount: '60' }, cap: { amount: '50' } }, {}], '10'],
    ['fixed-exceeds-total', [{ fixed: '60' }, { fixed: '50' }], '10'],
    ['negative-limit', [{ cap: { amount: '-1' } }, {}], '0'],
  ] as const)('that clash are refused by name and amount: %s', (code, limits, by) => {
    const clashing = limits.map((limit, i): Receiver => ({ name: `xã ${i}`, weight: '1', ...limit }));
    const error = clash(request('100', [], { receivers: clashing }));
    expect([error.code, error.by]).toEqual([code, by]);
    expect(error.message).toContain('xã 0');
    expect(error.in('en')).toContain('xã 0');
  });

  it.each([
    ['no-weight', request('100', ['0', '0'])],
    ['negative-weight', request('100', ['1', '-1'])],
    ['not-a-number', request('1.234,5', ['1'])],
    ['not-a-number', request('100', ['1e5'])],
    ['step-not-positive', request('100', ['1'], { step: '0' })],
    ['order-incomplete', request('100', ['1', '1'], { policy: 'given-order', order: ['xã 1'] })],
    ['order-incomplete', request('100', ['1', '1'], { policy: 'given-order' })],
  ] as const)('what cannot be divided is refused: %s', (code, given) => {
    expect(clash(given).code).toBe(code);
  });
});

describe('zero and negative', () => {
  it('a reduction mirrors the increase', () => {
    expect(amounts(request('-100', ['2', '3', '1']))).toEqual(['-33', '-50', '-17']);
    expect(recheckProof(split(request('-100', ['2', '3', '1'])))).toEqual([]);
  });

  it('nothing is divided into nothing, and a weight of zero receives nothing', () => {
    expect(amounts(request('0', ['1', '2']))).toEqual(['0', '0']);
    expect(amounts(request('0', ['0']))).toEqual(['0']);
    for (const policy of ['first', 'last', 'largest-ratio', 'largest-remainder'] as const) {
      expect(amounts(request('10', ['0', '1', '1', '1', '0'], { policy }))[0]).toBe('0');
      expect(amounts(request('10', ['0', '1', '1', '1', '0'], { policy }))[4]).toBe('0');
    }
  });
});

describe('the Alabama paradox', () => {
  it('is there with the largest remainder: one step more in all, one step less for the third', () => {
    expect(amounts(request('10', ['6', '6', '2']))).toEqual(['4', '4', '2']);
    expect(amounts(request('11', ['6', '6', '2']))).toEqual(['5', '5', '1']);
  });
});

const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 40 });
const policy = fc.constantFrom(...REMAINDER_POLICIES);
const total = fc.oneof(
  fc.bigInt({ min: -1_000n, max: 1_000n }),
  fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }),
);
const indices = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('apportion, for any total, weights and policy', () => {
  it('gives parts that add up, each within one step of its share', () => {
    fc.assert(
      fc.property(total, weights, policy, (sum, list, how) => {
        const whole = list.reduce((a, b) => a + b, 0n);
        fc.pre(whole > 0n);
        const { parts, apart } = apportion(sum, list, how, indices(list.length));
        expect(parts.reduce((a, b) => a + b, apart)).toBe(sum);
        parts.forEach((part, i) => {
          const off = part * whole - sum * list[i]!;
          expect(off < 0n ? -off : off).toBeLessThanOrEqual(whole);
        });
        if (how !== 'apart') expect(apart).toBe(0n);
      }),
    );
  });

  it('mirrors a negative total, and proves what the fast way gives', () => {
    fc.assert(
      fc.property(total, weights, policy, (sum, list, how) => {
        fc.pre(list.some((weight) => weight > 0n));
        const fast = apportion(sum, list, how, indices(list.length));
        expect(apportion(-sum, list, how, indices(list.length)).parts).toEqual(
          fast.parts.map((part) => -part),
        );
        const proven = apportionWithProof(sum, list, how, indices(list.length));
        expect([proven.parts, proven.apart]).toEqual([fast.parts, fast.apart]);
      }),
    );
  });

  it('with permuted receivers permutes the parts, up to ties that are told', () => {
    fc.assert(
      fc.property(
        total,
        fc.array(fc.bigInt({ min: 0n, max: 50n }), { minLength: 1, maxLength: 20 }),
        (sum, list) => {
          fc.pre(list.some((weight) => weight > 0n));
          const forward = apportionWithProof(sum, list, 'largest-remainder');
          const backward = apportionWithProof(sum, [...list].reverse(), 'largest-remainder');
          const tied = new Set(forward.tied);
          [...backward.parts].reverse().forEach((part, i) => {
            if (!tied.has(i)) expect(part).toBe(forward.parts[i]);
          });
        },
      ),
    );
  });
});

describe('split, for any wishes', () => {
  const limit = fc.option(fc.nat({ max: 400 }), { nil: undefined });
  const receiver = fc.record({
    weight: fc.nat({ max: 30 }),
    low: limit,
    high: limit,
    priority: fc.nat({ max: 2 }),
  });

  it('either proves a split that holds all limits, or names a clash that is there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 500 }),
        fc.array(receiver, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(
          'largest-remainder',
          'largest-ratio',
          'first',
          'last',
          'apart',
        ) as fc.Arbitrary<RemainderPolicy>,
        fc.constantFrom('1', '0.1', '5'),
        (sum, list, how, step) => {
          const receivers = list.map(
            ({ weight, low, high, priority }, i): Receiver => ({
              name: `xã ${i}`,
              weight: String(weight),
              priority,
              ...(low === undefined ? {} : { floor: { amount: String(low) } }),
              ...(high === undefined ? {} : { cap: { amount: String(high) } }),
            }),
          );
          const given = { total: String(sum), step, policy: how, receivers };
          try {
            const result = split(given);
            expect(recheckProof(result)).toEqual([]);
            result.parts.forEach((part, i) => {
              const size = new Decimal(part.amount).abs();
              if (list[i]!.low !== undefined) expect(size.gte(list[i]!.low!)).toBe(true);
              if (list[i]!.high !== undefined) expect(size.lte(list[i]!.high!)).toBe(true);
            });
          } catch (error) {
            if (!(error instanceof SplitError)) throw error;
            const lows = list.reduce(
              (all, { low }) => all + Math.ceil((low ?? 0) / Number(step)) * Number(step),
              0,
            );
            if (error.code === 'floors-exceed-total')
              expect(lows).toBeGreaterThan(Math.abs(sum) - Number(step));
            else {
              expect(['caps-below-total', 'floor-above-cap', 'no-weight', 'total-not-in-steps']).toContain(
                error.code,
              );
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
