import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const count = (name: string): number =>
  (JSON.parse(readFileSync(`${root}test/vectors/${name}.json`, 'utf8')) as { cases: unknown[] }).cases.length;

it('the reader in Python agrees on splits and counterpart, with the standard library alone', () => {
  const args = ['examples/python/ctmtqg_rules.py', '--vectors', 'test/vectors', '--rules', 'rules'];
  const out = execFileSync('python3', args, { cwd: root, encoding: 'utf8' });
  for (const name of ['splits', 'counterpart']) {
    expect(out).toContain(`${name}: ${count(name)} / ${count(name)}`);
  }
});
