import { createHash } from 'node:crypto';
import { RULES } from '@ctmtqg/core/rules';
import { annotate } from './annotate/annotate.js';
import type { CheckedFile } from './check-file.js';
import { writeOutput } from './files.js';
import { reportPage } from './html/page.js';
import type { OutputPaths } from './outputs.js';
import type { Language } from './terminal.js';
import { localeOf, wordsOf } from './words/index.js';

/** Writes what the call asked for beside its answer; says what was written, one line each. */
export async function writeReports(
  { bytes, snapshot, report }: CheckedFile,
  outputs: OutputPaths,
  language: Language,
): Promise<string[]> {
  const words = wordsOf(language);
  const written: string[] = [];
  const html = outputs.get('--html');
  if (html !== undefined) {
    const fingerprint = createHash('sha256').update(bytes).digest('hex');
    const locale = localeOf(language);
    await writeOutput(html, reportPage({ report, snapshot, rules: RULES, locale, words, fingerprint }));
    written.push(words.written(words.htmlReport, html));
  }
  const annotated = outputs.get('--annotate');
  if (annotated !== undefined) {
    await writeOutput(annotated, annotate(bytes, snapshot, report, words, localeOf(language)));
    written.push(words.written(words.annotatedCopy, annotated));
  }
  return written;
}
