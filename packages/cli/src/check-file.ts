import { basename } from 'node:path';
import {
  type AssignedGiven,
  type CheckReport,
  check,
  type RuleSet,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { readWorkbook } from '@ctmtqg/workbook';
import { CallError } from './call-error.js';
import type { ContextOptions } from './context-options.js';
import { readInput } from './files.js';
import { localeOf } from './words/index.js';
import { withWorkbook } from './workbook-fault.js';

export interface CheckedFile {
  readonly bytes: Uint8Array;
  readonly snapshot: WorkbookSnapshot;
  readonly report: CheckReport;
}

/** Reads and checks one file; whatever makes it unusable is thrown as a `CallError`. */
export async function checkFile(
  path: string,
  options: ContextOptions,
  rules: RuleSet,
  assigned: readonly AssignedGiven[] = [],
): Promise<CheckedFile> {
  const bytes = await readInput(path);
  const snapshot = readSnapshot(path, bytes);
  demandSheets(path, snapshot, options.sheet ?? []);
  demandSheets(
    path,
    snapshot,
    assigned.flatMap((given) => (given.kind === 'sheet' ? given.sheet : [])),
  );
  return { bytes, snapshot, report: runCheck(path, snapshot, options, rules, assigned) };
}

/** The workbook of a file, or the one line that says why it cannot be read. */
export function readSnapshot(path: string, bytes: Uint8Array): WorkbookSnapshot {
  return withWorkbook(path, () => readWorkbook(bytes));
}

/** Refuses the name of a sheet that the workbook does not have. */
export function demandSheets(path: string, snapshot: WorkbookSnapshot, wanted: readonly string[]): void {
  const names = snapshot.sheets.map((sheet) => sheet.name);
  const missing = wanted.find((name) => !names.includes(name));
  if (missing === undefined) return;
  const known = names.map((name) => `“${name}”`).join(', ');
  throw new CallError(
    'unknown-sheet',
    `${path}: không có trang “${missing}”; tệp có các trang: ${known}`,
    `${path}: there is no sheet “${missing}”; the file has: ${known}`,
  );
}

function runCheck(
  path: string,
  snapshot: WorkbookSnapshot,
  options: ContextOptions,
  rules: RuleSet,
  assigned: readonly AssignedGiven[],
): CheckReport {
  return check(snapshot, {
    rules,
    assigned,
    locale: localeOf(options.lang),
    workbook: basename(path),
    match: options.match ?? [],
    supportRate: options.supportRate ?? null,
    programme: options.programme ?? null,
    year: options.year ?? null,
    asOf: options.asOf ?? null,
    ...(options.sheet ? { sheets: options.sheet } : {}),
  });
}

/** A workbook without a table of money cannot be checked. */
export function demandTable(path: string, { report, snapshot }: CheckedFile): void {
  if (report.tables.length > 0) return;
  if (snapshot.sheets.every((sheet) => sheet.cells.count === 0)) {
    throw new CallError(
      'empty-workbook',
      `${path}: sổ tính không có ô nào có dữ liệu; hãy kiểm tra lại tệp`,
      `${path}: the workbook has no filled cell; check the file`,
    );
  }
  const sheets = snapshot.sheets.map((sheet) => `“${sheet.name}”`).join(', ');
  throw new CallError(
    'no-table',
    `${path}: không tìm thấy bảng số tiền nào (đã xem các trang: ${sheets}); bảng cần có dòng tiêu đề cột và các cột số tiền`,
    `${path}: no table of money was found (sheets looked at: ${sheets}); a table needs a header row and columns of amounts`,
  );
}
