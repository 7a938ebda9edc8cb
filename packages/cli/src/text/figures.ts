import type { Finding, Locale } from '@ctmtqg/core';

/** The figures of a finding as people write them, with their unit; `null` where there is nothing to say. */
export interface FigureTexts {
  readonly found: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
}

/** What stands there, what should, and by how much they differ. */
export function figureTexts(finding: Finding, { wording }: Locale): FigureTexts {
  const unit = finding.unit === null ? '' : ` ${finding.unit}`;
  const written = (value: string | null) => (value === null ? null : wording.amount(value) + unit);
  const found = written(finding.found);
  const expected = written(finding.expected);
  const difference = written(finding.difference);
  // A figure kept as text reads the same before and after; the sentence has said what is wrong.
  return found !== null && found === expected
    ? { found: null, expected: null, difference }
    : { found, expected, difference };
}
