import type { Command } from 'commander';

/** Where a command writes, so that tests can listen. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Colour and width of standard output; `colour` only on a terminal. */
  readonly colour: boolean;
  readonly width: number;
  /** True where standard error is a terminal and a progress bar may move. */
  readonly progress: boolean;
}

export type Language = 'vi' | 'en';

/** One command of the tool: adds itself to the program; its action sets the exit code through `done`. */
export type Register = (program: Command, context: CommandContext) => void;

export interface CommandContext {
  readonly terminal: Terminal;
  /** Exit code of the call: 0 nothing wrong, 1 errors found. An unusable call throws a `CallError` instead. */
  done(code: 0 | 1 | 2): void;
}

export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    colour: stdout.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb',
    width: Math.max(60, Math.min(stdout.columns ?? 100, 120)),
    progress: stderr.isTTY === true,
  };
}

/** Prints exactly one JSON document. */
export function printJson(terminal: Terminal, document: unknown): void {
  terminal.out(`${JSON.stringify(document, null, 2)}\n`);
}
