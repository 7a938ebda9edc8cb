import type { AssignedGiven, RuleSet } from '@ctmtqg/core';
import type { Command } from 'commander';
import { answerFor, type Outcome } from '../answer.js';
import { type AssignedOptions, addAssignedOptions, assignedFiles, assignedOf } from '../assigned-option.js';
import { CallError } from '../call-error.js';
import { checkFile, demandTable } from '../check-file.js';
import { addContextOptions, type ContextOptions, checkContext } from '../context-options.js';
import { findInputs } from '../files.js';
import { annotateOutput, fixOutput, htmlOutput, type OutputPaths, planOutputs } from '../outputs.js';
import { progressBar } from '../progress.js';
import { rulesOf } from '../rules-option.js';
import type { CommandContext, Terminal } from '../terminal.js';
import { writeReports } from '../write-reports.js';

export interface CheckCommandOptions extends ContextOptions, AssignedOptions {
  readonly json?: boolean;
  readonly html?: string;
  readonly annotate?: string;
  readonly fix?: string;
  readonly force?: boolean;
}

/** `ctmtqg check FILE…` */
export function registerCheck(program: Command, context: CommandContext): void {
  const command = program
    .command('check')
    .description('kiểm tra các biểu trong tệp .xlsx: ô nào sai, phải là bao nhiêu, theo điều nào')
    .argument('<tệp...>', 'một hay nhiều tệp .xlsx, hoặc thư mục chứa chúng')
    .option('--json', 'in báo cáo dạng JSON')
    .option('--html <tệp>', 'ghi báo cáo để đọc, in và ký; với nhiều tệp: một thư mục')
    .option(
      '--annotate <tệp.xlsx>',
      'ghi bản sao có tô màu các ô, ghi chú và trang “Kết quả kiểm tra”; với nhiều tệp: một thư mục',
    )
    .option(
      '--fix <tệp.xlsx>',
      'ghi bản sao đã sửa những chỗ mà chính biểu chứng minh được; kèm danh sách sửa để hoàn tác',
    )
    .option('--force', 'cho phép ghi đè tệp kết quả đã có');
  addAssignedOptions(addContextOptions(command)).action(
    async (paths: string[], options: CheckCommandOptions) => {
      context.done(await check(paths, options, context.terminal));
    },
  );
}

async function check(
  paths: readonly string[],
  options: CheckCommandOptions,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const rules = await rulesOf(options);
  checkContext(options, rules);
  const inputs = await findInputs(paths);
  const kinds = [
    ...(options.html === undefined ? [] : [htmlOutput(options.html)]),
    ...(options.annotate === undefined ? [] : [annotateOutput(options.annotate)]),
    ...(options.fix === undefined ? [] : [fixOutput(options.fix)]),
  ];
  const plan = await planOutputs(kinds, inputs, options.force === true, assignedFiles(options));
  const assigned = await assignedOf(options, rules, inputs.files);
  const progress = progressBar(terminal, inputs.files.length);
  const answer = answerFor(inputs.many, options, terminal);
  for (const path of inputs.files) {
    progress.step(path);
    const outcome = await checkOne(path, options, { rules, assigned }, plan.get(path) ?? new Map());
    progress.clear();
    answer.add(outcome);
  }
  return answer.end();
}

/** One file from reading to its outputs; nothing that is wrong with it may stop the other files. */
async function checkOne(
  path: string,
  options: CheckCommandOptions,
  { rules, assigned }: { readonly rules: RuleSet; readonly assigned: readonly AssignedGiven[] },
  outputs: OutputPaths,
): Promise<Outcome> {
  let written: readonly string[] = [];
  try {
    const checked = await checkFile(path, options, rules, assigned);
    written = await writeReports(path, checked, outputs, options.lang);
    demandTable(path, checked);
    return { path, report: checked.report, written };
  } catch (error) {
    const known = error instanceof CallError ? error : CallError.internal(error, path);
    return { path, error: known, written };
  }
}
