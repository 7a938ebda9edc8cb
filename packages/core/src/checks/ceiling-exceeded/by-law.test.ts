import { describe, expect, it } from 'vitest';
import type { Source } from '../../sheet/types.js';
import { runOn, type TestColumn, tableOf } from '../support/test-table.js';
import { ceilingExceeded } from './check.js';

const money = (source: Source, ...values: (number | null)[]): TestColumn => ({
  header: String(source),
  own: { source },
  values,
});
const run = (title: string, columns: readonly TestColumn[], programme = 'dttsmn-2021-2025', year = 2025) =>
  runOn(ceilingExceeded, tableOf({ titles: [title], programme, columns, dimensions: { year } })).findings;
const row = (total: number, central: number, local: number, community: number) => [
  money('total', total),
  money('central', central),
  money('local', local),
  money('community', community),
];
const CHAIN = 'Dự án liên kết chuỗi giá trị trồng quế';

describe('ceiling-exceeded by law', () => {
  it('finds state money above 80 % of a chain project, the most that any area may have, with the article', () => {
    const [finding, ...more] = run(CHAIN, row(1000, 750, 60, 190));
    expect(more).toEqual([]);
    expect([finding?.cell, finding?.found, finding?.expected, finding?.severity]).toEqual([
      'D2',
      '810',
      '800',
      'error',
    ]);
    expect(finding?.law[0]).toEqual({
      instrument: '27/2022/NĐ-CP',
      article: 'Điều 21 khoản 5 điểm a',
      status: 'verified',
    });
    expect(run(CHAIN, row(1000, 740, 60, 200))).toEqual([]);
  });

  it('knows 95 % for production of a community', () => {
    const title = 'Hỗ trợ phát triển sản xuất cộng đồng nuôi bò sinh sản';
    expect(run(title, row(1000, 900, 60, 40)).map(({ found, expected }) => [found, expected])).toEqual([
      ['960', '950'],
    ]);
    expect(run(title, row(1000, 900, 50, 50))).toEqual([]);
  });

  it('judges central money alone for models of new rural areas, and not models of production', () => {
    const found = run('Mô hình thôn thông minh', row(100, 75, 20, 5), 'ntm-2021-2025');
    expect(found.map(({ cell, expected }) => [cell, expected])).toEqual([['D2', '70']]);
    expect(run('Mô hình chăn nuôi lợn', row(100, 75, 20, 5), 'ntm-2021-2025')).toEqual([]);
  });

  it('says nothing where the row only divides money of the state, or its sources are not the cost', () => {
    expect(run(CHAIN, [money('total', 1000), money('central', 870), money('local', 130)])).toEqual([]);
    expect(run(CHAIN, row(2000, 810, 60, 190))).toEqual([]);
    expect(run(CHAIN, [...row(1000, 750, 60, 90), money('integrated', 100)])).toEqual([]);
  });

  it('says nothing of a content of the programme, whose money pays for more than support', () => {
    const table = { titles: [CHAIN], programme: 'dttsmn-2021-2025', columns: row(1000, 750, 60, 190) };
    const node = tableOf({ ...table, dimensions: { year: 2025 }, rowOwn: [{ node: 'DA3.TDA2.ND1' }] });
    expect(runOn(ceilingExceeded, node).findings).toEqual([]);
  });

  it('says nothing before the decree, nor where no year is told', () => {
    expect(run(CHAIN, row(1000, 750, 60, 190), 'dttsmn-2021-2025', 2021)).toEqual([]);
  });

  it('holds the cost of choosing projects against 5 % of the activity', () => {
    const of = (cost: number) =>
      runOn(
        ceilingExceeded,
        tableOf({
          titles: ['Hỗ trợ phát triển sản xuất', 'Chi phí lựa chọn dự án', 'Giống, vật tư'],
          parents: [null, 2, 2],
          kinds: ['content', 'item', 'item'],
          programme: 'dttsmn-2021-2025',
          dimensions: { year: 2025 },
          columns: [{ header: 'Kinh phí', values: [1000, cost, 1000 - cost] }],
          sums: [
            {
              axis: 'column',
              kind: 'subtotal',
              whole: 2,
              parts: [
                { line: 3, sign: 1 },
                { line: 4, sign: 1 },
              ],
              lines: [3],
              complete: true,
              evidence: 'figures',
            },
          ],
        }),
      ).findings.map(({ cell, expected }) => `${cell} ${expected}`);
    expect(of(60)).toEqual(['C3 50']);
    expect(of(50)).toEqual([]);
  });
});
