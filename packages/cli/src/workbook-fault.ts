import { describeWorkbookError, WorkbookError } from '@ctmtqg/workbook';
import { CallError } from './call-error.js';

/** Opens or edits a workbook; what cannot be done with it becomes the one line that names its file. */
export function withWorkbook<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw new CallError(
      error.code,
      `${path}: ${describeWorkbookError(error, 'vi')}`,
      `${path}: ${describeWorkbookError(error, 'en')}`,
    );
  }
}
