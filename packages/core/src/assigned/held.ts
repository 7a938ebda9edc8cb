import type { FindingData, NotCheckedData, ReportAssigned } from '../report/types.js';

/** What came of one way in which figures were assigned. */
export interface HeldFigures {
  readonly findings: readonly FindingData[];
  readonly gaps: readonly NotCheckedData[];
  readonly record: readonly ReportAssigned[];
}

/** Nothing assigned, nothing said. */
export const NOTHING_HELD: HeldFigures = { findings: [], gaps: [], record: [] };

/** Several ways together. */
export function joinHeld(parts: readonly HeldFigures[]): HeldFigures {
  return {
    findings: parts.flatMap(({ findings }) => findings),
    gaps: parts.flatMap(({ gaps }) => gaps),
    record: parts.flatMap(({ record }) => record),
  };
}
