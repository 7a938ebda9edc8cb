import { check, openBook } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { readWorkbook } from '@ctmtqg/workbook';
import { overviewOf } from '../src/engine/overview.js';

/** The chart that the pane would offer for a workbook. */
export function chartOf(bytes: Uint8Array) {
  const snapshot = readWorkbook(bytes);
  return overviewOf(openBook(snapshot), check(snapshot, { rules: RULES, locale: vi })).chart;
}
