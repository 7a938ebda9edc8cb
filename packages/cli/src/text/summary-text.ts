import { basename } from 'node:path';
import type { ReportStatus } from '@ctmtqg/core';
import type { ReportWords } from '../words/index.js';
import { harmless, type Paint } from './paint.js';

/** One line of the summary of several files. */
export interface SummaryLine {
  readonly path: string;
  readonly status: ReportStatus | 'unusable';
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

const INK = { clean: 'green', findings: 'red', incomplete: 'yellow', unusable: 'red' } as const;

/** A table of all files with their verdicts and counts. */
export function summaryText(lines: readonly SummaryLine[], words: ReportWords, paint: Paint): string {
  const names = lines.map(({ path }) => harmless(basename(path)));
  const width = Math.min(48, Math.max(words.file.length, ...names.map((name) => name.length)));
  const { error, warning, info } = words.severity;
  const head = `${words.file.padEnd(width)}  ${error.padStart(8)}  ${warning.padStart(8)}  ${info.padStart(6)}  `;
  const rows = lines.map((line, index) => {
    const figures =
      line.status === 'unusable' ? ['–', '–', '–'] : [line.error, line.warning, line.info].map(String);
    const [errors = '', warnings = '', infos = ''] = figures;
    const name = (names[index] ?? '').slice(0, width).padEnd(width);
    const status = paint(words.statusShort[line.status], INK[line.status]);
    return `${name}  ${errors.padStart(8)}  ${warnings.padStart(8)}  ${infos.padStart(6)}  ${status}`;
  });
  return `${[paint(words.summary, 'bold'), head, ...rows].join('\n')}\n`;
}
