// Divides a sum over provinces by the criteria of QĐ 02/2022/QĐ-TTg, with points, shares and the article.
import { buildSnapshot, openBook, planFill, USUAL_FILL_OPTIONS, understand } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';

const header = [
  ...['STT', 'Địa phương', 'Tỷ lệ hộ nghèo, cận nghèo (%)', 'Số hộ nghèo, cận nghèo'],
  ...['Số huyện nghèo', 'Số xã ĐBKK bãi ngang, ven biển', 'Số ĐVHC cấp xã', 'Điểm', 'Kinh phí'],
];
const rows = [
  ['PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024'],
  ['Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo'],
  ['Đơn vị tính: triệu đồng'],
  header,
  [1, 'Tỉnh A', 25, 20000, 4, 0, 106],
  [2, 'Tỉnh B', 7.99, 19999, 0, 2, 111],
  [null, 'Tổng cộng', null, null, null, null, null, null, 100000],
];
const cells = Object.fromEntries(
  rows.flatMap((row, r) =>
    row.flatMap((value, c) => (value === null ? [] : [[`${'ABCDEFGHI'[c]}${r + 1}`, value]])),
  ),
);

const book = openBook(buildSnapshot([{ name: 'Phân bổ', cells }]));
const plan = planFill(book, understand(book, { rules: RULES }), RULES, {
  ...USUAL_FILL_OPTIONS,
  fills: ['divide'],
  divide: {
    ...{ into: 'I', by: 'criteria', pointsInto: 'H' },
    ...{ total: null, step: '1', policy: 'largest-remainder' },
  },
});
for (const { cell, after, facts } of plan.edits)
  console.log(
    facts.pointsOnly ? `${cell} = ${facts.computation}` : `${cell} = ${after.value} (${facts.quota})`,
  );
const [{ law }] = plan.edits;
console.log(`${law[0].article}, ${law[0].instrument}`);

/* prints
H5 = (0.7 + 0.45) × (0.48 × 2.5 + 0 × 2.5 + 1) = 2.53
H6 = (0.4 + 0.4) × (0 × 2.5 + 0.03 × 2.5 + 1.15) = 0.98
I5 = 72080 (25300000/351)
I6 = 27920 (9800000/351)
Điều 6 khoản 2 điểm đ, 02/2022/QĐ-TTg
*/
