import type { CheckReport } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { type CallError, errorDocument } from './call-error.js';
import { type Language, printJson, type Terminal } from './terminal.js';
import { paintFor } from './text/paint.js';
import { reportText } from './text/report-text.js';
import { type SummaryLine, summaryText } from './text/summary-text.js';
import { localeOf, wordsOf } from './words/index.js';

/**
 * What came of one file: a report, or the reason why there is none; and what was written beside it, which a workbook
 * without a table has as well.
 */
export type Outcome =
  | { readonly path: string; readonly report: CheckReport; readonly written: readonly string[] }
  | { readonly path: string; readonly error: CallError; readonly written: readonly string[] };

/** Takes the outcome of each file in turn, so that no more than one report is held at a time. */
export interface Answer {
  add(outcome: Outcome): void;
  /** Exit code of the call. */
  end(): 0 | 1 | 2;
}

interface AnswerOptions {
  readonly json?: boolean;
  readonly lang: Language;
}

export function answerFor(many: boolean, options: AnswerOptions, terminal: Terminal): Answer {
  if (!many) return single(options, terminal);
  return options.json ? jsonList(options, terminal) : textList(options, terminal);
}

const codeOf = (report: CheckReport): 0 | 1 => (report.counts.error > 0 ? 1 : 0);

function worst(a: 0 | 1 | 2, b: 0 | 1 | 2): 0 | 1 | 2 {
  return a > b ? a : b;
}

function printReport(report: CheckReport, { lang }: AnswerOptions, terminal: Terminal): void {
  const writing = {
    words: wordsOf(lang),
    locale: localeOf(lang),
    rules: RULES,
    paint: paintFor(terminal),
    width: terminal.width,
  };
  terminal.out(reportText(report, writing));
}

function sayWritten({ written }: Outcome, terminal: Terminal): void {
  for (const line of written) terminal.err(`${line}\n`);
}

/** One file: its report, or an error that ends the call. */
function single(options: AnswerOptions, terminal: Terminal): Answer {
  let code: 0 | 1 | 2 = 0;
  return {
    add(outcome) {
      if ('error' in outcome) {
        sayWritten(outcome, terminal);
        throw outcome.error;
      }
      if (options.json) printJson(terminal, outcome.report);
      else printReport(outcome.report, options, terminal);
      sayWritten(outcome, terminal);
      code = codeOf(outcome.report);
    },
    end: () => code,
  };
}

/** Several files as one JSON document, printed piece by piece. */
function jsonList({ lang }: AnswerOptions, terminal: Terminal): Answer {
  let code: 0 | 1 | 2 = 0;
  let first = true;
  terminal.out('{\n  "schema": "check-reports/1",\n  "reports": [');
  return {
    add(outcome) {
      const failed = 'error' in outcome;
      const document = failed ? errorDocument(outcome.error, lang, outcome.path) : outcome.report;
      const text = JSON.stringify(document, null, 2).replaceAll('\n', '\n    ');
      terminal.out(`${first ? '' : ','}\n    ${text}`);
      first = false;
      sayWritten(outcome, terminal);
      if (failed) terminal.err(`ctmtqg: ${outcome.error.in(lang)}\n`);
      code = worst(code, failed ? 2 : codeOf(outcome.report));
    },
    end() {
      terminal.out('\n  ]\n}\n');
      return code;
    },
  };
}

/** Several files for people: each report in turn, then a table of all. */
function textList(options: AnswerOptions, terminal: Terminal): Answer {
  const lines: SummaryLine[] = [];
  let code: 0 | 1 | 2 = 0;
  return {
    add(outcome) {
      const { path } = outcome;
      if ('error' in outcome) {
        sayWritten(outcome, terminal);
        terminal.err(`ctmtqg: ${outcome.error.in(options.lang)}\n`);
        lines.push({ path, status: 'unusable', error: 0, warning: 0, info: 0 });
        code = 2;
        return;
      }
      printReport(outcome.report, options, terminal);
      terminal.out('\n');
      sayWritten(outcome, terminal);
      lines.push({ path, status: outcome.report.status, ...outcome.report.counts });
      code = worst(code, codeOf(outcome.report));
    },
    end() {
      terminal.out(summaryText(lines, wordsOf(options.lang), paintFor(terminal)));
      return code;
    },
  };
}
