// Takes the picture of a real report that the README shows: docs/images/report.png.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './lib/browser.mjs';
import { build, ROOT, TOOL_PACKAGES } from './lib/build.mjs';

const executablePath = findBrowser();
if (!executablePath || !build(TOOL_PACKAGES)) process.exit(1);
const page = join(ROOT, 'out', 'dan-tien-2025.html');
mkdirSync(join(ROOT, 'out'), { recursive: true });
mkdirSync(join(ROOT, 'docs', 'images'), { recursive: true });
const tool = join(ROOT, 'packages', 'cli', 'dist', 'ctmtqg.js');
spawnSync(process.execPath, [
  tool,
  'check',
  join(ROOT, 'examples', 'dan-tien-2025.xlsx'),
  '--html',
  page,
  '--force',
]);

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const tab = await browser.newPage({ viewport: { width: 1440, height: 1120 } });
await tab.goto(pathToFileURL(page).href);
await tab.screenshot({ path: join(ROOT, 'docs', 'images', 'report.png') });
await browser.close();
