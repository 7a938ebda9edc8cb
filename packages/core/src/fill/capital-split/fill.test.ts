import { describe, expect, it } from 'vitest';
import { fillSheet } from '../test-fill.js';

const sheet = (rows: string, header = 'STT | Nội dung | Tổng số | Vốn đầu tư | Vốn sự nghiệp') =>
  `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  ${header}
  ${rows}`;
const ROWS = (first: string, second: string) =>
  `1 | Dự án 1: Hỗ trợ đầu tư phát triển hạ tầng kinh tế - xã hội các huyện nghèo | ${first}
  2 | Dự án 4: Phát triển giáo dục nghề nghiệp, việc làm bền vững | ${second}`;
const ONLY = { fills: ['capital-split'] as const };
const INVESTMENT = [{ receiver: 'investment', ratio: '0.6', of: 'total' }] as const;

describe('investment and recurrent capital', () => {
  it('are what the total leaves beside the other kind', () => {
    const { written, again } = fillSheet(sheet(ROWS('110 | 100 |', '22 | 20 |')), ONLY);
    expect(written).toEqual(['E4 =C4-D4 → 10', 'E5 =C5-D5 → 2']);
    expect(again).toEqual([]);
  });

  it('are divided by the ratio given, in each programme of its own columns', () => {
    const { written } = fillSheet(sheet(ROWS('1001 | |', '500 | |')), {
      ...ONLY,
      shares: { ratios: INVESTMENT, policy: 'largest-ratio', step: null },
    });
    expect(written).toEqual([
      'D4 =C4-E4 → 601',
      'E4 =ROUNDDOWN(C4*40%,0) → 400',
      'D5 =C5-E5 → 300',
      'E5 =ROUNDDOWN(C5*40%,0) → 200',
    ]);
  });

  it('are divided by what the sheet states', () => {
    const header = 'STT | Nội dung | Tổng số | Vốn đầu tư (60%) | Vốn sự nghiệp (40%)';
    const { written } = fillSheet(sheet(ROWS('1000 | |', '500 | |'), header), ONLY);
    expect(written).toEqual(['D4 =C4*60% → 600', 'E4 =C4-D4 → 400', 'D5 =C5*60% → 300', 'E5 =C5-D5 → 200']);
  });

  it('leave the sources of each kind to the fills of sources', () => {
    const { written } = fillSheet(
      sheet(
        ROWS('110 | | 90 | 10 | | 9 | 1', '22 | | 18 | 2 | | 2 | 0'),
        `STT | Nội dung | Tổng số | Vốn đầu tư | | | Vốn sự nghiệp | |
          | | | Tổng | NSTW | NSĐP | Tổng | NSTW | NSĐP`,
      ),
      ONLY,
      ['A3:A4', 'B3:B4', 'C3:C4', 'D3:F3', 'G3:I3'],
    );
    expect(written).toEqual([]);
  });

  it('stay blank where some row would fall below zero, or both are missing', () => {
    expect(fillSheet(sheet(ROWS('110 | 100 |', '22 | 25 |')), ONLY).refused).toEqual(['rest-below-zero E5']);
    expect(fillSheet(sheet(ROWS('110 | |', '22 | |')), ONLY).refused).toEqual(['several-blank D4']);
  });
});
