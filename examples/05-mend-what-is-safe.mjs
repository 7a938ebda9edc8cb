// Makes the repairs that the sheet itself proves, and checks again.
import { readFileSync } from 'node:fs';
import { check } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { openWorkbook, readWorkbook } from '@ctmtqg/workbook';

const bytes = readFileSync(new URL('./dan-tien-2025.xlsx', import.meta.url));
const book = openWorkbook(bytes);
const before = check(book.snapshot(), { rules: RULES, locale: vi });
const edits = before.findings.flatMap(({ fix }) => (fix?.safe ? fix.edits : []));
const images = book.apply(edits);
const after = check(readWorkbook(book.save()), { rules: RULES, locale: vi });

console.log(edits.map(({ cell }) => cell).join(', '));
console.log(
  after.findings.filter(({ severity }) => severity === 'error').map(({ cell, code }) => `${cell} ${code}`),
);

book.restore(images);
console.log(check(readWorkbook(book.save()), { rules: RULES, locale: vi }).findings.length, 'after undo');

/* prints
D10, B14, E14, B15, B16
[ 'C12 row-total-mismatch' ]
6 after undo
*/
