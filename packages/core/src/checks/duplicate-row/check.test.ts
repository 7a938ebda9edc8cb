import { describe, expect, it } from 'vitest';
import type { RowKind } from '../../sheet/types.js';
import { runOn, type TestColumn, tableOf } from '../support/test-table.js';
import { duplicateRow } from './check.js';

const HALL = 'Nhà văn hóa thôn Khe Rịa';
const run = (
  titles: readonly string[],
  columns: readonly TestColumn[],
  kinds?: readonly RowKind[],
  parents?: readonly (number | null)[],
) =>
  runOn(
    duplicateRow,
    tableOf({ titles, columns, ...(kinds ? { kinds } : {}), ...(parents ? { parents } : {}) }),
  ).findings.map(({ cell, facts }) => `${cell} as row ${facts.firstRow}`);

describe('duplicate-row', () => {
  it('names the second of two equal lines, whatever their case and row label', () => {
    expect(
      run([HALL, 'Đường thôn 3', HALL.toUpperCase()], [{ header: 'NSTW', values: [450, 7, 450] }]),
    ).toEqual(['B4 as row 2']);
  });
  it('only warns where many rows hold the same amounts: two people may bear one name', () => {
    const titles = ['Nguyễn Văn A', 'Lò Thị B', 'Nguyễn Văn A', 'Vàng C'];
    const { findings } = runOn(
      duplicateRow,
      tableOf({ titles, columns: [{ header: 'NSTW', values: [3, 3, 3, 3] }] }),
    );
    expect(findings.map(({ cell, severity }) => `${cell} ${severity}`)).toEqual(['B4 warning']);
  });
  it('accepts other figures, another place, another group, and lines without money', () => {
    expect(run([HALL, HALL], [{ header: 'NSTW', values: [450, 451] }])).toEqual([]);
    expect(
      run(
        [HALL, HALL],
        [
          { header: 'Địa điểm', role: 'place', values: ['Khe Rịa', 'Nà Lạn'] },
          { header: 'NSTW', values: [450, 450] },
        ],
      ),
    ).toEqual([]);
    expect(
      run(
        ['Xã A', HALL, 'Xã B', HALL],
        [{ header: 'NSTW', values: [450, 450, 450, 450] }],
        ['place', 'work', 'place', 'work'],
        [null, 2, null, 4],
      ),
    ).toEqual([]);
    expect(
      run(
        [HALL, 'Mục II', HALL],
        [{ header: 'NSTW', values: [450, null, 450] }],
        ['work', 'section', 'work'],
      ),
    ).toEqual([]);
    expect(run([HALL, HALL], [{ header: 'NSTW', values: [0, 0] }])).toEqual([]);
  });
});
