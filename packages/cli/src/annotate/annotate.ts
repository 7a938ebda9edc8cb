import type { CheckReport, Locale, WorkbookSnapshot } from '@ctmtqg/core';
import { describeWorkbookError, openWorkbook, WorkbookError } from '@ctmtqg/workbook';
import type { ReportWords } from '../words/index.js';
import { markChanges } from './marks.js';
import { resultSheet } from './result-sheet.js';

/**
 * A copy of the workbook with coloured cells, notes and a sheet of results; everything else byte for byte as it was.
 * It is written for every workbook that can be read, also where there is no table or no finding, and says so.
 */
export function annotate(
  bytes: Uint8Array,
  snapshot: WorkbookSnapshot,
  report: CheckReport,
  words: ReportWords,
  locale: Locale,
): Uint8Array {
  const workbook = openWorkbook(bytes);
  let remark: string | null = null;
  try {
    workbook.change(markChanges(report, snapshot, words, (sheet, cell) => workbook.hasThread(sheet, cell)));
  } catch (error) {
    // A workbook with no room for another format still gets its sheet of results.
    if (!(error instanceof WorkbookError)) throw error;
    remark = words.notMarked(describeWorkbookError(error, words.language));
  }
  const sheetNames = snapshot.sheets.map((sheet) => sheet.name);
  workbook.addSheet(resultSheet({ report, sheetNames, words, locale, remark }));
  return workbook.save();
}
