import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.js';
import { buildAddin, openBrowser, type Site, serve, workbook } from './browser.js';
import { hostScript, openPane } from './excel.js';
import { criteria, households, points } from './sheets.js';

const NESTED = '04_laichau_gnbv_cong_con_sai';

let folder: string;
let site: Site;
let script: string;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  folder = buildAddin();
  [site, script, browser] = await Promise.all([
    serve(folder),
    hostScript(),
    openBrowser({ width: 320, height: 700 }),
  ]);
});

afterAll(async () => {
  await browser?.context.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (file: string) => openPane(browser.context, script, site.url, file);

const select = (page: Page, area: string) =>
  page.evaluate((address) => {
    window.excelShell!.host.book.selection = address;
  }, area);

const texts = (page: Page, sheet: string, cells: readonly (readonly [number, number])[]) =>
  page.evaluate(
    ([name, places]) => {
      const found = window.excelShell!.host.book.sheets.find((one) => one.name === name)!;
      return places.map(([row, column]) => found.cells.get(row * 16385 + column)?.value ?? null);
    },
    [sheet, cells] as const,
  );

const sheetNames = (page: Page) =>
  page.evaluate(() => window.excelShell!.host.book.sheets.map((sheet) => sheet.name));

describe('a household list in Excel', () => {
  test('is answered row by row with reasons, written where columns are blank, and taken back', async () => {
    const page = await open(households());
    await page.getByRole('tab', { name: 'Đối tượng' }).click();
    await page.getByRole('button', { name: 'Danh sách', exact: true }).click();
    await page.getByLabel('Chính sách hỗ trợ').selectOption('dttsmn-2021-2025|DA1.ND1|residential-land');
    await page.getByLabel('Xét vào ngày').fill('2025-06-30');
    await select(page, 'B4');
    await page.getByRole('button', { name: 'Xét danh sách đang chọn' }).click();
    await page.locator('.list-lines li').first().waitFor();
    expect(await page.locator('.list-lines .severity').allTextContents()).toEqual([
      'Được',
      'Không được',
      'Chưa rõ',
    ]);
    expect(await page.locator('.list-lines li').nth(1).textContent()).toContain('cận nghèo');
    expect(await page.locator('.leftovers').textContent()).toContain('D6');
    expect(await texts(page, 'Danh sách hộ', [[3, 8]])).toEqual([null]);

    await page.getByRole('button', { name: 'Ghi kết quả và lý do vào cột H:I' }).click();
    await page.locator('.notice-done').waitFor();
    const written = await texts(page, 'Danh sách hộ', [
      [2, 8],
      [2, 9],
      [3, 8],
      [4, 8],
      [5, 8],
      [6, 8],
    ]);
    expect(written).toEqual(['Kết quả xét', 'Lý do', 'Được hỗ trợ', 'Không được hỗ trợ', 'Chưa rõ', null]);
    await page.getByRole('button', { name: 'Xét danh sách đang chọn' }).click();
    await page.getByText('Cột H:I đã có nội dung nên không ghi đè').waitFor();

    await page.locator('.undo').click();
    await page.locator('.notice-done', { hasText: 'Đã hoàn tác' }).waitFor();
    expect(
      await texts(page, 'Danh sách hộ', [
        [2, 8],
        [3, 8],
      ]),
    ).toEqual([null, null]);
    await page.close();
  });

  test('a sheet that holds no list is said to hold none', async () => {
    const page = await open(workbook(NESTED));
    await page.getByRole('tab', { name: 'Đối tượng' }).click();
    await page.getByRole('button', { name: 'Danh sách', exact: true }).click();
    await page.getByLabel('Chính sách hỗ trợ').selectOption('dttsmn-2021-2025|DA1.ND1|residential-land');
    await page.getByRole('button', { name: 'Xét danh sách đang chọn' }).click();
    await page.getByText('Không thấy danh sách nào').waitFor();
    await page.close();
  });
});

describe('a sum divided in Excel', () => {
  test('shows parts and proof while one chooses, writes them, and takes them back', async () => {
    const page = await open(points());
    await page.getByRole('tab', { name: 'Điền' }).click();
    await page.getByRole('button', { name: 'Chia một khoản' }).click();
    await select(page, 'D4:D7');
    await page.getByRole('button', { name: 'Lấy các ô đang chọn' }).click();
    await page.getByText('Lấy từ ô tổng D7.').waitFor();
    expect(await page.getByLabel('Số cần chia').inputValue()).toBe('100');
    // Nothing is chosen beforehand: neither how to divide nor who gets what is left.
    expect(await page.getByLabel('Chia theo').inputValue()).toBe('');
    expect(await page.getByLabel('Phần lẻ còn lại dành cho').inputValue()).toBe('');
    expect(await page.locator('.parts').count()).toBe(0);
    await page.getByLabel('Chia theo').selectOption('C');
    await page.getByLabel('Bước làm tròn').fill('1');
    await page.getByText('Chọn phần lẻ dành cho ai để xem kết quả.').waitFor();
    await page.getByLabel('Phần lẻ còn lại dành cho').selectOption('largest-ratio');
    const amounts = page.locator('.parts .part-amount');
    await amounts.first().waitFor();
    expect(await amounts.allTextContents()).toEqual(['33', '51', '16']);
    await page.getByLabel('Phần lẻ còn lại dành cho').selectOption('largest-remainder');
    await page.waitForFunction(
      () => document.querySelector('.parts li:last-child .part-amount')?.textContent === '17',
    );
    expect(await page.locator('.part-proof').nth(2).textContent()).toBe(
      'trọng số 1được 16 2/3làm tròn xuống 16lẻ 2/3thêm 1',
    );
    expect(await page.locator('.part-sum').textContent()).toContain('100');

    await page.getByLabel('Số cần chia').fill('100,5');
    await page.getByText('không chẵn bước').waitFor();
    await page.getByLabel('Số cần chia').fill('100');
    await page.getByRole('button', { name: 'Điền 3 ô' }).click();
    await page.locator('.notice-done').waitFor();
    const cells = [
      [4, 4],
      [5, 4],
      [6, 4],
      [7, 4],
    ] as const;
    expect(await texts(page, 'Phân bổ', cells)).toEqual([33, 50, 17, 100]);
    await page.locator('.undo').click();
    await page.locator('.notice-done', { hasText: 'Đã hoàn tác' }).waitFor();
    expect(await texts(page, 'Phân bổ', cells)).toEqual([null, null, null, 100]);
    await page.close();
  });

  test('goes by the criteria of the decision on allocation, each coefficient named, and is taken back', async () => {
    const page = await open(criteria());
    await page.getByRole('tab', { name: 'Điền' }).click();
    await page.getByRole('button', { name: 'Chia một khoản' }).click();
    await select(page, 'H5:H6');
    await page.getByRole('button', { name: 'Lấy các ô đang chọn' }).click();
    await page.getByLabel('Số cần chia').fill('100.000');
    await page.getByText('Đọc là 100.000 triệu đồng.').waitFor();
    await page.getByLabel('Chia theo').selectOption('criteria');
    await page.getByLabel('Bước làm tròn').fill('1');
    await page.getByLabel('Phần lẻ còn lại dành cho').selectOption('largest-remainder');
    await page.getByRole('button', { name: 'Xem sẽ điền gì' }).click();
    await page.locator('.changes li').first().waitFor();
    expect(await page.locator('.changes ins').allTextContents()).toEqual(['Sau: 64.830', 'Sau: 35.170']);
    expect(await page.locator('.changes li').first().textContent()).toContain('02/2022/QĐ-TTg');
    await page.getByRole('button', { name: 'Điền 2 ô' }).click();
    await page.locator('.notice-done').waitFor();
    const cells = [
      [5, 8],
      [6, 8],
    ] as const;
    expect(await texts(page, 'Phân bổ', cells)).toEqual([64_830, 35_170]);
    await page.locator('.undo').click();
    await page.locator('.notice-done', { hasText: 'Đã hoàn tác' }).waitFor();
    expect(await texts(page, 'Phân bổ', cells)).toEqual([null, null]);
    await page.close();
  });

  test('cells of several columns are refused in a sentence', async () => {
    const page = await open(points());
    await page.getByRole('tab', { name: 'Điền' }).click();
    await page.getByRole('button', { name: 'Chia một khoản' }).click();
    await select(page, 'C4:D6');
    await page.getByRole('button', { name: 'Lấy các ô đang chọn' }).click();
    await page.getByText('Chỉ chọn các ô trong một cột.').waitFor();
    await page.close();
  });
});

describe('what the pane puts into the workbook', () => {
  test('a sheet of results and a chart, each taken back', async () => {
    const page = await open(workbook(NESTED));
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.waitForSelector('.verdict');
    await page.getByRole('button', { name: 'Thêm trang kết quả' }).click();
    await page.locator('.notice-done').waitFor();
    await page.getByRole('button', { name: 'Chèn biểu đồ vào tệp' }).click();
    await page.locator('.notice-done', { hasText: 'biểu đồ' }).waitFor();
    expect(await sheetNames(page)).toEqual(['Biểu 1', 'Kết quả kiểm tra', 'Biểu đồ nguồn vốn']);
    const charts = await page.evaluate(() => window.excelShell!.host.book.sheets[2]!.charts);
    expect(charts).toMatchObject([{ type: 'BarStacked', series: [{ name: 'Ngân sách trung ương' }] }]);
    await page.locator('.undo').click();
    await page.locator('.notice-done', { hasText: 'Đã hoàn tác: chèn biểu đồ' }).waitFor();
    await page.locator('.undo').click();
    await page.locator('.notice-done', { hasText: 'Đã hoàn tác: thêm trang' }).waitFor();
    expect(await sheetNames(page)).toEqual(['Biểu 1']);
    await page.close();
  });

  test('a norm goes into the selected cell in the unit of its table', async () => {
    const page = await open(workbook('01_dantien_dtts_2025'));
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.waitForSelector('.verdict');
    await page.getByRole('tab', { name: 'Tra cứu' }).click();
    await page.getByLabel('Tìm tên dự án, nội dung hoặc mã').fill('DA1.ND1');
    await page.locator('.norms summary').first().click();
    const norm = page.locator('.norms li').first();
    await norm.waitFor();
    expect(await norm.textContent()).toContain('40.000.000');
    await select(page, 'C12');
    await norm.getByRole('button').click();
    await page.locator('.notice-done').waitFor();
    const [sheet] = await sheetNames(page);
    expect(await texts(page, sheet!, [[12, 3]])).toEqual([40]);
    await page.close();
  });
});

test('axe objects to nothing, nothing is wider than 320 pixels, in light, dark and large text', async () => {
  const page = await open(points());
  await page.getByRole('tab', { name: 'Điền' }).click();
  await page.getByRole('button', { name: 'Chia một khoản' }).click();
  await select(page, 'D4:D6');
  await page.getByRole('button', { name: 'Lấy các ô đang chọn' }).click();
  await page.getByLabel('Chia theo').selectOption('equal');
  await page.getByLabel('Bước làm tròn').fill('0,1');
  await page.getByLabel('Phần lẻ còn lại dành cho').selectOption('first');
  await page.locator('.parts').waitFor();
  await page.getByText(/^Các dòng nhận/).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.close();

  const list = await open(households());
  await list.getByRole('tab', { name: 'Đối tượng' }).click();
  await list.getByRole('button', { name: 'Danh sách', exact: true }).click();
  await list.getByLabel('Chính sách hỗ trợ').selectOption('dttsmn-2021-2025|DA1.ND1|residential-land');
  await list.getByRole('button', { name: 'Xét danh sách đang chọn' }).click();
  await list.locator('.list-lines li').first().waitFor();
  expect(await violations(list)).toEqual([]);
  expect(await list.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await list.close();
});

test('no page threw or broke its policy', () => {
  expect(browser.problems).toEqual([]);
});
