// Colours the cells of all findings in a copy of the workbook; everything else stays byte for byte as it was.
import { readFileSync } from 'node:fs';
import { check } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { openWorkbook, readWorkbook } from '@ctmtqg/workbook';

const bytes = readFileSync(new URL('./dan-tien-2025.xlsx', import.meta.url));
const book = openWorkbook(bytes);
const report = check(book.snapshot(), { rules: RULES, locale: vi });
book.change(
  report.findings.map(({ sheet, cell, message }) => ({
    sheet,
    cell,
    style: { fill: 'FFC7CE' },
    note: message,
  })),
);
const marked = readWorkbook(book.save());

console.log(`${marked.sheets[0].notes.length} notes`);
console.log(check(marked, { rules: RULES, locale: vi }).findings.length, 'findings, as before');

/* prints
6 notes
6 findings, as before
*/
