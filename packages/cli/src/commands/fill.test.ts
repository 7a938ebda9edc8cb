import { readFileSync } from 'node:fs';
import { openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { afterAll, describe, expect, it } from 'vitest';
import { call, temporaryFolder, workbook } from '../testing.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const original = new Uint8Array(
  readFileSync(
    new URL('../../../../test/workbooks/01_dantien_dtts_2025/01_dantien_dtts_2025.xlsx', import.meta.url),
  ),
);

/** The plan of Dân Tiến with its totals rubbed out. */
function withoutTotals(): Uint8Array {
  const book = openWorkbook(original);
  const cells = ['C8', 'D8', 'E8', 'F8', 'C9', 'C10', 'C11', 'C12', 'C13', 'C14'];
  book.change(cells.map((cell) => ({ sheet: 'PL kèm KH', cell, content: { kind: 'blank' } as const })));
  return book.save();
}

interface Plan {
  readonly edits: readonly { cell: string; after: { formula: string; cached: string }; why: string }[];
}

describe('ctmtqg fill', () => {
  it('writes live totals with their values, after which the check finds nothing', async () => {
    const input = folder.file('trong.xlsx', withoutTotals());
    const output = folder.path('dien.xlsx');
    const { code, json, err } = await call('fill', input, '--output', output, '--json');
    expect([code, err]).toEqual([0, '']);
    const edits = Object.fromEntries(
      json<Plan>().edits.map((edit) => [edit.cell, `${edit.after.formula} → ${edit.after.cached}`]),
    );
    expect(edits).toEqual({
      C8: '=SUM(C9:C14) → 12063.2',
      D8: '=SUM(D9:D14) → 9683.9',
      E8: '=SUM(E9:E14) → 2379.3',
      C9: '=SUM(D9:F9) → 720',
      C10: '=SUM(D10:F10) → 9504.2',
      C11: '=SUM(D11:F11) → 1487',
      C12: '=SUM(D12:F12) → 66',
      C13: '=SUM(D13:F13) → 103.5',
      C14: '=SUM(D14:F14) → 182.5',
    });
    const check = await call('check', output, '--json');
    expect(check.code).toBe(0);
    expect(check.json<{ status: string }>().status).toBe('clean');
  });

  it('changes nothing the second time', async () => {
    const { json } = await call('fill', folder.path('dien.xlsx'), '--dry-run', '--json');
    expect(json<Plan>().edits).toEqual([]);
  });

  it('undoes to the values, formulas and formats that stood there before', async () => {
    const filled = folder.path('dien.xlsx');
    const back = folder.path('cu.xlsx');
    const { code } = await call('undo', filled, '--edits', `${filled}.edits.json`, '--output', back);
    expect(code).toBe(0);
    expect(readWorkbook(new Uint8Array(readFileSync(back)))).toEqual(readWorkbook(withoutTotals()));
  });

  it('prints the plan and writes no file with --dry-run', async () => {
    const { code, out } = await call('fill', folder.path('trong.xlsx'), '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('PL kèm KH!C8  =SUM(C9:C14) → 12.063,2');
    expect(out).toContain('chưa ghi tệp nào');
  });

  it('asks for an output, and never writes over the input', async () => {
    const input = folder.path('trong.xlsx');
    const missing = await call('fill', input);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('--output')]);
    const same = await call('fill', input, '--output', input, '--force');
    expect([same.code, same.err]).toEqual([2, expect.stringContaining('không bao giờ bị ghi đè')]);
  });

  it('refuses a list of edits that is none', async () => {
    const other = folder.file('khac.json', '{"schema":"x"}');
    const { code, err } = await call(
      'undo',
      folder.path('dien.xlsx'),
      '--edits',
      other,
      '--output',
      folder.path('z.xlsx'),
    );
    expect([code, err]).toEqual([2, expect.stringContaining('không phải danh sách sửa')]);
  });
});

interface Filled {
  readonly edits: readonly {
    readonly cell: string;
    readonly fill: string;
    readonly after: { readonly kind: string; readonly formula?: string; readonly value?: string };
    readonly why: string;
    readonly law: readonly { readonly instrument: string }[];
  }[];
  readonly notFilled: readonly { readonly code: string; readonly why: string }[];
}

const shown = ({ edits }: Filled) =>
  edits.map(({ cell, after }) => `${cell} ${after.formula ?? after.value}`);

describe('ctmtqg fill --share', () => {
  const plan = (header: readonly string[]) =>
    workbook({
      KH: [
        ['KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024'],
        ['Đơn vị tính: triệu đồng'],
        ['STT', 'Nội dung', 'Tổng số', ...header],
        [1, 'Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng', 101],
        [2, 'Dự án 6: Truyền thông và giảm nghèo về thông tin', 20],
        [null, 'Tổng cộng'],
      ],
    });

  it('fills sources and kinds of capital by ratio, so that the check finds nothing', async () => {
    const input = folder.file('nguon.xlsx', await plan(['NSTW', 'NSĐP']));
    const output = folder.path('nguon-day.xlsx');
    const { code, json } = await call(
      'fill',
      input,
      '--output',
      output,
      '--json',
      ...['--share', 'central=85%', '--policy', 'largest-remainder'],
    );
    expect(code).toBe(0);
    expect(shown(json<Filled>()).slice(0, 2)).toEqual(['D4 =ROUND(C4*85%,0)', 'E4 =C4-D4']);
    const check = await call('check', output, '--json');
    expect(check.json<{ status: string }>().status).toBe('clean');
    const capital = folder.file('loai-von.xlsx', await plan(['Vốn đầu tư', 'Vốn sự nghiệp']));
    const split = await call(
      'fill',
      capital,
      '--dry-run',
      '--json',
      '--share',
      'investment=0.5',
      '--policy',
      'last',
    );
    expect(shown(split.json<Filled>()).slice(0, 2)).toEqual(['D4 =ROUNDDOWN(C4*50%,0)', 'E4 =C4-D4']);
  });

  it('follows the rule in force for the support rate, with its article', async () => {
    const input = folder.file('ty-le.xlsx', await plan(['NSTW', 'NSĐP']));
    const { json } = await call('fill', input, '--dry-run', '--json', '--support-rate', '70');
    const [first] = json<Filled>().edits;
    expect([first!.after.formula, first!.law[0]!.instrument]).toEqual([
      '=ROUNDDOWN(C4/(1+3%),0)',
      '02/2022/QĐ-TTg',
    ]);
  });

  it('refuses a share of what it does not know, of itself, and twice the same', async () => {
    for (const shares of [
      ['tw=85%'],
      ['central=85%:central'],
      ['central=85'],
      ['central=85%', 'central=80%'],
    ]) {
      const called = await call(
        'fill',
        'x.xlsx',
        '--dry-run',
        ...shares.flatMap((share) => ['--share', share]),
      );
      expect(called.code).toBe(2);
    }
  });
});

describe('ctmtqg fill --by criteria', () => {
  const sheet = () =>
    workbook({
      PB: [
        ['PHÂN BỔ VỐN CTMTQG XÂY DỰNG NÔNG THÔN MỚI NĂM 2024'],
        ['Đơn vị tính: triệu đồng'],
        [
          ...['STT', 'Địa phương', 'Số xã đạt dưới 15 tiêu chí', 'Số xã đạt 15-18 tiêu chí'],
          ...['Số xã đã đạt chuẩn NTM', 'Số huyện chưa đạt chuẩn', 'Điểm', 'Vốn đầu tư'],
        ],
        [1, 'Tỉnh A', 25, 20, 4, 0],
        [2, 'Tỉnh B', 7, 19, 100, 3],
        [null, 'Tổng cộng', null, null, null, null, null, 1000],
      ],
    });
  const CALL = ['--divide-into', 'H', '--by', 'criteria', '--step', '1', '--policy', 'largest-remainder'];

  it('computes points by the coefficients of QĐ 07/2022/QĐ-TTg and says how', async () => {
    const input = folder.file('tieu-chi.xlsx', await sheet());
    const { json } = await call('fill', input, '--dry-run', '--json', ...CALL, '--points-into', 'G');
    const plan = json<Filled>();
    // Of three districts two count (tối đa 02 huyện/tỉnh).
    expect(shown(plan).slice(0, 4)).toEqual(['G4 189', 'G5 232', 'H4 449', 'H5 551']);
    expect(plan.edits[1]!.why).toContain('35 + 57 + 100 + 40 = 232');
    expect(plan.edits[1]!.why).toContain('Điều 5 khoản 1, khoản 2 07/2022/QĐ-TTg');
  });

  it('names the criteria that the sheet has no column for, in both languages', async () => {
    const input = folder.file(
      'thieu.xlsx',
      await workbook({
        PB: [
          ['PHÂN BỔ VỐN CTMTQG XÂY DỰNG NÔNG THÔN MỚI NĂM 2024'],
          ['Đơn vị tính: triệu đồng'],
          ['STT', 'Địa phương', 'Số xã đạt dưới 15 tiêu chí', 'Số xã', 'Vốn đầu tư'],
          [1, 'Tỉnh A', 25, 20],
          [null, 'Tổng cộng', null, null, 1000],
        ],
      }),
    );
    const wish = ['--divide-into', 'E', '--by', 'criteria', '--step', '1', '--policy', 'last'];
    const vi = await call('fill', input, '--dry-run', ...wish);
    expect(vi.out).toContain('còn thiếu cột: Xã đạt từ 15 đến 18 tiêu chí (xa-15-18)');
    const en = await call('fill', input, '--dry-run', '--lang', 'en', ...wish);
    expect(en.out).toContain('--criterion xa-15-18=COLUMN');
  });

  it('takes its options only together', async () => {
    const input = folder.path('tieu-chi.xlsx');
    const alone = await call('fill', input, '--dry-run', '--block', 'ntm.2021');
    const byColumn = await call(
      'fill',
      input,
      '--dry-run',
      ...CALL.map((word) => (word === 'criteria' ? 'C' : word)),
      '--criterion',
      'x=C',
    );
    expect([alone.code, byColumn.code]).toEqual([2, 2]);
  });
});
