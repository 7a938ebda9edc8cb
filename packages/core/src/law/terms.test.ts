import { describe, expect, it } from 'vitest';
import { LawConflictError } from './dated.js';
import { findTerm, TERMS } from './terms.js';

const on = (key: string, asOf: string) => findTerm(key, { asOf })?.value.vi ?? null;

describe('dated words', () => {
  it('differ in 2022, 2024, 2025 and 2026', () => {
    const days = ['2022-12-31', '2024-12-31', '2025-12-31', '2026-06-30'];
    const answers = (key: string) => days.map((day) => on(key, day));
    expect(answers('recurrent-capital')).toEqual([
      'vốn sự nghiệp',
      'vốn sự nghiệp',
      'vốn sự nghiệp',
      'kinh phí chi thường xuyên',
    ]);
    expect(answers('local-tiers')).toEqual(['tỉnh, huyện, xã', 'tỉnh, huyện, xã', 'tỉnh, xã', 'tỉnh, xã']);
    expect(answers('area-criteria')).toEqual([
      'Quyết định 33/2020/QĐ-TTg',
      'Quyết định 33/2020/QĐ-TTg',
      'Nghị định 272/2025/NĐ-CP',
      'Nghị định 272/2025/NĐ-CP',
    ]);
    const rules = answers('recurrent-rules-2021-2025');
    expect(new Set(rules.slice(0, 3)).size).toBe(3);
    expect(rules[3]).toBe(rules[2]);
  });

  it('change on the very day', () => {
    expect([on('local-tiers', '2025-06-30'), on('local-tiers', '2025-07-01')]).toEqual([
      'tỉnh, huyện, xã',
      'tỉnh, xã',
    ]);
    expect(on('no-such-word', '2025-06-30')).toBeNull();
  });

  it('are one on each day; two that disagree are an error that names both', () => {
    const days = TERMS.flatMap(({ from, to }) => [from, to ?? from]);
    for (const { key } of TERMS) for (const asOf of days) expect(() => findTerm(key, { asOf })).not.toThrow();
    const [first] = TERMS;
    const other = { ...first!, value: { vi: 'khác', en: 'other' } };
    expect(() => findTerm(first!.key, { asOf: first!.from }, [...TERMS, other])).toThrow(LawConflictError);
  });
});
