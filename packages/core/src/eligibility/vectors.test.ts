import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileEligibility } from './engine.js';
import { ELIGIBILITY_RULES } from './rule-files.js';
import type { Facts } from './types.js';

interface VectorCase {
  readonly id: string;
  readonly sentence: string;
  readonly programme: string;
  readonly node: string;
  readonly policy: string;
  readonly asOf: string;
  readonly facts: Facts;
  readonly expected: string;
  readonly missing?: readonly string[];
}

const file = new URL('../../../../test/vectors/eligibility.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly VectorCase[] };
const engine = compileEligibility(ELIGIBILITY_RULES);

const decideOne = ({ programme, node, policy, asOf, facts }: VectorCase) =>
  engine.decide({ programme, node, policy, asOf, facts });

describe('the cases taken from the articles', () => {
  it.each(cases)('$id: $sentence', (one) => {
    const decisions = decideOne(one);
    expect(decisions).toHaveLength(1);
    expect(decisions[0]?.decision).toBe(one.expected);
    if (one.missing)
      expect(decisions[0]?.missing.map(({ fact }) => fact)).toEqual(expect.arrayContaining([...one.missing]));
  });

  it('never says no because a fact was taken away', () => {
    for (const one of cases.filter(({ expected }) => expected === 'eligible')) {
      for (const key of Object.keys(one.facts)) {
        const { [key]: _, ...facts } = one.facts;
        expect(decideOne({ ...one, facts })[0]?.decision, `${one.id} without ${key}`).not.toBe(
          'not-eligible',
        );
      }
    }
  });

  it('has at least three cases for each node with a rule', () => {
    for (const node of ELIGIBILITY_RULES.nodes.filter(({ policies }) => policies.length > 0)) {
      const own = cases.filter((one) => one.programme === node.programme && one.node === node.node);
      expect(own.length, node.node).toBeGreaterThanOrEqual(3);
      expect(new Set(own.map(({ expected }) => expected)).size, node.node).toBeGreaterThanOrEqual(2);
    }
  });
});
