import { describe, expect, it } from 'vitest';
import { check } from '../../check.js';
import { mergeRules, type ProvinceLayer } from '../../law/layer.js';
import { vi } from '../../report/locales/vi.js';
import { RULES } from '../../rules/index.js';
import { drawSheet } from '../../sheet/test-sheet.js';
import { buildSnapshot } from '../../snapshot/build.js';
import { example } from './example.js';

const HEADING =
  'PHÂN BỔ VỐN CTMTQG PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2024';
const INFRASTRUCTURE =
  'Tiểu dự án 1: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi';
const PRODUCTION = 'Nội dung 1: Hỗ trợ phát triển sản xuất theo chuỗi giá trị';
const HOUSES = 'Dự án 5: Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo trên địa bàn các huyện nghèo';

interface Given {
  readonly areas?: readonly object[];
  readonly asOf?: string;
  readonly merges?: readonly string[];
}

const law = { instrument: '861/QĐ-TTg', article: 'Phụ lục', status: 'verified' };
const layerOf = (areas: readonly object[]): ProvinceLayer =>
  ({
    schema: 'province-layer/1',
    name: 'Lai Châu',
    province: 'Lai Châu',
    precedence: 10,
    instruments: [],
    counterpart: [],
    norms: [],
    areas: areas.map((area) => ({ from: '2021-06-04', to: '2025-12-31', law, ...area })),
  }) as unknown as ProvinceLayer;

const reportOf = (sheet: string, { areas, asOf, merges }: Given = {}) =>
  check(buildSnapshot([drawSheet('S', sheet, merges ?? [])]), {
    rules: areas ? { ...RULES, local: mergeRules([{ layer: layerOf(areas) }]) } : RULES,
    locale: vi,
    ...(asOf === undefined ? {} : { asOf }),
  });
const found = (sheet: string, given: Given = {}) =>
  reportOf(sheet, given)
    .findings.filter(({ code }) => code === 'ineligible-area')
    .map(({ severity, cells }) => `${severity} ${cells.join(' ')}`);
const gaps = (sheet: string, given: Given = {}) =>
  reportOf(sheet, given).notChecked.filter(({ code }) => code === 'area-not-known');

/** Places under a node, with a column of regions; the figures end in a total. */
const plan = (
  node: string,
  rows: readonly string[],
  { column = 'Khu vực', source = 'Vốn NSTW', heading = HEADING } = {},
) =>
  `${heading}
   Đơn vị tính: triệu đồng
   STT | Nội dung | ${column} | ${source}
   I | ${node} | | ${rows.length * 10}
   ${rows.map((row, i) => `${i + 1} | ${row} | 10`).join('\n   ')}
    | Tổng cộng | | ${rows.length * 10}`;

describe('what the sheet says of its places', () => {
  it('warns of money for region III in a commune of region I, with the article and the ways out', () => {
    const [finding, ...more] = check(buildSnapshot([example.sheet]), { rules: RULES, locale: vi }).findings;
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      code: 'ineligible-area',
      severity: 'warning',
      cells: ['B6', 'D6'],
      count: 1,
    });
    expect(finding?.law[0]).toEqual({
      instrument: '02/2022/TT-UBDT',
      article: 'Điều 30 khoản 1',
      status: 'verified',
    });
    expect(finding?.message).toMatch(
      /^Ô B6: “Xã Bản Bo” thuộc khu vực I như biểu ghi, nhưng ô D6 .* chỉ dùng ở xã khu vực III, thôn đặc biệt khó khăn; Điều 30 khoản 1, 02\/2022\/TT-UBDT\. Chỉ đúng nếu là: thôn đặc biệt khó khăn của xã đó; xã ATK/,
    );
  });

  it.each([
    ['I', 1],
    ['II', 1],
    ['KV I', 1],
    ['Khu vực 2', 1],
    ['1', 1],
    ['III', 0],
    ['3', 0],
    ['ĐBKK', 0],
    ['Ngoài vùng', 1],
    ['', 0],
    ['nông thôn', 0],
  ])('region “%s”: %i findings', (region, count) => {
    expect(found(plan(INFRASTRUCTURE, [`Xã Bản Bo | ${region}`, 'Xã Khun Há | III']))).toHaveLength(count);
  });

  it('reads titles, groups, the heading and columns of their own', () => {
    expect(found(plan(INFRASTRUCTURE, ['Xã Bản Bo (khu vực I) |', 'Xã Khun Há (khu vực III) |']))).toEqual([
      'warning B5 D5',
    ]);
    const groups = `${HEADING}
      Đơn vị tính: triệu đồng
      STT | Nội dung | Vốn NSTW
      A | ${INFRASTRUCTURE} | 30
      I | Xã khu vực III | 10
      1 | Xã Khun Há | 10
      II | Xã khu vực I | 20
      1 | Xã Bản Bo | 12
      2 | Xã Nà Tăm | 8
       | Tổng cộng | 30`;
    expect(found(groups)).toEqual(['warning B8 B9 C8 C9']);
    const heading = plan(INFRASTRUCTURE, ['Xã Bản Bo |'], { heading: `${HEADING} CHO CÁC XÃ KHU VỰC I` });
    expect(found(heading)).toEqual(['warning B5 D5']);
    const columns = `${HEADING}
      Đơn vị tính: triệu đồng. Nguồn: ngân sách trung ương
      STT | Nội dung | Tổng số | Xã khu vực I | Xã khu vực III
      1 | ${INFRASTRUCTURE} | 30 | 10 | 20
      2 | Dự án 6: Bảo tồn, phát huy giá trị văn hóa truyền thống tốt đẹp của các dân tộc thiểu số gắn với phát triển du lịch | 7 | 4 | 3
       | Tổng cộng | 37 | 14 | 23`;
    expect(found(columns)).toEqual(['warning B4 D4']);
  });

  it('takes a region of merged cells for all their rows', () => {
    const rows = ['Xã Bản Bo | I', 'Xã Nà Tăm |', 'Xã Khun Há | III'];
    expect(found(plan(INFRASTRUCTURE, rows), { merges: ['C5:C6'] })).toEqual(['warning B5 B6 D5 D6']);
  });

  it('counts difficult villages where the sheet does: none makes it certain', () => {
    const column = 'Số thôn ĐBKK';
    const rows = ['Phát triển sản xuất cộng đồng xã Bản Bo (khu vực I) | 0'];
    expect(found(plan(PRODUCTION, rows, { column }))).toEqual(['error B5 D5']);
    expect(
      found(plan(PRODUCTION, ['Phát triển sản xuất cộng đồng xã Bản Bo (khu vực I) | 2'], { column })),
    ).toEqual([]);
    expect(
      found(plan(PRODUCTION, ['Phát triển sản xuất cộng đồng xã Bản Bo (khu vực I) |'], { column })),
    ).toEqual(['warning B5 D5']);
  });
});

describe('what is no fault', () => {
  it.each([
    ['a road between communes', plan(INFRASTRUCTURE, ['Đường liên xã Bản Bo - Nà Tăm (khu vực I) |'])],
    ['a safe-zone commune', plan(INFRASTRUCTURE, ['Xã ATK Bản Bo (khu vực I) |'])],
    ['maintenance', plan(INFRASTRUCTURE, ['Duy tu, bảo dưỡng công trình xã Bản Bo (khu vực I) |'])],
    ['a value chain in region I', plan(PRODUCTION, ['Liên kết chuỗi chè xã Bản Bo | I'])],
    ['local money', plan(INFRASTRUCTURE, ['Xã Bản Bo | I'], { source: 'Ngân sách địa phương' })],
    [
      'a node that is not bound',
      plan(
        'Dự án 8: Thực hiện bình đẳng giới và giải quyết những vấn đề cấp thiết đối với phụ nữ và trẻ em',
        ['Xã Bản Bo | I'],
      ),
    ],
    ['somebody’s “khu vực 1”', plan(INFRASTRUCTURE, ['Ban quản lý dự án khu vực 1 |'])],
    ['several kinds of commune at once', plan(INFRASTRUCTURE, ['Các xã khu vực I, II, III |'])],
    [
      'the merged programme',
      plan('Nội dung thành phần 01', ['Xã Bản Bo | I'], {
        heading: 'PHÂN BỔ VỐN CTMTQG XÂY DỰNG NÔNG THÔN MỚI, GIẢM NGHÈO BỀN VỮNG NĂM 2026',
      }),
    ],
  ])('%s', (_, sheet) => {
    expect(found(sheet)).toEqual([]);
  });

  it('is before the circular; money carried over stays bound', () => {
    const sheet = plan(INFRASTRUCTURE, ['Xã Bản Bo | I']);
    expect(found(sheet, { asOf: '2022-08-14' })).toEqual([]);
    expect(found(sheet, { asOf: '2022-08-15' })).toHaveLength(1);
    expect(found(sheet, { asOf: '2026-06-30' })).toHaveLength(1);
    expect(found(sheet, { asOf: '2027-01-01' })).toEqual([]);
  });
});

describe('what nobody tells', () => {
  it('is left out with the reason, never guessed', () => {
    const sheet = plan(INFRASTRUCTURE, ['Xã Bản Bo |', 'Xã Khun Há |']);
    expect(found(sheet)).toEqual([]);
    expect(gaps(sheet)).toMatchObject([{ facts: { nodes: ['DA4.TDA1'], places: 2, reason: 'no-list' } }]);
    expect(gaps(sheet)[0]?.why).toMatch(
      /không ghi “Xã Bản Bo” và nơi khác, thêm 1 .*nêu danh sách của tỉnh bằng --rules/,
    );
  });

  it('is not asked where no commune, village or district is named', () => {
    const sheet = `${HEADING}
      Đơn vị tính: triệu đồng
      STT | Nội dung | Vốn NSTW
      1 | ${INFRASTRUCTURE} | 30
       | Tổng cộng | 30`;
    expect(gaps(sheet)).toEqual([]);
  });
});

describe('the lists of a province', () => {
  const regions = [
    { zone: 'I', members: ['Bản Bo'] },
    { zone: 'III', members: ['Khun Há', 'Tân Lập (huyện A)'] },
    { zone: 'II', members: ['Tân Lập (huyện B)'] },
  ];
  const villages = { zone: 'difficult-village', members: ['Bản Nà Khuy, xã Bản Bo'] };

  it('tell the region of a commune by its name, and go before what the sheet says', () => {
    const sheet = plan(INFRASTRUCTURE, ['Xã Bản Bo | III', 'Xã Khun Há | I']);
    const report = reportOf(sheet, { areas: regions });
    expect(found(sheet, { areas: regions })).toEqual(['warning B5 D5']);
    const [finding] = report.findings.filter(({ code }) => code === 'ineligible-area');
    expect(finding?.law.map(({ instrument }) => instrument)).toEqual(['02/2022/TT-UBDT', '861/QĐ-TTg']);
    expect(finding?.message).toMatch(
      /“Xã Bản Bo” thuộc khu vực I theo danh sách \(Phụ lục, 861\/QĐ-TTg\); biểu lại ghi thuộc khu vực III/,
    );
  });

  it('know communes whose name begins like that of a village', () => {
    const sheet = plan(INFRASTRUCTURE, ['Bản Bo |', 'Khun Há |'], { column: 'Ghi chú' });
    expect(found(sheet, { areas: regions })).toEqual(['warning B5 D5']);
  });

  it('hold where projects are columns and places are rows', () => {
    const sheet = `${HEADING.replace('VỐN', 'VỐN NGÂN SÁCH TRUNG ƯƠNG')}
      Đơn vị tính: triệu đồng
      STT | Địa phương | Tổng số | ${INFRASTRUCTURE} | Dự án 6: Bảo tồn, phát huy giá trị văn hóa truyền thống tốt đẹp của các dân tộc thiểu số gắn với phát triển du lịch
      1 | Xã Bản Bo | 12 | 10 | 2
      2 | Xã Khun Há | 13 | 10 | 3
       | Tổng cộng | 25 | 20 | 5`;
    expect(found(sheet, { areas: regions })).toEqual(['warning B4 D4']);
  });

  it('say nothing of another province', () => {
    const sheet = plan(INFRASTRUCTURE, ['Xã Bản Bo |'], { heading: `UBND TỈNH SƠN LA\n${HEADING}` });
    expect(found(sheet, { areas: regions })).toEqual([]);
    const own = plan(INFRASTRUCTURE, ['Xã Bản Bo |'], { heading: `UBND TỈNH LAI CHÂU\n${HEADING}` });
    expect(found(own, { areas: regions })).toEqual(['warning B6 D6']);
  });

  it('are dated: a list that does not hold on the day says nothing', () => {
    const sheet = plan(INFRASTRUCTURE, ['Xã Bản Bo |']);
    const later = regions.map((area) => ({ ...area, from: '2026-01-16', to: '2030-12-31' }));
    expect(found(sheet, { areas: later })).toEqual([]);
    expect(gaps(sheet, { areas: later })).toMatchObject([{ facts: { reason: 'not-listed' } }]);
    // Money carried over is spent in the areas of its own period.
    expect(found(sheet, { areas: regions, asOf: '2026-06-30' })).toEqual(['warning B5 D5']);
  });

  it('tell villages from their communes', () => {
    const areas = [...regions, villages];
    const rows = (names: readonly string[]) =>
      `${HEADING}
       Đơn vị tính: triệu đồng
       STT | Nội dung | Vốn NSTW
       A | ${PRODUCTION} | 20
       I | Phát triển sản xuất cộng đồng | 20
       1 | Xã Bản Bo | 20
       ${names.map((name) => `- | ${name} | 10`).join('\n       ')}
        | Tổng cộng | 20`;
    expect(found(rows(['Bản Nà Khuy', 'Bản Hợp Nhất']), { areas })).toEqual(['error B8 C8']);
    expect(
      found(plan(PRODUCTION, ['Sản xuất cộng đồng xã Nà Tăm (khu vực I) |']), { areas: [villages] }),
    ).toEqual(['warning B5 D5']);
  });

  it('leave a name that two communes bear, until the district is written', () => {
    const sheet = (name: string) => plan(INFRASTRUCTURE, [`${name} |`]);
    expect(found(sheet('Xã Tân Lập'), { areas: regions })).toEqual([]);
    expect(gaps(sheet('Xã Tân Lập'), { areas: regions })).toMatchObject([{ facts: { reason: 'ambiguous' } }]);
    expect(found(sheet('Xã Tân Lập (huyện A)'), { areas: regions })).toEqual([]);
    expect(found(sheet('Xã Tân Lập (huyện B)'), { areas: regions })).toEqual(['warning B5 D5']);
  });

  it('tell poor districts, as sure as they were read', () => {
    const heading = 'PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024';
    const sheet = plan(HOUSES, ['Huyện Mường Tè |', 'Huyện Tam Đường |'], { heading });
    const poor = { zone: 'poor-district', members: ['Mường Tè', 'Nậm Nhùn'] };
    expect(found(sheet, { areas: [poor] })).toEqual(['error B6 D6']);
    const unread = { ...poor, law: { ...law, status: 'unverified' } };
    expect(found(sheet, { areas: [unread] })).toEqual(['warning B6 D6']);
    expect(found(sheet)).toEqual([]);
  });
});
