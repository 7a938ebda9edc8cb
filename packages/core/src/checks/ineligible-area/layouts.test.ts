import { describe, expect, it } from 'vitest';
import { check } from '../../check.js';
import { vi } from '../../report/locales/vi.js';
import { RULES } from '../../rules/index.js';
import { drawSheet } from '../../sheet/test-sheet.js';
import { buildSnapshot } from '../../snapshot/build.js';

const NAME = 'CTMTQG PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI';
const INFRASTRUCTURE =
  'Tiểu dự án 1: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi';
const CONTENT =
  '(Nội dung 1: Đầu tư cơ sở hạ tầng thiết yếu vùng đồng bào dân tộc thiểu số và miền núi; ưu tiên đối với các xã đặc biệt khó khăn, thôn đặc biệt khó khăn)';

/** Two communes of region III and I; the second one may not have this money. */
const communes = (column: string, third = 'III', first = 'I') => `Đơn vị tính: triệu đồng
  STT | Tên xã | ${column} | Vốn NSTW
  1 | Xã Khun Há | ${third} | 1900
  2 | Xã Bản Bo | ${first} | 1500
   | Tổng cộng | | 3400`;
const found = (sheet: string) =>
  check(buildSnapshot([drawSheet('S', sheet)]), { rules: RULES, locale: vi })
    .findings.filter(({ code }) => code === 'ineligible-area')
    .map(({ cells }) => cells.at(-1));

describe('money outside its area, as sheets are laid out', () => {
  it.each([
    ['numbers in the heading', `VỐN NSTW THỰC HIỆN TIỂU DỰ ÁN 1, DỰ ÁN 4 ${NAME} NĂM 2024`, 'Khu vực', 'D5'],
    ['the other way round', `VỐN NSTW THỰC HIỆN DỰ ÁN 4 - TIỂU DỰ ÁN 1 ${NAME} NĂM 2024`, 'Xã khu vực', 'D5'],
    ['a title of its own', `VỐN NSTW NĂM 2024 ${NAME}\n${INFRASTRUCTURE}`, 'Khu vực (I, II, III)', 'D6'],
    ['a title in brackets', `VỐN NSTW NĂM 2024 ${NAME}\n${CONTENT}`, 'KV', 'D6'],
    ['by a decision', `VỐN NSTW NĂM 2024 ${NAME}\n${INFRASTRUCTURE}`, 'Phân định khu vực theo QĐ 861', 'D6'],
  ])('the project in the heading: %s', (_, heading, column, cell) => {
    expect(found(`${heading}\n${communes(column)}`)).toEqual([cell]);
  });

  it.each([
    ['KV III', 'KV I'],
    ['KVIII', 'KVI'],
    ['Xã khu vực III', 'Xã khu vực I'],
    ['III (ĐBKK)', 'II'],
    ['3', '1'],
  ])('regions written “%s” and “%s”', (third, first) => {
    const heading = `VỐN NSTW NĂM 2024 ${NAME}\n${INFRASTRUCTURE}`;
    expect(found(`${heading}\n${communes('Khu vực', third, first)}`)).toEqual(['D6']);
  });

  it('works with the commune and its region beside them', () => {
    expect(
      found(`VỐN NSTW NĂM 2024 THỰC HIỆN ${NAME}
        Đơn vị tính: triệu đồng
        STT | Danh mục công trình | Địa điểm | Khu vực | Tổng mức | Vốn NSTW
        I | ${INFRASTRUCTURE} | | | 7500 | 4400
        1 | Nhà văn hóa bản Nà Luồng | Xã Khun Há | III | 2500 | 1900
        2 | Trạm y tế xã | Xã Bản Bo | KV I | 2500 | 1500
        3 | Đường liên xã Bản Bo - Nà Tăm | Xã Bản Bo | KV I | 2500 | 1000
         | Tổng cộng | | | 7500 | 4400`),
    ).toEqual(['F6']);
  });

  it('a remark beside the commune, and its name', () => {
    const rows = (note: string, name = 'Xã Bản Bo') => `VỐN NSTW NĂM 2024 THỰC HIỆN ${NAME}
      Đơn vị tính: triệu đồng
      STT | Nội dung | Kế hoạch vốn | Ghi chú
      I | ${INFRASTRUCTURE} | 3400 |
      1 | Xã Khun Há | 1900 | Xã khu vực III
      2 | ${name} | 1500 | ${note}
       | Tổng cộng | 3400 |`;
    expect(found(rows('Xã khu vực I'))).toEqual(['C6']);
    expect(found(rows('', 'Xã Bản Bo KV1'))).toEqual(['C6']);
    expect(found(rows('Cụm 1; chuyển tiếp'))).toEqual([]);
    expect(found(rows('Bao gồm thôn đặc biệt khó khăn'))).toEqual([]);
  });
});
