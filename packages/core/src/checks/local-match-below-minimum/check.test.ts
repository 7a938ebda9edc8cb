import { describe, expect, it } from 'vitest';
import type { Dimensions, SumRelation } from '../../sheet/types.js';
import { runOn, type TestColumn, tableOf } from '../support/test-table.js';
import type { MatchOption } from '../types.js';
import { localMatchBelowMinimum } from './check.js';

const money = (
  source: Dimensions['source'],
  values: readonly (number | string)[],
  more: Partial<Dimensions> = {},
): TestColumn => ({
  header: String(source),
  own: { source, ...more },
  values,
});

/** The last row is the grand total of those above. */
const run = (columns: readonly TestColumn[], rows: number, match: readonly MatchOption[]) => {
  const titles = [...Array.from({ length: rows }, (_, i) => `Dự án ${i + 1}`), 'Tổng cộng'];
  const sums: SumRelation[] = [
    {
      axis: 'column',
      kind: 'grand-total',
      whole: rows + 2,
      parts: Array.from({ length: rows }, (_, i) => ({ line: i + 2, sign: 1 as const })),
      lines: columns.map((_, i) => i + 3),
      complete: true,
      evidence: 'layout',
    },
  ];
  const kinds = titles.map((_, i) => (i === rows ? ('grand-total' as const) : ('project' as const)));
  const result = runOn(
    localMatchBelowMinimum,
    tableOf({ titles, columns, sums, kinds, programme: 'gnbv-2021-2025' }),
    { match },
  );
  return {
    found: result.findings.map(
      ({ cell, found, expected, severity }) => `${cell} ${found}→${expected} ${severity}`,
    ),
    gaps: result.notChecked.map(({ code }) => code),
  };
};
const all = (ratio: string): MatchOption[] => [{ ratio, capital: 'all' }];

describe('local-match-below-minimum', () => {
  it('names the lines that fall short where the total does', () => {
    expect(
      run([money('central', [530, 342, 872]), money('local', [53, 20, 73])], 2, all('0.1')).found,
    ).toEqual(['D3 20→35 error']);
  });
  it('names the total where no line falls short by a whole digit', () => {
    const central = [104, 104, 104, 104, 416];
    expect(
      run([money('central', central), money('local', [10, 10, 10, 10, 40])], 4, all('0.1')).found,
    ).toEqual(['D6 40→42 error']);
  });
  it('takes a counterpart rounded by less than one digit for sufficient', () => {
    expect(
      run([money('central', [12316, 12316]), money('local', [1847, 1847])], 1, all('0.15')).found,
    ).toEqual([]);
    expect(run([money('central', [57.3, 57.3]), money('local', [8.5, 8.5])], 1, all('0.15')).found).toEqual(
      [],
    );
  });
  it('only tells of a line that is short under a sufficient total', () => {
    expect(
      run([money('central', [100, 100, 200]), money('local', [5, 40, 45])], 2, all('0.1')).found,
    ).toEqual(['D2 5→10 info']);
  });
  it('judges a kind of capital by its own columns, or says why it cannot', () => {
    const split = [
      money('central', [100, 100], { capital: 'recurrent' }),
      money('local', [5, 5], { capital: 'recurrent' }),
    ];
    expect(run(split, 1, [{ ratio: '0.1', capital: 'recurrent' }]).found).toEqual(['D2 5→10 error']);
    expect(run(split, 1, [{ ratio: '0.1', capital: 'investment' }])).toEqual({
      found: [],
      gaps: ['match-kinds-not-split'],
    });
    expect(run([money('central', [100, 100])], 1, all('0.1'))).toEqual({
      found: [],
      gaps: ['match-no-local-money'],
    });
  });
  it('adds the levels of local money, and is careful where only the province stands there', () => {
    const central = money('central', [100, 100]);
    expect(run([central, money('province', [6, 6]), money('commune', [4, 4])], 1, all('0.1')).found).toEqual(
      [],
    );
    expect(run([central, money('province', [3, 3])], 1, all('0.1')).found).toEqual(['D2 3→10 info']);
  });
  it('takes the band of the programme for a central support rate, for lower sheets as information only', () => {
    const columns = [money('central', [1000]), money('local', [20])];
    const ask = (supportRate: string, level: 'province' | 'commune', year: number | null) =>
      runOn(
        localMatchBelowMinimum,
        tableOf({
          titles: ['Dự án 1'],
          columns,
          programme: 'gnbv-2021-2025',
          dimensions: { year },
          table: { administrativeLevel: level },
        }),
        { supportRate },
      );
    const [finding] = ask('72', 'province', 2024).findings;
    expect([finding?.expected, finding?.severity, finding?.law[0]?.article]).toEqual([
      '30',
      'error',
      'Điều 13 khoản 2 điểm a',
    ]);
    expect(
      ask('60', 'commune', 2024).findings.map(({ expected, severity }) => `${expected} ${severity}`),
    ).toEqual(['100 info']);
    expect(ask('60', 'province', null).notChecked.map(({ facts }) => facts.reason)).toEqual(['no-year']);
  });
  it('says once that nothing is given at all', () => {
    expect(run([money('central', [100, 100, 200]), money('local', [0, 0, 0])], 2, all('0.1')).found).toEqual([
      'D4 0→20 error',
    ]);
  });
  it('counts no subset beside its whole', () => {
    const columns = [
      money('central', [100, 100]),
      { ...money('central', [30, 30]), header: 'Trong đó: ODA' },
      money('local', [10, 10]),
    ];
    expect(run(columns, 1, all('0.1')).found).toEqual([]);
  });
  it('names the kind of local money that lacks', () => {
    const columns = [
      money('central', [100, 100], { capital: 'investment' }),
      money('local', [10, 10], { capital: 'investment' }),
      money('central', [100, 100], { capital: 'recurrent' }),
      money('local', [5, 5], { capital: 'recurrent' }),
    ];
    expect(run(columns, 1, all('0.1')).found).toEqual(['F2 15→20 error']);
  });
  it('never minds local money above central money', () => {
    expect(run([money('central', [100, 100]), money('local', [300, 300])], 1, all('1')).found).toEqual([]);
  });
});
