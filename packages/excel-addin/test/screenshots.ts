import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { blanked, buildAddin, openBrowser, serve, workbook } from './browser.js';
import { hostScript, openPane } from './excel.js';

const IMAGES = fileURLToPath(new URL('../../../docs/images/huong-dan/', import.meta.url));
const WRONG_SUMS = '04_laichau_gnbv_cong_con_sai';

const shot = async (page: Page, name: string) => {
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
};

async function ofPane(url: string, script: string): Promise<void> {
  const { context } = await openBrowser({ width: 380, height: 760 });
  const page = await openPane(context, script, url, workbook(WRONG_SUMS));
  await page.waitForSelector('.empty');
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await page.waitForSelector('.verdict');
  await shot(page, 'ket-qua');
  await page.locator('.finding').first().scrollIntoViewIfNeeded();
  await page.locator('.panel').evaluate((panel) => panel.scrollBy(0, 420));
  await shot(page, 'diem-sai');
  await page.getByRole('button', { name: /^Sửa tất cả điểm an toàn/ }).click();
  await page.locator('.preview').evaluate((preview) => preview.scrollIntoView());
  await shot(page, 'xem-truoc');
  await page.locator('.preview .button-primary').click();
  await page.waitForSelector('.notice-done');
  await shot(page, 'da-sua');
  await page.getByRole('tab', { name: 'Đối tượng' }).click();
  await page.getByLabel('Chính sách hỗ trợ').selectOption('dttsmn-2021-2025|DA1.ND1|residential-land');
  await page.getByLabel('Xét vào ngày').fill('2025-06-30');
  await page.waitForSelector('.questions');
  await page.getByLabel('Chính sách hỗ trợ').focus();
  await shot(page, 'doi-tuong');
  const blank = await openPane(
    context,
    script,
    url,
    blanked('01_dantien_dtts_2025', ['C8', 'D8', 'E8', 'C9', 'C10']),
  );
  await blank.waitForSelector('.empty');
  await blank.evaluate(() => window.excelShell!.press('ctmtqgFillTotals', 'b'));
  await blank.waitForSelector('.changes');
  await shot(blank, 'dien-tong');
  await context.close();
}

async function ofPage(url: string): Promise<void> {
  const { context, page } = await openBrowser({ width: 1180, height: 720 });
  await page.goto(url);
  await page.waitForSelector('.drop-zone');
  await shot(page, 'tha-tep');
  await page.setInputFiles('input[type=file]', workbook(WRONG_SUMS));
  await page.waitForSelector('.grid-cell');
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await page.waitForSelector('.verdict');
  await page.getByRole('button', { name: 'Tô màu ô' }).click();
  await page.locator('.finding .cell').first().click();
  await shot(page, 'khong-can-excel');
  await context.close();
}

/** Takes the pictures of the officer's guide from the running product. */
async function main(): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  const folder = buildAddin();
  const site = await serve(folder);
  await ofPane(site.url, await hostScript());
  await ofPage(site.url);
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}

await main();
