import type { RuleSet } from '@ctmtqg/core';
import { type Command, Option } from 'commander';
import { CallError } from './call-error.js';
import { type MatchRatio, parseDate, parseLanguage, parseMatch, parsePercent, parseYear } from './options.js';
import { addRulesOption, type RulesOption } from './rules-option.js';
import type { Language } from './terminal.js';

/** What the caller may say of a sheet that the sheet does not say itself; `check` and `fill` share it. */
export interface ContextOptions extends RulesOption {
  readonly sheet?: readonly string[];
  readonly programme?: string;
  readonly year?: number;
  readonly supportRate?: string;
  readonly match?: readonly MatchRatio[];
  readonly asOf?: string;
  readonly lang: Language;
}

const append = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Adds the shared options to a command. */
export function addContextOptions(command: Command): Command {
  return addRulesOption(command)
    .option('--sheet <tên>', 'chỉ xét trang này (có thể nêu nhiều lần)', append)
    .option('--programme <id>', 'chương trình, khi biểu không nêu: xem “ctmtqg programmes”')
    .option('--year <năm>', 'năm ngân sách, khi biểu không nêu', parseYear)
    .option('--support-rate <phần trăm>', 'tỷ lệ ngân sách trung ương hỗ trợ tỉnh, ví dụ 60', parsePercent)
    .option(
      '--match <tỷ lệ>',
      'tỷ lệ đối ứng tối thiểu: 15%, 0.15, investment=10% hoặc recurrent=15%',
      (text: string, before: MatchRatio[] = []) => parseMatch(text, before),
    )
    .option('--as-of <ngày>', 'áp dụng quy định tại ngày này, ví dụ 2025-08-08', parseDate)
    .addOption(new Option('--lang <vi|en>', 'ngôn ngữ').default('vi').argParser(parseLanguage));
}

/** Refuses options that contradict each other or name what does not exist. */
export function checkContext(options: ContextOptions, rules: RuleSet): void {
  if (options.supportRate !== undefined && options.match !== undefined) {
    throw new CallError(
      'contradiction',
      'chỉ dùng một trong hai: --support-rate (tỷ lệ trung ương hỗ trợ tỉnh) hoặc --match (tỷ lệ đối ứng)',
      'use only one of --support-rate (central support of the province) and --match (counterpart ratio)',
    );
  }
  const programme = options.programme === undefined ? null : findProgramme(options.programme, rules);
  const { year } = options;
  // Money of 2021–2025 carried over to 2026 stays under its old programme, so one more year is allowed.
  if (programme && year !== undefined && (year < programme.from || year > programme.to + 1)) {
    throw new CallError(
      'contradiction',
      `chương trình ${programme.id} áp dụng các năm ${programme.from}–${programme.to}, không có năm ${year}; hãy sửa --programme hoặc --year`,
      `the programme ${programme.id} covers ${programme.from}–${programme.to}, not ${year}; change --programme or --year`,
    );
  }
}

/** The programme of that id; an unknown id is answered with the known ones. */
export function findProgramme(id: string, rules: RuleSet): RuleSet['programmes'][number] {
  const found = rules.programmes.find((programme) => programme.id === id);
  if (found) return found;
  const known = rules.programmes.map((programme) => programme.id).join(', ');
  throw new CallError(
    'unknown-programme',
    `không có chương trình “${id}”; các mã dùng được: ${known}`,
    `there is no programme “${id}”; the known ids are: ${known}`,
  );
}
