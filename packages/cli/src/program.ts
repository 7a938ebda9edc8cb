import { Command, CommanderError } from 'commander';
import { CallError, errorDocument } from './call-error.js';
import { registerCheck } from './commands/check.js';
import { registerCounterpart } from './commands/counterpart.js';
import { registerEligibility } from './commands/eligibility.js';
import { registerFill } from './commands/fill.js';
import { registerFind } from './commands/find.js';
import { registerProgrammes } from './commands/programmes.js';
import { registerSplit } from './commands/split.js';
import { registerTemplate } from './commands/template.js';
import { registerUndo } from './commands/undo.js';
import { type CommandContext, type Language, printJson, type Register, type Terminal } from './terminal.js';
import { VERSION } from './version.js';

/** Every command of the tool; one file each under `commands/`. */
const COMMANDS: readonly Register[] = [
  registerCheck,
  registerFill,
  registerUndo,
  registerTemplate,
  registerProgrammes,
  registerFind,
  registerEligibility,
  registerSplit,
  registerCounterpart,
];

/** Runs one call of the tool; the result is the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const context: CommandContext = {
    terminal,
    done: (given) => {
      code = given;
    },
  };
  try {
    await makeProgram(context).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return fail(error, args, terminal);
  }
}

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tuỳ chọn:',
  'Commands:': 'Lệnh:',
};

function makeProgram(context: CommandContext): Command {
  const { terminal } = context;
  const program = new Command('ctmtqg')
    .description('Kiểm tra và điền biểu phân bổ vốn các chương trình mục tiêu quốc gia.')
    .version(VERSION, '-V, --version', 'in phiên bản')
    .helpOption('-h, --help', 'in hướng dẫn')
    .helpCommand('help [lệnh]', 'hướng dẫn của một lệnh')
    .configureHelp({ styleTitle: (title) => HELP_TITLES[title] ?? title })
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: () => undefined, outputError: () => undefined })
    .showSuggestionAfterError(false);
  for (const register of COMMANDS) register(program, context);
  for (const command of program.commands) {
    command.helpOption('-h, --help', 'in hướng dẫn').exitOverride().copyInheritedSettings(program);
  }
  return program;
}

function fail(error: unknown, args: readonly string[], terminal: Terminal): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const language = languageOf(args);
  const known = asCallError(error);
  if (args.includes('--json')) printJson(terminal, errorDocument(known, language));
  terminal.err(`ctmtqg: ${known.in(language)}\n`);
  return 2;
}

function languageOf(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'vi';
}

function asCallError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  if (error instanceof CommanderError) return usageError(error);
  return CallError.internal(error);
}

/** What commander found wrong with the call, in words that say what to do. */
function usageError(error: CommanderError): CallError {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const see = 'xem “ctmtqg --help”';
  const seeEn = 'see “ctmtqg --help”';
  switch (error.code) {
    case 'commander.unknownOption':
      return new CallError(
        'unknown-option',
        `không có tuỳ chọn ${quoted}; ${see}`,
        `there is no option ${quoted}; ${seeEn}`,
      );
    case 'commander.unknownCommand':
      return new CallError(
        'unknown-command',
        `không có lệnh “${quoted}”; ${see}`,
        `there is no command “${quoted}”; ${seeEn}`,
      );
    case 'commander.missingArgument':
      return new CallError(
        'missing-argument',
        `còn thiếu ${quoted}; ${see}`,
        `${quoted} is missing; ${seeEn}`,
      );
    case 'commander.optionMissingArgument':
      return new CallError(
        'missing-value',
        `tuỳ chọn ${quoted} còn thiếu giá trị; ${see}`,
        `the option ${quoted} needs a value; ${seeEn}`,
      );
    case 'commander.missingMandatoryOptionValue':
      return new CallError(
        'missing-option',
        `còn thiếu tuỳ chọn ${quoted}; ${see}`,
        `the option ${quoted} is missing; ${seeEn}`,
      );
    case 'commander.excessArguments':
      return new CallError(
        'too-many-arguments',
        `thừa tham số; ${see}`,
        `there are too many arguments; ${seeEn}`,
      );
    case 'commander.help':
      return new CallError(
        'no-command',
        `hãy nêu lệnh cần chạy, ví dụ “ctmtqg check tệp.xlsx”; ${see}`,
        `name a command, such as “ctmtqg check file.xlsx”; ${seeEn}`,
      );
    default:
      return new CallError(
        'usage',
        `${error.message.replace(/^error: /, '')}; ${see}`,
        `${error.message.replace(/^error: /, '')}; ${seeEn}`,
      );
  }
}
