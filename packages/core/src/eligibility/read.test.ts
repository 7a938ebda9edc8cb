import { describe, expect, it } from 'vitest';
import { readCases } from './read.js';
import { ELIGIBILITY_RULES } from './rule-files.js';

const read = (data: unknown) =>
  readCases(data, ELIGIBILITY_RULES.facts, { asOf: '2025-06-30', programme: 'dttsmn-2021-2025' });

describe('cases from JSON', () => {
  it('take facts flat or nested, names in any spelling, and null as not known', () => {
    const { cases, problems } = read({
      facts: {
        household: { headEthnicGroup: 'dân tộc H’Mông', poverty: null },
        'place.province': 'Tỉnh Thừa Thiên – Huế',
      },
    });
    expect(problems).toEqual([]);
    expect(cases[0]?.facts).toEqual({ 'household.headEthnicGroup': 'Hmông', 'place.province': 'Huế' });
  });

  it('name the place of each problem and go on reading', () => {
    const { cases, problems } = read([
      { facts: { household: { poverty: 'nghèo', farming: 'có' } } },
      { facts: { 'household.escapedPovertyOn': '2024-02-30' } },
      { id: 3, facts: { 'person.age': 4 } },
    ]);
    expect(problems.map(({ path }) => path)).toEqual([
      '[0].facts.household.poverty',
      '[0].facts.household.farming',
      '[1].facts.household.escapedPovertyOn',
    ]);
    expect(problems[0]?.vi).toContain('poor, near-poor, newly-escaped, none');
    expect(cases.map(({ id }) => id)).toEqual(['3']);
  });

  it('refuse what is no case', () => {
    expect(read('hộ nghèo').problems).toHaveLength(1);
    expect(read({ facts: [] }).problems[0]?.path).toBe('facts');
    expect(read({ factz: {} }).problems[0]?.vi).toContain('“facts”');
  });
});
