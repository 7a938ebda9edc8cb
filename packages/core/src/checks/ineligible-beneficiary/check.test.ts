import { describe, expect, it } from 'vitest';
import { runOn, type TestColumn, tableOf } from '../support/test-table.js';
import { ineligibleBeneficiary } from './check.js';

const central: TestColumn = { header: 'NSTW', own: { source: 'central' }, values: [40, 40] };
const run = (
  title: string,
  { programme = 'dttsmn-2021-2025', column = central, year = 2024 as number | null } = {},
) =>
  runOn(
    ineligibleBeneficiary,
    tableOf({ titles: [title], programme, columns: [column], dimensions: { year } }),
  ).findings;

describe('ineligible-beneficiary', () => {
  it('finds residential land for near-poor households, with the article', () => {
    const [finding, ...more] = run('Hỗ trợ đất ở cho hộ cận nghèo');
    expect(more).toEqual([]);
    expect([finding?.cell, finding?.severity, finding?.facts.poverty, finding?.law[0]?.status]).toEqual([
      'B2',
      'error',
      'near-poor',
      'verified',
    ]);
    expect(finding?.law[0]?.instrument).toBe('02/2022/TT-UBDT');
  });
  it('only warns where a newer circular may have changed the groups', () => {
    const [finding] = run('Hỗ trợ đất ở cho hộ cận nghèo', { year: 2025 });
    expect([finding?.severity, finding?.law[0]?.status]).toEqual(['warning', 'unverified']);
  });
  it('lets the poor pass, and titles that name several groups or none', () => {
    for (const title of [
      'Hỗ trợ đất ở cho hộ nghèo',
      'Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo',
      'Hỗ trợ đất ở',
      'Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt',
    ])
      expect(run(title), title).toEqual([]);
  });
  it('lets near-poor households build houses in the poverty programme, where the law has them', () => {
    expect(run('Xây mới nhà ở cho hộ cận nghèo', { programme: 'gnbv-2021-2025' })).toEqual([]);
    expect(run('Xây mới nhà ở cho hộ khá', { programme: 'gnbv-2021-2025' })).toHaveLength(1);
  });
  it('says nothing of money that is not the centre’s, and nothing without a day', () => {
    const local: TestColumn = { header: 'NSĐP', own: { source: 'local' }, values: [40] };
    expect(run('Hỗ trợ đất ở cho hộ cận nghèo', { column: local })).toEqual([]);
    expect(run('Hỗ trợ đất ở cho hộ cận nghèo', { year: null })).toEqual([]);
  });
});
