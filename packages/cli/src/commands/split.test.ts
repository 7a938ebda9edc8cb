import { describe, expect, it } from 'vitest';
import { call } from '../testing.js';

interface Document {
  readonly total: string;
  readonly step: string;
  readonly policy: string;
  readonly apart: string;
  readonly parts: readonly { name: string; weight: string; amount: string; proof: { quota: string } }[];
}

describe('ctmtqg split', () => {
  it('prints parts with their proof as JSON', async () => {
    const { code, err, json } = await call(
      'split',
      '100',
      '--by',
      '2:3:1',
      '--step',
      '1',
      '--policy',
      'largest-remainder',
      '--json',
    );
    expect([code, err]).toEqual([0, '']);
    const document = json<Document>();
    expect(document).toMatchObject({ total: '100', step: '1', policy: 'largest-remainder' });
    expect(document.parts.map((part) => part.amount)).toEqual(['33', '50', '17']);
    expect(document.parts[0]).toMatchObject({ name: '1', weight: '2', proof: { quota: '100/3' } });
  });

  it('tells people what each part is and why', async () => {
    const { out } = await call(
      'split',
      '12316.5',
      '--by',
      'NSTW=85:NSĐP=15',
      '--step',
      '0.1',
      '--policy',
      'last',
    );
    expect(out).toContain('12.316,5');
    expect(out).toMatch(/NSTW +10\.469,0 /);
    expect(out).toContain('nhận thêm một bước');
  });

  it('holds caps, floors, fixed parts and an order', async () => {
    const split = async (...more: string[]) =>
      (await call('split', '100', '--by', 'A=1:B=1:C=1', '--step', '1', ...more, '--json'))
        .json<Document>()
        .parts.map((part) => part.amount);
    expect(await split('--policy', 'first', '--cap', 'A=20', '--floor', 'B=50%')).toEqual(['20', '50', '30']);
    expect(await split('--policy', 'first', '--fixed', 'C=10.5', '--policy', 'apart')).toEqual([
      '44',
      '44',
      '10.5',
    ]);
    expect(await split('--policy', 'given-order', '--order', 'C,B,A')).toEqual(['33', '33', '34']);
    expect(
      await split('--policy', 'first', '--cap', 'C=60', '--priority', 'A=1', '--priority', 'B=1'),
    ).toEqual(['20', '20', '60']);
  });

  it('divides a reduction', async () => {
    const { code, json } = await call(
      'split',
      '--by',
      '2:3:1',
      '--step',
      '1',
      '--policy',
      'largest-remainder',
      '--json',
      '--',
      '-100',
    );
    expect(code).toBe(0);
    expect(json<Document>().parts.map((part) => part.amount)).toEqual(['-33', '-50', '-17']);
    const direct = await call('split', '-100', '--by', '2:3:1', '--step', '1', '--policy', 'last', '--json');
    expect(direct.json<Document>().parts.map((part) => part.amount)).toEqual(['-33', '-50', '-17']);
  });

  it.each([
    ['bad-amount', ['1.234,5', '--by', '1:1', '--step', '1', '--policy', 'first']],
    ['bad-amount', ['100', '--by', '1:1', '--step', '1,5', '--policy', 'first']],
    ['bad-ratios', ['100', '--by', '85/15', '--step', '1', '--policy', 'first']],
    ['bad-policy', ['100', '--by', '1:1', '--step', '1', '--policy', 'fair']],
    ['missing-option', ['100', '--by', '1:1', '--step', '1']],
    ['bad-limit', ['100', '--by', '1:1', '--step', '1', '--policy', 'first', '--cap', '9=1']],
    [
      'caps-below-total',
      ['100', '--by', '1:1', '--step', '1', '--policy', 'first', '--cap', '1=10', '--cap', '2=20'],
    ],
    ['total-not-in-steps', ['100.5', '--by', '1:1', '--step', '1', '--policy', 'first']],
    ['order-incomplete', ['100', '--by', '1:1', '--step', '1', '--policy', 'given-order']],
    ['no-weight', ['100', '--by', '0:0', '--step', '1', '--policy', 'first']],
  ])('refuses what is not clear or clashes: %s', async (code, args) => {
    const plain = await call('split', ...args);
    expect([plain.code, plain.out]).toEqual([2, '']);
    expect(plain.err.trim().split('\n')).toHaveLength(1);
    expect((await call('split', ...args, '--json')).json().error.code).toBe(code);
  });
});

describe('ctmtqg counterpart', () => {
  const ask = (...args: string[]) =>
    call('counterpart', '--programme', 'dttsmn-2021-2025', '--year', '2025', ...args);

  it('prints minimum, exact amount, ratio and law', async () => {
    const { code, json } = await ask(
      '--support-rate',
      '45',
      '--central',
      '12316',
      '--unit',
      'trieu',
      '--step',
      '1',
      '--json',
    );
    expect(code).toBe(0);
    expect(json<Record<string, unknown>>()).toMatchObject({
      minimum: '1848',
      exact: '1847.4',
      ratio: '0.15',
      unit: 'triệu đồng',
      law: [{ instrument: '39/2021/QĐ-TTg', article: 'Điều 6 khoản 2 điểm b', status: 'verified' }],
    });
  });

  it('does not round without a step, and says it in words', async () => {
    const { out } = await ask('--support-rate', '45%', '--central', '12316', '--unit', 'trieu');
    expect(out).toContain('1.847,4 triệu đồng');
    expect(out).toContain('39/2021/QĐ-TTg');
    expect(out).toContain('15%');
  });

  it('tells what is lacking, and the reverse', async () => {
    const { json } = await ask(
      '--support-rate',
      '45',
      '--central',
      '12316',
      '--local',
      '1800',
      '--step',
      '1',
      '--json',
    );
    expect(json<Record<string, unknown>>()).toMatchObject({ shortfall: '48', largestCentral: '12000' });
  });

  it('shares the lack of the whole programme over the lines that are short, with proof', async () => {
    const lines = ['--line', 'DA1=1000:100', '--line', 'DA2=1000:220', '--line', 'DA3=500:0'];
    const how = ['--step', '1', '--policy', 'largest-remainder'];
    const { json } = await ask('--support-rate', '45', ...lines, ...how, '--json');
    const { minimum, shortfall, additions } = json<{
      minimum: string;
      shortfall: string;
      additions: { name: string; amount: string; proof: { quota: string } }[];
    }>();
    expect([minimum, shortfall]).toEqual(['375', '55']);
    expect(additions.map(({ name, amount }) => `${name} ${amount}`)).toEqual(['DA1 22', 'DA2 0', 'DA3 33']);
    expect(additions[0]!.proof.quota).toBe('22');
    expect((await ask('--support-rate', '45', ...lines, ...how)).out).toContain('DA3: bố trí thêm 33');
    expect((await ask('--support-rate', '45', ...lines)).code).toBe(2);
    expect((await ask('--support-rate', '45', ...lines, ...how, '--central', '1')).code).toBe(2);
    expect((await ask('--support-rate', '45', '--line', 'DA1=1000', ...how)).code).toBe(2);
  });

  it('says that the ratio of the merged programme is not known', async () => {
    const args = [
      '--programme',
      'ctmtqg-2026-2035',
      '--year',
      '2026',
      '--support-rate',
      '70',
      '--central',
      '100',
    ];
    const { code, out, err } = await call('counterpart', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('chưa biết');
    expect(err).toContain('16/2026/QĐ-TTg');
    expect((await call('counterpart', ...args, '--json')).json().error.code).toBe('counterpart-unknown');
  });

  it('refuses years without a rule and calls that lack something', async () => {
    const other = await call(
      'counterpart',
      '--programme',
      'gnbv-2021-2025',
      '--year',
      '2026',
      '--support-rate',
      '70',
      '--central',
      '1',
    );
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('--carried-over')]);
    expect((await ask('--support-rate', '70')).code).toBe(2);
    expect((await ask('--support-rate', '70', '--central', '1', '--unit', 'usd')).code).toBe(2);
    expect((await ask('--support-rate', '70', '--central', '-1')).code).toBe(2);
    expect((await ask('--support-rate', '70', '--central', '10', '--step', '0')).code).toBe(2);
  });
});
