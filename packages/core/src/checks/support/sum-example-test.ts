import { describe, expect, it } from 'vitest';
import { check } from '../../check.js';
import type { Locale } from '../../report/locale.js';
import { en } from '../../report/locales/en.js';
import { vi } from '../../report/locales/vi.js';
import type { Finding } from '../../report/types.js';
import { RULES } from '../../rules/index.js';
import { buildSnapshot } from '../../snapshot/build.js';
import type { SumExample } from './sum-example.js';

/** Findings of the example (or of its clean twin) that are more than information. */
export function findingsOf(example: SumExample, mended: boolean, locale: Locale = vi): Finding[] {
  const cells = mended ? { ...example.sheet.cells, ...example.mended } : example.sheet.cells;
  const snapshot = buildSnapshot([{ ...example.sheet, cells }, ...(example.more ?? [])]);
  return check(snapshot, { rules: RULES, locale }).findings.filter((finding) => finding.severity !== 'info');
}

/** What every example of a sum or formula must show: its one mistake named, in both languages, and its twin clean. */
export function itShows(example: SumExample): void {
  describe(`example of ${example.code}`, () => {
    it('names the one wrong cell by its code and reports nothing else', () => {
      expect(findingsOf(example, false).map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`)).toEqual([
        `${example.code} ${example.sheet.name}!${example.cell}`,
      ]);
    });
    it('reports nothing once the sheet is put right', () => {
      expect(findingsOf(example, true).map(({ code, cell }) => `${code} ${cell}`)).toEqual([]);
    });
    it('says in both languages which cell it is and what to do, without a blank', () => {
      for (const locale of [vi, en]) {
        const [finding] = findingsOf(example, false, locale);
        expect(finding?.message).toContain(example.cell);
        expect(finding?.message.length).toBeGreaterThan(60);
        expect(finding?.message).not.toMatch(/undefined|null|NaN|\[object|không rõ|not known| {2}/);
      }
    });
  });
}
