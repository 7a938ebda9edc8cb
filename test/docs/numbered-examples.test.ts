import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
const programs = readdirSync(folder).filter((name) => /^\d\d-.*\.mjs$/.test(name));

describe('the numbered examples, run on the built packages', () => {
  it('are there', () => expect(programs.length).toBeGreaterThan(4));

  for (const program of programs) {
    it(`${program} prints what stands at its end`, () => {
      const stated = /\/\* prints\n([\s\S]*?)\*\/\s*$/.exec(readFileSync(folder + program, 'utf8'))?.[1];
      expect(stated).toBeTruthy();
      expect(execFileSync(process.execPath, [folder + program], { encoding: 'utf8' })).toBe(stated);
    });
  }
});
