import {
  type CaseProblem,
  type Choice,
  chooseHighest,
  citation,
  compileEligibility,
  conditionLine,
  type Decision,
  type EligibilityCase,
  factLabel,
  type HouseholdList,
  NORMS,
  type NormFile,
  normsOf,
  readCases,
  reasonSentence,
  verdictWord,
} from '@ctmtqg/core';
import { ELIGIBILITY_RULES } from '@ctmtqg/core/rules';
import type { Command } from 'commander';
import { CallError } from '../call-error.js';
import { readInput, writeOutput } from '../files.js';
import { parseDate, parseLanguage } from '../options.js';
import { addRulesOption, type RulesOption, rulesOf } from '../rules-option.js';
import { type CommandContext, type Language, printJson, type Terminal } from '../terminal.js';
import { layerLines } from '../words/layers.js';
import { answerList, claimListOutput, isWorkbook, readList, unusedLine } from './eligibility-list.js';
import { unusable } from './unusable.js';

interface EligibilityOptions extends RulesOption {
  readonly json?: boolean;
  readonly lang: Language;
  readonly asOf?: string;
  readonly programme?: string;
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

/** Cases that can be decided; otherwise one line says which are wrong, by cell where they come from a sheet. */
function casesOf(
  path: string,
  data: unknown,
  { asOf, programme }: EligibilityOptions,
  list: HouseholdList | null,
): readonly EligibilityCase[] {
  const { cases, problems } = readCases(data, ELIGIBILITY_RULES.facts, {
    ...(asOf === undefined ? {} : { asOf }),
    ...(programme === undefined ? {} : { programme }),
  });
  if (problems.length > 0) throw unusable(path, list === null ? problems : problems.map(inSheet(list)));
  return cases;
}

/** `[3].facts.household.poverty` → the row of the sheet that it came from, and the fact as people call it. */
const inSheet =
  ({ sheet, rows }: HouseholdList) =>
  (problem: CaseProblem): CaseProblem => ({
    ...problem,
    path: problem.path.replace(/^\[(\d+)\]\.(?:facts\.)?(.*)$/, (_, index: string, key: string) => {
      const fact = ELIGIBILITY_RULES.facts.find((one) => one.key === key);
      return `${sheet}, dòng ${rows[Number(index)]?.row}, ${fact ? factLabel(fact, 'vi') : key}`;
    }),
  });

function withNode(data: unknown, node: string | undefined): unknown {
  if (node === undefined) return data;
  const named = (one: unknown) => (typeof one === 'object' && one !== null ? { node, ...one } : one);
  return Array.isArray(data) ? data.map(named) : named(data);
}

/** One JSON document, or one a line. */
function parseCases(path: string, text: string): unknown {
  const body = text.replace(/^\uFEFF/, '').trim();
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  try {
    return JSON.parse(body);
  } catch (error) {
    if (lines.length > 1 && lines.every((line) => line.trim().startsWith('{') && line.trim().endsWith('}'))) {
      return lines.map((line, index) => parseLine(path, line, index + 1));
    }
    throw notJson(path, error);
  }
}

function parseLine(path: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw notJson(`${path}:${number}`, error);
  }
}

function notJson(where: string, error: unknown): CallError {
  const detail = error instanceof Error ? error.message : String(error);
  return new CallError(
    'not-json',
    `${where} không phải JSON hợp lệ (${detail}); xem docs/doi-tuong.md để biết cách viết`,
    `${where} is not valid JSON (${detail}); see docs/doi-tuong.md for how to write it`,
  );
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

/** A decision as printed with `--json`: the words in one language, amounts as decimal strings. */
function decisionDocument(
  decision: Decision,
  choices: readonly Choice[],
  files: readonly NormFile[],
  language: Language,
): object {
  const { conditions, priorities, name, reason, settle, missing, ...rest } = decision;
  return {
    ...rest,
    name: name?.[language] ?? null,
    reason: reasonSentence(decision, ELIGIBILITY_RULES.facts, language),
    caution: conditions.length > 0 ? (reason?.[language] ?? null) : null,
    conditions: conditions.map((line) => ({ ...line, text: line.text[language] })),
    priorities: priorities.map((one) => ({ ...one, name: one.name[language] })),
    missing: missing.map((one) => ({ ...one, question: questionOf(one.fact, language) })),
    settle,
    choice: choiceDocument(decision, choices),
    norms: normsOf(decision, files).map((norm) => ({
      subject: norm.subject,
      name: norm.name[language],
      kind: norm.kind,
      value: norm.value,
      unit: norm.unit,
      source: norm.source,
      law: norm.law,
    })),
  };
}

/** Where the case may receive one kind of support several ways: whether this is the one that is paid. */
function choiceDocument(decision: Decision, choices: readonly Choice[]): object | null {
  const choice = choices.find(({ among }) => among.includes(decision));
  if (choice === undefined) return null;
  const { support, highest, chosen, amount, law } = choice;
  const open = amount === null || (chosen === null && highest.includes(decision));
  return { support, chosen: open ? null : decision === chosen, highest: amount, law };
}

function questionOf(fact: string, language: Language): string {
  return ELIGIBILITY_RULES.facts.find((one) => one.key === fact)?.question[language] ?? fact;
}

function caseText(
  one: EligibilityCase,
  decisions: readonly Decision[],
  choices: readonly Choice[],
  files: readonly NormFile[],
  language: Language,
): string {
  const title = [one.id, one.programme, one.node].filter((part) => part !== undefined).join(' · ');
  const blocks = decisions.map((decision) => decisionText(decision, files, language));
  const lines = choices.map((choice) => choiceText(choice, language));
  return `${title} (${one.asOf})\n${blocks.join('')}${lines.join('')}`;
}

function choiceText({ among, highest, chosen, amount, law }: Choice, language: Language): string {
  const vi = language === 'vi';
  const named = (decisions: readonly Decision[]) =>
    decisions
      .map(({ programme, node, name }) => `${programme} ${node} “${name?.[language] ?? ''}”`)
      .join('; ');
  const which =
    chosen !== null
      ? named([chosen])
      : amount === null
        ? `${vi ? 'chưa so được mức' : 'the amounts cannot be compared'}: ${named(among)}`
        : `${vi ? 'các mức bằng nhau, chọn một' : 'the amounts are equal, choose one'}: ${named(highest)}`;
  const rule = vi
    ? 'Cùng một loại hỗ trợ: chỉ hưởng mức cao nhất, một lần'
    : 'One kind of support: only the highest is paid, once';
  return `  ${rule}: ${which} (${citation(law, language)})\n`;
}

function decisionText(decision: Decision, files: readonly NormFile[], language: Language): string {
  const vi = language === 'vi';
  const { facts } = ELIGIBILITY_RULES;
  const head = `  ${[decision.node, decision.name?.[language]].filter(Boolean).join(' ')}: ${verdictWord(decision.decision, language)}`;
  const status = decision.status === 'unverified' ? (vi ? ' (chưa xác minh)' : ' (unverified)') : '';
  const lines = [`${head}${status}`];
  if (decision.reason) lines.push(`    ${decision.reason[language]}`);
  for (const line of decision.conditions) lines.push(`    ${conditionLine(line, language, facts)}`);
  const met = decision.priorities
    .filter(({ outcome }) => outcome === 'met')
    .map(({ name }) => name[language]);
  if (met.length > 0) lines.push(`    ${vi ? 'Ưu tiên' : 'Priority'}: ${met.join('; ')}`);
  if (decision.missing.length > 0) {
    lines.push(`    ${vi ? 'Cần hỏi, từ việc dễ nhất' : 'To ask, easiest first'}:`);
    for (const { fact } of decision.missing) lines.push(`      - ${questionOf(fact, language)} (${fact})`);
  }
  for (const { to, facts: keys } of decision.settle) {
    if (keys.length === decision.missing.length) continue;
    const asked = keys.map((key) => facts.find((one) => one.key === key)).filter((one) => one !== undefined);
    const labels = asked.map((one) => factLabel(one, language)).join('; ');
    const word = verdictWord(to, language);
    lines.push(`    ${vi ? `Có thể đủ để biết ${word}` : `May be enough for ${word}`}: ${labels}`);
  }
  for (const norm of normsOf(decision, files)) {
    const law = citation(norm.law, language);
    lines.push(`    ${norm.name[language]}: ${grouped(norm.value, language)} ${norm.unit} (${law})`);
  }
  return `${lines.join('\n')}\n`;
}

function grouped(decimal: string, language: Language): string {
  const [whole = '', part] = decimal.split('.');
  const separators = language === 'vi' ? ['.', ','] : [',', '.'];
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, separators[0] as string);
  return part === undefined ? digits : `${digits}${separators[1]}${part}`;
}
