import {
  cellAddress,
  type Decision,
  type HouseholdList,
  readHouseholdList,
  reasonSentence,
  verdictWord,
} from '@ctmtqg/core';
import { ELIGIBILITY_RULES } from '@ctmtqg/core/rules';
import { type CellChange, openWorkbook } from '@ctmtqg/workbook';
import { CallError } from '../call-error.js';
import { readSnapshot } from '../check-file.js';
import { claimOutput, demandExtension, isWorkbook } from '../files.js';
import type { Language } from '../terminal.js';
import { withWorkbook } from '../workbook-fault.js';
import { unusable } from './unusable.js';

/** Refuses an output that cannot be written before any work is done. */
export async function claimListOutput(path: string, output: string, force: boolean): Promise<void> {
  if (!isWorkbook(path)) {
    throw new CallError(
      'bad-option',
      '--output chỉ dùng với danh sách hộ .xlsx; với JSON hãy dùng --json',
      '--output goes with a household list in .xlsx; use --json with JSON',
    );
  }
  demandExtension(output, ['.xlsx', '.xlsm'], '--output');
  await claimOutput(output, [path], force);
}

/** The household list of a workbook; whatever makes it unusable is thrown as a `CallError`. */
export function readList(path: string, bytes: Uint8Array): HouseholdList {
  const list = readHouseholdList(readSnapshot(path, bytes), ELIGIBILITY_RULES.facts);
  if (list === null || list.rows.length === 0) {
    throw new CallError(
      'no-list',
      `${path}: không thấy danh sách nào có tiêu đề cột là sự việc, ví dụ “diện hộ”, “đã có đất ở”; xem docs/doi-tuong.md`,
      `${path}: there is no list whose headers name facts, such as “poverty status”; see docs/doi-tuong.md`,
    );
  }
  if (list.problems.length > 0) throw unusable(path, list.problems);
  return list;
}

/** Columns whose header names no fact: nothing in them counted. */
export function unusedLine({ sheet, unused }: HouseholdList, language: Language): string {
  const all = unused.map(({ cell, text }) => `${cell} “${text}”`).join(', ');
  return language === 'vi'
    ? `${sheet}: cột không dùng để xét: ${all}; tên các sự việc: docs/doi-tuong.md`
    : `${sheet}: columns that did not count: ${all}; names of facts: docs/doi-tuong.md`;
}

const HEADERS: Readonly<Record<Language, readonly [string, string]>> = {
  vi: ['Kết quả xét', 'Lý do'],
  en: ['Decision', 'Reason'],
};

/** The workbook with two columns more, right of the list: the answer and the reason of each row. */
export function answerList(
  path: string,
  bytes: Uint8Array,
  list: HouseholdList,
  answers: readonly (readonly Decision[])[],
  language: Language,
): Uint8Array {
  const changes: CellChange[] = [];
  const write = (row: number, offset: number, text: string, bold = false) =>
    changes.push({
      sheet: list.sheet,
      cell: cellAddress(row, list.nextColumn + offset),
      content: { kind: 'text', text },
      style: { bold, wrap: offset > 0, border: true, vertical: bold ? 'center' : 'top' },
    });
  HEADERS[language].forEach((header, offset) => {
    write(list.headerRow, offset, header, true);
  });
  list.rows.forEach(({ row }, index) => {
    const decisions = answers[index] ?? [];
    write(
      row,
      0,
      linesOf(decisions, (decision) => verdictWord(decision.decision, language), language),
    );
    const reason = (decision: Decision) => reasonSentence(decision, ELIGIBILITY_RULES.facts, language);
    write(row, 1, linesOf(decisions, reason, language));
  });
  return withWorkbook(path, () => {
    const workbook = openWorkbook(bytes);
    workbook.change(changes);
    return workbook.save();
  });
}

/** One support: its answer alone. Several: a line for each, with its name. */
function linesOf(
  decisions: readonly Decision[],
  said: (decision: Decision) => string,
  language: Language,
): string {
  if (decisions.length === 1) return decisions.map(said).join('');
  return decisions
    .map((decision) => `${decision.node} ${decision.name?.[language] ?? ''}: ${said(decision)}`)
    .join('\n');
}
