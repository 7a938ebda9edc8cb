import {
  findNode,
  findProgramme,
  isCompared,
  parseTitle,
  pathOf,
  stepOf,
  type TitleMatch,
  titleIndexOf,
} from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import type { Command } from 'commander';
import { CallError } from '../call-error.js';
import { parseLanguage } from '../options.js';
import { type CommandContext, type Language, printJson } from '../terminal.js';
import { demandProgramme } from './programmes.js';

interface FindOptions {
  readonly json?: boolean;
  readonly programme?: string;
  readonly lang: Language;
}

/** A number that the title claims and the node does not have. */
interface WrongNumber {
  readonly label: string;
  readonly written: string;
  readonly right: string;
}

/** `ctmtqg find "TITLE"` */
export function registerFind(program: Command, { terminal, done }: CommandContext): void {
  program
    .command('find')
    .description('tìm dự án, tiểu dự án, nội dung theo tên; tên có thể viết tắt, thiếu dấu, sai số')
    .argument('<tên>', 'tên như ghi trong biểu, ví dụ "Dự án 6: Chăm sóc sức khỏe Nhân dân"')
    .option('--programme <mã>', 'ưu tiên một chương trình, ví dụ dttsmn-2021-2025')
    .option('--json', 'in dạng JSON')
    .option('--lang <ngôn-ngữ>', 'vi hoặc en', parseLanguage, 'vi')
    .action((title: string, options: FindOptions) => {
      if (title.trim() === '') {
        throw new CallError('empty-title', 'tên cần tìm đang trống', 'the title to find is empty');
      }
      const programme = options.programme === undefined ? null : demandProgramme(options.programme).id;
      const matches = titleIndexOf(RULES).match(title, { programme });
      if (options.json)
        printJson(
          terminal,
          matches.map((match) => documentOf(match, title)),
        );
      else terminal.out(textOf(matches, title, options.lang));
      done(0);
    });
}

function documentOf(match: TitleMatch, title: string) {
  const { programme, node, score, numberAgrees, strength, byNumber, ambiguous, merged } = match;
  return {
    programme,
    node,
    title: match.title,
    score,
    numberAgrees,
    strength,
    byNumber,
    ambiguous,
    ...(merged.length > 0 ? { merged } : {}),
    wrongNumbers: wrongNumbersOf(match, title),
  };
}

function wrongNumbersOf(match: TitleMatch, title: string): WrongNumber[] {
  const programme = findProgramme(RULES.programmes, match.programme);
  const node = programme && findNode(programme, match.node);
  if (!programme || !node || match.byNumber) return [];
  const path = pathOf(programme, node);
  return parseTitle(title).segments.flatMap(({ mark, numbers }) => {
    const step = mark && numbers.length === 1 ? stepOf(path, mark) : undefined;
    if (!mark || !step || !isCompared(step, mark) || step.number === numbers[0]) return [];
    return [{ label: step.label, written: numbers[0] ?? '', right: step.number }];
  });
}

const SAY = {
  vi: {
    none: 'Không thấy dự án, tiểu dự án hay nội dung nào có tên gần như vậy.',
    exact: 'trùng tên',
    strong: 'gần trùng tên',
    weak: 'chỉ giống một phần',
    byNumber: 'chỉ theo số ghi',
    ambiguous: 'còn tên khác cũng gần như vậy',
    wrong: ({ label, written, right }: WrongNumber) =>
      `sai số: ghi ${label} ${written}, đúng là ${label} ${right}`,
  },
  en: {
    none: 'No project, sub-project or content has a title like this.',
    exact: 'same title',
    strong: 'nearly the same title',
    weak: 'alike in part only',
    byNumber: 'by the number alone',
    ambiguous: 'another title is as near',
    wrong: ({ label, written, right }: WrongNumber) =>
      `wrong number: says ${label} ${written}, is ${label} ${right}`,
  },
} as const;

function textOf(matches: readonly TitleMatch[], title: string, lang: Language): string {
  const say = SAY[lang];
  if (matches.length === 0) return `${say.none}\n`;
  const lines = matches.flatMap((match, i) => {
    const percent = `${Math.round(match.score * 100)}%`;
    const reasons = [
      match.byNumber ? say.byNumber : say[match.strength],
      ...(match.ambiguous ? [say.ambiguous] : []),
      ...wrongNumbersOf(match, title).map((wrong) => say.wrong(wrong)),
    ];
    return [
      `${i + 1}. ${match.programme} ${match.node}  ${percent} (${reasons.join('; ')})`,
      `   ${match.title}`,
    ];
  });
  return `${lines.join('\n')}\n`;
}
