import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, decimalOfDouble, ZERO } from './decimal.js';
import { ExactSum, scaledOfDouble } from './exact-sum.js';

describe('ExactSum', () => {
  it('adds cells as a person sees them, whatever their size and digits', () => {
    const cell = fc.oneof(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => n / 10),
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => n / 1000 + 1e-13),
      fc.double({ min: -1e17, max: 1e17, noNaN: true }).map((n) => (Math.abs(n) < 1e-12 ? 0 : n)),
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 1e20),
      fc.constantFrom(9_007_199_254_740_991, 999_999_999_999_999, 0.1, -0, 1e15, 9504.200000000001),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.constantFrom(1 as const, -1 as const))), (terms) => {
        const sum = new ExactSum();
        let slow = ZERO;
        for (const [value, sign] of terms) {
          sum.addDouble(value, sign);
          slow = slow.plus(decimalOfDouble(value).times(sign));
        }
        expect(sum.decimal().toFixed()).toBe(slow.toFixed().replace(/^-0$/, '0'));
        const clean = sum.clean();
        if (!Number.isNaN(clean)) expect(new Decimal(clean).toFixed()).toBe(sum.decimal().toFixed());
        const twice = new ExactSum();
        twice.addSum(sum);
        twice.addSum(sum);
        expect(twice.decimal().toFixed()).toBe(slow.times(2).toFixed().replace(/^-0$/, '0'));
      }),
    );
  });
});

describe('scaledOfDouble', () => {
  it.each([
    [1.25, 2, 125],
    [9504.200000000001, 1, 95042],
    [1.005, 3, 1005],
    [-0.3, 1, -3],
  ])('%d with %d decimals is %d', (value, digits, scaled) => {
    expect(scaledOfDouble(value, digits)).toBe(scaled);
  });

  it('is NaN where a digit would be lost', () => {
    expect(scaledOfDouble(1.25, 1)).toBeNaN();
    expect(scaledOfDouble(1e16, 0)).toBeNaN();
  });
});
