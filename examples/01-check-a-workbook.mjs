// Checks a workbook and prints each finding at its cell.
import { readFileSync } from 'node:fs';
import { check } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { readWorkbook } from '@ctmtqg/workbook';

const bytes = readFileSync(new URL('./dan-tien-2025.xlsx', import.meta.url));
const report = check(readWorkbook(bytes), { rules: RULES, locale: vi, workbook: 'dan-tien-2025.xlsx' });

console.log(report.status, report.counts);
for (const { cell, code, found, expected } of report.findings)
  console.log(`${cell} ${code}: ${found} → ${expected}`);

/* prints
findings { error: 6, warning: 0, info: 0 }
D10 formula-range-misses-row: 9525.5 → 9683.9
C12 row-total-mismatch: 9540.2 → 9504.2
B14 wrong-project-number: 6 → 7
E14 text-number: 8,7 → 8.7
B15 wrong-project-number: 8 → 9
B16 wrong-project-number: 9 → 10
*/
