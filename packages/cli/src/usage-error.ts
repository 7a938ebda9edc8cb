import type { Command, CommanderError } from 'commander';
import { CallError } from './call-error.js';

/** English names of the arguments that the help names in Vietnamese. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  tệp: 'a file',
  tên: 'a title',
  'số-tiền': 'an amount',
};

/** What commander found wrong with the call, in words that say what to do. */
export function usageError(error: CommanderError, args: readonly string[], program: Command): CallError {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const [flag = quoted] = /--[\w-]+/.exec(quoted) ?? [];
  const [see, seeEn] = helpFor(args, program);
  const say = (code: string, vi: string, en: string) =>
    new CallError(code, `${vi}; ${see}`, `${en}; ${seeEn}`);
  switch (error.code) {
    case 'commander.unknownOption':
      return say('unknown-option', `không có tuỳ chọn ${quoted}`, `there is no option ${quoted}`);
    case 'commander.unknownCommand':
      return say('unknown-command', `không có lệnh “${quoted}”`, `there is no command “${quoted}”`);
    case 'commander.missingArgument':
      return say('missing-argument', `còn thiếu ${quoted}`, `${ARGUMENTS[quoted] ?? quoted} is missing`);
    case 'commander.optionMissingArgument':
      return missingValue(flag, see, seeEn);
    case 'commander.missingMandatoryOptionValue':
      return say('missing-option', `còn thiếu tuỳ chọn ${quoted}`, `the option ${flag} is missing`);
    case 'commander.excessArguments':
      return say(
        'too-many-arguments',
        'thừa tham số: tên có khoảng trắng phải đặt trong ngoặc kép',
        'there are too many arguments: put a name with spaces in quotes',
      );
    case 'commander.help':
      return say(
        'no-command',
        'hãy nêu lệnh cần chạy, ví dụ “ctmtqg check tệp.xlsx”',
        'name a command, such as “ctmtqg check file.xlsx”',
      );
    default: {
      const detail = error.message.replace(/^error: /, '');
      return say('usage', detail, detail);
    }
  }
}

/** `--html --annotate x.xlsx`: the second option is no value of the first. */
export function refuseOptionAsValue(args: readonly string[], program: Command): void {
  const command = program.commands.find((one) => one.name() === args[0]);
  args.forEach((arg, at) => {
    const option = command?.options.find(({ long, short }) => arg === long || arg === short);
    const next = args[at + 1] ?? '';
    if (!option?.required || !command?.options.some(({ long }) => long === next)) return;
    const [see, seeEn] = helpFor(args, program);
    throw missingValue(arg, see, seeEn);
  });
}

function missingValue(flag: string, see: string, seeEn: string): CallError {
  return new CallError(
    'missing-value',
    `tuỳ chọn ${flag} còn thiếu giá trị; ${see}`,
    `the option ${flag} needs a value; ${seeEn}`,
  );
}

/** Where the way out is described: the help of the command that was called. */
function helpFor([name = '']: readonly string[], program: Command): readonly [vi: string, en: string] {
  const command = program.commands.some((one) => one.name() === name) ? ` ${name}` : '';
  return [`xem “ctmtqg${command} --help”`, `see “ctmtqg${command} --help”`];
}
