import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROKEN, call, type Rows, SOUND, temporaryFolder, workbook } from '../testing.js';

const folder = temporaryFolder();
const example = new URL('../../../../examples/dan-tien-2025.xlsx', import.meta.url).pathname;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CTMTQG_BROWSER ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(async () => {
  await browser.close();
  folder.remove();
});

interface Opened {
  readonly page: Page;
  readonly path: string;
  readonly complaints: string[];
  readonly requests: string[];
}

/** Writes the report of a file and opens it as its reader would. */
async function open(input: string, ...options: readonly string[]): Promise<Opened> {
  const path = folder.path(`${Math.random().toString(36).slice(2)}.html`);
  const called = await call('check', input, '--html', path, ...options);
  expect(called.err).toContain(path);
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, path, complaints, requests };
}

describe('the report as a page', () => {
  it('asks for nothing from the network and complains of nothing', async () => {
    const { complaints, requests, path } = await open(example);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([pathToFileURL(path).href]);
  });

  it('is accessible by axe’s rules, in both languages', async () => {
    for (const language of ['vi', 'en']) {
      const { page } = await open(example, '--lang', language);
      // The page’s own policy forbids scripts, so the tool is brought in by the browser itself.
      const found = await page.evaluate(`(() => { ${axe}; return axe.run(document); })()`);
      const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] };
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });

  it('shows the sheet with merged headers and Vietnamese figures, and marks the cell with its number', async () => {
    const { page } = await open(folder.file('broken.xlsx', await workbook({ Biểu: BROKEN })));
    const marked = page.locator('td.error');
    expect(await marked.count()).toBe(1);
    expect(await marked.first().textContent()).toContain('999');
    await marked.first().locator('a.badge').click();
    expect(page.url()).toMatch(/#f1$/);
    expect(await page.locator('#f1').textContent()).toContain('720');
    await page.goto(pathToFileURL((await open(example)).path).href);
    expect(await page.locator('td[colspan="3"]', { hasText: 'Trong đó' }).count()).toBe(1);
    expect(await page.locator('td', { hasText: /^7\.459,2$/ }).count()).toBe(1);
  });

  it('draws the sources of money by project, both kinds of capital together', async () => {
    const { page } = await open(example);
    const chart = page.locator('figure.chart').first();
    expect(await chart.locator('g').count()).toBe(6);
    expect(await chart.locator('svg').getAttribute('aria-label')).toContain(
      'DA4 – TDA1: ngân sách trung ương 7.459,2, ngân sách địa phương 2.045',
    );
    // E14 holds “8,7” as text.
    expect(await chart.locator('svg').getAttribute('aria-label')).toContain('ngân sách địa phương 8,7');
    const capitals = new URL(
      '../../../../test/workbooks/07_nghean_dt_sn_3tang/07_nghean_dt_sn_3tang.xlsx',
      import.meta.url,
    );
    const both = (await open(capitals.pathname)).page.locator('figure.chart svg');
    expect(await both.getAttribute('aria-label')).toContain('DA1: ngân sách trung ương 64.625.000.000');
  });

  it('treats whatever stands in a cell or a name as text', async () => {
    const evil = '<img src=x onerror=alert(1)><script>document.title="!"</script>';
    const rows = SOUND.map((row, index) =>
      index === 4 ? [row[0]!, `${String(row[1])} ${evil}`, ...row.slice(2)] : row,
    );
    const { page, complaints, requests } = await open(
      folder.file('a"b.xlsx', await workbook({ "<b>'x": rows as Rows })),
    );
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.locator('td', { hasText: evil }).count()).toBe(1);
    expect(await page.title()).toContain('a"b.xlsx');
    expect(requests).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('prints on A4, verdict first and the signatures together on one page', async () => {
    const { page } = await open(example);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.length).toBeGreaterThan(0);
    for (const [, width, height] of boxes) {
      const sides = [Number(width), Number(height)].sort((a, b) => a - b).map(Math.round);
      expect(sides[0]).toBeCloseTo(595, -1);
      expect(sides[1]).toBeCloseTo(842, -1);
    }
  });
});

describe('a sheet wider than the paper', () => {
  const years = Array.from({ length: 10 }, (_, at) => 2016 + at);
  const rows: Rows = [
    ['Phân bổ vốn Chương trình mục tiêu quốc gia giảm nghèo bền vững'],
    [
      'TT',
      'Huyện',
      ...years.flatMap((year) => [`Tổng số năm ${year}`, 'Ngân sách trung ương', 'Ngân sách địa phương']),
    ],
    ...[1, 2, 3].map((number) => [
      number,
      `Huyện số ${number}`,
      ...years.flatMap(() => [number === 2 ? 1_234_999 : 1_234_567, 1_000_000, 234_567]),
    ]),
  ];

  it('is printed in strips that name their rows, with every figure in one piece', async () => {
    const { page } = await open(folder.file('wide.xlsx', await workbook({ Rộng: rows })));
    const strips = page.locator('.strip');
    expect(await strips.count()).toBeGreaterThan(1);
    expect(await strips.first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 1016, height: 700 });
    expect(await page.locator('.on-screen').isVisible()).toBe(false);
    for (const strip of await strips.all()) {
      expect(await strip.isVisible()).toBe(true);
      expect(await strip.locator('td', { hasText: 'Huyện số 2' }).count()).toBe(1);
    }
    const broken = await page.evaluate(`[...document.querySelectorAll('.strip td.right')].filter((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell.querySelector('span') ?? cell);
      return range.getClientRects().length > 1 || range.getBoundingClientRect().width > cell.clientWidth;
    }).length`);
    expect(broken).toBe(0);
  });

  it('has no two elements of one name, though its cells are drawn twice', async () => {
    const { page } = await open(folder.file('wide-2.xlsx', await workbook({ Rộng: rows })));
    const ids = (await page.evaluate(
      `[...document.querySelectorAll('[id]')].map(({ id }) => id)`,
    )) as string[];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('f1');
  });
});

describe('a sheet of thousands of rows', () => {
  it('stays usable: rows without findings are folded away, the wrong one is shown', async () => {
    const count = 5_000;
    const works = Array.from({ length: count }, (_, index): Rows[number] => {
      const row = index + 5;
      const central = 100 + (index % 37);
      return [
        index + 1,
        `Công trình số ${index + 1}`,
        index === 3_210 ? 1 : { formula: `D${row}+E${row}`, result: central + 10 },
        central,
        10,
      ];
    });
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const central = sum(works.map((row) => Number(row[3])));
    const totals = sum(works.map((row) => (typeof row[2] === 'number' ? row[2] : Number(row[3]) + 10)));
    const last = count + 4;
    const rows: Rows = [
      ...SOUND.slice(0, 3),
      [
        null,
        'Tổng cộng',
        { formula: `SUM(C5:C${last})`, result: totals },
        { formula: `SUM(D5:D${last})`, result: central },
        { formula: `SUM(E5:E${last})`, result: count * 10 },
      ],
      ...works,
    ];
    const { page, path } = await open(folder.file('long.xlsx', await workbook({ Dài: rows })));
    expect(readFileSync(path).length).toBeLessThan(2_000_000);
    expect(await page.locator('details').count()).toBeGreaterThan(0);
    expect(
      await page
        .locator('td.error', { hasText: /^1\d?$/ })
        .first()
        .isVisible(),
    ).toBe(true);
    expect(await page.locator('tr:visible').count()).toBeLessThan(300);
  });
});
