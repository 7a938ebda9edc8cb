import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileEligibility, readCases } from '@ctmtqg/core';
import { ELIGIBILITY_RULES, RULES } from '@ctmtqg/core/rules';
import { publishedRuleSchemas } from '@ctmtqg/core/schemas';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(`${root}${path}`, 'utf8')) as Record<string, unknown>;

describe('rules/ and the coverage page', () => {
  it('are those of the data (else run: pnpm run rules)', () => {
    const stale = () =>
      execFileSync(process.execPath, ['scripts/build-rules.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    expect(stale).not.toThrow();
  });

  it('carry the version and the hash that a report names', () => {
    for (const name of ['programmes', 'counterpart', 'norms', 'eligibility', 'allocation']) {
      expect(json(`rules/${name}.json`)).toMatchObject({
        schema: `rules/${name}/1`,
        version: RULES.version,
        hash: RULES.hash,
      });
    }
  });

  it('publish the schemas of the code', () => {
    for (const [name, schema] of Object.entries(publishedRuleSchemas())) {
      expect(json(`rules/schema/${name}.json`)).toEqual(JSON.parse(JSON.stringify(schema)));
    }
  });
});

describe('the page on eligibility', () => {
  it('shows a case that can be decided', () => {
    const page = readFileSync(`${root}docs/doi-tuong.md`, 'utf8');
    const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as unknown;
    const { cases, problems } = readCases(shown, ELIGIBILITY_RULES.facts);
    expect(problems).toEqual([]);
    const decisions = cases.flatMap((one) => compileEligibility(ELIGIBILITY_RULES).decide(one));
    expect(decisions.map(({ policy, decision }) => [policy, decision])).toEqual([
      ['residential-land', 'eligible'],
    ]);
  });
});

describe('the rules of eligibility', () => {
  it('belong to nodes of their programmes, and every leaf of the two programmes has a rule or a reason', () => {
    const nodesOf = (id: string) => RULES.programmes.find((one) => one.id === id)?.nodes ?? [];
    for (const { programme, node } of ELIGIBILITY_RULES.nodes) {
      expect(
        nodesOf(programme).map(({ code }) => code),
        `${programme} ${node}`,
      ).toContain(node);
    }
    for (const id of ['dttsmn-2021-2025', 'gnbv-2021-2025']) {
      const nodes = nodesOf(id);
      const leaves = nodes.filter(({ code }) => !nodes.some(({ parent }) => parent === code));
      const ruled = ELIGIBILITY_RULES.nodes
        .filter(({ programme }) => programme === id)
        .map(({ node }) => node);
      for (const { code } of leaves) {
        expect(
          ruled.some((node) => code === node || code.startsWith(`${node}.`)),
          `${id} ${code}`,
        ).toBe(true);
      }
    }
  });

  it('name norms that exist', () => {
    const { files } = json('rules/norms.json') as {
      files: { programme: string; norms: { node: string; subject: string }[] }[];
    };
    for (const { programme, node, policies } of ELIGIBILITY_RULES.nodes) {
      const known = files.filter((file) => file.programme === programme).flatMap(({ norms }) => norms);
      for (const subject of policies.flatMap(({ norms }) => norms)) {
        expect(
          known.some((norm) => norm.subject === subject && norm.node === node),
          `${node} ${subject}`,
        ).toBe(true);
      }
    }
  });

  it('use every fact of the catalogue', () => {
    const used = JSON.stringify([ELIGIBILITY_RULES.nodes, ELIGIBILITY_RULES.derived]);
    const built = [
      'budget.carriedOver',
      'place.formerProvince',
      'household.incomePerPersonMonth',
      'household.deprivations',
      'place.urban',
    ];
    const unused = ELIGIBILITY_RULES.facts
      .map(({ key }) => key)
      .filter((key) => !used.includes(`"${key}"`) && !built.includes(key));
    expect(unused).toEqual([]);
  });
});
