import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ctmtqg-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (...files: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts', 'start.mjs'), ...files], {
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder, CTMTQG_BUILT: '1' },
    encoding: 'utf8',
  });

describe('the command “start”', () => {
  it('checks the example, says what it found and where the reports are, and ends with 0', () => {
    const { status, stdout } = start();
    expect(status).toBe(0);
    expect(stdout).toContain('Trang “PL kèm KH”');
    for (const cell of ['D10', 'C12', 'B14', 'E14', 'B15', 'B16']) expect(stdout).toContain(cell);
    expect(stdout).toContain('Thử tiếp');
    const out = join(root, 'out', 'dan-tien-2025');
    expect(JSON.parse(readFileSync(`${out}.json`, 'utf8')).schema).toBe('check-report/1');
    expect(existsSync(`${out}.html`)).toBe(true);
    expect(existsSync(`${out}-ket-qua.xlsx`)).toBe(true);
  });

  it('checks a file of the user’s, named from where the user stands', () => {
    copyFileSync(join(root, 'examples', 'dan-tien-2025.xlsx'), join(folder, 'của tôi.xlsx'));
    const { status, stdout } = start('của tôi.xlsx');
    expect(status).toBe(0);
    expect(stdout).toContain('của tôi.xlsx');
    for (const ending of ['.json', '.html', '-ket-qua.xlsx']) rmSync(join(root, 'out', `của tôi${ending}`));
  });

  it('checks a folder, each workbook with reports of its own', () => {
    const books = join(folder, 'các-xã-start-test');
    mkdirSync(books);
    for (const name of ['a.xlsx', 'b.xlsx'])
      copyFileSync(join(root, 'examples', 'dan-tien-2025.xlsx'), join(books, name));
    const { status, stdout } = start('các-xã-start-test');
    const out = join(root, 'out', 'các-xã-start-test');
    expect(status).toBe(0);
    expect(stdout).toContain('TỔNG HỢP');
    expect(readdirSync(out).sort()).toEqual(['a-ket-qua.xlsx', 'a.html', 'b-ket-qua.xlsx', 'b.html']);
    expect(JSON.parse(readFileSync(`${out}.json`, 'utf8')).reports).toHaveLength(2);
    rmSync(out, { recursive: true });
    rmSync(`${out}.json`);
  });

  it('says what is wrong with a file that cannot be used', () => {
    const { status, stderr } = start('không có.xlsx');
    expect(status).not.toBe(0);
    expect(stderr).toContain('không tìm thấy');
  });
});
