import { describe, expect, it } from 'vitest';
import { generateCase, MISTAKES } from './case.js';

describe('the generator itself', () => {
  it('builds the same bytes from the same seed', () => {
    const one = generateCase(7, { scope: 'all' });
    const two = generateCase(7, { scope: 'all' });
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });

  it('plants every kind of mistake in some layout', () => {
    const planted = new Map<string, number>();
    for (let seed = 0; seed < 1500; seed++) {
      const made = generateCase(seed, { scope: 'all' });
      planted.set(made.kind, (planted.get(made.kind) ?? 0) + 1);
      expect(made.expected.clean).toBe(made.expected.wrong.length === 0);
    }
    console.log(Object.fromEntries([...planted].sort()));
    for (const kind of Object.keys(MISTAKES)) expect(planted.get(kind) ?? 0, kind).toBeGreaterThan(0);
  });
});
