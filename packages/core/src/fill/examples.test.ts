import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FillExample } from './example.js';
import { fillSheet } from './test-fill.js';
import { FILL_CODES } from './types.js';
import { enFillWords, viFillWords } from './words.js';

const here = fileURLToPath(new URL('./', import.meta.url));
const folders = readdirSync(here, { recursive: true })
  .map(String)
  .filter((path) => /^[^/\\]+[/\\]fill\.ts$/.test(path))
  .map((path) => path.replace(/[/\\]fill\.ts$/, ''))
  .sort();

describe('every folder of a fill', () => {
  it('is known by its own name, with a title in both languages', () => {
    expect([...FILL_CODES].sort()).toEqual(folders);
    for (const code of FILL_CODES) {
      expect(viFillWords.titles[code]).toBeTruthy();
      expect(enFillWords.titles[code]).toBeTruthy();
    }
  });

  for (const folder of folders) {
    it(`${folder}: its example is filled as it says, and only once`, async () => {
      const { example } = (await import(`./${folder}/example.ts`)) as { example: FillExample };
      expect(example.code).toBe(folder);
      const { written, again, plan } = fillSheet(example.sheet, {
        fills: [example.code],
        ...example.options,
      });
      expect(written).toEqual(example.written);
      expect(again).toEqual([]);
      expect(plan.edits.every(({ fill }) => fill === example.code)).toBe(true);
    });
  }
});
