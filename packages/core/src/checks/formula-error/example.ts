import { COMPUTED_PLAN, type SumExample } from '../support/sum-example.js';

export const example: SumExample = {
  code: 'formula-error',
  about: 'Ô mà công thức cần đã bị xóa.',
  sheet: { name: 'Biểu 1', cells: { ...COMPUTED_PLAN, C8: '=SUM(C4:C6)+#REF!' } },
  cell: 'C8',
  mended: { C8: '=SUM(C4:C7)' },
};
