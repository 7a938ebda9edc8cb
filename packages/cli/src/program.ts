import { type Argument, Command, CommanderError } from 'commander';
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
import { refuseOptionAsValue, usageError } from './usage-error.js';
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
  const program = makeProgram(context);
  try {
    refuseOptionAsValue(args, program);
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return fail(asCallError(error, args, program), args, terminal);
  }
}

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tuỳ chọn:',
  'Commands:': 'Lệnh:',
};

/** `<tệp...>`, `[mã]`. */
function humanReadableArgName(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

function makeProgram(context: CommandContext): Command {
  const { terminal } = context;
  const program = new Command('ctmtqg')
    .description('Kiểm tra và điền biểu phân bổ vốn các chương trình mục tiêu quốc gia.')
    .version(VERSION, '-V, --version', 'in phiên bản')
    .helpOption('-h, --help', 'in hướng dẫn')
    .helpCommand('help [lệnh]', 'hướng dẫn của một lệnh')
    .configureHelp({
      styleTitle: (title) => HELP_TITLES[title] ?? title,
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'string' ? `${description} (mặc định: ${defaultValue})` : description,
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map((one) => humanReadableArgName(one))].join(' '),
      styleUsage: (usage) => usage.replace('[options]', '[tuỳ chọn]').replace('[command]', '[lệnh]'),
    })
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: () => undefined, outputError: () => undefined })
    .showSuggestionAfterError(false);
  for (const register of COMMANDS) register(program, context);
  for (const command of program.commands) {
    command.helpOption('-h, --help', 'in hướng dẫn').exitOverride().copyInheritedSettings(program);
  }
  return program;
}

function fail(error: CallError, args: readonly string[], terminal: Terminal): number {
  const language = languageOf(args);
  if (args.includes('--json')) printJson(terminal, errorDocument(error, language));
  terminal.err(`ctmtqg: ${error.in(language)}\n`);
  return 2;
}

function languageOf(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'vi';
}

function asCallError(error: unknown, args: readonly string[], program: Command): CallError {
  if (error instanceof CallError) return error;
  if (error instanceof CommanderError) return usageError(error, args, program);
  return CallError.internal(error);
}
