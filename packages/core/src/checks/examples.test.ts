import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../check.js';
import { en } from '../report/locales/en.js';
import { vi } from '../report/locales/vi.js';
import { RULES } from '../rules/index.js';
import { buildSnapshot, type PlainSheet } from '../snapshot/build.js';
import { CHECKS } from './index.js';
import type { CheckExample } from './support/example.js';

type Example = CheckExample & { readonly more?: readonly PlainSheet[] };

const here = fileURLToPath(new URL('./', import.meta.url));
const folders = readdirSync(here, { recursive: true })
  .map(String)
  .filter((path) => /^[^/\\]+[/\\]check\.ts$/.test(path))
  .map((path) => path.replace(/[/\\]check\.ts$/, ''))
  .sort();

const exampleOf = async (folder: string): Promise<Example> =>
  ((await import(`./${folder}/example.ts`)) as { example: Example }).example;

describe('every folder of a check', () => {
  it('is joined to the others, once, under its own name', () => {
    expect(CHECKS.map(({ code }) => code).sort()).toEqual(folders);
  });

  it('says its findings in both languages', () => {
    for (const { code } of CHECKS) {
      expect(vi.titles[code], code).toBeTruthy();
      expect(en.titles[code], code).toBeTruthy();
      expect(vi.findings[code], code).toBeTypeOf('function');
      expect(en.findings[code], code).toBeTypeOf('function');
    }
  });

  for (const folder of folders) {
    it(`${folder}: its example shows its finding at its cell, and no other error`, async () => {
      const example = await exampleOf(folder);
      expect(example.code).toBe(folder);
      const snapshot = buildSnapshot([example.sheet, ...(example.more ?? [])]);
      const report = check(snapshot, { rules: RULES, locale: vi, match: example.match ?? [] });
      const found = report.findings.filter(({ code }) => code === example.code);
      expect(found.map(({ cell }) => cell)).toContain(example.cell);
      expect(
        report.findings.filter(({ code, severity }) => severity === 'error' && code !== example.code),
      ).toEqual([]);
      expect(found[0]?.message).toContain(example.cell);
    });
  }
});
