import {
  type CounterpartShortfall,
  counterpartShortfall,
  type FundedLine,
  formatAmount,
  type RemainderPolicy,
  SplitError,
} from '@ctmtqg/core';
import { CallError } from '../call-error.js';
import type { Language } from '../terminal.js';

/** `DA1=1000:100`: central and local money of one line of the programme. */
export function parseLine(text: string, before: readonly FundedLine[] = []): FundedLine[] {
  const at = text.lastIndexOf('=');
  const name = text.slice(0, Math.max(at, 0)).trim();
  const [, central, local] =
    /^(\d{1,30}(?:\.\d{1,12})?):(\d{1,30}(?:\.\d{1,12})?)$/.exec(text.slice(at + 1).trim()) ?? [];
  if (name === '' || central === undefined || local === undefined)
    throw new CallError(
      'bad-line',
      `“${text}” không dùng được: viết tên=trung ương:địa phương, ví dụ --line DA1=1000:100`,
      `“${text}” cannot be used: write name=central:local, such as --line DA1=1000:100`,
    );
  if (before.some((line) => line.name === name))
    throw new CallError(
      'contradiction',
      `dòng “${name}” được nêu hai lần`,
      `the line “${name}” is given twice`,
    );
  return [...before, { name, central, local }];
}

/** What the programme lacks, shared over its lines; the policy must be named. */
export function sharedLack(
  lines: readonly FundedLine[],
  ratio: string,
  step: string | undefined,
  policy: RemainderPolicy | undefined,
): CounterpartShortfall {
  if (step === undefined || policy === undefined)
    throw new CallError(
      'missing-option',
      'chia phần thiếu cho các dòng (--line) cần thêm --step SỐ và --policy TÊN',
      'to share the lack over the lines (--line) add --step NUMBER and --policy NAME',
    );
  try {
    return counterpartShortfall({ lines, ratio, step, policy });
  } catch (error) {
    if (error instanceof SplitError) throw new CallError(error.code, error.in('vi'), error.in('en'));
    throw error;
  }
}

/** Each line's addition in words; nothing where nothing is lacking. */
export function additionLines(additions: CounterpartShortfall['additions'], language: Language): string[] {
  const write = (amount: string) => formatAmount(amount, { language });
  return additions.map(({ name, amount }) =>
    language === 'vi' ? `  ${name}: bố trí thêm ${write(amount)}` : `  ${name}: add ${write(amount)}`,
  );
}
