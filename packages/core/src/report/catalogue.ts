import type { FindingCode, Severity } from './types.js';

/** What a finding is about. */
export type FindingGroup = 'sums' | 'formulas' | 'cells' | 'programme' | 'money-by-law' | 'people-and-places';

/** One code of the catalogue. */
export interface CatalogueEntry {
  readonly group: FindingGroup;
  /** Severity as a rule; `by-case` where the case decides. A finding that rests on an unverified value is at most a warning. */
  readonly severity: Severity | 'by-case';
}

const entry = (group: FindingGroup, severity: CatalogueEntry['severity']): CatalogueEntry => ({
  group,
  severity,
});

/**
 * Every code of a finding with its group and severity. Codes never change meaning and are never reused.
 *
 * @example FINDING_CATALOGUE['rounding-residue'].severity // 'warning'
 */
export const FINDING_CATALOGUE: Readonly<Record<FindingCode, CatalogueEntry>> = {
  'row-total-mismatch': entry('sums', 'error'),
  'subtotal-mismatch': entry('sums', 'error'),
  'grand-total-mismatch': entry('sums', 'error'),
  'child-exceeds-total': entry('sums', 'error'),
  'cross-sheet-mismatch': entry('sums', 'error'),
  'percent-mismatch': entry('sums', 'warning'),
  'rounding-residue': entry('sums', 'warning'),
  'displayed-total-mismatch': entry('sums', 'warning'),
  'words-mismatch': entry('sums', 'error'),
  'formula-range-misses-row': entry('formulas', 'error'),
  'formula-counts-twice': entry('formulas', 'error'),
  'hard-coded-total': entry('formulas', 'warning'),
  'wrong-reference': entry('formulas', 'error'),
  'stale-cache': entry('formulas', 'warning'),
  'formula-error': entry('formulas', 'error'),
  'text-number': entry('cells', 'by-case'),
  'ambiguous-number': entry('cells', 'by-case'),
  'negative-amount': entry('cells', 'error'),
  'sign-error': entry('cells', 'error'),
  'unit-scale-error': entry('cells', 'error'),
  'duplicate-row': entry('cells', 'error'),
  'wrong-project-number': entry('programme', 'error'),
  'project-not-in-programme': entry('programme', 'error'),
  'unknown-title': entry('programme', 'warning'),
  'wrong-period': entry('programme', 'error'),
  'ineligible-capital-kind': entry('programme', 'by-case'),
  'local-match-below-minimum': entry('money-by-law', 'error'),
  'norm-exceeded': entry('money-by-law', 'error'),
  'ceiling-exceeded': entry('money-by-law', 'error'),
  'unallocated-balance': entry('money-by-law', 'warning'),
  'ineligible-beneficiary': entry('people-and-places', 'error'),
  'ineligible-area': entry('people-and-places', 'error'),
};
