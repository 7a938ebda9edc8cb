import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CheckReport } from '@ctmtqg/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from './testing.js';

const TOOL = fileURLToPath(new URL('../dist/ctmtqg.js', import.meta.url));
const WORKBOOKS = fileURLToPath(new URL('../../../test/workbooks/', import.meta.url));
const folder = temporaryFolder();

beforeAll(() => {
  const files = readdirSync(WORKBOOKS, { recursive: true })
    .map(String)
    .filter((path) => /^\d.*\.xlsx$/.test(path));
  for (let number = 0; number < 200; number++) {
    const file = files[number % files.length]!;
    copyFileSync(WORKBOOKS + file, folder.path(`${String(number).padStart(3, '0')}.xlsx`));
  }
});
afterAll(() => folder.remove());

describe('two hundred workbooks in one call', () => {
  it('fit into the memory that a few need: reports are given out one by one, and nothing is kept', () => {
    // Far less than the reports and snapshots of two hundred workbooks would take together.
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=64', TOOL, 'check', folder.path('.'), '--json'],
      { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
    );
    expect(stderr).toBe('');
    expect(status).toBe(1);
    const { reports } = JSON.parse(stdout) as { reports: CheckReport[] };
    expect(reports).toHaveLength(200);
    for (const report of reports) expect(report.schema).toBe('check-report/1');
    expect(Buffer.byteLength(stdout)).toBeGreaterThan(1_000_000);
  });
});

describe('the built command', () => {
  it('can be cut off by its reader without a complaint', () => {
    const { stderr } = spawnSync(
      `"${process.execPath}" "${TOOL}" check "${folder.path('.')}" --json | head -n 1`,
      {
        shell: true,
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('');
  });
});
