import {
  type Choice,
  chooseHighest,
  compileEligibility,
  type Decision,
  type EligibilityCase,
  NORMS,
  type NormFile,
} from '@ctmtqg/core';
import { ELIGIBILITY_RULES } from '@ctmtqg/core/rules';
import type { Command } from 'commander';
import { CallError } from '../call-error.js';
import { isWorkbook, readInput, writeOutput } from '../files.js';
import { parseDate, parseLanguage } from '../options.js';
import { addRulesOption, type RulesOption, rulesOf } from '../rules-option.js';
import { type CommandContext, type Language, printJson, type Terminal } from '../terminal.js';
import { caseText } from '../text/eligibility-text.js';
import { layerLines } from '../words/layers.js';
import { type CaseDefaults, casesOf, parseCases, withNode } from './eligibility-cases.js';
import { decisionDocument } from './eligibility-document.js';
import { answerList, claimListOutput, readList, unusedLine } from './eligibility-list.js';

interface EligibilityOptions extends RulesOption, CaseDefaults {
  readonly json?: boolean;
  readonly lang: Language;
  readonly node?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** `ctmtqg eligibility FACTS.json`, `ctmtqg eligibility LIST.xlsx --output OUT.xlsx` */
export function registerEligibility(program: Command, context: CommandContext): void {
  const command = program
    .command('eligibility')
    .description('xét đối tượng: hộ, người, thôn, xã, dự án có được hỗ trợ không, vì sao, theo điều nào')
    .argument(
      '<tệp>',
      'tệp JSON (một trường hợp hoặc danh sách), NDJSON (mỗi dòng một trường hợp) hoặc danh sách hộ .xlsx',
    )
    .option('--json', 'in kết quả dạng JSON')
    .option('--as-of <ngày>', 'ngày áp dụng quy định cho trường hợp không ghi “asOf” (YYYY-MM-DD)', parseDate)
    .option('--programme <mã>', 'chương trình cho trường hợp không ghi “programme”')
    .option('--node <mã>', 'dự án, nội dung cho trường hợp không ghi “node”, ví dụ DA1.ND1')
    .option('--output <tệp.xlsx>', 'với danh sách .xlsx: bản sao có thêm cột kết quả và cột lý do')
    .option('--force', 'ghi đè tệp kết quả đã có')
    .option('--lang <ngôn-ngữ>', 'vi hoặc en', parseLanguage, 'vi');
  addRulesOption(command).action(async (path: string, options: EligibilityOptions) => {
    context.done(await eligibility(path, options, context.terminal));
  });
}

async function eligibility(path: string, options: EligibilityOptions, terminal: Terminal): Promise<0> {
  const { local } = await rulesOf(options);
  const norms = local?.norms ?? NORMS;
  if (options.output !== undefined) await claimListOutput(path, options.output, options.force === true);
  const bytes = await readInput(path);
  const list = isWorkbook(path) ? readList(path, bytes) : null;
  const data = list?.rows.map((row) => row.data) ?? parseCases(path, new TextDecoder().decode(bytes));
  const cases = casesOf(path, withNode(data, options.node), options, list);
  const engine = compileEligibility(ELIGIBILITY_RULES);
  const decided = cases.map((one) => ({ one, decisions: engine.decide(one) }));
  for (const { one, decisions } of decided) {
    if (decisions.length === 0) throw nothingAsked(one);
  }
  if (list !== null && options.output !== undefined) {
    const answered = decided.map(({ decisions }) => decisions);
    await writeOutput(options.output, answerList(path, bytes, list, answered, options.lang));
  }
  const choices = choicesOf(decided, list === null, norms);
  if (options.json) {
    printJson(
      terminal,
      decided.flatMap(({ decisions }) =>
        decisions.map((decision) => decisionDocument(decision, choices, norms, options.lang)),
      ),
    );
  } else if (options.output !== undefined) {
    const { output, lang } = options;
    terminal.out(
      lang === 'vi' ? `${output}: ${cases.length} trường hợp\n` : `${output}: ${cases.length} cases\n`,
    );
  } else if (cases.length === 0) {
    terminal.out(options.lang === 'vi' ? `${path}: không có trường hợp nào\n` : `${path}: no case\n`);
  } else {
    terminal.out(
      decided
        .map(({ one, decisions }) => {
          // A choice among several cases of one beneficiary stands below the last of them.
          const own = choices.filter(({ among }) => decisions.includes(among[among.length - 1] as Decision));
          return caseText(one, decisions, own, norms, options.lang);
        })
        .join('\n'),
    );
  }
  if (list !== null && list.unused.length > 0) terminal.err(`${unusedLine(list, options.lang)}\n`);
  // The JSON is a list of decisions, in which each norm names its instrument; the layers go to standard error.
  for (const line of layerLines(local?.layers, options.lang)) terminal.err(`${line}\n`);
  return 0;
}

interface Decided {
  readonly one: EligibilityCase;
  readonly decisions: readonly Decision[];
}

/** Of one kind of support the highest: within a case, and among cases of one `id` and day, whatever their programmes. */
function choicesOf(
  decided: readonly Decided[],
  sameId: boolean,
  files: readonly NormFile[],
): readonly Choice[] {
  const groups = new Map<string, Decision[]>();
  decided.forEach(({ one: { id, asOf }, decisions }, index) => {
    // A list of households names them by people, and names repeat.
    const key = sameId && id !== undefined ? `${asOf} ${id}` : `#${index}`;
    groups.set(key, [...(groups.get(key) ?? []), ...decisions]);
  });
  return [...groups.values()].flatMap((decisions) => chooseHighest(decisions, files));
}

function nothingAsked({ programme, node, policy, id }: EligibilityCase): CallError {
  const what = [programme, node, policy].filter((part) => part !== undefined).join(' ');
  const who = id === undefined ? '' : ` (${id})`;
  return new CallError(
    'nothing-asked',
    `không có quy định nào cho “${what}”${who}; xem mã bằng “ctmtqg programmes ${programme}”, và nêu ít nhất một sự việc`,
    `there is no rule for “${what}”${who}; see the codes with “ctmtqg programmes ${programme}”, and give at least one fact`,
  );
}
