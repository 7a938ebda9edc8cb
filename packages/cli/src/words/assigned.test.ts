import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { call, SOUND, temporaryFolder, workbook } from '../testing.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('what was compared with assigned figures', () => {
  it('is said in the terminal and on the page, also where all agree', async () => {
    const sound = folder.file('sound.xlsx', await workbook({ Biểu: SOUND }));
    const page = folder.path('page.html');
    const given = ['--assigned', 'DA1:central=626', '--assigned', 'total=880'];
    const { code, out } = await call('check', sound, ...given, '--html', page);
    expect(code).toBe(0);
    for (const text of [out.replace(/\s+/g, ' '), readFileSync(page, 'utf8')]) {
      expect(text).toContain('Số được giao: Dự án 1, ngân sách trung ương: 626 theo đơn vị của biểu');
      expect(text).toContain('đã so với D5');
      expect(text).toContain('Số được giao: tổng số: 880');
    }
    const english = await call('check', sound, ...given, '--lang', 'en');
    expect(english.out.replace(/\s+/g, ' ')).toContain('Assigned: Project 1, central budget: 626');
  });

  it('is not spoken of where nothing was assigned', async () => {
    const sound = folder.file('plain.xlsx', await workbook({ Biểu: SOUND }));
    expect((await call('check', sound)).out).not.toContain('được giao');
  });
});
