import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseManifest } from '../scripts/check-manifest.mjs';
import { policy } from '../scripts/pages.mjs';
import { buildAddin, openBrowser, type Site, serve } from './browser.js';

const GUIDE = readFileSync(fileURLToPath(new URL('../../../docs/trien-khai.md', import.meta.url)), 'utf8');
const BUILD = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url));

let folder: string;
let site: Site;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  folder = buildAddin();
  [site, browser] = await Promise.all([serve(folder), openBrowser()]);
});

afterAll(async () => {
  await browser?.context.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('where the pane cannot run, it says so', () => {
  test.each([
    ['taskpane.html', 'pane.js', 'Phiên bản Excel này quá cũ', 'index.html'],
    ['index.html', 'page.js', 'Trình duyệt này quá cũ', null],
  ])('%s in a browser that does not understand it', async (page, script, title, link) => {
    const tab = await browser.context.newPage();
    await tab.route(`**/${script}*`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'let { of = yesterday' }),
    );
    await tab.goto(`${site.url}/${page}`);
    await tab.getByRole('heading', { name: title }).waitFor();
    const links = await tab
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links).toEqual(link === null ? [] : [link]);
    await tab.close();
  });

  test('the pane outside of Excel', async () => {
    const tab = await browser.context.newPage();
    await tab.goto(`${site.url}/taskpane.html`);
    await tab.getByRole('heading', { name: 'Trang này chạy bên trong Excel.' }).waitFor();
    await tab.close();
  });
});

test('the service worker never hands a pane the part of another version', async () => {
  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  await tab.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const engine = /engine\.js\?v=\w+/.exec(readFileSync(join(folder, 'web/pane.js'), 'utf8'))![0];
  appendFileSync(join(folder, 'web/engine.js'), '\n// of the next version');
  const fetched = (address: string) =>
    tab.evaluate(
      async (url) => (await (await fetch(url)).text()).includes('// of the next version'),
      address,
    );
  expect(await fetched('engine.js?v=next')).toBe(true);
  expect(await fetched(engine)).toBe(false);
  await tab.close();
});

test('office.js comes from Microsoft only where that was asked for', () => {
  const place = mkdtempSync(join(tmpdir(), 'ctmtqg-cdn-'));
  execFileSync(process.execPath, [BUILD, place], {
    stdio: 'pipe',
    env: { ...process.env, OFFICE_JS: 'cdn' },
  });
  const read = (from: string, name: string) => readFileSync(join(from, 'web', name), 'utf8');
  const address = 'https://appsforoffice.microsoft.com';
  expect(read(place, 'taskpane.html')).toContain(`<script src="${address}/lib/1/hosted/office.js" defer>`);
  expect(read(place, 'taskpane.html')).toContain(`script-src 'self' ${address};`);
  expect(read(place, 'index.html')).not.toContain(address);
  expect(existsSync(join(place, 'web/office'))).toBe(false);
  expect(read(folder, 'taskpane.html')).not.toContain(address);
  expect(read(folder, 'office/LICENSE.md')).toContain('MICROSOFT SOFTWARE LICENSE TERMS');
  rmSync(place, { recursive: true, force: true });
});

describe('the guide of deployment', () => {
  const block = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(GUIDE)![1]!;

  test('gives the policy that the pages carry, for nginx and for IIS', () => {
    expect(block('nginx')).toContain(`add_header Content-Security-Policy "${policy('local')}" always;`);
    expect(block('xml')).toContain(`<add name="Content-Security-Policy" value="${policy('local')}" />`);
  });

  test('gives a web.config that can be read, and no header that would shut out Excel on the web', () => {
    expect(parseManifest(block('xml')).name).toBe('configuration');
    expect(block('nginx') + block('xml')).not.toMatch(/X-Frame-Options|frame-ancestors/);
  });

  test('names commands that there are', () => {
    const root = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    const own = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    const named = [...GUIDE.matchAll(/pnpm --filter @ctmtqg\/excel-addin (\w+)/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(1);
    for (const name of named) expect(Object.keys(own.scripts)).toContain(name);
    for (const [, name] of GUIDE.matchAll(/pnpm (addin:\w+)/g))
      expect(Object.keys(root.scripts)).toContain(name);
  });
});
