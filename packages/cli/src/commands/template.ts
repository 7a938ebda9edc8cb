import {
  type BelowFloor,
  type LawRatio,
  MONEY_UNITS,
  type MoneyUnit,
  makeTemplate,
  type RuleSet,
  ratiosByLaw,
  type TemplateSheet,
  type TemplateWish,
} from '@ctmtqg/core';
import { createWorkbook, type NewSheet } from '@ctmtqg/workbook';
import { type Command, Option } from 'commander';
import { CallError } from '../call-error.js';
import { findProgramme } from '../context-options.js';
import { claimOutput, demandExtension, writeOutput } from '../files.js';
import { type MatchRatio, parseLanguage, parseMatch, parsePercent, parseYear } from '../options.js';
import { addRulesOption, type RulesOption, rulesOf } from '../rules-option.js';
import { type CommandContext, type Language, printJson, type Terminal } from '../terminal.js';
import { belowFloorLines, layerLines, layersOf } from '../words/layers.js';

interface TemplateOptions extends RulesOption {
  readonly programme: string;
  readonly year: number;
  readonly level: 'commune' | 'province';
  readonly unit: string;
  readonly output: string;
  readonly match?: readonly MatchRatio[];
  readonly supportRate?: string;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly lang: Language;
}

/** `ctmtqg template --programme ID --year N --output OUT.xlsx` */
export function registerTemplate(program: Command, context: CommandContext): void {
  const command = program
    .command('template')
    .description(
      'lập biểu mẫu trống của một chương trình: đủ dự án, công thức tổng, cột đối ứng, sẵn sàng in và ký',
    )
    .requiredOption('--programme <id>', 'chương trình: xem “ctmtqg programmes”')
    .requiredOption('--year <năm>', 'năm ngân sách', parseYear)
    .requiredOption('--output <tệp.xlsx>', 'tệp kết quả')
    .addOption(
      new Option('--level <cấp>', 'cấp lập biểu').choices(['commune', 'province']).default('commune'),
    )
    .addOption(
      new Option('--unit <đơn vị>', 'đơn vị tính').choices(Object.keys(MONEY_UNITS)).default('trieu'),
    )
    .option(
      '--match <tỷ lệ>',
      'tỷ lệ đối ứng: 15%, recurrent=15%',
      (value: string, before: MatchRatio[] = []) => parseMatch(value, before),
    )
    .option('--support-rate <phần trăm>', 'tỷ lệ ngân sách trung ương hỗ trợ tỉnh', parsePercent)
    .option('--json', 'in kết quả dạng JSON')
    .option('--force', 'cho phép ghi đè tệp kết quả đã có')
    .option('--lang <vi|en>', 'ngôn ngữ', parseLanguage, 'vi');
  addRulesOption(command).action(async (options: TemplateOptions) => {
    context.done(await template(options, context.terminal));
  });
}

async function template(options: TemplateOptions, terminal: Terminal): Promise<0> {
  const rules = await rulesOf(options);
  const programme = findProgramme(options.programme, rules);
  if (options.year < programme.from || options.year > programme.to + 1) {
    throw new CallError(
      'contradiction',
      `chương trình ${programme.id} áp dụng các năm ${programme.from}–${programme.to}, không có năm ${options.year}`,
      `the programme ${programme.id} covers ${programme.from}–${programme.to}, not ${options.year}`,
    );
  }
  if (options.match !== undefined && options.supportRate !== undefined) {
    throw new CallError(
      'contradiction',
      'chỉ dùng một trong hai: --support-rate hoặc --match',
      'use only one of --support-rate and --match',
    );
  }
  demandExtension(options.output, ['.xlsx'], '--output');
  await claimOutput(options.output, [], options.force === true);
  const unit = MONEY_UNITS[options.unit as keyof typeof MONEY_UNITS] satisfies MoneyUnit;
  const chosen = ratioOf(options, programme, rules);
  const wish: TemplateWish = {
    programme: programme.id,
    year: options.year,
    level: options.level,
    unit,
    match: chosen.match,
  };
  const sheets = makeTemplate(rules, wish)!;
  await writeOutput(
    options.output,
    createWorkbook(sheets.map(asNewSheet), { fontName: 'Times New Roman', fontSize: 12 }),
  );
  if (options.json)
    printJson(terminal, {
      schema: 'template-report/1',
      output: options.output,
      programme: programme.id,
      year: options.year,
      match: wish.match,
      ...(chosen.leftOut.length > 0 ? { leftOut: chosen.leftOut } : {}),
      ...layersOf(rules),
    });
  else
    terminal.out(
      options.lang === 'vi'
        ? `Đã lập biểu mẫu ${options.output}.\n`
        : `The template is in ${options.output}.\n`,
    );
  const notes = [
    ...chosen.leftOut.map(LEFT_OUT[options.lang]),
    ...belowFloorLines(chosen.belowFloor, options.lang),
    ...layerLines(rules.local?.layers, options.lang),
  ];
  if (!options.json) for (const line of notes) terminal.out(`${line}\n`);
  return 0;
}

interface ChosenRatio {
  readonly match: TemplateWish['match'];
  /** Ratios of the law that the template has no room for, and those below the floor of the centre. */
  readonly leftOut: readonly LawRatio[];
  readonly belowFloor: readonly BelowFloor[];
}

/** The ratio given, or the one of the law: the province's own, or that of the support rate; unknown stays unknown. */
function ratioOf(
  { match, supportRate, year }: TemplateOptions,
  programme: RuleSet['programmes'][number],
  rules: RuleSet,
): ChosenRatio {
  const [given] = match ?? [];
  if (given) return { match: { ...given, law: [] }, leftOut: [], belowFloor: [] };
  const { ratios, belowFloor } = ratiosByLaw(rules, {
    programme: programme.id,
    year,
    day: `${year}-12-31`,
    supportRate: supportRate ?? null,
    carriedOver: year > programme.to,
  });
  const found = ratios.find(({ capital }) => capital === 'all') ?? ratios[0];
  if (found) {
    const { ratio, capital, law } = found;
    return { match: { ratio, capital, law }, leftOut: ratios.filter((one) => one !== found), belowFloor };
  }
  if (supportRate === undefined) return { match: null, leftOut: [], belowFloor };
  throw new CallError(
    'ratio-unknown',
    `chưa biết tỷ lệ đối ứng của chương trình ${programme.id} năm ${year}; hãy nêu bằng --match, ví dụ --match 15%`,
    `the counterpart ratio of ${programme.id} in ${year} is not known; give it with --match, such as --match 15%`,
  );
}

const LEFT_OUT: Readonly<Record<Language, (one: LawRatio) => string>> = {
  vi: ({ ratio, capital, law }) =>
    `Biểu mẫu chỉ có một tỷ lệ đối ứng; chưa đưa vào: ${capital} ${ratio} (${law[0]?.instrument ?? ''}). Chọn bằng --match.`,
  en: ({ ratio, capital, law }) =>
    `The template has one counterpart ratio; left out: ${capital} ${ratio} (${law[0]?.instrument ?? ''}). Choose with --match.`,
};

function asNewSheet(sheet: TemplateSheet): NewSheet {
  return {
    name: sheet.name,
    state: sheet.state,
    cells: sheet.cells,
    columnWidths: sheet.columnWidths,
    rowHeights: sheet.rowHeights,
    merges: sheet.merges,
    validations: sheet.validations,
    ...(sheet.frozen ? { frozen: sheet.frozen } : {}),
    ...(sheet.printTitleRows ? { printTitleRows: sheet.printTitleRows } : {}),
    ...(sheet.page ? { page: sheet.page } : {}),
  };
}
