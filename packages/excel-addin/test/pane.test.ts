import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.js';
import { blanked, buildAddin, openBrowser, type Site, serve, workbook } from './browser.js';
import { hostScript, openPane } from './excel.js';

const WRONG_SUMS = '04_laichau_gnbv_cong_con_sai';

let folder: string;
let site: Site;
let script: string;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  folder = buildAddin();
  [site, script, browser] = await Promise.all([
    serve(folder),
    hostScript(),
    openBrowser({ width: 360, height: 760 }),
  ]);
});

afterAll(async () => {
  await browser?.context.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (name = WRONG_SUMS, excel = {}, context: BrowserContext = browser.context) =>
  openPane(context, script, site.url, workbook(name), excel);

const traffic = (page: Page) => page.evaluate(() => window.excelShell!.host.traffic.requests);
const valueAt = (page: Page, address: [row: number, column: number]) =>
  page.evaluate(([row, column]) => {
    const cell = window.excelShell!.host.book.sheets[0]!.cells.get(row * 16385 + column);
    return cell ? (cell.formula ?? cell.value) : null;
  }, address);

async function requestsFor(page: Page, act: () => Promise<unknown>): Promise<number> {
  const before = await traffic(page);
  await act();
  return (await traffic(page)) - before;
}

async function checked(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await page.waitForSelector('.verdict');
}

describe.each([
  ['vi-VN', '1.14'],
  ['en-US', '1.15'],
])('in Excel %s with ExcelApi %s', (locale, excelApi) => {
  test('check, go to a cell, fix all that is safe, take it back', async () => {
    const page = await open(WRONG_SUMS, { locale, excelApi });
    await page.waitForSelector('.empty');
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).waitFor();
    expect(await requestsFor(page, () => checked(page))).toBe(2);
    expect(await page.locator('.verdict-text').textContent()).toBe('3 lỗi');

    await page.locator('[data-code="formula-range-misses-row"] .cell').first().click();
    await page.waitForFunction(() => window.excelShell!.host.book.selection === 'C18');

    await page.getByRole('button', { name: 'Sửa tất cả điểm an toàn (2)' }).click();
    expect(await page.locator('.changes li').count()).toBe(2);
    const asked = await requestsFor(page, async () => {
      await page.locator('.preview .button-primary').click();
      await page.waitForFunction(() => document.querySelectorAll('.finding').length === 1);
    });
    expect(asked).toBe(3); // one to write, two to check again
    expect([await valueAt(page, [14, 4]), await valueAt(page, [18, 3])]).toEqual([685, 'SUM(C19:C20)']);

    await page.locator('.undo').click();
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 3);
    expect([await valueAt(page, [14, 4]), await valueAt(page, [18, 3])]).toEqual(['685 ', 'SUM(C19:C19)']);
    await page.close();
  });
});

describe('in Excel', () => {
  test('ignoring asks for a reason, keeps it in the workbook, and can be taken back', async () => {
    const page = await open();
    await checked(page);
    await page.locator('.finding').first().getByRole('button', { name: 'Bỏ qua' }).click();
    await page.keyboard.type('Theo quyết định giao vốn');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 2);
    const kept = await page.evaluate(() => [...window.excelShell!.host.book.settings.values()].join());
    expect(kept).toContain('Theo quyết định giao vốn');
    await page.getByText('Đã bỏ qua (1)').click();
    await page.getByRole('button', { name: 'Xét lại' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 3);
    await page.close();
  });

  test('marks can be put and removed; clearing traces leaves nothing behind', async () => {
    const page = await open();
    await checked(page);
    await page.getByRole('button', { name: 'Tô màu ô' }).click();
    await page.getByRole('button', { name: 'Bỏ tô màu' }).waitFor();
    await page.getByRole('tab', { name: 'Trợ giúp' }).click();
    await page.getByRole('button', { name: 'Xóa dấu vết trước khi gửi' }).click();
    await page.getByText('Tệp không còn gì của công cụ').waitFor();
    const left = await page.evaluate(() => {
      const { book } = window.excelShell!.host;
      const fills = [...book.sheets[0]!.cells.values()].filter((cell) =>
        /^(FFD6D2|FFECB8|D6E8FF)$/.test(cell.format?.fill ?? ''),
      );
      return [book.settings.size, fills.length];
    });
    expect(left).toEqual([0, 0]);
    await page.close();
  });

  test('a cell being typed in, and a sheet changed by another, are said plainly', async () => {
    const page = await open();
    await checked(page);
    await page.evaluate(() => {
      window.excelShell!.host.editingCell = true;
    });
    await page.locator('.finding').first().getByRole('button', { name: 'Sửa', exact: true }).click();
    await page.getByText('Một ô đang được gõ dở trong Excel').waitFor();
    await page.evaluate(() => {
      window.excelShell!.host.editingCell = false;
      window.excelShell!.type('Biểu 1', 'D13', 1, 'Remote');
    });
    await page.getByText('Bảng tính đã thay đổi sau lần kiểm tra này.').waitFor();
    await page.locator('.finding').first().getByRole('button', { name: 'Sửa', exact: true }).click();
    await page.getByText('Hãy kiểm tra lại để không ghi đè số mới').waitFor();
    expect(await valueAt(page, [13, 4])).toBe(1);
    await page.close();
  });

  test('checks again by itself when the sheet changes, once that is switched on', async () => {
    const page = await open();
    await checked(page);
    await page.getByLabel('Tự kiểm tra lại khi bảng thay đổi').check();
    await page.evaluate(() => window.excelShell!.type('Biểu 1', 'D13', 9999));
    await page.locator('.figure-found', { hasText: '9.999' }).waitFor();
    await page.close();
  });

  test('a button of the ribbon checks and takes back', async () => {
    const page = await open();
    await page.waitForSelector('.empty');
    await page.evaluate(() => window.excelShell!.press('ctmtqgCheck', 'b1'));
    await page.waitForSelector('.verdict');
    expect(await page.evaluate(() => window.excelShell!.completedCommands.length)).toBe(1);
    await page.close();
  });

  test('fills blank totals as formulas, after showing them, in one request, and takes them back', async () => {
    const file = blanked('01_dantien_dtts_2025', ['C8', 'D8', 'C9', 'C10']);
    const page = await openPane(browser.context, script, site.url, file);
    await page.waitForSelector('.empty');
    await page.evaluate(() => window.excelShell!.press('ctmtqgFillTotals', 'b2'));
    await page.locator('.changes li').first().waitFor();
    const cells = await page.locator('.changes .cell-name').allTextContents();
    expect(cells.sort()).toEqual(['C10', 'C8', 'C9', 'D8']);
    expect(await valueAt(page, [8, 4])).toBeNull();
    const asked = await requestsFor(page, async () => {
      await page.getByRole('button', { name: 'Điền 4 ô' }).click();
      await page.locator('.notice-done', { hasText: 'Điền 4 ô' }).waitFor();
      await page.getByRole('tab', { name: 'Kiểm tra' }).click();
      await page.waitForSelector('.verdict-clean');
    });
    expect(asked).toBe(3); // one to write, two to check again
    const formulas = await Promise.all(
      (
        [
          [8, 3],
          [8, 4],
          [9, 3],
        ] as const
      ).map(([row, column]) => valueAt(page, [row, column])),
    );
    for (const formula of formulas) expect(formula).toMatch(/^(SUM\(|[A-Z]\d+\+)/);
    await page.locator('.undo').click();
    await page.locator('.notice-done', { hasText: 'Đã hoàn tác' }).waitFor();
    expect(await valueAt(page, [8, 4])).toBeNull();
    await page.close();
  });

  test('what a column means can be corrected, and stays so in the workbook', async () => {
    const page = await open();
    await checked(page);
    await page.getByText('Các cột (7)').click();
    const column = page.getByRole('combobox', { name: 'E', exact: true });
    expect(await column.inputValue()).toBe('amount/local');
    await column.selectOption('note');
    await page.waitForFunction(() =>
      [...window.excelShell!.host.book.settings.values()].join().includes('"role":"note"'),
    );
    await page.waitForFunction(() => !document.querySelector('.results-busy'));
    expect(await column.inputValue()).toBe('note');
    await page.close();
  });

  test('looks up a title and puts it into the selected cell', async () => {
    const page = await open();
    await page.getByRole('tab', { name: 'Tra cứu' }).click();
    await page.getByLabel('Tìm tên dự án, nội dung hoặc mã').fill('cham soc suc khoe nhan dan');
    await page.getByText('Dự án 7').first().waitFor();
    await page.evaluate(() => {
      window.excelShell!.host.book.selection = 'B40';
    });
    await page.getByRole('button', { name: 'Chèn vào ô Dự án 7' }).click();
    await page.locator('.notice-done').waitFor();
    expect(await valueAt(page, [40, 2])).toMatch(/^Dự án 7: Chăm sóc sức khỏe/);
    await page.close();
  });

  test('adds an empty sheet of a programme that checks clean', async () => {
    const page = await open('01_dantien_dtts_2025');
    await page.getByRole('tab', { name: 'Mẫu biểu' }).click();
    await page.getByRole('textbox', { name: 'Tỷ lệ NSTW hỗ trợ' }).fill('60');
    await page.getByRole('button', { name: 'Thêm vào tệp này' }).click();
    await page.locator('.notice-done').waitFor();
    const names = await page.evaluate(() => window.excelShell!.host.book.sheets.map((sheet) => sheet.name));
    expect(names.length).toBeGreaterThan(1);
    await page.getByRole('tab', { name: 'Kiểm tra' }).click();
    await checked(page);
    expect(await page.locator('.finding').count()).toBe(0);
    await page.close();
  });

  test('asks only what decides whether a household may receive, and takes nothing unknown for no', async () => {
    const page = await open();
    await page.getByRole('tab', { name: 'Đối tượng' }).click();
    await page.getByLabel('Chính sách hỗ trợ').selectOption('dttsmn-2021-2025|DA1.ND1|residential-land');
    await page.getByLabel('Xét vào ngày').fill('2025-06-30');
    await page.getByRole('heading', { name: 'Chưa đủ thông tin' }).waitFor();
    await page.getByLabel('Hộ thuộc diện nào theo rà soát?').selectOption({ label: 'cận nghèo' });
    await page.getByRole('heading', { name: 'Không đủ điều kiện' }).waitFor();
    await page.close();
  });

  test('functions in cells answer with values, and with real errors that say why', async () => {
    const page = await open();
    await page.waitForSelector('.empty');
    await page.evaluate(() => {
      window.excelShell!.callFunction(1, 'SO', ['9.504,2']);
      window.excelShell!.callFunction(2, 'PHANBO', [100, [[2, 3, 1]], 1, 'largest-remainder']);
      window.excelShell!.callFunction(3, 'TENDUAN', ['dttsmn-2021-2025', 'DA99']);
    });
    await page.waitForFunction(() => window.excelShell!.host.answers.length === 3);
    const answers = await page.evaluate(() => window.excelShell!.host.answers);
    expect(answers.slice(0, 2).map((one) => one.value)).toEqual([9504.2, [[33, 50, 17]]]);
    expect(answers[2]).toMatchObject({ ok: false, value: expect.stringContaining('Không có mã “DA99”') });
    await page.close();
  });

  test('an Excel that is too old gets a plain sentence and the other way', async () => {
    const page = await open(WRONG_SUMS, { excelApi: '1.12' });
    await page.getByText('Phiên bản Excel này quá cũ').waitFor();
    expect(await page.getByRole('link', { name: 'Mở trang không cần Excel' }).getAttribute('href')).toBe(
      'index.html',
    );
    await page.close();
  });

  test('speaks English when asked, and its findings with it', async () => {
    const page = await open();
    await checked(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('3 errors').waitFor();
    await page.waitForFunction(() =>
      /^(Cell|[A-Z]+\d+)/.test(document.querySelector('.finding-message')?.textContent ?? ''),
    );
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.close();
  });

  test('everything can be done by keyboard', async () => {
    const page = await open();
    await page.waitForSelector('.empty');
    await page.keyboard.press('Alt+k');
    await page.waitForSelector('.verdict');
    const reached: string[] = [];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
    }
    for (const name of ['English', 'Kiểm tra', 'Kiểm tra lại', 'Tô màu ô', 'Sửa cách hiểu', 'Sửa', 'Bỏ qua'])
      expect(reached).toContain(name);
    await page.getByRole('tab', { name: 'Kiểm tra' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Điền', selected: true }).waitFor();
    await page.close();
  });

  test('has nothing that axe objects to, at 320 pixels, in light and dark', async () => {
    const page = await open();
    await page.setViewportSize({ width: 320, height: 640 });
    await checked(page);
    await page.getByRole('button', { name: 'Sửa tất cả điểm an toàn (2)' }).click();
    await page.getByText('Sửa cách hiểu').click();
    const views = {
      light: ['Kiểm tra', 'Điền', 'Tra cứu', 'Đối tượng', 'Trợ giúp'],
      dark: ['Kiểm tra', 'Đối tượng'],
    };
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const tab of views[colorScheme]) {
        await page.getByRole('tab', { name: tab }).click();
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      }
    }
    await page.close();
  });
});

test('no page broke its content security policy or threw', () => {
  expect(browser.problems).toEqual([]);
  expect(site.asked.filter((path) => !/\.(html|js|css|png)$/.test(path))).toEqual([]);
});
