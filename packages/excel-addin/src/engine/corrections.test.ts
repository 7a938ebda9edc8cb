import { readFileSync } from 'node:fs';
import { checkTables, openBook, understand } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { readWorkbook } from '@ctmtqg/workbook';
import { expect, test } from 'vitest';
import { workbook } from '../../test/browser.js';
import { type ColumnCorrection, headerText } from './corrections.js';

const book = openBook(readWorkbook(readFileSync(workbook('02_dantien_dtts_sai_so_du_an'))));
const corrected = (...corrections: readonly ColumnCorrection[]) =>
  understand(book, { rules: RULES, corrections });
const tables = corrected();
const [table] = tables;
const localColumn = table!.columns.find((column) => column.effective.source === 'local')!;

const correction = (change: Partial<ColumnCorrection>): ColumnCorrection => ({
  sheet: table!.sheetName,
  column: 'D',
  header: headerText(localColumn.headerPath),
  role: 'amount',
  source: 'integrated',
  ...change,
});

test('a column means what the user says, in the report too', () => {
  const report = checkTables(book, corrected(correction({})), { rules: RULES, locale: vi });
  expect(report.tables[0]!.columns.find((column) => column.column === 'D')).toMatchObject({
    source: 'integrated',
  });
});

test('a column that holds no money takes part in no sum', () => {
  const understood = corrected(correction({ role: 'note', source: null }));
  const report = checkTables(book, understood, { rules: RULES, locale: vi });
  expect(report.findings.map((finding) => finding.code)).not.toContain('row-total-mismatch');
  const across = understood[0]!.sums.filter((sum) => sum.axis === 'row');
  expect(across.filter((sum) => sum.parts.some((part) => part.line === localColumn.column))).toEqual([]);
});

test('a correction lapses where the header has changed', () => {
  expect(corrected(correction({ header: 'khác' }))).toEqual(tables);
});
