import { readFileSync } from 'node:fs';
import { checkTables, openBook, understand } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { readWorkbook } from '@ctmtqg/workbook';
import { expect, test } from 'vitest';
import { workbook } from '../../test/browser.js';
import { type ColumnCorrection, correctTables, headerText } from './corrections.js';

const book = openBook(readWorkbook(readFileSync(workbook('02_dantien_dtts_sai_so_du_an'))));
const tables = understand(book, { rules: RULES });
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
  const corrected = correctTables(tables, [correction({})]);
  const report = checkTables(book, corrected, { rules: RULES, locale: vi });
  expect(report.tables[0]!.columns.find((column) => column.column === 'D')).toMatchObject({
    source: 'integrated',
  });
});

test('a column that holds no money takes part in no sum', () => {
  const corrected = correctTables(tables, [correction({ role: 'note', source: null })]);
  const report = checkTables(book, corrected, { rules: RULES, locale: vi });
  expect(report.findings.map((finding) => finding.code)).not.toContain('row-total-mismatch');
  expect(corrected[0]!.sums.filter((sum) => sum.axis === 'row')).toEqual([]);
});

test('a correction lapses where the header has changed', () => {
  expect(correctTables(tables, [correction({ header: 'khác' })])).toEqual(tables);
});
