import type { Wording } from '../report/locale.js';
import type { FillCode, NotFilled, PlannedEdit } from './types.js';

/** Sentences of the fills in one language: why a cell gets what it gets, and why one was left alone. */
export interface FillWords {
  readonly titles: Readonly<Record<FillCode, string>>;
  reason(edit: PlannedEdit, words: Wording): string;
  refusal(cell: NotFilled, words: Wording): string;
}

export { enFillWords } from './words-en.js';
export { viFillWords } from './words-vi.js';
