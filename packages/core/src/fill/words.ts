import type { Wording } from '../report/locale.js';
import type { FactValue } from '../report/types.js';
import { inPercent } from './percent.js';
import type { FillCode, NotFilled, PlannedEdit } from './types.js';

/** Sentences of the fills in one language: why a cell gets what it gets, and why one was left alone. */
export interface FillWords {
  readonly titles: Readonly<Record<FillCode, string>>;
  reason(edit: PlannedEdit, words: Wording): string;
  refusal(cell: NotFilled, words: Wording): string;
}

const list = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

const amountOf = (words: Wording, value: FactValue | undefined): string =>
  value === undefined ? '' : words.amount(String(value));

const percents = (cell: NotFilled, point: ',' | '.'): string =>
  (Array.isArray(cell.facts.shares) ? cell.facts.shares : [])
    .map((share) => `${String(share).replace('.', point)}%`)
    .join(' : ');

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
        return `đối ứng ${percentVi(words, facts.ratio)} của ${list(facts.central)}, làm tròn lên${facts.statedIn ? `, theo ${list(facts.statedIn)}` : lawOf(edit)}`;
      case 'missing-source':
        return `phần còn lại của ${list(facts.total)} sau các nguồn khác`;
      case 'capital-split':
      case 'source-ratio':
        return shareVi(edit, words);
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
      'nothing-to-divide': 'chưa biết số cần chia; nêu bằng --divide-total hoặc ghi vào dòng tổng',
      'not-blank': 'đã có số; xóa đi hoặc thêm --overwrite',
      'cannot-divide': `không chia được: ${list(cell.facts.reason)}`,
    };
    return `${where}: ${why[cell.code] ?? cell.code}`;
  },
};

export const enFillWords: FillWords = {
  titles: {
    counterpart: 'counterpart',
    'capital-split': 'investment and recurrent capital',
    'source-ratio': 'sources by ratio',
    'missing-source': 'missing source',
    totals: 'totals',
    percents: 'percentages',
    words: 'amount in words',
    titles: 'titles and numbers',
    'text-numbers': 'text numbers',
    ordinals: 'row labels',
    unit: 'unit of money',
    divide: 'division by criteria',
  },
  reason(edit, words) {
    const { facts } = edit;
    switch (edit.fill) {
      case 'totals':
        return `sum of ${shortList(facts.parts)}`;
      case 'counterpart':
        if (facts.linked !== undefined)
          return `from the row of the other sheet that ${list(facts.linked)} reads`;
        return `counterpart of ${percentVi(words, facts.ratio)} on ${list(facts.central)}, rounded up${facts.statedIn ? `, as stated in ${list(facts.statedIn)}` : lawOf(edit)}`;
      case 'missing-source':
        return `what is left of ${list(facts.total)} after the other sources`;
      case 'capital-split':
      case 'source-ratio':
        return shareEn(edit, words);
      case 'percents':
        return `${list(facts.numerator)} against ${list(facts.denominator)}`;
      case 'words':
        return `the amount of ${list(facts.amount)} in words`;
      case 'text-numbers':
        return `the text “${list(facts.text)}” read as a number`;
      default:
        return list(facts.reason);
    }
  },
  refusal(cell, words) {
    const where = cell.cell === null ? `Sheet “${cell.sheet}”` : `Cell ${cell.cell} (sheet “${cell.sheet}”)`;
    const why: Readonly<Record<string, string>> = {
      'inside-merged-area': 'lies inside a merged area; unmerge it and fill again',
      'protected-sheet': 'is locked because the sheet is protected; unprotect the sheet and fill again',
      'ratio-unknown': 'the counterpart ratio is not known; give --match 15% or --support-rate',
      'linked-central': `stands beside central money taken from another sheet (${list(cell.facts.formula)}); take it from the same sheet`,
      circular: `stays blank because ${list(cell.facts.by)} is computed from this very cell; type a figure into one of the two`,
      'counted-with-parts': `stays blank because the formula in ${list(cell.facts.by)} adds up this cell together with its parts and would count them twice`,
      'rest-below-zero': `would fall below zero (${list(cell.facts.rest)}); check the total and the sources`,
      'several-blank': `and others in the columns ${list(cell.facts.columns)} are all blank, so it is not clear which of them gets what is left of the total; fill one column and run again`,
      'policy-unknown': `by the ratios ${percents(cell, '.')} a remainder below the step ${amountOf(words, cell.facts.step)} is left, and it is not said which column gets it; name it with --policy, such as --policy largest-remainder`,
      'shares-exceed': `the ratios add up to ${list(cell.facts.sum)}%, more than 100%; change them and run again`,
      'shares-leave-out': `already holds money, so ratios that make up the whole of ${list(cell.facts.base)} would break the row; give a ratio for this column too, or clear the cell`,
      'shares-apart':
        'is not reached by its sources when the remainder is left apart; choose another --policy',
      'partly-filled':
        'is blank while the columns that share with it hold figures; clear them, or type this cell',
      'base-blank': `cannot be shared: the column ${list(cell.facts.column)} holds no figure yet`,
      'no-share-column': `no column “${list(cell.facts.receiver)}” was found beside a column “${list(cell.facts.of)}”; see how “ctmtqg check” reads the columns`,
      'denominator-unknown': 'it is not clear what this share compares; type one cell and run again',
      'total-unknown': 'it is not clear which total to spell',
      'text-parts': `and ${Number(cell.facts.count) - 1} other cells hold figures as text, which formulas pass over; add --also text-numbers to make numbers of them first`,
      'two-readings': `the text “${list(cell.facts.text)}” can be read two ways; type it as a number`,
      'title-unverified': 'the official title could not be read in the law, so it stays',
      'not-plain-text': 'is no plain text (formula, several fonts or an old encoding); mend it by hand',
      'unit-not-named': 'the sheet names no unit; write “Đơn vị tính: …” above the table and run again',
      'formula-with-figure': `the formula ${list(cell.facts.formula)} holds a figure or a rounding in the old unit; change it first`,
      'no-weight-column': `there is no column ${list(cell.facts.column)} in the table to divide by`,
      'nothing-to-divide':
        'the sum to divide is not known; give --divide-total or write it into the total row',
      'not-blank': 'already holds a figure; clear it or add --overwrite',
      'cannot-divide': `cannot be divided: ${list(cell.facts.reasonEn ?? cell.facts.reason)}`,
    };
    return `${where}: ${why[cell.code] ?? cell.code}`;
  },
};

const stated = (cell: FactValue | undefined, language: 'vi' | 'en'): string =>
  cell ? (language === 'vi' ? `, theo ${list(cell)}` : `, as stated in ${list(cell)}`) : '';

function shareVi(edit: PlannedEdit, words: Wording): string {
  const { facts } = edit;
  if (facts.rule !== undefined) {
    const law = facts.statedIn ? stated(facts.statedIn, 'vi') : lawOf(edit);
    return facts.rest === undefined
      ? `số trung ương nhiều nhất trong ${list(facts.of)} mà vốn địa phương còn lại đủ đối ứng ${percentVi(words, facts.rule)}${law}`
      : `phần còn lại của ${list(facts.of)}, đủ đối ứng ${percentVi(words, facts.rule)} của ${list(facts.rest)}${law}`;
  }
  if (facts.total !== undefined) return `phần còn lại của ${list(facts.total)} sau loại vốn kia`;
  const extra = facts.extraStep && facts.extraStep !== '0' ? ', nhận thêm một bước lẻ' : '';
  const policy = facts.policy ? `, phần lẻ theo ${list(facts.policy)}${extra}` : '';
  return `${percentVi(words, facts.share)} của ${list(facts.of)}${policy}${stated(facts.statedIn, 'vi')}`;
}

function shareEn(edit: PlannedEdit, words: Wording): string {
  const { facts } = edit;
  if (facts.rule !== undefined) {
    const law = facts.statedIn ? stated(facts.statedIn, 'en') : lawOf(edit);
    return facts.rest === undefined
      ? `the most central money in ${list(facts.of)} of which the rest is the counterpart of ${percentVi(words, facts.rule)}${law}`
      : `what is left of ${list(facts.of)}, the counterpart of ${percentVi(words, facts.rule)} on ${list(facts.rest)}${law}`;
  }
  if (facts.total !== undefined)
    return `what is left of ${list(facts.total)} after the other kind of capital`;
  const extra = facts.extraStep && facts.extraStep !== '0' ? ', one step more' : '';
  const policy = facts.policy ? `, remainder by ${list(facts.policy)}${extra}` : '';
  return `${percentVi(words, facts.share)} of ${list(facts.of)}${policy}${stated(facts.statedIn, 'en')}`;
}

function lawOf(edit: PlannedEdit): string {
  const [law] = edit.law;
  return law ? ` (${law.article} ${law.instrument})` : '';
}

function percentVi(words: Wording, ratio: unknown): string {
  return `${words.amount(inPercent(String(ratio)))}%`;
}

/** `D9, D10, … D14`: enough to recognise a sum. */
function shortList(value: unknown): string {
  const all = Array.isArray(value) ? value.map(String) : [String(value ?? '')];
  return all.length <= 4 ? all.join(', ') : `${all[0]}, ${all[1]}, … ${all[all.length - 1]} (${all.length})`;
}
