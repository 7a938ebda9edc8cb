import { describe, expect, it } from 'vitest';
import { runOn, tableOf } from '../support/test-table.js';
import { projectNotInProgramme } from './check.js';

const HOUSES = 'Dự án 5: Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo trên địa bàn các huyện nghèo';
const LAND = 'Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt';
const HEALTH = 'Dự án 7: Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng, tầm vóc người dân tộc thiểu số';
const run = (titles: readonly string[], programme: string | null) =>
  runOn(projectNotInProgramme, tableOf({ titles, programme }));

describe('project-not-in-programme', () => {
  it('names a project of another programme and where it belongs', () => {
    const { findings } = run([LAND, HEALTH, HOUSES], 'dttsmn-2021-2025');
    expect(
      findings.map(({ cell, facts, severity }) => [cell, facts.node, facts.programme, severity]),
    ).toEqual([['B4', 'DA5', 'gnbv-2021-2025', 'error']]);
  });
  it('stays silent on titles that are alike in two programmes and on short ones', () => {
    expect(
      run(
        [LAND, 'Hỗ trợ nhà ở', 'Cải thiện dinh dưỡng', 'Phát triển giáo dục nghề nghiệp'],
        'dttsmn-2021-2025',
      ).findings,
    ).toEqual([]);
    expect(
      run(['Hỗ trợ phát triển sản xuất theo chuỗi giá trị cho hộ nghèo', HOUSES], 'gnbv-2021-2025').findings,
    ).toEqual([]);
  });
  it('says nothing where the table names no programme, nor of money carried over into the merged programme', () => {
    expect(run([LAND, HOUSES], null).findings).toEqual([]);
    expect(run([LAND, HOUSES], 'ctmtqg-2026-2035').findings).toEqual([]);
  });
  it('doubts the heading rather than every row', () => {
    const result = run([LAND, HEALTH, HOUSES], 'gnbv-2021-2025');
    expect(result.findings).toEqual([]);
    expect(result.notChecked.map(({ code }) => code)).toEqual(['programme-doubtful']);
  });
});
