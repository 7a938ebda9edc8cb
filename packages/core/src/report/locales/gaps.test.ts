import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FINDING_CODES } from '../types.js';
import { en } from './en.js';
import { vi } from './vi.js';

const packages = fileURLToPath(new URL('../../../../', import.meta.url));

/** Codes of what is left out, as they stand in the sources of the recogniser, the checks and the reader. */
function codesInSources(): string[] {
  const folders = [
    'core/src/sheet',
    'core/src/sums',
    'core/src/checks',
    'core/src/report',
    'workbook/src/read',
  ];
  const found = new Set<string>();
  for (const folder of folders) {
    for (const name of readdirSync(packages + folder, { recursive: true }).map(String)) {
      if (!name.endsWith('.ts') || /test|example|locales/.test(name)) continue;
      const text = readFileSync(`${packages}${folder}/${name}`, 'utf8');
      for (const [, code] of text.matchAll(/\b(?:code: |add\()'([a-z]+(?:-[a-z]+)+)'/g)) found.add(code!);
    }
  }
  return [...found].filter((code) => !(FINDING_CODES as readonly string[]).includes(code)).sort();
}

describe('sentences for what was left out', () => {
  const codes = codesInSources();

  it('are looked for under many codes', () => expect(codes.length).toBeGreaterThan(8));

  for (const code of codes) {
    it(`${code}: in both languages, of its own`, () => {
      const gap = {
        code,
        sheet: 'Biểu 1',
        cell: 'C9',
        facts: { detail: 'SUMX', reason: 'circular', count: 1 },
      };
      for (const locale of [vi, en]) {
        const { what, why } = locale.notChecked(gap);
        expect(why).not.toContain(code);
        expect(what.length).toBeGreaterThan(3);
        expect(why.length).toBeGreaterThan(3);
      }
      expect(vi.notChecked(gap)).not.toEqual(en.notChecked(gap));
    });
  }
});
