import { describe, expect, it } from 'vitest';
import { findingKeys } from './key.js';
import { column, row, table } from './test-table.js';
import type { FindingData } from './types.js';

const finding = (cell: string, over: Partial<FindingData> = {}): FindingData => ({
  code: 'row-total-mismatch',
  severity: 'error',
  sheet: 'Biểu',
  cell,
  cells: [cell],
  count: 1,
  candidates: [],
  facts: {},
  expected: null,
  found: null,
  difference: null,
  unit: null,
  law: [],
  consequences: [],
  fix: null,
  ...over,
});

const sheetFrom = (top: number) =>
  table(`A${top}:E${top + 6}`, {
    columns: [column(3, { headerPath: ['Tổng số'] }), column(4, { headerPath: ['NSTW'] })],
    rows: [
      row(top + 1, 'Tổng cộng'),
      row(top + 2, 'Dự án 1', { parent: top + 1 }),
      row(top + 3, 'Dự án 4', { parent: top + 1 }),
    ],
  });

describe('keys of findings', () => {
  it('stay the same where rows were inserted above the table', () => {
    const before = findingKeys([finding('C5'), finding('D6')], [sheetFrom(3)]);
    const after = findingKeys([finding('C12'), finding('D13')], [sheetFrom(10)]);
    expect(after).toEqual(before);
  });

  it('differ between cells, codes and sheets', () => {
    const tables = [sheetFrom(3)];
    const keys = findingKeys(
      [
        finding('C5'),
        finding('C6'),
        finding('D5'),
        finding('C5', { code: 'sign-error' }),
        finding('C5', { sheet: 'Khác' }),
      ],
      tables,
    );
    expect(new Set(keys).size).toBe(5);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{16}$/);
  });

  it('tell apart two rows of one title', () => {
    const twins = table('A3:E6', {
      columns: [column(3)],
      rows: [row(4, 'Xây dựng đường'), row(5, 'Xây dựng đường')],
    });
    const [first, second] = findingKeys([finding('C4'), finding('C5')], [twins]);
    expect(first).not.toBe(second);
  });
});
