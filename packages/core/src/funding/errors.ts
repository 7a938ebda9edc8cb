import { formatAmount } from '../amount/format.js';

/** Why a split cannot be made. Codes are stable. */
export type SplitProblem =
  /** No receiver has a weight above zero, but there is money to divide. */
  | 'no-weight'
  | 'negative-weight'
  | 'not-a-number'
  | 'step-not-positive'
  /** The total is no whole number of steps, and the policy leaves nothing apart. */
  | 'total-not-in-steps'
  /** Fixed parts leave a rest that is no whole number of steps. */
  | 'rest-not-in-steps'
  | 'fixed-exceeds-total'
  | 'negative-limit'
  /** A receiver's floor is above its cap. */
  | 'floor-above-cap'
  | 'floors-exceed-total'
  | 'caps-below-total'
  /** `given-order` without an order that names each receiver once. */
  | 'order-incomplete'
  | 'local-below-minimum'
  | 'given-exceeds-total';

/** One wish that takes part in a clash. */
export interface ClashingConstraint {
  readonly name: string;
  readonly kind: 'floor' | 'cap' | 'fixed' | 'total' | 'step' | 'weight' | 'minimum' | 'given';
  /** Decimal string in the unit of the total. */
  readonly amount: string;
}

/** Wishes that cannot all be met: which ones, and by how much they miss one another. */
export class SplitError extends Error {
  override readonly name = 'SplitError';
  constructor(
    readonly code: SplitProblem,
    readonly constraints: readonly ClashingConstraint[],
    /** How much is missing or too much, decimal string in the unit of the total; `0` where that says nothing. */
    readonly by: string,
  ) {
    super(splitErrorText(code, constraints, by, 'vi'));
  }

  /** The sentence in a language; {@link Error.message} is the Vietnamese one. */
  in(language: 'vi' | 'en'): string {
    return splitErrorText(this.code, this.constraints, this.by, language);
  }
}

type Sentence = (names: string, by: string) => { readonly vi: string; readonly en: string };

const SENTENCES: Readonly<Record<SplitProblem, Sentence>> = {
  'no-weight': () => ({
    vi: 'không nơi nhận nào có tỷ lệ lớn hơn 0 mà vẫn còn tiền phải chia; hãy cho ít nhất một tỷ lệ lớn hơn 0',
    en: 'no receiver has a weight above 0 while money is left to divide; give at least one weight above 0',
  }),
  'negative-weight': (names) => ({
    vi: `tỷ lệ không được âm: ${names}; muốn giảm vốn hãy để tổng là số âm`,
    en: `a weight must not be negative: ${names}; for a reduction make the total negative`,
  }),
  'not-a-number': (names) => ({
    vi: `không đọc được thành số: ${names}; hãy viết số với dấu chấm thập phân`,
    en: `this is not a number: ${names}; write plain digits with a decimal point`,
  }),
  'step-not-positive': (names) => ({
    vi: `bước làm tròn phải lớn hơn 0: ${names}`,
    en: `the step must be above 0: ${names}`,
  }),
  'total-not-in-steps': (names, by) => ({
    vi: `tổng không chẵn bước làm tròn (${names}), lẻ ${by}; hãy chọn bước nhỏ hơn hoặc chính sách “apart” để phần lẻ ra ngoài`,
    en: `the total is no whole number of steps (${names}), ${by} is left over; choose a smaller step or the policy “apart”`,
  }),
  'rest-not-in-steps': (names, by) => ({
    vi: `sau khi trừ phần cố định, phần còn lại không chẵn bước làm tròn (${names}), lẻ ${by}; hãy sửa phần cố định hoặc bước`,
    en: `what is left after the fixed parts is no whole number of steps (${names}), ${by} is left over; change a fixed part or the step`,
  }),
  'fixed-exceeds-total': (names, by) => ({
    vi: `các phần cố định vượt tổng ${by} (${names}); hãy giảm phần cố định hoặc tăng tổng`,
    en: `the fixed parts exceed the total by ${by} (${names}); lower them or raise the total`,
  }),
  'negative-limit': (names) => ({
    vi: `mức tối thiểu, tối đa, cố định viết theo độ lớn, không âm: ${names}`,
    en: `floors, caps and fixed parts are sizes and must not be negative: ${names}`,
  }),
  'floor-above-cap': (names, by) => ({
    vi: `mức tối thiểu cao hơn mức tối đa ${by}, tính theo bước làm tròn (${names})`,
    en: `a floor is above its cap by ${by}, counted in whole steps (${names})`,
  }),
  'floors-exceed-total': (names, by) => ({
    vi: `các mức tối thiểu cần nhiều hơn số có để chia ${by} (${names}); hãy hạ mức tối thiểu hoặc tăng tổng`,
    en: `the floors need ${by} more than there is to divide (${names}); lower a floor or raise the total`,
  }),
  'caps-below-total': (names, by) => ({
    vi: `các mức tối đa không nhận hết: còn thừa ${by} (${names}); hãy nâng mức tối đa hoặc giảm tổng`,
    en: `the caps leave ${by} that nobody may take (${names}); raise a cap or lower the total`,
  }),
  'order-incomplete': (names) => ({
    vi: `chính sách “given-order” cần thứ tự nêu mỗi nơi nhận đúng một lần (${names})`,
    en: `the policy “given-order” needs an order that names each receiver once (${names})`,
  }),
  'local-below-minimum': (names, by) => ({
    vi: `ngân sách địa phương còn thiếu ${by} so với mức đối ứng tối thiểu (${names})`,
    en: `the local budget falls short of the counterpart minimum by ${by} (${names})`,
  }),
  'given-exceeds-total': (names, by) => ({
    vi: `các nguồn khác đã cho vượt tổng ${by} (${names})`,
    en: `the other sources given exceed the total by ${by} (${names})`,
  }),
};

const KINDS = {
  vi: {
    floor: 'tối thiểu',
    cap: 'tối đa',
    fixed: 'cố định',
    total: 'tổng',
    step: 'bước',
    weight: 'tỷ lệ',
    minimum: 'tối thiểu',
    given: 'đã cho',
  },
  en: {
    floor: 'at least',
    cap: 'at most',
    fixed: 'fixed',
    total: 'total',
    step: 'step',
    weight: 'weight',
    minimum: 'at least',
    given: 'given',
  },
} as const;

function splitErrorText(
  code: SplitProblem,
  constraints: readonly ClashingConstraint[],
  by: string,
  language: 'vi' | 'en',
): string {
  const write = (amount: string) =>
    /^-?\d+(\.\d+)?$/.test(amount) ? formatAmount(amount, { language }) : amount;
  const shown = constraints.slice(0, 6).map(({ name, kind, amount }) => {
    const label = KINDS[language][kind];
    return name === '' || name === label ? `${label} ${write(amount)}` : `${name} ${label} ${write(amount)}`;
  });
  const rest = constraints.length > 6 ? [`… (${constraints.length})`] : [];
  return SENTENCES[code]([...shown, ...rest].join('; '), write(by))[language];
}
