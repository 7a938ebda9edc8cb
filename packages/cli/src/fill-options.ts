import {
  type DivideOption,
  FILL_CODES,
  type FillCode,
  type FillOptions,
  MONEY_UNITS,
  type MoneyUnit,
  REMAINDER_POLICIES,
  type RemainderPolicy,
  type ShareOption,
  type ShareRatio,
  SOURCES,
} from '@ctmtqg/core';
import type { Command } from 'commander';
import { CallError } from './call-error.js';
import type { ContextOptions } from './context-options.js';
import { isPlainNumber, parseRatio } from './options.js';

/** Everything that `ctmtqg fill` can be told. */
export interface FillCommandOptions extends ContextOptions {
  readonly output?: string;
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly overwrite?: boolean;
  readonly force?: boolean;
  readonly only?: readonly FillCode[];
  readonly also?: readonly FillCode[];
  readonly toUnit?: MoneyUnit;
  readonly titlesInto?: string;
  readonly share?: readonly ShareRatio[];
  readonly divideInto?: string;
  readonly by?: string;
  readonly block?: string;
  readonly criterion?: Readonly<Record<string, string>>;
  readonly pointsInto?: string;
  readonly divideTotal?: string;
  readonly step?: string;
  readonly policy?: RemainderPolicy;
  readonly words?: FillOptions['wordChoices'];
}

const collect = (value: string, before: readonly FillCode[] = []): FillCode[] => [
  ...before,
  parseFill(value),
];

/** Adds what only `fill` can be told. */
export function addFillOptions(command: Command): void {
  command
    .option('--output <tệp.xlsx>', 'tệp kết quả; kèm theo danh sách sửa để “ctmtqg undo” hoàn tác')
    .option('--dry-run', 'chỉ in những gì sẽ điền, không ghi tệp nào')
    .option('--overwrite', 'đổi cả các tổng gõ tay thành công thức')
    .option('--only <phần>', `chỉ điền phần này (nêu nhiều lần được): ${FILL_CODES.join(', ')}`, collect)
    .option('--also <phần>', 'điền thêm phần này ngoài các phần thường dùng', collect)
    .option(
      '--titles-into <cột>',
      'ghi tên và số chính thức của dự án vào cột này, tên đang có giữ nguyên; thay tên tại chỗ: --also titles',
      parseColumn,
    )
    .option(
      '--share <nguồn=tỷ lệ>',
      'điền cột nguồn hoặc loại vốn theo tỷ lệ của tổng: central=85%, investment=60%; của nguồn khác: commune=30%:local (nêu nhiều lần được); phần lẻ theo --policy',
      parseShare,
    )
    .option('--to-unit <đơn vị>', 'đổi đơn vị tính của biểu: dong, nghin, trieu, ty', parseUnit)
    .option('--divide-into <cột>', 'chia một khoản vào cột này, ví dụ D', parseColumn)
    .option(
      '--by <cột>',
      'chia theo trọng số hoặc điểm ở cột này; equal: chia đều; criteria: tính điểm từ các cột tiêu chí theo hệ số của quyết định phân bổ',
      parseWeights,
    )
    .option('--block <mã>', 'với --by criteria: cách phân bổ, ví dụ gnbv.DA2, khi các cột hợp với nhiều cách')
    .option(
      '--criterion <tiêu chí=cột>',
      'với --by criteria: cột của một tiêu chí khi tiêu đề không rõ, ví dụ TL=C (nêu nhiều lần được)',
      parseCriterion,
    )
    .option('--points-into <cột>', 'với --by criteria: ghi điểm tính được vào cột này', parseColumn)
    .option(
      '--divide-total <số>',
      'khoản cần chia, theo đơn vị của biểu; không nêu thì lấy ở dòng tổng',
      parsePositive,
    )
    .option(
      '--step <số>',
      'bước nhỏ nhất khi chia, ví dụ 1 hoặc 0.1; với --share, không nêu thì theo chữ số lẻ của biểu',
      parsePositive,
    )
    .option('--policy <tên>', `phần lẻ khi chia dồn vào đâu: ${REMAINDER_POLICIES.join(', ')}`, parsePolicy)
    .option(
      '--words <cách đọc>',
      'cách đọc số thành chữ: linh hoặc lẻ, nghìn hoặc ngàn, tỷ hoặc tỉ; ví dụ lẻ,ngàn',
      parseWordChoices,
    )
    .option('--json', 'in kế hoạch điền dạng JSON')
    .option('--force', 'cho phép ghi đè tệp kết quả đã có');
}

function parseFill(text: string): FillCode {
  const found = FILL_CODES.find((code) => code === text);
  if (found) return found;
  throw new CallError(
    'unknown-fill',
    `không có phần “${text}”; dùng được: ${FILL_CODES.join(', ')}`,
    `there is no fill “${text}”; known: ${FILL_CODES.join(', ')}`,
  );
}

function parseUnit(text: string): MoneyUnit {
  const found = Object.entries(MONEY_UNITS).find(([name]) => name === text);
  if (found) return found[1];
  throw new CallError(
    'bad-unit',
    `đơn vị “${text}” không dùng được; hãy viết dong, nghin, trieu hoặc ty`,
    `the unit “${text}” cannot be used; write dong, nghin, trieu or ty`,
  );
}

function parseColumn(text: string): string {
  if (/^[A-Za-z]{1,3}$/.test(text)) return text.toUpperCase();
  throw new CallError(
    'bad-column',
    `“${text}” không phải tên cột; hãy viết như D hoặc AB`,
    `“${text}” is no column; write it as D or AB`,
  );
}

const parseWeights = (text: string): string =>
  text === 'equal' || text === 'criteria' ? text : parseColumn(text);

/** `TL=C` */
function parseCriterion(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, key, column] = /^([^=]+)=([A-Za-z]{1,3})$/.exec(text) ?? [];
  if (key !== undefined && column !== undefined) return { ...before, [key]: column.toUpperCase() };
  throw new CallError(
    'bad-criterion',
    `“${text}” không dùng được; hãy viết tiêu chí=cột, ví dụ --criterion TL=C`,
    `“${text}” cannot be used; write criterion=column, such as --criterion TL=C`,
  );
}

function parsePositive(text: string): string {
  if (isPlainNumber(text)) return text;
  throw new CallError(
    'bad-number',
    `số “${text}” không dùng được; hãy viết số có dấu chấm thập phân, ví dụ 1234.5`,
    `the number “${text}” cannot be used; write it with a point, such as 1234.5`,
  );
}

function parsePolicy(text: string): RemainderPolicy {
  const found = REMAINDER_POLICIES.find((policy) => policy === text);
  if (found && found !== 'given-order') return found;
  const known = REMAINDER_POLICIES.filter((policy) => policy !== 'given-order').join(', ');
  throw new CallError(
    'bad-policy',
    `cách xử lý phần lẻ “${text}” không dùng được; chọn một trong: ${known}`,
    `the policy “${text}” cannot be used; choose one of: ${known}`,
  );
}

function parseWordChoices(text: string): FillOptions['wordChoices'] {
  const said = text.split(',').map((word) => word.trim().toLowerCase());
  const known = ['linh', 'lẻ', 'nghìn', 'ngàn', 'tỷ', 'tỉ'];
  const unknown = said.find((word) => !known.includes(word));
  if (unknown !== undefined)
    throw new CallError(
      'bad-words',
      `cách đọc “${unknown}” không dùng được; chọn trong: ${known.join(', ')}`,
      `the reading “${unknown}” cannot be used; choose from: ${known.join(', ')}`,
    );
  return {
    zeroTen: said.includes('lẻ') ? 'lẻ' : 'linh',
    thousand: said.includes('ngàn') ? 'ngàn' : 'nghìn',
    billion: said.includes('tỉ') ? 'tỉ' : 'tỷ',
  };
}

/** The division asked for; half a wish is no wish. */
export function divisionOf(options: FillCommandOptions): DivideOption | null {
  const { divideInto, by, divideTotal, step, policy, block, criterion, pointsInto } = options;
  const asked = divideInto ?? by ?? divideTotal ?? block ?? criterion ?? pointsInto;
  if (asked === undefined) return null;
  if (divideInto === undefined || by === undefined || step === undefined || policy === undefined) {
    throw new CallError(
      'incomplete-division',
      'muốn chia một khoản cần đủ --divide-into CỘT, --by CỘT, equal hoặc criteria, --step SỐ và --policy TÊN',
      'to divide a sum give --divide-into COLUMN, --by COLUMN, equal or criteria, --step NUMBER and --policy NAME',
    );
  }
  if (by !== 'criteria' && (block ?? criterion ?? pointsInto) !== undefined) {
    throw new CallError(
      'contradiction',
      '--block, --criterion và --points-into chỉ dùng cùng --by criteria',
      '--block, --criterion and --points-into go with --by criteria only',
    );
  }
  return {
    into: divideInto,
    by,
    total: divideTotal ?? null,
    step,
    policy,
    block: block ?? null,
    criteria: criterion ?? {},
    pointsInto: pointsInto ?? null,
  };
}

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
