import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { locate } from '@ctmtqg/core';
import { readWorkbook } from '@ctmtqg/workbook';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAddin, openBrowser, type Site, serve, workbook } from './browser.js';
import { households, points } from './sheets.js';

const NESTED = '04_laichau_gnbv_cong_con_sai';

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

async function opened(url: string, file: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await page.setInputFiles('input[type=file]', file);
  await page.waitForSelector('.grid-cell');
  return page;
}

async function saved(page: Page): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải tệp đã sửa' }).click(),
  ]);
  return new Uint8Array(readFileSync(await download.path()));
}

const done = (page: Page, text: string) => page.locator('.notice-done', { hasText: text }).waitFor();

describe.each([
  ['served', () => site.url],
  ['as one file', () => pathToFileURL(join(folder, 'ctmtqg.html')).href],
])('the page without Excel, %s', (_, url) => {
  test('a sheet of results and a native chart are part of the downloaded file, and are taken back', async () => {
    const page = await opened(url(), workbook(NESTED));
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.waitForSelector('.verdict');
    await page.getByRole('button', { name: 'Thêm trang kết quả' }).click();
    await done(page, 'thêm trang kết quả');
    await page.getByRole('button', { name: 'Kết quả kiểm tra', exact: true, pressed: true }).waitFor();
    await page.getByRole('button', { name: 'Chèn biểu đồ vào tệp' }).click();
    await done(page, 'chèn biểu đồ');
    await page.getByText('Trang này có hình hoặc biểu đồ').waitFor();

    const file = await saved(page);
    expect(readWorkbook(file).sheets.map((sheet) => sheet.name)).toEqual([
      'Biểu 1',
      'Kết quả kiểm tra',
      'Biểu đồ nguồn vốn',
    ]);
    const parts = unzipSync(file);
    expect(new TextDecoder().decode(parts['xl/charts/chart1.xml'])).toContain(
      "'Biểu đồ nguồn vốn'!$C$4:$C$8",
    );
    expect(new TextDecoder().decode(parts['xl/worksheets/sheet2.xml'])).toContain(`location="'Biểu 1'!D13"`);

    await page.locator('.undo').click();
    await done(page, 'Đã hoàn tác: chèn biểu đồ');
    await page.locator('.undo').click();
    await done(page, 'Đã hoàn tác: thêm trang kết quả');
    await page.getByRole('button', { name: 'Biểu 1', exact: true, pressed: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Tải tệp đã sửa' }).isDisabled()).toBe(true);
    await page.close();
  });
});

describe('cells selected in the grid', () => {
  test('by keyboard alone: rows of a list are decided and the answers written into the file', async () => {
    const page = await opened(site.url, households());
    await page.getByRole('tab', { name: 'Đối tượng' }).click();
    await page.getByRole('button', { name: 'Danh sách', exact: true }).click();
    await page.getByLabel('Chính sách hỗ trợ').selectOption('dttsmn-2021-2025|DA1.ND1|residential-land');
    await page.getByLabel('Xét vào ngày').fill('2025-06-30');
    await page.locator('.grid-box').focus();
    for (let row = 1; row <= 3; row++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await page.locator('.grid-selected').count()).toBe(2);
    await page.getByRole('button', { name: 'Xét danh sách đang chọn' }).press('Enter');
    await page.locator('.list-lines li').first().waitFor();
    expect(await page.locator('.list-lines .cell-name').allTextContents()).toEqual(['dòng 3', 'dòng 4']);
    await page.getByRole('button', { name: 'Ghi kết quả và lý do vào cột H:I' }).press('Enter');
    await done(page, 'Ghi kết quả xét 2 dòng');
    await page.locator('.grid-cell', { hasText: 'Không được hỗ trợ' }).waitFor();
    await page.close();
  });

  test('by dragging: a sum is divided over them', async () => {
    const page = await opened(site.url, points());
    await page.getByRole('tab', { name: 'Điền' }).click();
    await page.getByRole('button', { name: 'Chia một khoản' }).click();
    const cell = (row: number) => page.locator(`.grid tr[aria-rowindex="${row}"] td`).nth(3);
    await cell(4).hover();
    await page.mouse.down();
    await cell(5).hover();
    await cell(6).hover();
    await page.mouse.up();
    await page.getByRole('button', { name: 'Lấy các ô đang chọn' }).click();
    await page.getByText('3 dòng: Phân bổ!D4:D6').waitFor();
    await page.getByLabel('Chia theo').selectOption('C');
    await page.getByLabel('Bước làm tròn').fill('1');
    await page.getByLabel('Phần lẻ còn lại dành cho').selectOption('apart');
    await page.getByText('Để riêng, chưa chia: 1').waitFor();
    await page.getByRole('button', { name: 'Điền 3 ô' }).click();
    await done(page, 'Chia một khoản cho 3 dòng');
    const sheet = readWorkbook(await saved(page)).sheets[0]!;
    const written = [4, 5, 6].map((row) => sheet.cells.numbers[locate(sheet).find(row, 4)]);
    expect(written).toEqual([33, 50, 16]);
    await page.close();
  });
});

test('what a column means is remembered in the downloaded file, and removed with the traces', async () => {
  const page = await opened(site.url, workbook(NESTED));
  const check = async (one: Page) => {
    await one.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await one.waitForSelector('.verdict');
    await one.getByText('Các cột (7)').click();
    return one.getByRole('combobox', { name: 'E', exact: true });
  };
  await (await check(page)).selectOption('note');
  await page.getByRole('button', { name: 'Tải tệp đã sửa' }).and(page.locator(':enabled')).waitFor();
  const path = join(folder, 'nho.xlsx');
  writeFileSync(path, await saved(page));
  await page.close();

  const again = await opened(site.url, path);
  expect(await again.getByRole('button', { name: 'Tải tệp đã sửa' }).isDisabled()).toBe(true);
  expect(await (await check(again)).inputValue()).toBe('note');
  await again.getByRole('tab', { name: 'Trợ giúp' }).click();
  await again.getByRole('button', { name: 'Xóa dấu vết trước khi gửi' }).click();
  await done(again, 'Đã xóa dấu vết');
  const parts = Object.keys(unzipSync(await saved(again)));
  expect(parts.filter((name) => name.startsWith('customXml/'))).toEqual([]);
  await again.close();
});

test('an empty sheet of a programme goes into the file, and is taken back', async () => {
  const page = await opened(site.url, workbook(NESTED));
  await page.getByRole('tab', { name: 'Mẫu biểu' }).click();
  await page.getByRole('button', { name: 'Thêm vào tệp này' }).click();
  await done(page, 'thêm trang biểu mẫu');
  await page.getByRole('button', { name: 'Biểu 01', exact: true, pressed: true }).waitFor();
  await page.locator('.undo').click();
  await page.getByRole('button', { name: 'Biểu 1', exact: true, pressed: true }).waitFor();
  await page.close();
});

test('no page threw or broke its policy', () => {
  expect(browser.problems).toEqual([]);
  expect(browser.foreign).toEqual([]);
});
