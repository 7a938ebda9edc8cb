import { describe, expect, it } from 'vitest';
import { runOn, tableOf } from '../support/test-table.js';
import { wrongProjectNumber } from './check.js';

const HEALTH =
  'Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng, tầm vóc người dân tộc thiểu số; phòng chống suy dinh dưỡng trẻ em';
const named = (titles: readonly string[], programme: string | null = 'dttsmn-2021-2025') =>
  runOn(wrongProjectNumber, tableOf({ titles, programme })).findings.map(
    ({ cell, found, expected, severity }) => `${cell} ${found}→${expected} ${severity}`,
  );

describe('wrong-project-number', () => {
  it('names the number that the title has by law', () => {
    expect(named([`Dự án 6: ${HEALTH}`])).toEqual(['B2 6→7 error']);
  });
  it('names the wrong one of two numbers', () => {
    expect(
      named([
        'Dự án 8: Đầu tư phát triển nhóm dân tộc rất ít người và nhóm dân tộc còn nhiều khó khăn - Tiểu dự án 2: Giảm thiểu tình trạng tảo hôn và hôn nhân cận huyết thống',
        'Dự án 5: Phát triển giáo dục đào tạo nâng cao chất lượng nguồn nhân lực - Tiểu dự án 3: Đào tạo nâng cao năng lực cho cộng đồng và cán bộ triển khai Chương trình ở các cấp',
      ]),
    ).toEqual(['B2 8→9 error', 'B3 3→4 error']);
  });
  it('accuses nobody for a right number, a bare number, a row label or a short generic title', () => {
    expect(
      named([
        `Dự án 7: ${HEALTH}`,
        'Dự án 3',
        `4. ${HEALTH}`,
        'Dự án 9: Xã Tân Sơn',
        'Nội dung số 01+03: Phát triển sản xuất theo chuỗi giá trị',
        'Dự án 4: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi',
      ]),
    ).toEqual([]);
  });
  it('takes a sub-project title for what it is though the row calls itself a project', () => {
    expect(named(['Dự án 4: Phát triển giáo dục nghề nghiệp, việc làm bền vững'], 'gnbv-2021-2025')).toEqual(
      [],
    );
  });
  it('offers the renumbered title and changes no other letter', () => {
    const [finding] = runOn(
      wrongProjectNumber,
      tableOf({ titles: [`Dự án 06:  ${HEALTH}`], programme: 'dttsmn-2021-2025' }),
    ).findings;
    expect(finding?.fix).toEqual({
      safe: true,
      edits: [
        {
          sheet: 'S',
          cell: 'B2',
          before: { kind: 'text', text: `Dự án 06:  ${HEALTH}` },
          after: { kind: 'text', text: `Dự án 07:  ${HEALTH}` },
        },
      ],
    });
  });
  it('only warns of a content that a locality may have numbered for itself', () => {
    expect(
      named(['Nội dung 1: Hỗ trợ nước sinh hoạt', 'Nội dung số 01: Hỗ trợ đất sản xuất, chuyển đổi nghề']),
    ).toEqual(['B2 1→4 warning', 'B3 1→3 error']);
  });
  it('says more than fifty like faults once', () => {
    const titles = Array.from({ length: 60 }, () => `Dự án 6: ${HEALTH}`);
    const [finding, ...more] = runOn(
      wrongProjectNumber,
      tableOf({ titles, programme: 'dttsmn-2021-2025' }),
    ).findings;
    expect([more.length, finding?.count, finding?.cells.length, finding?.fix?.edits.length]).toEqual([
      0, 60, 60, 60,
    ]);
  });
  it('asks for the group where its rows belong to another project', () => {
    const table = tableOf({
      programme: 'gnbv-2021-2025',
      titles: [
        'Dự án 5',
        'Tiểu dự án 1: Giảm nghèo về thông tin',
        'Tiểu dự án 2: Truyền thông về giảm nghèo đa chiều',
      ],
      parents: [null, 2, 2],
    });
    expect(
      runOn(wrongProjectNumber, table).findings.map(
        ({ cell, found, expected }) => `${cell} ${found}→${expected}`,
      ),
    ).toEqual(['B2 5→6']);
  });
});
