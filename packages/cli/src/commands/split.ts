import {
  formatAmount,
  REMAINDER_POLICIES,
  type Receiver,
  type RemainderPolicy,
  SplitError,
  type SplitPart,
  type SplitRequest,
  type SplitResult,
  split,
} from '@ctmtqg/core';
import type { Command } from 'commander';
import { CallError } from '../call-error.js';
import { parseLanguage } from '../options.js';
import { type CommandContext, type Language, printJson } from '../terminal.js';

interface SplitOptions {
  readonly by: string;
  readonly step: string;
  readonly policy: RemainderPolicy;
  readonly order?: string;
  readonly floor: readonly string[];
  readonly cap: readonly string[];
  readonly fixed: readonly string[];
  readonly priority: readonly string[];
  readonly json?: boolean;
  readonly lang: Language;
}

/** `ctmtqg split AMOUNT --by 85:15 --step N --policy NAME` */
export function registerSplit(program: Command, { terminal, done }: CommandContext): void {
  const collect = (value: string, before: readonly string[]) => [...before, value];
  program
    .command('split')
    .description('chia một số tiền theo tỷ lệ, cộng lại đúng đến bước cuối cùng, kèm bằng chứng từng phần')
    .argument('<số-tiền>', 'số thường, dấu thập phân là dấu chấm; số âm là giảm vốn')
    .requiredOption('--by <tỷ-lệ>', 'tỷ lệ, ví dụ 85:15 hoặc "trung ương=85:địa phương=15"')
    .requiredOption('--step <số>', 'bước làm tròn, ví dụ 1, 1000, 0.1', parseAmount)
    .requiredOption('--policy <tên>', `phần dư về ai: ${REMAINDER_POLICIES.join(', ')}`, parsePolicy)
    .option('--order <tên,...>', 'thứ tự nhận phần dư, với given-order')
    .option('--floor <tên=mức>', 'ít nhất, số tiền hoặc 20%; nêu được nhiều lần', collect, [])
    .option('--cap <tên=mức>', 'nhiều nhất, số tiền hoặc 20%; nêu được nhiều lần', collect, [])
    .option('--fixed <tên=số-tiền>', 'phần cố định, trừ trước; nêu được nhiều lần', collect, [])
    .option(
      '--priority <tên=số>',
      'số nhỏ được đáp ứng trước, đến mức tối đa của nó; không nêu là 0; nêu được nhiều lần',
      collect,
      [],
    )
    .option('--json', 'in dạng JSON')
    .option('--lang <ngôn-ngữ>', 'vi hoặc en', parseLanguage, 'vi')
    .allowUnknownOption(false)
    .action((amount: string, options: SplitOptions) => {
      const result = splitOrRefuse(requestOf(parseAmount(amount), options));
      if (options.json) printJson(terminal, result);
      else terminal.out(textOf(result, options.lang));
      done(0);
    });
}

/** A plain number with a point, perhaps negative; thousands separators and commas are refused, never guessed. */
export function parseAmount(text: string): string {
  if (/^[-+]?\d{1,30}(\.\d{1,12})?$/.test(text)) return text.replace(/^\+/, '');
  throw new CallError(
    'bad-amount',
    `số “${text}” không rõ: hãy viết liền, dấu thập phân là dấu chấm, ví dụ 12063.2`,
    `the number “${text}” is not clear: write plain digits with a decimal point, such as 12063.2`,
  );
}

/** A policy by its name. */
export function parsePolicy(text: string): RemainderPolicy {
  const policy = REMAINDER_POLICIES.find((name) => name === text);
  if (policy) return policy;
  throw new CallError(
    'bad-policy',
    `không có chính sách “${text}”: dùng ${REMAINDER_POLICIES.join(', ')}`,
    `there is no policy “${text}”: use ${REMAINDER_POLICIES.join(', ')}`,
  );
}

/** `85:15`, `A=85:B=15`; a percent sign behind a ratio is left away. */
function receiversOf(by: string): Receiver[] {
  return by.split(':').map((part, i) => {
    const at = part.lastIndexOf('=');
    const weight = part
      .slice(at + 1)
      .trim()
      .replace(/%$/, '');
    const name = at < 0 ? String(i + 1) : part.slice(0, at).trim();
    if (name === '' || !/^\d{1,15}(\.\d{1,12})?$/.test(weight)) {
      throw new CallError(
        'bad-ratios',
        `tỷ lệ “${by}” không rõ: hãy viết như 85:15, 2:3:1 hoặc "A=85:B=15"`,
        `the ratios “${by}” are not clear: write them as 85:15, 2:3:1 or "A=85:B=15"`,
      );
    }
    return { name, weight };
  });
}

function requestOf(total: string, options: SplitOptions): SplitRequest {
  const receivers = receiversOf(options.by);
  const limited = receivers.map((receiver): Receiver => {
    const floor = limitFor(receiver, options.floor, receivers);
    const cap = limitFor(receiver, options.cap, receivers);
    const fixed = limitFor(receiver, options.fixed, receivers);
    if (fixed?.endsWith('%')) throw badLimit(fixed);
    const priority = limitFor(receiver, options.priority, receivers);
    if (priority !== null && !/^\d{1,6}$/.test(priority)) throw badPriority(priority);
    return {
      ...receiver,
      ...(floor === null ? {} : { floor: asLimit(floor) }),
      ...(cap === null ? {} : { cap: asLimit(cap) }),
      ...(fixed === null ? {} : { fixed }),
      ...(priority === null ? {} : { priority: Number(priority) }),
    };
  });
  const order = options.order?.split(',').map((name) => name.trim());
  const { step, policy } = options;
  return { total, step, policy, receivers: limited, ...(order ? { order } : {}) };
}

/** The value given for a receiver, `NAME=VALUE`; a name that nobody bears is refused. */
function limitFor(receiver: Receiver, given: readonly string[], all: readonly Receiver[]): string | null {
  let found: string | null = null;
  for (const text of given) {
    const at = text.lastIndexOf('=');
    const name = text.slice(0, Math.max(at, 0)).trim();
    const value = text.slice(at + 1).trim();
    if (!all.some((one) => one.name === name) || !/^\d{1,30}(\.\d{1,12})?%?$/.test(value))
      throw badLimit(text);
    if (name === receiver.name) found = value;
  }
  return found;
}

function badLimit(text: string): CallError {
  return new CallError(
    'bad-limit',
    `“${text}” không dùng được: hãy viết tên=mức với tên trong --by, ví dụ --cap 2=500 hoặc --floor 1=20%`,
    `“${text}” cannot be used: write name=value with a name of --by, such as --cap 2=500 or --floor 1=20%`,
  );
}

function badPriority(text: string): CallError {
  return new CallError(
    'bad-priority',
    `thứ tự ưu tiên “${text}” không dùng được: hãy viết số nguyên, ví dụ --priority A=1`,
    `the priority “${text}” cannot be used: write a whole number, such as --priority A=1`,
  );
}

function asLimit(text: string) {
  return text.endsWith('%') ? { share: hundredth(text.slice(0, -1)) } : { amount: text };
}

/** Percent to share without binary arithmetic: `15` → `0.15`. */
function hundredth(text: string): string {
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
}

function splitOrRefuse(request: SplitRequest): SplitResult {
  try {
    return split(request);
  } catch (error) {
    if (error instanceof SplitError) throw new CallError(error.code, error.in('vi'), error.in('en'));
    throw error;
  }
}

const SAY = {
  vi: {
    head: (total: string, step: string, policy: string) =>
      `Chia ${total}, bước làm tròn ${step}, phần dư theo “${policy}”:`,
    exact: 'đúng bằng phần được chia',
    'rounded-down': 'làm tròn xuống',
    'extra-step': 'làm tròn xuống rồi nhận thêm một bước',
    floor: 'giữ ở mức tối thiểu',
    cap: 'giữ ở mức tối đa',
    fixed: 'phần cố định',
    quota: 'phần được chia',
    tied: (names: string) => `ngang với ${names}, xét theo thứ tự liệt kê`,
    apart: 'Để riêng, chưa chia',
    sum: 'Cộng',
  },
  en: {
    head: (total: string, step: string, policy: string) =>
      `Split of ${total}, step ${step}, remainder by “${policy}”:`,
    exact: 'exactly its share',
    'rounded-down': 'rounded down',
    'extra-step': 'rounded down, then one step more',
    floor: 'held at its floor',
    cap: 'held at its cap',
    fixed: 'fixed part',
    quota: 'share',
    tied: (names: string) => `level with ${names}, decided by the order of listing`,
    apart: 'Left apart, not divided',
    sum: 'Sum',
  },
} as const;

function textOf(result: SplitResult, language: Language): string {
  const say = SAY[language];
  const write = (amount: string) => formatAmount(amount, { language });
  const decimals = Math.max(...[result.total, ...result.parts.map((part) => part.amount)].map(decimalsOf));
  const align = (amount: string) => formatAmount(amount, { language, decimals });
  const width = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
  const names = width([say.sum, ...result.parts.map((part) => part.name)]);
  const figures = width([align(result.total), ...result.parts.map((part) => align(part.amount))]);
  const line = (name: string, amount: string, why = '') =>
    `  ${name.padEnd(names)}  ${align(amount).padStart(figures)}${why === '' ? '' : `  ${why}`}`;
  const why = ({ proof }: SplitPart): string => {
    const quota = proof.reason === 'rounded-down' || proof.reason === 'extra-step';
    const share = quota ? `${say.quota} ${short(proof.quotaDecimal, language)}, ` : '';
    const tied = proof.tiedWith.length > 0 ? `; ${say.tied(proof.tiedWith.slice(0, 5).join(', '))}` : '';
    return `${share}${say[proof.reason]}${tied}`;
  };
  const lines = [
    say.head(write(result.total), write(result.step), result.policy),
    ...result.parts.map((part) => line(part.name, part.amount, why(part))),
    line(say.sum, result.total),
    ...(result.apart === '0' ? [] : [`  ${say.apart}: ${write(result.apart)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function decimalsOf(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

/** A share without end is shown to four digits and marked; the exact fraction is in the JSON. */
function short(quota: string, language: Language): string {
  const [whole = '', fraction = ''] = quota.split('.');
  if (fraction.length <= 6) return formatAmount(quota, { language });
  return `${formatAmount(`${whole}.${fraction.slice(0, 4)}`, { language, decimals: 4 })}…`;
}
