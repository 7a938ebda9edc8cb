import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { blanked, buildAddin, openBrowser, serve, workbook } from './browser.js';
import { hostScript, openPane } from './excel.js';
import { households, points } from './sheets.js';

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
  await page
    .locator('.finding')
    .first()
    .evaluate((finding) => finding.scrollIntoView());
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
  await ofLists(context, url, script);
  await context.close();
}

/** A list decided, and a sum divided, as the officer sees them. */
async function ofLists(context: BrowserContext, url: string, script: string): Promise<void> {
  const list = await openPane(context, script, url, households());
  await list.getByRole('tab', { name: 'Đối tượng' }).click();
  await list.getByRole('button', { name: 'Danh sách', exact: true }).click();
  await list.getByLabel('Chính sách hỗ trợ').selectOption('dttsmn-2021-2025|DA1.ND1|residential-land');
  await list.getByLabel('Xét vào ngày').fill('2025-06-30');
  await list.getByRole('button', { name: 'Xét danh sách đang chọn' }).click();
  await list.locator('.list-lines li').first().waitFor();
  await list.locator('.filters').evaluate((filters) => filters.scrollIntoView());
  await shot(list, 'danh-sach');
  const sums = await openPane(context, script, url, points());
  await sums.getByRole('tab', { name: 'Điền' }).click();
  await sums.getByRole('button', { name: 'Chia một khoản' }).click();
  await sums.evaluate(() => {
    window.excelShell!.host.book.selection = 'D4:D6';
  });
  await sums.getByRole('button', { name: 'Lấy các ô đang chọn' }).click();
  await sums.getByLabel('Chia theo').selectOption('C');
  await sums.getByLabel('Bước làm tròn').fill('1');
  await sums.getByLabel('Phần lẻ còn lại dành cho').selectOption('largest-remainder');
  await sums.locator('.parts').waitFor();
  await sums.locator('.panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  await shot(sums, 'chia-mot-khoan');
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
  await page.getByRole('button', { name: 'Thêm trang kết quả' }).click();
  await page.getByRole('button', { name: 'Kết quả kiểm tra', exact: true, pressed: true }).waitFor();
  await shot(page, 'trang-ket-qua');
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
