import { createEvaluator } from '../formula/index.js';
import type { Book } from '../sheet/book.js';
import type { WorkbookSnapshot } from '../snapshot/index.js';
import { cellText } from '../text/index.js';

/** A workbook opened anew after edits. */
export function openBookOf(snapshot: WorkbookSnapshot): Book {
  const evaluator = createEvaluator(snapshot);
  return { snapshot, evaluator, text: (sheet, row, column) => cellText(snapshot, sheet, row, column) };
}
