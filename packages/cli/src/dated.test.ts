import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type Rows, temporaryFolder, workbook } from './testing.js';

const folder = temporaryFolder();
const DTTSMN =
  'Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi';
const WATER: Rows = [
  [`Phân bổ vốn ngân sách trung ương thực hiện ${DTTSMN}`],
  [null, null, null, 'Đơn vị tính: triệu đồng'],
  ['STT', 'Nội dung', 'Số hộ', 'Ngân sách trung ương'],
  [1, 'Hỗ trợ nước sinh hoạt phân tán', 10, 31],
  [null, 'Tổng cộng', 10, 31],
];
let water = '';
let asked = '';

beforeAll(async () => {
  water = folder.file('water.xlsx', await workbook({ Bieu: WATER }));
  const facts = { 'place.ethnicMinorityArea': true };
  asked = folder.file(
    'water.json',
    JSON.stringify({ programme: 'dttsmn-2021-2025', node: 'DA1.ND4', facts }),
  );
});
afterAll(() => folder.remove());

/** One question on four days: before the text was at hand, by one circular, by the next, and as money carried over. */
const DAYS = ['2022-12-31', '2024-12-31', '2025-12-31', '2026-06-30'] as const;

describe('the same question as of 2022, 2024, 2025 and 2026', () => {
  it('check: the norm that held, by its own circular, or that its text was not at hand', async () => {
    const answers = [];
    for (const day of DAYS) {
      const report = (await call('check', water, '--json', '--as-of', day)).json<{
        rules: { asOf: string };
        findings: { code: string; law: { instrument: string }[] }[];
        notChecked: { code: string; facts: { instrument?: string } }[];
      }>();
      expect(report.rules.asOf).toBe(day);
      answers.push([
        report.findings.find(({ code }) => code === 'norm-exceeded')?.law[0]?.instrument ?? null,
        report.notChecked.find(({ code }) => code === 'norm-not-known')?.facts.instrument ?? null,
      ]);
    }
    expect(answers).toEqual([
      [null, '15/2022/TT-BTC'],
      ['55/2023/TT-BTC', null],
      ['112/2025/TT-BTC', null],
      ['112/2025/TT-BTC', null],
    ]);
  });

  it('eligibility: the norms that follow, and a caution once a newer circular governs', async () => {
    const answers = [];
    for (const day of DAYS) {
      const [water_] = (await call('eligibility', asked, '--json', '--as-of', day))
        .json<
          {
            policy: string;
            caution: string | null;
            missing: { fact: string }[];
            norms: { law: { instrument: string } }[];
          }[]
        >()
        .filter(({ policy }) => policy === 'scattered-water');
      answers.push([
        water_?.norms.map(({ law }) => law.instrument) ?? null,
        water_?.caution?.includes('05/2025/TT-BDTTG') ?? false,
        water_?.missing.some(({ fact }) => fact === 'budget.carriedOver'),
      ]);
    }
    expect(answers).toEqual([
      [[], false, false],
      [['55/2023/TT-BTC'], false, false],
      [['112/2025/TT-BTC'], true, false],
      // The old rules hold only for money carried over, which is asked.
      [['112/2025/TT-BTC'], true, true],
    ]);
  });

  it('counterpart: the bands of the old programmes until 2025, carried over to 2026, unknown for the new one', async () => {
    const ask = async (programme: string, year: string, ...more: readonly string[]) => {
      const args = ['--programme', programme, '--year', year, '--support-rate', '65', '--central', '1000'];
      const called = await call('counterpart', ...args, ...more, '--json');
      const answer = called.json<{ ratio?: string; error?: { code: string } }>();
      return answer.ratio ?? answer.error?.code;
    };
    expect(await ask('dttsmn-2021-2025', '2022')).toBe('0.1');
    expect(await ask('ntm-2021-2025', '2022', '--as-of', '2022-05-09')).toBe('counterpart-unknown');
    expect(await ask('ntm-2021-2025', '2022', '--as-of', '2022-05-10')).toBe('1');
    expect(await ask('dttsmn-2021-2025', '2026')).toBe('counterpart-unknown');
    expect(await ask('dttsmn-2021-2025', '2026', '--carried-over')).toBe('0.1');
    expect(await ask('ctmtqg-2026-2035', '2026')).toBe('counterpart-unknown');
  });
});
