export { createWorkbook, type NewWorkbookOptions } from './edit/create.js';
export { Workbook } from './edit/editor.js';
export { linkTo } from './edit/new-sheet.js';
export type {
  CachedValue,
  CellChange,
  CellImage,
  ChartCells,
  ImageValue,
  NewCell,
  NewChart,
  NewChartSeries,
  NewSheet,
  NewValidation,
  StyleChange,
} from './edit/types.js';
export {
  describeWorkbookError,
  WorkbookError,
  type WorkbookErrorCode,
  type WorkbookErrorFacts,
} from './errors.js';
export { DEFAULT_LIMITS, type ReadOptions, type WorkbookLimits } from './limits.js';
export { openWorkbook, readWorkbook } from './workbook.js';
