import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NORMS } from '../law/norms.js';
import { RULES } from '../rules/index.js';
import { ELIGIBILITY_RULES } from './rule-files.js';

const folder = new URL('../../data/eligibility/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.includes('/') && name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

describe('the files of rules', () => {
  it('are all taken in, each under its own node', () => {
    const taken = ELIGIBILITY_RULES.nodes.map(({ programme, node }) => `${programme}/${node}`);
    expect([...taken].sort()).toEqual([...files].sort());
  });

  it('leave no leaf of a tree out: it has supports, or the reason why there are none', () => {
    for (const { id, nodes } of RULES.programmes) {
      const whole = ELIGIBILITY_RULES.without.some(({ programme }) => programme === id);
      const leaves = nodes.filter(({ code }) => !nodes.some(({ parent }) => parent === code));
      for (const { code } of leaves) {
        expect(whole || files.includes(`${id}/${code}`), `${id} ${code}`).toBe(true);
      }
    }
  });

  it('name only norms that the node has on some day', () => {
    for (const { programme, node, policies } of ELIGIBILITY_RULES.nodes) {
      const subjects = NORMS.filter((file) => file.programme === programme)
        .flatMap((file) => file.norms)
        .filter((norm) => norm.node === node)
        .map((norm) => norm.subject);
      for (const { id, norms } of policies) {
        for (const norm of norms) expect(subjects, `${programme} ${node} ${id}`).toContain(norm);
      }
    }
  });
});
