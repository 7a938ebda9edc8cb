import { basename } from 'node:path';
import {
  type Book,
  type FillOptions,
  type FillPlan,
  openBook,
  planFill,
  type RuleSet,
  USUAL_FILL_OPTIONS,
  USUAL_FILLS,
  understand,
} from '@ctmtqg/core';
import { enFillWords } from '@ctmtqg/core/en';
import { viFillWords } from '@ctmtqg/core/vi';
import type { Command } from 'commander';
import { CallError } from '../call-error.js';
import { demandSheets, readSnapshot } from '../check-file.js';
import { addContextOptions, checkContext } from '../context-options.js';
import { claimOutput, demandExtension, readInput, writeOutput } from '../files.js';
import { addFillOptions, divisionOf, type FillCommandOptions, sharesOf } from '../fill-options.js';
import { rulesOf } from '../rules-option.js';
import { type CommandContext, printJson, type Terminal } from '../terminal.js';
import { localeOf } from '../words/index.js';
import { layerLines, layersOf } from '../words/layers.js';
import { editsPath, writeEdits } from '../write-edits.js';

/** `ctmtqg fill FILE --output OUT.xlsx` */
export function registerFill(program: Command, context: CommandContext): void {
  const command = program
    .command('fill')
    .description(
      'điền các ô còn trống: tổng bằng công thức, vốn đối ứng, nguồn còn thiếu, tỷ lệ, bằng chữ; mọi chỗ khác giữ nguyên',
    )
    .argument('<tệp>', 'một tệp .xlsx');
  addFillOptions(command);
  addContextOptions(command).action(async (path: string, options: FillCommandOptions) => {
    context.done(await fill(path, options, context.terminal));
  });
}

async function fill(path: string, options: FillCommandOptions, terminal: Terminal): Promise<0 | 1> {
  const rules = await rulesOf(options);
  checkContext(options, rules);
  const division = divisionOf(options);
  await demandOutput(path, options);
  const bytes = await readInput(path);
  const snapshot = readSnapshot(path, bytes);
  demandSheets(path, snapshot, options.sheet ?? []);
  const book = openBook(snapshot);
  const tablesOf = (one: Book) =>
    understand(one, {
      rules,
      programme: options.programme ?? null,
      year: options.year ?? null,
      ...(options.sheet ? { sheets: options.sheet } : {}),
    });
  const tables = tablesOf(book);
  if (tables.length === 0) {
    throw new CallError(
      'no-table',
      `${path}: không tìm thấy bảng số tiền nào để điền`,
      `${path}: no table of money was found to fill`,
    );
  }
  const wish: FillOptions = {
    ...USUAL_FILL_OPTIONS,
    match: options.match ?? [],
    supportRate: options.supportRate ?? null,
    asOf: options.asOf ?? null,
    overwrite: options.overwrite === true,
    fills: options.only ?? [
      ...USUAL_FILLS,
      ...(options.also ?? []),
      ...(division ? (['divide'] as const) : []),
      ...(options.toUnit ? (['unit'] as const) : []),
      ...(options.titlesInto ? (['titles'] as const) : []),
    ],
    toUnit: options.toUnit ?? null,
    titlesInto: options.titlesInto ?? null,
    divide: division,
    shares: sharesOf(options),
    ...(options.words ? { wordChoices: options.words } : {}),
  };
  const plan = planFill(book, tables, rules, wish, tablesOf);
  if (options.output !== undefined && options.dryRun !== true) {
    const written = writeEdits(path, bytes, book, plan.edits);
    await writeOutput(options.output, written.bytes);
    await writeOutput(editsPath(options.output), `${JSON.stringify(written.file, null, 1)}\n`);
  }
  report(path, plan, rules, options, terminal);
  return 0;
}

async function demandOutput(path: string, { output, dryRun, force }: FillCommandOptions): Promise<void> {
  if (output === undefined) {
    if (dryRun) return;
    throw new CallError(
      'missing-option',
      'hãy nêu tệp kết quả bằng --output TỆP.xlsx, hoặc xem trước bằng --dry-run',
      'name the output with --output FILE.xlsx, or look first with --dry-run',
    );
  }
  demandExtension(output, ['.xlsx', '.xlsm'], '--output');
  await claimOutput(output, [path], force === true);
  await claimOutput(editsPath(output), [path], force === true);
}

function report(
  path: string,
  plan: FillPlan,
  rules: RuleSet,
  options: FillCommandOptions,
  terminal: Terminal,
): void {
  const vietnamese = options.lang === 'vi';
  const words = vietnamese ? viFillWords : enFillWords;
  const { wording } = localeOf(options.lang);
  const output = options.dryRun ? null : (options.output ?? null);
  if (options.json) {
    printJson(terminal, {
      schema: 'fill-report/1',
      workbook: basename(path),
      output,
      ...layersOf(rules),
      edits: plan.edits.map((edit) => ({ ...edit, why: words.reason(edit, wording) })),
      notFilled: plan.notFilled.map((cell) => ({ ...cell, why: words.refusal(cell, wording) })),
    });
    return;
  }
  for (const edit of plan.edits) {
    const after =
      edit.after.kind === 'formula'
        ? `${edit.after.formula} → ${wording.amount(edit.after.cached)}`
        : edit.after.kind === 'text'
          ? edit.after.text
          : edit.after.kind === 'number'
            ? wording.amount(edit.after.value)
            : '';
    terminal.out(
      `${edit.sheet}!${edit.cell}  ${after}  (${words.titles[edit.fill]}: ${words.reason(edit, wording)})\n`,
    );
  }
  if (plan.notFilled.length > 0) terminal.out(vietnamese ? '\nChưa điền:\n' : '\nNot filled:\n');
  for (const cell of plan.notFilled) terminal.out(`  ${words.refusal(cell, wording)}\n`);
  for (const line of layerLines(rules.local?.layers, options.lang)) terminal.out(`\n${line}\n`);
  const count = plan.edits.length;
  if (output === null)
    terminal.out(
      vietnamese
        ? `\nSẽ điền ${count} ô; chưa ghi tệp nào.\n`
        : `\n${count} cells would be filled; nothing was written.\n`,
    );
  else
    terminal.out(
      vietnamese
        ? `\nĐã điền ${count} ô vào ${output}. Hoàn tác: ctmtqg undo ${output} --edits ${editsPath(output)} --output BẢN-CŨ.xlsx\n`
        : `\nFilled ${count} cells in ${output}. Undo: ctmtqg undo ${output} --edits ${editsPath(output)} --output BACK.xlsx\n`,
    );
}
