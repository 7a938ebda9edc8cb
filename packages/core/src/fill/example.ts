import type { FillCode, FillOptions } from './types.js';

/** The smallest sheet on which a fill does its work, for its documentation and its test. */
export interface FillExample {
  readonly code: FillCode;
  /** What is filled, in one sentence. */
  readonly about: string;
  /** Lines of a sheet, cells parted by `|`. */
  readonly sheet: string;
  /** What this fill needs to be told. */
  readonly options?: Partial<FillOptions>;
  /** `C6 =SUM(C4:C5) → 120` */
  readonly written: readonly string[];
}
