// Builds, type-checks, lints and runs all tests. The last line says how many passed and failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './lib/browser.mjs';
import { build, runTool } from './lib/build.mjs';

const broken = [];
const step = (name, succeeded) => {
  process.stdout.write(`${succeeded ? '✓' : '✗'} ${name}\n`);
  if (!succeeded) broken.push(name);
  return succeeded;
};

const browser = findBrowser();
if (!browser) {
  process.stderr.write(
    'Không có trình duyệt để thử: hãy cài Chrome, Edge hoặc Chromium (Debian: apt-get install chromium), ' +
      'hoặc đặt CTMTQG_BROWSER bằng đường dẫn tới trình duyệt.\n',
  );
}
step(`browser ${browser ?? '(none)'}`, browser !== null);
const built = step('build', build());
step('typecheck', runTool('tsc --noEmit -p tsconfig.json'));
step('lint', runTool('biome check .'));

const folder = mkdtempSync(join(tmpdir(), 'ctmtqg-test-'));
const output = join(folder, 'result.json');
const env = { CTMTQG_BUILT: '1', ...(browser ? { CTMTQG_BROWSER: browser } : {}) };
const ran =
  built && runTool(`vitest run --reporter=default --reporter=json --outputFile.json="${output}"`, { env });
if (!built) broken.push('tests were not run');

let passed = 0;
let failed = 0;
try {
  const result = JSON.parse(readFileSync(output, 'utf8'));
  passed = result.numPassedTests;
  // A file that cannot be loaded has no failed test in it, and is a failure all the same.
  const silent = result.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  failed = result.numFailedTests + silent.length;
  if (!ran && failed === 0) failed = 1;
} catch {
  if (built) broken.push('vitest gave no result');
}
rmSync(folder, { recursive: true, force: true });

failed += broken.length;
if (broken.length > 0) process.stdout.write(`failed before or beside the tests: ${broken.join(', ')}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
