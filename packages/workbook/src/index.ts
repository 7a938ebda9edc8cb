export {
  describeWorkbookError,
  WorkbookError,
  type WorkbookErrorCode,
  type WorkbookErrorFacts,
} from './errors.js';
export { DEFAULT_LIMITS, type ReadOptions, type WorkbookLimits } from './limits.js';
export { readWorkbook } from './workbook.js';
