import { describe, expect, it } from 'vitest';
import { runOn, tableOf } from '../support/test-table.js';
import { unknownTitle } from './check.js';

const PROJECTS = [
  'Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo',
  'Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng',
  'Dự án 4: Phát triển giáo dục nghề nghiệp, việc làm bền vững',
];
const run = (more: readonly string[], projects: readonly string[] = PROJECTS) => {
  const titles = [...projects, ...more];
  const columns = [{ header: 'Tổng số', values: titles.map((_, i) => i + 1) }];
  const result = runOn(unknownTitle, tableOf({ titles, programme: 'gnbv-2021-2025', columns }));
  return {
    cells: result.findings.map(({ cell, severity }) => `${cell} ${severity}`),
    gaps: result.notChecked.map(({ code }) => code),
  };
};

describe('unknown-title', () => {
  it('warns of a row with money that is no project', () => {
    expect(run(['Tổ chức hội diễn nghệ thuật quần chúng']).cells).toEqual(['B5 warning']);
  });
  it('accepts cut, reworded and misspelt titles, sources, places and reserves', () => {
    expect(
      run([
        'Truyền thông và giảm ngheo về thong tin',
        'Nâng cao năng lực, giám sát và đánh giá',
        'Nguồn vốn chưa phân bổ',
        'Xã Tân Sơn Hạ',
      ]).cells,
    ).toEqual([]);
  });
  it('asks only among recognised projects', () => {
    expect(run(['Tổ chức hội diễn nghệ thuật quần chúng'], PROJECTS.slice(0, 2)).cells).toEqual([]);
  });
  it('asks a row that calls itself a project beside a single one that was recognised', () => {
    const [known = ''] = PROJECTS;
    expect(run(['Dự án 9: Hội diễn nghệ thuật quần chúng'], [known]).cells).toEqual(['B3 warning']);
    expect(run(['Hội diễn nghệ thuật quần chúng'], [known]).cells).toEqual([]);
  });
  it('leaves a row of another programme to what was not checked', () => {
    expect(run(['Chương trình mục tiêu quốc gia về phát triển văn hóa'])).toEqual({
      cells: [],
      gaps: ['other-programme-row'],
    });
  });
});
