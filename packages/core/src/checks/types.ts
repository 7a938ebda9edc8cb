import type { AssignedInput } from '../assigned/types.js';
import type { FindingCode, FindingData, NotCheckedData } from '../report/types.js';
import type { RuleSet } from '../rules/types.js';
import type { Book } from '../sheet/book.js';
import type { Capital, Table } from '../sheet/types.js';

/** A counterpart ratio given by the caller: at least `ratio` đồng of local money for each đồng of central money. */
export interface MatchOption {
  /** Decimal string, `0.15`. */
  readonly ratio: string;
  readonly capital: Capital;
}

/** What the caller says to the checks. */
export interface CheckOptions {
  readonly match: readonly MatchOption[];
  /** Share of the province's budget that the centre supports, in percent, decimal string; chooses the counterpart band. */
  readonly supportRate: string | null;
  /** ISO date of the law applied; `null`: the sheet's own date, else 31 December of its year. */
  readonly asOf: string | null;
  /** Figures that the level above assigned; absent: only those that the sheet itself states. */
  readonly assigned?: readonly AssignedInput[];
}

/** All that a check may look at. A check reads; it changes nothing. */
export interface CheckContext {
  readonly book: Book;
  readonly tables: readonly Table[];
  readonly rules: RuleSet;
  readonly options: CheckOptions;
}

/** What a check found, and what it had to leave out. */
export interface CheckResult {
  readonly findings: readonly FindingData[];
  readonly notChecked: readonly NotCheckedData[];
}

/** One check: a folder under `checks/` with `check.ts`, `messages.ts`, `example.ts` and its test. */
export interface Check {
  readonly code: FindingCode;
  run(context: CheckContext): CheckResult;
}
