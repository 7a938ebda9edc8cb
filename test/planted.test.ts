import { describe, expect, it } from 'vitest';
import { generateCase } from './generator/case.js';
import { type Miss, measure } from './generator/measure.js';
import { MISTAKES } from './generator/mistakes/index.js';
import { product } from './generator/product.js';
import { FLOORS, type Floor } from './generator/ratchet.js';
import type { Rates } from './generator/rates.js';
import type { Scope } from './generator/wording.js';

const OPEN = { from: 0, count: 700 };
const HELD_OUT = { from: 0, count: 400 };

function run(scope: Scope, seeds: { from: number; count: number }): { rates: Rates; thrown: string[] } {
  const thrown: string[] = [];
  const note = ({ made, thrown: message }: Miss) => {
    if (message !== null) thrown.push(`${made.layout}/${made.kind}/${made.seed}: ${message}`);
  };
  return { rates: measure(product, seeds, { scope }, note), thrown };
}

const share = (part: number, whole: number) => (100 * part) / Math.max(1, whole);

function holds(rates: Rates, floor: Floor): void {
  expect(share(rates.clean.right, rates.clean.cases), 'clean sheets called clean').toBeGreaterThanOrEqual(
    floor.clean,
  );
  expect(share(rates.all.found, rates.all.planted), 'planted mistakes found').toBeGreaterThanOrEqual(
    floor.found,
  );
  expect(share(rates.all.right, rates.all.cases), 'cases exactly right').toBeGreaterThanOrEqual(floor.right);
  expect(share(rates.all.falseAlarms, rates.all.cases), 'cases with a false alarm').toBeLessThanOrEqual(
    floor.falseAlarms,
  );
}

/** What was understood of the tables, mistakes or not. */
function understands(rates: Rates): void {
  const least = {
    tables: 100,
    header: 99.5,
    programme: 99.5,
    columns: 99,
    sources: 99.5,
    nodes: 99.5,
  } as const;
  for (const [what, floor] of Object.entries(least)) {
    const tally = rates.understood.get(what as keyof typeof least);
    expect(share(tally?.right ?? 0, tally?.of ?? 0), what).toBeGreaterThanOrEqual(floor);
  }
}

describe('planted mistakes', () => {
  it('are found at their root, and nothing else is reported, in wordings known while building', () => {
    const { rates, thrown } = run('open', OPEN);
    expect(thrown).toEqual([]);
    expect(rates.byKind.size).toBeGreaterThan(25);
    expect(rates.byLayout.size).toBeGreaterThan(17);
    understands(rates);
    holds(rates, FLOORS.open);
  });

  it('are found in wordings and layouts that were kept away', () => {
    const { rates, thrown } = run('held-out', HELD_OUT);
    expect(thrown).toEqual([]);
    holds(rates, FLOORS.heldOut);
  });

  it('carry the right value, and all cells that follow from them', () => {
    const { rates } = run('open', { from: 20_000, count: 250 });
    expect(rates.expectedValue.due).toBeGreaterThan(20);
    expect(share(rates.expectedValue.right, rates.expectedValue.due)).toBeGreaterThanOrEqual(99);
    expect(share(rates.consequences.listed, rates.consequences.due)).toBeGreaterThanOrEqual(99);
  });
});

describe('the generator', () => {
  it('builds the same bytes from the same seed', () => {
    for (const seed of [1, 7, 99]) {
      const [one, two] = [generateCase(seed, { scope: 'all' }), generateCase(seed, { scope: 'all' })];
      expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
    }
  });

  it('plants every kind of mistake', () => {
    for (const kind of Object.keys(MISTAKES)) {
      const seeds = Array.from({ length: 40 }, (_, seed) => seed);
      const planted = seeds.some((seed) => generateCase(seed, { scope: 'all', kinds: [kind] }).kind === kind);
      expect(planted, kind).toBe(true);
    }
  });
});
