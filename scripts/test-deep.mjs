// The long tests: many planted mistakes, and the same workbooks in LibreOffice and openpyxl.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './lib/browser.mjs';
import { build, ROOT, runTool } from './lib/build.mjs';

const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const needed = [
  ['LibreOffice (soffice)', () => works('soffice', '--version'), 'apt-get install libreoffice-calc'],
  [
    'python3 có openpyxl',
    () => ['python3', '/usr/bin/python3'].some((python) => works(python, '-c', 'import openpyxl')),
    'apt-get install python3-openpyxl',
  ],
  ['Chromium', () => findBrowser() !== null, 'apt-get install chromium'],
];
const missing = needed.filter(([, present]) => !present());
for (const [name, , how] of missing) process.stderr.write(`Thiếu ${name}: ${how}\n`);
if (missing.length > 0 || !build()) process.exit(1);

const folder = join(ROOT, 'test', 'deep');
if (!existsSync(folder)) {
  process.stderr.write('Thư mục test/deep chưa có phép thử nào.\n');
  process.exit(1);
}
const succeeded = runTool('vitest run --config test/deep/vitest.config.ts', { env: { CTMTQG_DEEP: '1' } });
process.exitCode = succeeded ? 0 : 1;
