import type { Terminal } from '../terminal.js';

type Ink = 'red' | 'yellow' | 'blue' | 'green' | 'bold' | 'dim';

const CODES: Readonly<Record<Ink, readonly [number, number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [36, 39],
  green: [32, 39],
  bold: [1, 22],
  dim: [2, 22],
};

export type Paint = (text: string, ...inks: readonly Ink[]) => string;

/** Colours for a terminal; plain text where the output is a file or a pipe. */
export function paintFor({ colour }: Pick<Terminal, 'colour'>): Paint {
  return (text, ...inks) =>
    colour
      ? inks.reduce((painted, ink) => `\u001b[${CODES[ink][0]}m${painted}\u001b[${CODES[ink][1]}m`, text)
      : text;
}

/**
 * Text that came out of a file, made harmless for a terminal: control characters would move the cursor or hide
 * what stands beside them.
 */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

/** Breaks a text at spaces into lines of at most `width` characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines;
}
