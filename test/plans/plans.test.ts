import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { counterpartMinimum, Decimal, titleIndexOf } from '@ctmtqg/core';
import { ELIGIBILITY_RULES, RULES } from '@ctmtqg/core/rules';
import { describe, expect, it } from 'vitest';

interface Amounts {
  readonly central: string;
  readonly local: string | null;
  readonly total: string | null;
}
interface Title {
  readonly written: string;
  readonly node: string;
  readonly under?: string;
  readonly wrongNumber?: string;
  readonly amounts?: Amounts;
}
interface Group {
  readonly written: string;
  readonly at: string | null;
  /** Facts that describe the group; `null`: not found in the catalogue, with the reason. */
  readonly facts: readonly string[] | null;
  readonly why?: string;
}
interface Plan {
  readonly plan: string;
  readonly programme: string | null;
  readonly titles: readonly Title[];
  readonly groups: readonly Group[];
  readonly totals: Amounts | null;
}

const folder = fileURLToPath(new URL('.', import.meta.url));
const plans = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => ({ name, plan: JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Plan }));
const index = titleIndexOf(RULES);
const facts = new Set(ELIGIBILITY_RULES.facts.map(({ key }) => key));
const nodesOf = (programme: string | null) =>
  new Set(RULES.programmes.find(({ id }) => id === programme)?.nodes.map(({ code }) => code) ?? []);

describe.each(plans)('$plan.plan', ({ plan }) => {
  it('names only projects and contents that the catalogue has, wrong numbers noticed', () => {
    for (const { written, node, under, wrongNumber } of plan.titles) {
      const [best] = index.match(written, {
        programme: plan.programme,
        ...(under ? { parentNode: under } : {}),
      });
      expect(best, written).toMatchObject({ programme: plan.programme, node });
      if (!under) expect(best?.numberAgrees, written).toBe(wrongNumber === undefined);
    }
  });

  it('names groups that the facts can describe, or that are listed as not found', () => {
    const codes = nodesOf(plan.programme);
    for (const { written, at, facts: known, why } of plan.groups) {
      if (at !== null) expect(codes, written).toContain(at);
      if (known === null) expect(why, written).toBeTruthy();
      for (const fact of known ?? []) expect(facts, `${written}: ${fact}`).toContain(fact);
    }
  });

  it('has amounts that add up, line by line and in all', () => {
    const lines = plan.titles.flatMap(({ amounts }) => (amounts ? [amounts] : []));
    for (const { central, local, total } of lines) {
      if (local !== null && total !== null) expect(new Decimal(central).plus(local).eq(total)).toBe(true);
    }
    const sum = (of: (amounts: Amounts) => string | null) =>
      lines.reduce((all, amounts) => all.plus(of(amounts) ?? 0), new Decimal(0));
    if (plan.totals) {
      expect(sum(({ central }) => central).eq(plan.totals.central)).toBe(true);
      if (plan.totals.local !== null) expect(sum(({ local }) => local).eq(plan.totals.local)).toBe(true);
    } else expect(lines).toEqual([]);
  });
});

describe('the Dân Tiến plan', () => {
  it('holds the least counterpart of a province below 50 %: 15 % of all central money', () => {
    const totals = plans.find(({ name }) => name.startsWith('dan-tien'))?.plan.totals;
    const { exact } = counterpartMinimum({ central: totals?.central ?? '', ratio: '0.15' });
    expect(exact).toBe('1452.585');
    expect(new Decimal(totals?.local ?? 0).gte(exact)).toBe(true);
  });
});

describe('what the plans name and the catalogue does not have', () => {
  it('is this list', () => {
    const missing = plans.flatMap(({ plan }) =>
      plan.groups.filter((group) => group.facts === null).map(({ written }) => written),
    );
    expect(missing).toEqual([
      'Nhân viên Trạm Y tế xã, viên chức dân số xã; cộng tác viên dân số',
      'người thực hiện trợ giúp pháp lý',
      'Người nghèo, người dân trên địa bàn',
      'Cơ quan chủ trì các dự án thành phần',
      'người nghiện ma túy',
    ]);
  });
});
