import type { Wording } from '../report/locale.js';
import type { PlannedEdit } from './types.js';
import {
  amountOf,
  computation,
  lawOf,
  list,
  listOf,
  percentOf,
  percents,
  shortList,
  termsOf,
  unsure,
} from './word-parts.js';
import type { FillWords } from './words.js';

const UNREAD = 'chưa đối chiếu văn bản gốc';

export const viFillWords: FillWords = {
  titles: {
    counterpart: 'vốn đối ứng',
    'capital-split': 'vốn đầu tư, vốn sự nghiệp',
    'source-ratio': 'nguồn vốn theo tỷ lệ',
    'missing-source': 'nguồn vốn còn thiếu',
    totals: 'tổng',
    percents: 'tỷ lệ',
    words: 'bằng chữ',
    titles: 'tên và số dự án',
    'text-numbers': 'số dạng chữ',
    ordinals: 'số thứ tự',
    unit: 'đơn vị tính',
    divide: 'chia theo tiêu chí',
  },
  reason(edit, words) {
    const { facts } = edit;
    switch (edit.fill) {
      case 'totals':
        return `cộng ${shortList(facts.parts)}`;
      case 'counterpart':
        if (facts.linked !== undefined) return `lấy từ cùng dòng với ${list(facts.linked)} ở trang kia`;
        return `đối ứng ${percentOf(words, facts.ratio)} của ${list(facts.central)}, làm tròn lên${facts.statedIn ? `, theo ${list(facts.statedIn)}` : lawOf(edit, UNREAD)}`;
      case 'missing-source':
        return `phần còn lại của ${list(facts.total)} sau các nguồn khác`;
      case 'capital-split':
      case 'source-ratio':
        return shareReason(edit, words);
      case 'divide':
        return divideReason(edit, words);
      case 'percents':
        return `${list(facts.numerator)} so với ${list(facts.denominator)}`;
      case 'words':
        return `đọc số ở ${list(facts.amount)} thành chữ`;
      case 'text-numbers':
        return `đọc chữ “${list(facts.text)}” thành số`;
      default:
        return list(facts.reason);
    }
  },
  refusal(cell, words) {
    const where = cell.cell === null ? `Trang “${cell.sheet}”` : `Ô ${cell.cell} (trang “${cell.sheet}”)`;
    const why: Readonly<Record<string, string>> = {
      'inside-merged-area': 'nằm trong vùng ô gộp; bỏ gộp ô rồi điền lại',
      'protected-sheet': 'bị khóa vì trang đang được bảo vệ; mở khóa trang rồi điền lại',
      'ratio-unknown': 'chưa biết tỷ lệ đối ứng; nêu bằng --match 15% hoặc --support-rate',
      'linked-central': `đứng cạnh số ngân sách trung ương lấy từ trang khác (${list(cell.facts.formula)}); lấy số của ô này từ cùng trang đó`,
      circular: `để trống vì ô ${list(cell.facts.by)} đang tính từ chính ô này; gõ số vào một trong hai ô`,
      'counted-with-parts': `để trống vì công thức ở ${list(cell.facts.by)} đã cộng cả ô này lẫn các phần của nó, điền vào thì cộng trùng`,
      'rest-below-zero': `sẽ thành số âm (${list(cell.facts.rest)}); kiểm tra lại tổng và các nguồn`,
      'several-blank': `và các ô khác ở các cột ${list(cell.facts.columns)} đều trống, nên chưa rõ phần còn lại của tổng thuộc cột nào; điền một cột rồi chạy lại`,
      'policy-unknown': `chia theo tỷ lệ ${percents(cell, ',')} bị lẻ dưới bước ${amountOf(words, cell.facts.step)}, chưa rõ phần lẻ về cột nào; nêu bằng --policy, ví dụ --policy largest-remainder`,
      'shares-exceed': `các tỷ lệ cộng lại ${list(cell.facts.sum)}%, quá 100%; sửa tỷ lệ rồi chạy lại`,
      'shares-leave-out': `đã có tiền, nên các tỷ lệ cộng đủ 100% của ${list(cell.facts.base)} sẽ làm tổng dòng không khớp; nêu tỷ lệ của cả cột này hoặc để trống ô`,
      'shares-apart': 'để phần lẻ ra ngoài (apart) thì các nguồn không cộng đủ tổng này; chọn --policy khác',
      'partly-filled':
        'còn trống nhưng các cột cùng chia với nó đã có số; xóa các số đó, hoặc điền tay ô này',
      'base-blank': `chưa có số nào ở cột ${list(cell.facts.column)} để chia theo tỷ lệ`,
      'no-share-column': `không tìm thấy cột “${list(cell.facts.receiver)}” nằm cạnh cột “${list(cell.facts.of)}” để điền theo tỷ lệ; xem “ctmtqg check” hiểu các cột ra sao`,
      'denominator-unknown': 'chưa rõ tỷ lệ này so với cột nào; điền tay một ô rồi chạy lại',
      'total-unknown': 'chưa rõ tổng nào cần đọc thành chữ',
      'text-parts': `và ${Number(cell.facts.count) - 1} ô khác ghi số dạng chữ nên công thức sẽ bỏ qua; thêm --also text-numbers để đổi sang số trước`,
      'two-readings': `chữ “${list(cell.facts.text)}” đọc được hai cách; gõ lại thành số`,
      'title-unverified': 'tên chính thức chưa đối chiếu được với văn bản nên để nguyên',
      'not-plain-text': 'không phải chữ thường (công thức, nhiều phông chữ hoặc phông cũ); sửa tay',
      'unit-not-named': 'biểu không ghi đơn vị tính; ghi “Đơn vị tính: …” trên bảng rồi chạy lại',
      'formula-with-figure': `có công thức ${list(cell.facts.formula)} chứa con số hoặc làm tròn theo đơn vị cũ; sửa công thức trước`,
      'no-weight-column': `không có cột ${list(cell.facts.column)} trong bảng để chia theo`,
      'no-into-column': `không có cột ${list(cell.facts.column)} trong bảng nào để ghi vào`,
      'no-allocation':
        'chưa biết chương trình của bảng, hoặc chương trình, năm, dự án này chưa có hệ số phân bổ trong dữ liệu; nêu --programme, hoặc chia theo cột điểm bằng --by CỘT',
      'unknown-block': `không có cách phân bổ “${list(cell.facts.block)}”; các mã dùng được: ${list(cell.facts.known)}`,
      'unknown-criterion': `không dùng được “${list(cell.facts.criterion)}=${list(cell.facts.column)}”: cột phải có trong bảng, tiêu chí là một trong: ${list(cell.facts.known)}`,
      'several-blocks': `các cột của bảng hợp với nhiều cách phân bổ; chọn một bằng --block: ${list(cell.facts.blocks)}`,
      'criteria-missing': `chia theo ${list(cell.facts.block)} còn thiếu cột: ${listOf(cell.facts.missing)}${Array.isArray(cell.facts.found) && cell.facts.found.length > 0 ? `; đã nhận ra: ${listOf(cell.facts.found)}` : ''}; sửa tiêu đề cột, hoặc chỉ rõ bằng --criterion ${list(cell.facts.key)}=CỘT`,
      'criterion-blank': `còn trống “${list(cell.facts.name)}”; ghi số, không có thì ghi 0`,
      'criterion-not-number': `“${list(cell.facts.name)}” phải là số không âm; gõ lại thành số`,
      'criterion-case': `“${list(cell.facts.text)}” không khớp một trường hợp của “${list(cell.facts.name)}”: ${listOf(cell.facts.cases)}`,
      'criteria-outside': `không tính được điểm: ${list(cell.facts.reason)}`,
      'nothing-to-divide': 'chưa biết số cần chia; nêu bằng --divide-total hoặc ghi vào dòng tổng',
      'not-blank': 'đã có số; xóa đi hoặc thêm --overwrite',
      'cannot-divide': `không chia được: ${list(cell.facts.reason)}`,
    };
    return `${where}: ${why[cell.code] ?? cell.code}`;
  },
};

function divideReason(edit: PlannedEdit, words: Wording): string {
  const { facts } = edit;
  const doubt = unsure(edit) ? `; chưa đối chiếu đủ: ${list(facts.note)}` : '';
  const points =
    facts.computation === undefined
      ? ''
      : facts.pointsIn
        ? `điểm ở ${list(facts.pointsIn)}${doubt}`
        : `điểm ${computation(edit, words)}, từ ${termsOf(edit, words)}${lawOf(edit)}${doubt}`;
  if (facts.pointsOnly) return points;
  const extra = facts.extraStep === '0' ? '' : `, nhận thêm ${amountOf(words, facts.extraStep)}`;
  const own = facts.addition === '0' ? '' : `, cộng phần riêng ${amountOf(words, facts.addition)}`;
  return `${amountOf(words, facts.weight)}/${amountOf(words, facts.weights)} của ${amountOf(words, facts.total)} = ${list(facts.quota)}, làm tròn xuống ${amountOf(words, facts.floor)}${extra}${own}${points === '' ? '' : `; ${points}`}`;
}

const stated = (cell: unknown): string => (cell ? `, theo ${list(cell)}` : '');

function shareReason(edit: PlannedEdit, words: Wording): string {
  const { facts } = edit;
  if (facts.rule !== undefined) {
    const law = facts.statedIn ? stated(facts.statedIn) : lawOf(edit, UNREAD);
    return facts.rest === undefined
      ? `số trung ương nhiều nhất trong ${list(facts.of)} mà vốn địa phương còn lại đủ đối ứng ${percentOf(words, facts.rule)}${law}`
      : `phần còn lại của ${list(facts.of)}, đủ đối ứng ${percentOf(words, facts.rule)} của ${list(facts.rest)}${law}`;
  }
  if (facts.total !== undefined) return `phần còn lại của ${list(facts.total)} sau loại vốn kia`;
  const extra = facts.extraStep && facts.extraStep !== '0' ? ', nhận thêm một bước lẻ' : '';
  const policy = facts.policy ? `, phần lẻ theo ${list(facts.policy)}${extra}` : '';
  return `${percentOf(words, facts.share)} của ${list(facts.of)}${policy}${stated(facts.statedIn)}`;
}
