import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REMAINDER_POLICIES, split } from '../../funding/index.js';
import { fillSheet } from '../test-fill.js';
import type { ShareOption, ShareRatio } from '../types.js';

const sheet = (rows: string, header = 'STT | Nội dung | Tổng số | NSTW | NSĐP') =>
  `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  ${header}
  ${rows}`;
const TWO = `1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 100.5 | |
  2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 33 | |`;
const share = (receiver: ShareRatio['receiver'], ratio: string, of: ShareRatio['of'] = 'total') => ({
  receiver,
  ratio,
  of,
});
const by = (policy: ShareOption['policy'], ...ratios: ShareRatio[]) => ({
  fills: ['source-ratio'] as const,
  shares: { ratios, policy, step: null },
});

describe('sources by ratio', () => {
  it('give the total to two sources without a remainder, the last digit typed being the step', () => {
    const { written, again, plan } = fillSheet(sheet(TWO), by('largest-remainder', share('central', '0.85')));
    expect(written).toEqual([
      'D4 =ROUND(C4*85%,1) → 85.4',
      'E4 =C4-D4 → 15.1',
      'D5 =ROUND(C5*85%,1) → 28.1',
      'E5 =C5-D5 → 4.9',
    ]);
    expect(plan.edits[0]!.facts).toMatchObject({
      quota: '3417/40',
      floor: '85.4',
      extraStep: '0',
      policy: 'largest-remainder',
    });
    expect(again).toEqual([]);
  });

  it.each([
    ['first', ['D4 =C4-E4 → 85.5', 'E4 =ROUNDDOWN(C4*15%,1) → 15']],
    ['last', ['D4 =ROUNDDOWN(C4*85%,1) → 85.4', 'E4 =C4-D4 → 15.1']],
    ['largest-ratio', ['D4 =C4-E4 → 85.5', 'E4 =ROUNDDOWN(C4*15%,1) → 15']],
  ] as const)('round as the policy %s says', (policy, expected) => {
    const { written } = fillSheet(sheet(TWO), by(policy, share('central', '0.85'), share('local', '0.15')));
    expect(written.slice(0, 2)).toEqual(expected);
  });

  it('need a policy only where something is rounded', () => {
    const ratios = [share('central', '0.8'), share('local', '0.2')];
    expect(fillSheet(sheet(TWO.replace('100.5', '100')), by(null, ...ratios)).refused).toEqual([
      'policy-unknown D5',
    ]);
    expect(fillSheet(sheet(TWO.replace('33', '35')), by(null, ...ratios)).written).toEqual([
      'D4 =C4*80% → 80.4',
      'E4 =C4-D4 → 20.1',
      'D5 =C5*80% → 28',
      'E5 =C5-D5 → 7',
    ]);
  });

  it('divide among three by exact figures with their proof, since no formula keeps the policy', () => {
    const header = 'STT | Nội dung | Tổng số | NSTW | Ngân sách tỉnh | Ngân sách xã';
    const { written, plan, again } = fillSheet(
      sheet(TWO, header),
      by('largest-remainder', share('central', '0.8'), share('province', '0.12'), share('commune', '0.08')),
    );
    expect(written).toEqual(['D4 80.4', 'E4 12.1', 'F4 8', 'D5 26.4', 'E5 4', 'F5 2.6']);
    expect(plan.edits[1]!.facts).toMatchObject({ quota: '603/50', floor: '12', extraStep: '0.1' });
    expect(again).toEqual([]);
  });

  it('go on from the total to a source, and from that source to its parts', () => {
    const { written, again } = fillSheet(
      sheet(
        `${TWO}
         | Tổng cộng | | |`,
        `STT | Nội dung | Tổng số | NSTW | Ngân sách địa phương | |
          | | | | Tổng | Ngân sách tỉnh | Ngân sách xã`,
      ),
      {
        ...by('last', share('central', '0.85'), share('province', '0.6', 'local')),
        fills: ['source-ratio', 'totals'],
      },
      ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:G3'],
    );
    expect(written).toEqual([
      'D5 =ROUNDDOWN(C5*85%,1) → 85.4',
      'E5 =C5-D5 → 15.1',
      'D6 =ROUNDDOWN(C6*85%,1) → 28',
      'E6 =C6-D6 → 5',
      'F5 =ROUNDDOWN(E5*60%,1) → 9',
      'G5 =E5-F5 → 6.1',
      'F6 =ROUNDDOWN(E6*60%,1) → 3',
      'G6 =E6-F6 → 2',
      'C7 =SUM(C5:C6) → 133.5',
      'D7 =SUM(D5:D6) → 113.4',
      'E7 =SUM(E5:E6) → 20.1',
      'F7 =SUM(F5:F6) → 12',
      'G7 =SUM(G5:G6) → 8.1',
    ]);
    expect(again).toEqual([]);
  });

  it('measure a source by another one, also above 100 %', () => {
    const rows = TWO.replace('| 100.5 | |', '| | 100.5 |').replace('| 33 | |', '| | 33 |');
    expect(fillSheet(sheet(rows), by('first', share('local', '1.5', 'central'))).written).toEqual([
      'E4 =ROUNDUP(D4*150%,1) → 150.8',
      'E5 =ROUNDUP(D5*150%,1) → 49.5',
    ]);
  });

  it('are what the sheet states in its headers, or in a line of its own', () => {
    const expected = [
      'D4 =ROUNDDOWN(C4*85%,1) → 85.4',
      'E4 =C4-D4 → 15.1',
      'D5 =ROUNDDOWN(C5*85%,1) → 28',
      'E5 =C5-D5 → 5',
    ];
    const inHeaders = fillSheet(sheet(TWO, 'STT | Nội dung | Tổng số | NSTW (85%) | NSĐP (15%)'), by('last'));
    expect(inHeaders.written).toEqual(expected);
    expect(inHeaders.plan.edits[0]!.facts.statedIn).toBe('D3');
    const inLine = sheet(TWO).replace('Đơn vị tính', 'Cơ cấu nguồn vốn: NSTW 85%, NSĐP 15%\nĐơn vị tính');
    const byLine = fillSheet(inLine, by('last'));
    expect(byLine.plan.edits.map(({ facts }) => facts.statedIn)).toEqual(['A2', 'A2', 'A2', 'A2']);
  });

  it('are not read out of a minimum, a saving, or ratios that leave something out', () => {
    for (const header of [
      'NSTW (≤85%) | NSĐP (≥15%)',
      'NSTW (tiết kiệm 85%) | NSĐP (tiết kiệm 15%)',
      'NSTW (85%) | NSĐP (10%)',
      'NSTW | NSĐP (15%)',
    ])
      expect(fillSheet(sheet(TWO, `STT | Nội dung | Tổng số | ${header}`), by('last')).written).toEqual([]);
  });

  it('follow the counterpart rule where only the total is known: no more central money than the rest answers', () => {
    const { written, plan, again } = fillSheet(sheet(TWO), { supportRate: '60' });
    expect(written).toEqual([
      'D4 =ROUNDDOWN(C4/(1+10%),1) → 91.3',
      'E4 =C4-D4 → 9.2',
      'D5 =ROUNDDOWN(C5/(1+10%),1) → 30',
      'E5 =C5-D5 → 3',
    ]);
    expect(plan.edits[0]!.law[0]).toMatchObject({ instrument: '02/2022/QĐ-TTg' });
    expect(again).toEqual([]);
  });

  it('follow what the sheet states before the rule, and say which policy is missing once', () => {
    const stated = fillSheet(sheet(TWO, 'STT | Nội dung | Tổng số | NSTW (85%) | NSĐP (15%)'), {
      match: [{ ratio: '0.15', capital: 'all' }],
    });
    expect([stated.written, stated.refused]).toEqual([[], ['policy-unknown D4']]);
  });

  it('leave other money of the row out of the rule', () => {
    const rows = `1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 125 | | | 10
      2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 33 | | | -`;
    const { written } = fillSheet(sheet(rows, 'STT | Nội dung | Tổng số | NSTW | NSĐP | Vốn huy động khác'), {
      fills: ['source-ratio'],
      match: [{ ratio: '0.15', capital: 'all' }],
    });
    expect(written).toEqual([
      'D4 =ROUNDDOWN((C4-F4)/(1+15%),0) → 100',
      'E4 =C4-F4-D4 → 15',
      'D5 =ROUNDDOWN((C5-SUM(F5))/(1+15%),0) → 28',
      'E5 =C5-SUM(F5)-D5 → 5',
    ]);
    expect(
      fillSheet(
        sheet(rows.replace('| 10', '| 126'), 'STT | Nội dung | Tổng số | NSTW | NSĐP | Vốn huy động khác'),
        {
          fills: ['source-ratio'],
          match: [{ ratio: '0.15', capital: 'all' }],
        },
      ).refused,
    ).toEqual(['rest-below-zero D4']);
  });

  it('say why nothing is written', () => {
    const refused = (rows: string, options: ReturnType<typeof by>, header?: string) =>
      fillSheet(sheet(rows, header), options).refused;
    expect(refused(TWO, by('last', share('central', '0.9'), share('local', '0.2')))).toEqual([
      'shares-exceed C3',
    ]);
    expect(refused(TWO, by('apart', share('central', '0.85')))).toEqual([
      'shares-apart C4',
      'shares-apart C5',
    ]);
    expect(refused(TWO, by('last', share('credit', '0.5')))).toEqual(['no-share-column null']);
    expect(refused(TWO.replace('100.5 | |', '100.5 | 85 |'), by('last', share('central', '0.85')))).toEqual([
      'partly-filled E4',
    ]);
    const header = 'STT | Nội dung | Tổng số | NSTW | NSĐP | Vốn huy động khác';
    expect(
      refused(
        TWO.replace('100.5 | |', '100.5 | | | 10'),
        by('last', share('central', '0.85'), share('local', '0.15')),
        header,
      ),
    ).toEqual(['shares-leave-out F4']);
    expect(
      refused(TWO.replace(/\| \d[\d.]* \| \|/g, '| | | | 10'), by('last', share('central', '0.85')), header),
    ).toEqual(['base-blank C3']);
    expect(refused(TWO.replace('100.5 | |', '=D4+100 | |'), by('last', share('central', '0.85')))).toEqual([
      'circular D4',
    ]);
    expect(
      fillSheet(sheet(TWO), {
        fills: ['source-ratio'],
        shares: { ratios: [share('central', '0.85')], policy: 'last', step: '1' },
      }).refused,
    ).toEqual(['cannot-divide C4']);
  });

  it('replace typed figures only when asked, and never twice', () => {
    const typed = TWO.replace('100.5 | |', '100.5 | 80 | 20.5');
    const options = by('last', share('central', '0.85'), share('local', '0.15'));
    expect(fillSheet(sheet(typed), options).written).toHaveLength(2);
    const all = fillSheet(sheet(typed), { ...options, overwrite: true });
    expect(all.written).toHaveLength(4);
    expect(all.again).toEqual([]);
  });

  it('keep a share that lies half-way where a double would lose it', () => {
    const rows = '1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | 610500 | |';
    expect(fillSheet(sheet(rows), by('largest-remainder', share('central', '0.333'))).written).toEqual([
      'D4 =ROUND(ROUND(C4*33.3%,8),0) → 203297',
      'E4 =C4-D4 → 407203',
    ]);
  });

  it('show, as formulas, exactly the parts of the split that proves them', () => {
    const policy = fc.constantFrom(
      ...REMAINDER_POLICIES.filter((one) => one !== 'given-order' && one !== 'apart'),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }).map((n) => String(n / 10)),
        fc.integer({ min: 1, max: 999 }).map((n) => String(n / 1000)),
        policy,
        fc.constantFrom('0.1', '0.01'),
        (total, ratio, named, step) => {
          const rows = `1 | Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng | ${total} | |`;
          const { plan } = fillSheet(sheet(rows), {
            fills: ['source-ratio'],
            shares: { ratios: [share('central', ratio)], policy: named, step },
          });
          const weights = [Number(ratio) * 1000, 1000 - Number(ratio) * 1000].map((n) =>
            String(Math.round(n)),
          );
          const { parts } = split({
            total,
            step,
            policy: named,
            receivers: weights.map((weight, i) => ({ name: String(i), weight })),
          });
          expect(plan.edits.map(({ after }) => after.kind === 'formula' && after.cached)).toEqual(
            parts.map(({ amount }) => amount),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
