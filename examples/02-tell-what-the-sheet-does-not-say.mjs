// A sheet that names no programme and no year, and a counterpart ratio that the province has decided.
import { buildSnapshot, check } from '@ctmtqg/core';
import { en } from '@ctmtqg/core/en';
import { RULES } from '@ctmtqg/core/rules';

const snapshot = buildSnapshot([
  {
    name: 'Sheet1',
    cells: {
      E1: 'Đơn vị tính: triệu đồng',
      ...{ A2: 'STT', B2: 'Nội dung', C2: 'NSTW', D2: 'NSĐP', E2: 'Tổng số' },
      ...{ A3: 1, B3: 'Hỗ trợ nhà ở', C3: 400, D3: 60, E3: '=C3+D3' },
      ...{ A4: 2, B4: 'Nước sinh hoạt phân tán', C4: 300, D4: 30, E4: '=C4+D4' },
      ...{ B5: 'Tổng cộng', C5: '=SUM(C3:C4)', D5: '=SUM(D3:D4)', E5: '=SUM(E3:E4)' },
    },
  },
]);
const report = check(snapshot, {
  rules: RULES,
  locale: en,
  programme: 'dttsmn-2021-2025',
  year: 2025,
  match: [{ ratio: '0.15', capital: 'all' }],
});

for (const { cell, code, expected, found } of report.findings) console.log(cell, code, { expected, found });

/* prints
D4 local-match-below-minimum { expected: '45', found: '30' }
*/
