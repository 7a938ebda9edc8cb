import { openWorkbook } from '@ctmtqg/workbook';
import type { Command } from 'commander';
import { CallError } from '../call-error.js';
import { claimOutput, demandExtension, readInput, writeOutput } from '../files.js';
import { parseLanguage } from '../options.js';
import { type CommandContext, type Language, printJson, type Terminal } from '../terminal.js';
import { withWorkbook } from '../workbook-fault.js';
import type { EditsFile } from '../write-edits.js';

interface UndoOptions {
  readonly edits: string;
  readonly output: string;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly lang: Language;
}

/** `ctmtqg undo OUT.xlsx --edits OUT.xlsx.edits.json --output BACK.xlsx` */
export function registerUndo(program: Command, context: CommandContext): void {
  program
    .command('undo')
    .description('đưa các ô đã điền hoặc đã sửa về như cũ: giá trị, công thức, định dạng, ghi chú')
    .argument('<tệp>', 'tệp .xlsx đã điền')
    .requiredOption('--edits <tệp.json>', 'danh sách sửa ghi kèm khi điền')
    .requiredOption('--output <tệp.xlsx>', 'tệp sau khi hoàn tác')
    .option('--json', 'in kết quả dạng JSON')
    .option('--force', 'cho phép ghi đè tệp kết quả đã có')
    .option('--lang <vi|en>', 'ngôn ngữ', parseLanguage, 'vi')
    .action(async (path: string, options: UndoOptions) => {
      context.done(await undo(path, options, context.terminal));
    });
}

async function undo(path: string, options: UndoOptions, terminal: Terminal): Promise<0> {
  demandExtension(options.output, ['.xlsx', '.xlsm'], '--output');
  await claimOutput(options.output, [path, options.edits], options.force === true);
  const bytes = await readInput(path);
  const { images } = readEdits(options.edits, await readInput(options.edits));
  const restored = restore(path, bytes, images);
  await writeOutput(options.output, restored);
  const count = images.length;
  if (options.json)
    printJson(terminal, {
      schema: 'undo-report/1',
      output: options.output,
      cells: images.map(({ sheet, cell }) => ({ sheet, cell })),
    });
  else
    terminal.out(
      options.lang === 'vi'
        ? `Đã đưa ${count} ô về như cũ, ghi vào ${options.output}.\n`
        : `${count} cells are as they were before, in ${options.output}.\n`,
    );
  return 0;
}

function readEdits(path: string, bytes: Uint8Array): EditsFile {
  const bad = () =>
    new CallError(
      'bad-edits-file',
      `${path} không phải danh sách sửa của ctmtqg; hãy nêu tệp .edits.json được ghi cùng tệp đã điền`,
      `${path} is no list of edits by ctmtqg; name the .edits.json written beside the filled file`,
    );
  try {
    const file: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isEditsFile(file)) return file;
  } catch {
    throw bad();
  }
  throw bad();
}

function isEditsFile(file: unknown): file is EditsFile {
  if (typeof file !== 'object' || file === null) return false;
  const { schema, images } = file as Partial<EditsFile>;
  return (
    schema === 'edits/1' &&
    Array.isArray(images) &&
    images.every((image) => typeof image?.sheet === 'string' && typeof image.cell === 'string')
  );
}

function restore(path: string, bytes: Uint8Array, images: EditsFile['images']): Uint8Array {
  return withWorkbook(path, () => {
    const workbook = openWorkbook(bytes);
    workbook.restore(images);
    return workbook.save();
  });
}
