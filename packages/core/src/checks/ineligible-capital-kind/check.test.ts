import { describe, expect, it } from 'vitest';
import type { SumRelation } from '../../sheet/types.js';
import { runOn, type TestColumn, tableOf } from '../support/test-table.js';
import { ineligibleCapitalKind } from './check.js';

const GENDER =
  'Dự án 8: Thực hiện bình đẳng giới và giải quyết những vấn đề cấp thiết đối với phụ nữ và trẻ em';
const LAND = 'Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt';
const TALK = 'Truyền thông về sức khỏe';

const run = (
  titles: readonly string[],
  columns: readonly TestColumn[],
  sums: readonly SumRelation[] = [],
) => {
  const test = tableOf({ titles, programme: 'dttsmn-2021-2025', columns, sums });
  const rows = test.table.rows.map((row) => {
    const node = row.match && row.match.strength !== 'weak' ? row.match.node : null;
    return { ...row, own: { ...row.own, node }, effective: { ...row.effective, node } };
  });
  return runOn(ineligibleCapitalKind, { ...test, table: { ...test.table, rows } }).findings;
};
const investment = (
  values: readonly number[],
  source: 'central' | 'local' | 'total' = 'central',
): TestColumn => ({ header: 'ĐT', own: { capital: 'investment', source }, values });
const recurrent = (values: readonly number[]): TestColumn => ({
  header: 'SN',
  own: { capital: 'recurrent', source: 'central' },
  values,
});

describe('ineligible-capital-kind', () => {
  it('warns of investment money for a project that has recurrent money only, and says that the text was not verified', () => {
    const [finding, ...more] = run([GENDER, LAND], [investment([16400, 5]), recurrent([1640, 7])]);
    expect(more).toEqual([]);
    expect([
      finding?.cell,
      finding?.severity,
      finding?.found,
      finding?.facts.allowed,
      finding?.law[0]?.status,
    ]).toEqual(['C2', 'warning', '16400', ['recurrent'], 'unverified']);
  });
  it('takes no zero, no own money of the locality and no row without a node', () => {
    expect(run([GENDER, TALK], [investment([0, 9])])).toEqual([]);
    expect(run([GENDER], [investment([9], 'local')])).toEqual([]);
  });
  it('names the detail, not the column that adds it up', () => {
    const sums: SumRelation[] = [
      {
        axis: 'row',
        kind: 'row-total',
        whole: 3,
        parts: [
          { line: 4, sign: 1 },
          { line: 5, sign: 1 },
        ],
        lines: [2],
        complete: true,
        evidence: 'layout',
      },
    ];
    expect(
      run([GENDER], [investment([10], 'total'), investment([10]), investment([0], 'local')], sums).map(
        ({ cells }) => cells,
      ),
    ).toEqual([['D2']]);
  });
});
