import {
  type BelowFloor,
  type CounterpartAnswer,
  type CounterpartShortfall,
  counterpartMinimum,
  counterpartRatio,
  type FundedLine,
  formatAmount,
  type LawRatio,
  type LawReference,
  type LayerInUse,
  largestCentral,
  MONEY_UNITS,
  REMAINDER_POLICIES,
  type RemainderPolicy,
  type RuleSet,
  ratiosByLaw,
} from '@ctmtqg/core';
import { type Command, Option } from 'commander';
import { CallError } from '../call-error.js';
import { parseDate, parseLanguage, parsePercent, parseYear } from '../options.js';
import { addRulesOption, type RulesOption, rulesOf } from '../rules-option.js';
import { type CommandContext, type Language, printJson } from '../terminal.js';
import { belowFloorLines, layerLines, layersOf } from '../words/layers.js';
import { additionLines, parseLine, sharedLack } from './counterpart-lines.js';
import { demandProgramme } from './programmes.js';
import { parseAmount, parsePolicy } from './split.js';

interface CounterpartOptions extends RulesOption {
  readonly programme: string;
  readonly year: number;
  readonly supportRate?: string;
  readonly capital: 'all' | 'investment' | 'recurrent';
  readonly central?: string;
  readonly local?: string;
  readonly unit: keyof typeof MONEY_UNITS;
  readonly line?: readonly FundedLine[];
  readonly policy?: RemainderPolicy;
  readonly step?: string;
  readonly province?: string;
  readonly carriedOver?: boolean;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

/** `ctmtqg counterpart --programme ID --year N --support-rate PCT --central AMOUNT` */
export function registerCounterpart(program: Command, { terminal, done }: CommandContext): void {
  const command = program
    .command('counterpart')
    .description('vốn đối ứng tối thiểu của ngân sách địa phương theo quy định, kèm điều luật')
    .requiredOption('--programme <mã>', 'chương trình, ví dụ dttsmn-2021-2025')
    .requiredOption('--year <năm>', 'năm ngân sách', parseYear)
    .option(
      '--support-rate <phần-trăm>',
      'tỷ lệ ngân sách trung ương hỗ trợ cho tỉnh; không cần khi --rules có tỷ lệ',
      parsePercent,
    )
    .addOption(
      new Option('--capital <loại vốn>', 'loại vốn, khi quy định của tỉnh tách theo loại')
        .choices(['all', 'investment', 'recurrent'])
        .default('all'),
    )
    .option('--central <số-tiền>', 'vốn ngân sách trung ương của cả chương trình', parsePositive)
    .option('--local <số-tiền>', 'vốn địa phương đã bố trí: cho biết còn thiếu bao nhiêu', parsePositive)
    .option(
      '--line <tên=trung ương:địa phương>',
      'từng dòng của chương trình, nêu nhiều lần được: phần thiếu của cả chương trình chia cho các dòng còn thiếu, cần --step và --policy',
      parseLine,
    )
    .option('--policy <tên>', `phần lẻ khi chia phần thiếu: ${REMAINDER_POLICIES.join(', ')}`, parsePolicy)
    .option('--unit <đơn-vị>', 'dong, nghin, trieu hoặc ty', parseUnit, 'dong')
    .option('--step <số>', 'làm tròn lên đến bước này', parsePositive)
    .option('--province <tỉnh>', 'tên tỉnh, vì vài tỉnh có mức riêng')
    .option('--carried-over', 'vốn giai đoạn trước chuyển sang')
    .option('--as-of <ngày>', 'ngày áp dụng quy định, năm-tháng-ngày', parseDate)
    .option('--json', 'in dạng JSON')
    .option('--lang <ngôn-ngữ>', 'vi hoặc en', parseLanguage, 'vi');
  addRulesOption(command).action(async (options: CounterpartOptions) => {
    const { document, below } = documentOf(options, await rulesOf(options));
    if (options.json) printJson(terminal, document);
    else {
      const notes = [...belowFloorLines(below, options.lang), ...layerLines(document.layers, options.lang)];
      terminal.out(`${textOf(document, options.lang)}${notes.map((line) => `${line}\n`).join('')}`);
    }
    done(0);
  });
}

function parsePositive(text: string): string {
  const amount = parseAmount(text);
  if (!amount.startsWith('-')) return amount;
  throw new CallError(
    'negative-amount',
    `số “${text}” không được âm`,
    `the number “${text}” must not be negative`,
  );
}

function parseUnit(text: string): keyof typeof MONEY_UNITS {
  if (text === 'dong' || text === 'nghin' || text === 'trieu' || text === 'ty') return text;
  throw new CallError(
    'bad-unit',
    `không có đơn vị “${text}”: dùng dong, nghin, trieu hoặc ty`,
    `there is no unit “${text}”: use dong, nghin, trieu or ty`,
  );
}

interface CounterpartDocument {
  readonly programme: string;
  readonly year: number;
  readonly central: string;
  readonly minimum: string;
  readonly exact: string;
  readonly ratio: string;
  readonly unit: string;
  readonly law: readonly LawReference[];
  /** Only with `--rules`: the province's own rules, and what of them asks for less than the centre's floor. */
  readonly layers?: readonly LayerInUse[];
  readonly belowFloor?: readonly {
    readonly ratio: string;
    readonly floor: string;
    readonly law: readonly LawReference[];
  }[];
  /** Only with `--local`. */
  readonly local?: string;
  readonly shortfall?: string;
  /** Most central money that the local sum carries, in the step given or whole units. */
  readonly largestCentral?: string | null;
  /** Only with `--line`: what each line should add, with its proof. */
  readonly additions?: CounterpartShortfall['additions'];
}

function documentOf(
  options: CounterpartOptions,
  rules: RuleSet,
): { readonly document: CounterpartDocument; readonly below: readonly BelowFloor[] } {
  const programme = demandProgramme(options.programme).id;
  const { year, step, line } = options;
  const { ratio: asked, below } = ratioFor(options, programme, rules);
  const { ratio, law } = asked;
  const shared = line ? sharedLack(demandLinesAlone(options, line), ratio, step, options.policy) : null;
  const local = shared?.local ?? options.local;
  const central = shared?.central ?? options.central ?? demandCentral(options);
  const owed = counterpartMinimum({
    central,
    ratio,
    ...(step === undefined ? {} : { step: demandStep(step) }),
  });
  const unit = MONEY_UNITS[options.unit].name;
  const head: CounterpartDocument = {
    programme,
    year,
    central,
    minimum: owed.minimum,
    exact: owed.exact,
    ratio,
    unit,
    law,
    ...layersOf(rules),
    ...(below.length === 0
      ? {}
      : {
          belowFloor: below.map(({ rule, floor, floorLaw }) => ({
            ratio: rule.ratio,
            floor,
            law: [rule.law, ...floorLaw],
          })),
        }),
  };
  if (local === undefined) return { document: head, below };
  const carried = largestCentral({ local, ratio, step: step ?? '1' });
  return {
    document: {
      ...head,
      local,
      shortfall: shared?.shortfall ?? lack(owed.minimum, local),
      largestCentral: carried,
      ...(shared ? { additions: shared.additions } : {}),
    },
    below,
  };
}

/** The ratio of the kind of capital asked for; a resolution that parts the kinds answers for no other. */
function ratioFor(
  options: CounterpartOptions,
  programme: string,
  rules: RuleSet,
): { readonly ratio: LawRatio; readonly below: readonly BelowFloor[] } {
  const { year, asOf, province, capital } = options;
  const query = {
    programme,
    year,
    carriedOver: options.carriedOver === true,
    ...(asOf === undefined ? {} : { asOf }),
    ...(province === undefined ? {} : { province }),
  };
  const supportRate = options.supportRate ?? null;
  const { ratios, belowFloor } = ratiosByLaw(rules, {
    ...query,
    day: asOf ?? `${year}-12-31`,
    supportRate,
  });
  const found = ratios.find((one) => one.capital === capital) ?? ratios.find((one) => one.capital === 'all');
  if (found) return { ratio: found, below: belowFloor };
  if (ratios.length > 0) throw kindsParted(ratios);
  if (supportRate === null) throw noSupportRate();
  const answer = counterpartRatio(rules.counterpart ?? [], { ...query, supportRate });
  if (answer.kind === 'known') return { ratio: { ...answer, capital: 'all', layer: null }, below: [] };
  throw notKnown(answer, programme, year);
}

function noSupportRate(): CallError {
  return new CallError(
    'missing-option',
    'còn thiếu --support-rate (tỷ lệ ngân sách trung ương hỗ trợ tỉnh), hoặc --rules TỆP có tỷ lệ đối ứng của tỉnh cho chương trình và ngày này',
    'the option --support-rate (central support of the province) is missing, or --rules FILE with a ratio of the province for this programme and day',
  );
}

function kindsParted(ratios: readonly LawRatio[]): CallError {
  const told = ratios.map(({ capital, ratio }) => `${capital} ${ratio}`).join(', ');
  return new CallError(
    'capital-needed',
    `quy định của tỉnh tách theo loại vốn (${told}); hãy thêm --capital investment hoặc --capital recurrent`,
    `the rules of the province part the kinds of capital (${told}); add --capital investment or --capital recurrent`,
  );
}

function demandLinesAlone(
  { central, local }: CounterpartOptions,
  lines: readonly FundedLine[],
): readonly FundedLine[] {
  if (central === undefined && local === undefined) return lines;
  throw new CallError(
    'contradiction',
    'đã nêu từng dòng bằng --line thì không nêu --central, --local: tổng lấy từ các dòng',
    'with --line for each line leave --central and --local out: the sums come from the lines',
  );
}

function demandStep(step: string): string {
  if (/[1-9]/.test(step)) return step;
  throw new CallError('bad-step', 'bước làm tròn phải lớn hơn 0', 'the step must be above 0');
}

function demandCentral({ local }: CounterpartOptions): string {
  if (local !== undefined) return '0';
  throw new CallError(
    'missing-option',
    'còn thiếu tuỳ chọn --central (vốn ngân sách trung ương); hoặc nêu --local để tính ngược',
    'the option --central (central money) is missing; or give --local for the reverse',
  );
}

/** Exact difference of two plain decimal strings, not below 0. */
function lack(minimum: string, local: string): string {
  const places = Math.max(...[minimum, local].map((text) => text.split('.')[1]?.length ?? 0));
  const scaled = (text: string) => {
    const [whole = '0', fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(places, '0'));
  };
  const difference = scaled(minimum) - scaled(local);
  if (difference <= 0n) return '0';
  const digits = difference.toString().padStart(places + 1, '0');
  const at = digits.length - places;
  return places === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`.replace(/\.?0+$/, '');
}

function notKnown(
  answer: Extract<CounterpartAnswer, { kind: 'unknown' }>,
  programme: string,
  year: number,
): CallError {
  const { reason, rules } = answer;
  if (reason === 'not-in-force' && rules) {
    const { from, to, carriedOverTo } = rules.budgetYears;
    const more = carriedOverTo === year ? ' (vốn chuyển nguồn: thêm --carried-over)' : '';
    const moreEn = carriedOverTo === year ? ' (money carried over: add --carried-over)' : '';
    return new CallError(
      'counterpart-unknown',
      `chưa biết: chương trình ${programme} chỉ có tỷ lệ đối ứng cho các năm ${from}–${to}, không có cho năm ${year}${more}`,
      `not known: ${programme} has counterpart ratios for ${from}–${to} only, none for ${year}${moreEn}`,
    );
  }
  const note = rules?.unknown;
  return new CallError(
    'counterpart-unknown',
    `chưa biết tỷ lệ đối ứng của chương trình ${programme}: ${note?.vi ?? 'chưa có dữ liệu'}; khi có văn bản, hãy dùng --match TỶ_LỆ của lệnh check`,
    `the counterpart ratio of ${programme} is not known: ${note?.en ?? 'no data'}; once you have the text, use --match RATIO of the command check`,
  );
}

const SAY = {
  vi: {
    head: 'Vốn đối ứng tối thiểu',
    of: (central: string, ratio: string) => `${ratio} của ${central} vốn ngân sách trung ương`,
    exact: 'chính xác',
    lack: 'Còn thiếu',
    enough: 'Đã đủ: địa phương bố trí',
    carries: 'Số vốn trung ương lớn nhất mà vốn địa phương này đối ứng được',
    law: 'Căn cứ',
    unread: 'chưa đối chiếu văn bản gốc',
    note: 'Mức tối thiểu tính trên tổng vốn của cả chương trình tại địa phương, không tính từng dòng.',
  },
  en: {
    head: 'Counterpart minimum',
    of: (central: string, ratio: string) => `${ratio} of ${central} of central money`,
    exact: 'exactly',
    lack: 'Lacking',
    enough: 'Sufficient: local money is',
    carries: 'Most central money that this local sum carries',
    law: 'By',
    unread: 'not compared with the original text',
    note: "The minimum holds for the programme's total in the locality, not for each line.",
  },
} as const;

function textOf(document: CounterpartDocument, language: Language): string {
  const say = SAY[language];
  const write = (amount: string) => `${formatAmount(amount, { language })} ${document.unit}`;
  const percent = `${formatAmount(shiftPoint(document.ratio), { language })}%`;
  const exact = document.minimum === document.exact ? '' : ` (${say.exact} ${write(document.exact)})`;
  const lines = [
    `${say.head}: ${write(document.minimum)}${exact}, ${say.of(write(document.central), percent)}.`,
  ];
  if (document.local !== undefined) {
    const lacking = document.shortfall !== '0';
    lines.push(
      lacking ? `${say.lack}: ${write(document.shortfall!)}.` : `${say.enough} ${write(document.local)}.`,
    );
    lines.push(...additionLines(document.additions ?? [], language));
    if (document.largestCentral) lines.push(`${say.carries}: ${write(document.largestCentral)}.`);
  }
  for (const { instrument, article, status } of document.law)
    lines.push(`${say.law}: ${instrument}, ${article}${status === 'unverified' ? ` (${say.unread})` : ''}.`);
  return `${[...lines, say.note].join('\n')}\n`;
}

/** `0.15` → `15`, on the digits. */
function shiftPoint(ratio: string): string {
  const [whole = '0', fraction = ''] = ratio.split('.');
  const digits = fraction.padEnd(2, '0');
  const rest = digits.slice(2).replace(/0+$/, '');
  return `${BigInt(whole + digits.slice(0, 2))}${rest === '' ? '' : `.${rest}`}`;
}
