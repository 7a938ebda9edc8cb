import type { FindingCode } from '../../report/types.js';
import type { PlainSheet } from '../../snapshot/build.js';
import type { MatchOption } from '../types.js';

/** A small sheet with one mistake, for the catalogue of findings and its test. */
export interface CheckExample {
  readonly code: FindingCode;
  /** What is wrong, in one sentence. */
  readonly about: string;
  readonly sheet: PlainSheet;
  /** Cell that the finding names. */
  readonly cell: string;
  readonly match?: readonly MatchOption[];
}
