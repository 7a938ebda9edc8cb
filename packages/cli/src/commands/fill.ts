import { basename } from 'node:path';
import {
  type Book,
  type DivideOption,
  FILL_CODES,
  type FillCode,
  type FillOptions,
  type FillPlan,
  MONEY_UNITS,
  type MoneyUnit,
  openBook,
  planFill,
  REMAINDER_POLICIES,
  type RemainderPolicy,
  type RuleSet,
  type ShareRatio,
  USUAL_FILL_OPTIONS,
  USUAL_FILLS,
  understand,
} from '@ctmtqg/core';
import { enFillWords } from '@ctmtqg/core/en';
import { viFillWords } from '@ctmtqg/core/vi';
import type { Command } from 'commander';
import { CallError } from '../call-error.js';
import { demandSheets, readSnapshot } from '../check-file.js';
import { addContextOptions, type ContextOptions, checkContext } from '../context-options.js';
import { claimOutput, demandExtension, readInput, writeOutput } from '../files.js';
import { parseShare, sharesOf } from '../fill-options.js';
import { isPlainNumber } from '../options.js';
import { rulesOf } from '../rules-option.js';
import { type CommandContext, printJson, type Terminal } from '../terminal.js';
import { localeOf } from '../words/index.js';
import { layerLines, layersOf } from '../words/layers.js';
import { editsPath, writeEdits } from '../write-edits.js';

interface FillCommandOptions extends ContextOptions {
  readonly output?: string;
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly overwrite?: boolean;
  readonly force?: boolean;
  readonly only?: readonly FillCode[];
  readonly also?: readonly FillCode[];
  readonly toUnit?: MoneyUnit;
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

/** `ctmtqg fill FILE --output OUT.xlsx` */
export function registerFill(program: Command, context: CommandContext): void {
  const command = program
    .command('fill')
    .description(
      'điền các ô còn trống: tổng bằng công thức, vốn đối ứng, nguồn còn thiếu, tỷ lệ, bằng chữ; mọi chỗ khác giữ nguyên',
    )
    .argument('<tệp>', 'một tệp .xlsx')
    .option('--output <tệp.xlsx>', 'tệp kết quả; kèm theo danh sách sửa để “ctmtqg undo” hoàn tác')
    .option('--dry-run', 'chỉ in những gì sẽ điền, không ghi tệp nào')
    .option('--overwrite', 'đổi cả các tổng gõ tay thành công thức')
    .option('--only <phần>', `chỉ điền phần này (nêu nhiều lần được): ${FILL_CODES.join(', ')}`, collect)
    .option('--also <phần>', 'điền thêm phần này ngoài các phần thường dùng', collect)
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
  addContextOptions(command).action(async (path: string, options: FillCommandOptions) => {
    context.done(await fill(path, options, context.terminal));
  });
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
function divisionOf(options: FillCommandOptions): DivideOption | null {
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
    ],
    toUnit: options.toUnit ?? null,
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
