import { basename } from 'node:path';
import type { Terminal } from './terminal.js';

export interface Progress {
  /** Says which file is worked on now. */
  step(path: string): void;
  /** Takes the bar away, so that other lines may be printed. */
  clear(): void;
}

const WIDTH = 24;

/** A bar on standard error for several files; silent where that is no terminal, or for one file. */
export function progressBar(terminal: Terminal, total: number): Progress {
  if (!terminal.progress || total < 2) return { step: () => undefined, clear: () => undefined };
  let done = 0;
  return {
    step(path) {
      const filled = Math.round((done / total) * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      terminal.err(`\r\u001b[2K${bar} ${done}/${total}  ${basename(path).slice(0, 40)}`);
      done++;
    },
    clear: () => terminal.err('\r\u001b[2K'),
  };
}
