import { describe, expect, it } from 'vitest';
import { MAX_SINGLE_RELATIONS, reportRelations } from './relations.js';
import { sum, table } from './test-table.js';

describe('sums as the report writes them', () => {
  it('writes a total row once for each column, its parts as one area', () => {
    const total = table('A3:E10', { sums: [sum('column', 10, [4, 5, 6, 7, 8, 9], [3, 4, 5])] });
    expect(reportRelations(total, ['Biểu']).map(({ whole, parts }) => [whole, ...parts])).toEqual([
      ['C10', 'C4:C9'],
      ['D10', 'D4:D9'],
      ['E10', 'E4:E9'],
    ]);
  });

  it('keeps parts apart that do not touch, and marks those that are subtracted', () => {
    const after = {
      ...sum('row', 6, [3], [4]),
      parts: [
        { line: 3, sign: 1 as const },
        { line: 5, sign: -1 as const },
      ],
    };
    expect(reportRelations(table('A3:F10', { sums: [after] }), ['Biểu'])[0]).toMatchObject({
      whole: 'F4',
      parts: ['C4', '-E4'],
    });
  });

  it('writes parallel ranges where one by one would be too many', () => {
    const lines = Array.from({ length: MAX_SINGLE_RELATIONS + 1 }, (_, index) => index + 4);
    const long = table('A3:E20000', { sums: [sum('row', 5, [3, 4], lines)] });
    expect(reportRelations(long, ['Biểu'])).toEqual([
      { whole: 'E4:E10004', parts: ['C4:C10004', 'D4:D10004'], complete: true, evidence: 'formula' },
    ]);
  });

  it('names the sheet of a part that stands on another one', () => {
    const cross = {
      whole: { sheet: 0, row: 5, column: 3 },
      wholeScale: 1_000_000_000,
      parts: [{ sheet: 1, row: 9, column: 4 }],
      partScale: 1_000_000,
      evidence: 'formula' as const,
    };
    const summary = table('A3:E10', { crossSheet: [cross] });
    expect(reportRelations(summary, ['Biểu', 'Chi tiết'])[0]).toMatchObject({
      whole: 'C5',
      parts: ["'Chi tiết'!D9"],
    });
  });
});
