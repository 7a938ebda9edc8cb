import type { Evaluator } from '../formula/types.js';
import type { WorkbookSnapshot } from '../snapshot/types.js';

/** A snapshot together with what is computed from it on demand: exact values and decoded texts. */
export interface Book {
  readonly snapshot: WorkbookSnapshot;
  readonly evaluator: Evaluator;
  /** Decoded text of a cell (TCVN3 and VNI by font, NFC, white space folded); `''` where it holds no text. */
  text(sheet: number, row: number, column: number): string;
}
