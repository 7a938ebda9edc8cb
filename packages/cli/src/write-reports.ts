import { createHash } from 'node:crypto';
import { type CheckReport, type Edit, openBook } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { annotate } from './annotate/annotate.js';
import type { CheckedFile } from './check-file.js';
import { claimOutput, writeOutput } from './files.js';
import { reportPage } from './html/page.js';
import type { OutputPaths } from './outputs.js';
import type { Language } from './terminal.js';
import { localeOf, wordsOf } from './words/index.js';
import { editsPath, writeEdits } from './write-edits.js';

/** Writes what the call asked for beside its answer; says what was written, one line each. */
export async function writeReports(
  path: string,
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
  const fixed = outputs.get('--fix');
  if (fixed !== undefined) {
    const edits = safeEdits(report);
    const result = writeEdits(path, bytes, openBook(snapshot), edits);
    await claimOutput(editsPath(fixed), [path], true);
    await writeOutput(fixed, result.bytes);
    await writeOutput(editsPath(fixed), `${JSON.stringify(result.file, null, 1)}\n`);
    written.push(words.written(words.fixedCopy(edits.length), fixed));
  }
  return written;
}

/** Edits of the findings that the sheet itself proves; one cell is mended once. */
function safeEdits(report: CheckReport): Edit[] {
  const edits = new Map<string, Edit>();
  for (const { fix } of report.findings) {
    if (!fix?.safe) continue;
    if (fix.edits.some((edit) => edits.has(`${edit.sheet}!${edit.cell}`))) continue;
    for (const edit of fix.edits) edits.set(`${edit.sheet}!${edit.cell}`, edit);
  }
  return [...edits.values()];
}
