import { describe, expect, it } from 'vitest';
import { openBook, understand } from '../../check.js';
import { mergeRules, type ProvinceLayer } from '../../law/layer.js';
import { RULES } from '../../rules/index.js';
import { drawSheet } from '../../sheet/test-sheet.js';
import { buildSnapshot } from '../../snapshot/build.js';
import { USUAL_FILL_OPTIONS } from '../index.js';
import { ratiosOf } from './ratio.js';

const law = { instrument: '39/2021/QĐ-TTg', article: 'ví dụ', status: 'verified' };
const layer = {
  schema: 'province-layer/1',
  name: 'Lai Châu',
  province: 'Lai Châu',
  precedence: 10,
  instruments: [],
  counterpart: [
    { programme: 'gnbv-2021-2025', capital: 'all', ratio: '0.2', from: '2022-01-01', to: '2025-12-31', law },
  ],
  norms: [],
  areas: [],
} as unknown as ProvinceLayer;

const ratios = (
  heading: string,
  { layered = false, supportRate = null as string | null, year = 2024 } = {},
) => {
  const book = openBook(
    buildSnapshot([
      drawSheet(
        'S',
        `${heading}
         KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM ${year}
         Đơn vị tính: triệu đồng
         STT | Nội dung | NSTW | NSĐP
         1 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 33 |
          | Tổng cộng | 33 | `,
      ),
    ]),
  );
  const rules = layered ? { ...RULES, local: mergeRules([{ layer }]) } : RULES;
  const tables = understand(book, { rules });
  const context = { book, tables, rules, options: { ...USUAL_FILL_OPTIONS, supportRate } };
  return ratiosOf(context, tables[0]!).map(({ ratio, law: [first] }) => `${ratio} ${first?.instrument}`);
};

describe('the ratio to fill by', () => {
  it('is that of the province’s own rules, for its own sheets', () => {
    expect(ratios('UBND TỈNH LAI CHÂU', { layered: true })).toEqual(['0.2 39/2021/QĐ-TTg']);
    expect(ratios('UBND TỈNH SƠN LA', { layered: true })).toEqual([]);
    expect(ratios('UBND TỈNH SƠN LA', { layered: true, supportRate: '80' })).toEqual(['0.03 02/2022/QĐ-TTg']);
  });

  it('is the one that the check holds: named provinces, money carried over', () => {
    expect(ratios('UBND TỈNH LAI CHÂU', { supportRate: '80', year: 2026 })).toEqual(['0.03 02/2022/QĐ-TTg']);
    expect(ratios('UBND TỈNH QUẢNG NGÃI', { supportRate: '80' })).toEqual(['0.15 02/2022/QĐ-TTg']);
    expect(ratios('UBND TỈNH LAI CHÂU')).toEqual([]);
  });
});
