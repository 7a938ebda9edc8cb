import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { check, locate } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.js';
import { buildAddin, openBrowser, type Site, serve, workbook } from './browser.js';

const WRONG_SUMS = '04_laichau_gnbv_cong_con_sai';

let folder: string;
let site: Site;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let stick: string;

beforeAll(async () => {
  folder = buildAddin();
  stick = mkdtempSync(join(tmpdir(), 'ctmtqg-stick-'));
  copyFileSync(join(folder, 'ctmtqg.html'), join(stick, 'ctmtqg.html'));
  [site, browser] = await Promise.all([serve(folder), openBrowser()]);
});

afterAll(async () => {
  await browser?.context.close();
  await site?.close();
  for (const path of [folder, stick]) rmSync(path, { recursive: true, force: true });
});

async function opened(url: string, file: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await page.setInputFiles('input[type=file]', file);
  await page.waitForSelector('.grid-cell');
  return page;
}

async function checked(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await page.waitForSelector('.verdict', { timeout: 20_000 });
}

async function downloaded(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await download.path());
}

function stored(bytes: Uint8Array, row: number, column: number): string | number | undefined {
  const sheet = readWorkbook(bytes).sheets[0]!;
  const cell = locate(sheet).find(row, column);
  const value = sheet.cells.numbers[cell];
  return sheet.cells.kinds[cell] === 2 ? sheet.texts[value!] : value;
}

/** A sheet made for the test, from a real one with some cells changed. */
function edited(name: string, cells: Record<string, string>): string {
  const book = openWorkbook(readFileSync(workbook(WRONG_SUMS)));
  const sheet = book.snapshot().sheets[0]!.name;
  book.change(
    Object.entries(cells).map(([cell, text]) => ({ sheet, cell, content: { kind: 'text', text } })),
  );
  const path = join(stick, name);
  writeFileSync(path, book.save());
  return path;
}

describe.each([
  ['served', () => `${site.url}/`],
  ['as one file from a stick', () => pathToFileURL(join(stick, 'ctmtqg.html')).href],
])('the page without Excel, %s', (_, url) => {
  test('a dropped file is seen, checked, mended, undone and handed back', async () => {
    const page = await opened(url(), workbook(WRONG_SUMS));
    await checked(page);
    const report = check(readWorkbook(readFileSync(workbook(WRONG_SUMS))), { rules: RULES, locale: vi });
    const messages = await page.locator('.finding-message').allTextContents();
    expect([...messages].sort()).toEqual(report.findings.map((finding) => finding.message).sort());

    await page.getByRole('button', { name: /^Sửa tất cả điểm an toàn/ }).click();
    await page.locator('.preview .button-primary').click();
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 1);
    const file = await downloaded(page, 'Tải tệp đã sửa');
    expect(stored(file, 14, 4)).toBe(685);

    await page.locator('.undo').click();
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 3);
    expect(await page.getByRole('button', { name: 'Tải tệp đã sửa' }).isDisabled()).toBe(true);

    await page.locator('.finding .cell').first().click();
    await page.waitForSelector('.grid-selected');
    await page.getByRole('button', { name: 'Tô màu ô' }).click();
    expect(await page.locator('.mark-error').count()).toBeGreaterThan(0);

    const html = (await downloaded(page, 'Tải báo cáo')).toString('utf8');
    expect(html).toContain('3 lỗi');
    await page.close();
  });

  test('text of a cell that tries to be a page stays text', async () => {
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const page = await opened(
      url(),
      edited('hostile.xlsx', { A1: hostile, B10: `Dự án 4: ${hostile}`, D14: hostile }),
    );
    await page.locator('.grid-cell', { hasText: '<img src=x' }).first().waitFor();
    await checked(page);
    const html = (await downloaded(page, 'Tải báo cáo')).toString('utf8');
    expect(html).not.toContain('<img');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    await page.close();
  });

  test('a file that is no workbook is refused with a reason', async () => {
    const page = await browser.context.newPage();
    await page.goto(url());
    writeFileSync(join(stick, 'bad.xlsx'), 'không phải tệp Excel');
    await page.setInputFiles('input[type=file]', join(stick, 'bad.xlsx'));
    await page.locator('.failure').waitFor();
    expect(await page.locator('.failure').textContent()).toMatch(/Không đọc được tệp\. .{10}/);
    await page.close();
  });
});

test('opens without a network after the first visit', async () => {
  const page = await browser.context.newPage();
  await page.goto(site.url);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await browser.context.setOffline(true);
  await page.reload();
  await page.setInputFiles('input[type=file]', workbook(WRONG_SUMS));
  await page.waitForSelector('.grid-cell');
  await checked(page);
  await browser.context.setOffline(false);
  await page.close();
});

test('30,000 rows scroll and check while the page stays alive', async () => {
  const book = openWorkbook(readFileSync(workbook(WRONG_SUMS)));
  const rows = Array.from({ length: 30_000 }, (_, i) => ({
    sheet: 'Biểu 1',
    cell: `C${i + 30}`,
    content: { kind: 'number', value: String(i) } as const,
  }));
  book.change(rows);
  const path = join(stick, 'long.xlsx');
  writeFileSync(path, book.save());
  const page = await opened(site.url, path);
  expect(await page.locator('.grid tr').count()).toBeLessThan(200);
  await page.locator('.grid-box').evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await page.locator('.grid-cell', { hasText: /^29999$/ }).waitFor();
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  const started = Date.now();
  await page.getByRole('tab', { name: 'Trợ giúp' }).click();
  await page.getByText('Dữ liệu ở lại máy này').waitFor();
  expect(Date.now() - started).toBeLessThan(1_500);
  await page.getByRole('tab', { name: 'Kiểm tra' }).click();
  await page.waitForSelector('.verdict', { timeout: 30_000 });
  // Pressed inside the page, since the check may be done before a click from outside arrives.
  await page.evaluate(async () => {
    const button = (text: string) =>
      [...document.querySelectorAll('button')].find((one) => one.textContent === text);
    button('Kiểm tra lại')!.click();
    while (!button('Dừng')) await new Promise((resolve) => requestAnimationFrame(resolve));
    button('Dừng')!.click();
  });
  await page.getByText('Đã dừng.').waitFor();
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await page.locator('.results:not(.results-busy)').waitFor({ timeout: 30_000 });
  await page.close();
});

test('has nothing that axe objects to, before and after a file', async () => {
  const page = await browser.context.newPage();
  await page.goto(site.url);
  expect(await violations(page)).toEqual([]);
  await page.setInputFiles('input[type=file]', workbook(WRONG_SUMS));
  await page.waitForSelector('.grid-cell');
  await checked(page);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await page.close();
});

test('what is needed for the first sight weighs less than 100 kB', () => {
  const weigh = (...names: string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, 'web', name))).length, 0);
  expect(weigh('taskpane.html', 'pane.js', 'pane.css')).toBeLessThan(100_000);
  expect(weigh('index.html', 'page.js', 'pane.css')).toBeLessThan(100_000);
  expect(statSync(join(folder, 'ctmtqg.html')).size).toBeLessThan(3_000_000);
});

test('no page broke its policy, threw, or asked another place than its own', () => {
  expect(browser.problems.filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  expect(browser.foreign).toEqual([]);
});
