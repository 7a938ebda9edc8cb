// The page docs/doi-tuong.md: how to write a case, with every fact of the catalogue.

const KINDS = {
  boolean: 'có/không (`true`, `false`)',
  number: 'số không âm',
  text: 'chữ',
  date: 'ngày `YYYY-MM-DD`',
  ethnic: 'tên dân tộc, viết cách nào cũng được',
  province: 'tên tỉnh, cũ hoặc mới',
};
const SUBJECTS = {
  place: 'Địa bàn',
  household: 'Hộ',
  person: 'Người',
  village: 'Thôn',
  commune: 'Xã',
  school: 'Trường',
  enterprise: 'Doanh nghiệp, hợp tác xã, tổ',
  project: 'Dự án',
  work: 'Công trình',
  product: 'Sản phẩm',
  budget: 'Vốn',
};

/** The text of the page. */
export function factsPage({ read }) {
  const { facts, derived } = read('eligibility/facts.json');
  const told = new Set(derived.map(({ fact }) => fact));
  const groups = Object.entries(SUBJECTS).map(([subject, name]) => {
    const own = facts.filter(({ key }) => key.startsWith(`${subject}.`));
    return own.length === 0 ? '' : `### ${name}\n\n${tableOf(own, told)}`;
  });
  return `${introduction()}\n${groups.filter((group) => group !== '').join('\n')}`;
}

function tableOf(facts, told) {
  const rows = facts.map(
    (fact) => `| \`${fact.key}\` | ${fact.label.vi}${told.has(fact.key) ? ' ⟵' : ''} | ${kindOf(fact)} |`,
  );
  return `| Mã | Nghĩa | Ghi |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function kindOf({ type, values }) {
  return type === 'choice' ? values.map((value) => `\`${value}\``).join(', ') : KINDS[type];
}

function introduction() {
  return `# Xét đối tượng thụ hưởng

<!-- Sinh từ packages/core/data/eligibility bằng scripts/build-rules.mjs; đừng sửa tay. -->

\`ctmtqg eligibility\` trả lời từng hộ, người, thôn, xã, dự án có được hỗ trợ không – **được**, **không được** hay **chưa rõ** – vì điều kiện nào, theo điều nào; nếu chưa rõ thì cần hỏi gì, việc dễ nhất trước. Sự việc không ghi là **chưa biết**, không bao giờ bị coi là “không”.

## Tệp JSON

Một hồ sơ:

\`\`\`json
{
  "id": "hộ 12",
  "programme": "dttsmn-2021-2025",
  "node": "DA1.ND1",
  "asOf": "2025-06-30",
  "facts": {
    "household": { "headEthnicGroup": "La Hủ", "poverty": "poor", "hasResidentialLand": false, "soldResidentialLand": false },
    "place": { "ethnicMinorityArea": true }
  }
}
\`\`\`

\`\`\`sh
ctmtqg eligibility ho-12.json
ctmtqg eligibility ho-12.json --json
\`\`\`

Nhiều hồ sơ: một mảng \`[ … ]\`, hoặc mỗi dòng một hồ sơ (NDJSON).

| Mục | Nghĩa |
|---|---|
| \`programme\` | mã chương trình, xem \`ctmtqg programmes\`; ghi chung bằng \`--programme\` |
| \`node\` | mã dự án, nội dung; bỏ trống thì xét mọi chính sách mà các sự việc nói tới; ghi chung bằng \`--node\` |
| \`policy\` | mã một chính sách trong nội dung, không bắt buộc |
| \`asOf\` | ngày áp dụng quy định: cùng một hộ có thể khác nhau giữa năm 2024 và năm 2026; ghi chung bằng \`--as-of\` |
| \`facts\` | sự việc theo các bảng dưới đây, lồng theo chủ thể như trên hoặc viết liền \`"household.poverty": "poor"\` |

Khuôn của tệp: [rules/schema/eligibility-case.json](../rules/schema/eligibility-case.json). Khóa lạ hoặc giá trị sai kiểu là lỗi có tên, không bao giờ bị bỏ qua.

## Danh sách hộ .xlsx

\`\`\`sh
ctmtqg eligibility danh-sach.xlsx --programme dttsmn-2021-2025 --node DA1.ND1 --as-of 2025-06-30 --output ket-qua.xlsx
\`\`\`

Tiêu đề (một hàng, hoặc hai hàng có nhóm cột) ghi nghĩa hoặc mã của sự việc (“diện hộ”, “đã có đất ở”, “chưa có đất ở”, \`household.soldResidentialLand\`), hoặc một giá trị để đánh dấu (“hộ nghèo”, “hộ cận nghèo”, “khu vực III”); mỗi hàng dưới là một hộ. “Họ tên”, “Chương trình”, “Nội dung”, “Ngày áp dụng” cũng được nhận. Có: \`có\`, \`x\` hoặc ✓; không: \`không\`; **ô trống là chưa biết**. Ngày ghi \`15/03/2023\` hoặc ô ngày của Excel. Cột có tiêu đề không hiểu được thì không dùng, và được báo ra. Tệp kết quả là bản sao có thêm hai cột: kết quả và lý do.

## Đọc câu trả lời

- \`eligible\`, \`not-eligible\`, \`unknown\`: được, không được, chưa rõ.
- Mỗi điều kiện có giá trị, sự việc và điều luật; \`status\` là \`unverified\` (chưa xác minh) nếu câu trả lời dựa vào một điều chưa đối chiếu được văn bản.
- \`missing\`: còn thiếu gì, việc dễ nhất trước; \`settle\`: hỏi những gì thì đủ để kết luận.
- \`norms\`: định mức đi kèm. Cùng một loại hỗ trợ ở nhiều chính sách: chỉ hưởng mức cao nhất, một lần (\`choice\`); các hồ sơ JSON cùng \`id\`, cùng ngày được xét chung dù khác chương trình. Trước 31/5/2026 chỉ hỗ trợ đi làm việc ở nước ngoài có quy định này.
- Nội dung chưa đọc được văn bản: \`unknown\`, với lý do đó. Nội dung nào đã có: [Phạm vi quy định](pham-vi-quy-dinh.md).

## Mọi sự việc

⟵ là sự việc tính ra được từ các sự việc khác (khu vực của xã từ các chỉ tiêu, diện hộ từ thu nhập và thiếu hụt, tỷ lệ từ số người): không cần ghi nếu đã ghi các sự việc kia.
`;
}
