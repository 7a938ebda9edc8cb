import { type RemainderPolicy, type ShareOption, type ShareRatio, SOURCES } from '@ctmtqg/core';
import { CallError } from './call-error.js';
import { parseRatio } from './options.js';

/** What `--share` may name on its left. */
export const SHARE_RECEIVERS = [
  ...SOURCES,
  'investment',
  'recurrent',
] as const satisfies readonly ShareRatio['receiver'][];

/** `local=15%`: of the total; `commune=30%:local`: of another source. Each receiver once. */
export function parseShare(text: string, before: readonly ShareRatio[] = []): ShareRatio[] {
  const [, name, ratio = '', base = 'total'] = /^([a-z]+)=([^:]+)(?::([a-z]+))?$/.exec(text) ?? [];
  const receiver = SHARE_RECEIVERS.find((one) => one === name);
  const of = (['total', ...SOURCES] as const).find((one) => one === base);
  if (!receiver || !of || of === receiver) {
    const known = SHARE_RECEIVERS.join(', ');
    throw new CallError(
      'bad-share',
      `“${text}” không dùng được: viết nguồn=tỷ lệ, ví dụ --share local=15% (của tổng) hoặc --share commune=30%:local (của vốn địa phương); các tên: ${known}`,
      `“${text}” cannot be used: write source=ratio, such as --share local=15% (of the total) or --share commune=30%:local (of local money); names: ${known}`,
    );
  }
  if (before.some((share) => share.receiver === receiver)) {
    throw new CallError(
      'contradiction',
      `tỷ lệ của “${receiver}” được nêu hai lần; mỗi nguồn chỉ nêu một tỷ lệ`,
      `the share of “${receiver}” is given twice; give one for each source`,
    );
  }
  return [...before, { receiver, ratio: parseRatio(ratio), of }];
}

/** What the calls `--share`, `--policy` and `--step` say to the fills by ratio; also ratios of the sheet need the last two. */
export function sharesOf(given: {
  readonly share?: readonly ShareRatio[];
  readonly policy?: RemainderPolicy;
  readonly step?: string;
}): ShareOption | null {
  const { share = [], policy = null, step = null } = given;
  return share.length === 0 && policy === null && step === null ? null : { ratios: share, policy, step };
}
