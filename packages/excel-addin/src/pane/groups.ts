import type { Finding, FindingCode, Severity } from '@ctmtqg/core';
import type { CodeGroup } from './words/vi.js';

const GROUP: Readonly<Record<FindingCode, CodeGroup>> = {
  'row-total-mismatch': 'sums',
  'subtotal-mismatch': 'sums',
  'grand-total-mismatch': 'sums',
  'child-exceeds-total': 'sums',
  'cross-sheet-mismatch': 'sums',
  'percent-mismatch': 'sums',
  'rounding-residue': 'sums',
  'displayed-total-mismatch': 'sums',
  'words-mismatch': 'sums',
  'formula-range-misses-row': 'formulas',
  'formula-counts-twice': 'formulas',
  'hard-coded-total': 'formulas',
  'wrong-reference': 'formulas',
  'stale-cache': 'formulas',
  'formula-error': 'formulas',
  'text-number': 'cells',
  'ambiguous-number': 'cells',
  'negative-amount': 'cells',
  'sign-error': 'cells',
  'unit-scale-error': 'cells',
  'duplicate-row': 'cells',
  'wrong-project-number': 'programme',
  'project-not-in-programme': 'programme',
  'unknown-title': 'programme',
  'wrong-period': 'programme',
  'ineligible-capital-kind': 'programme',
  'local-match-below-minimum': 'money',
  'norm-exceeded': 'money',
  'ceiling-exceeded': 'money',
  'unallocated-balance': 'money',
  'ineligible-beneficiary': 'people',
  'ineligible-area': 'people',
};

const ORDER: readonly CodeGroup[] = ['sums', 'formulas', 'cells', 'programme', 'money', 'people'];
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export interface FindingGroup {
  readonly group: CodeGroup;
  readonly findings: readonly Finding[];
}

/** The findings by what they are about, errors first in each group; empty groups left out. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  return ORDER.flatMap((group) => {
    const mine = findings.filter((finding) => GROUP[finding.code] === group);
    const sorted = [...mine].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
    return mine.length > 0 ? [{ group, findings: sorted }] : [];
  });
}

/** A decimal string as people write it: `12063.2` → `12.063,2` in Vietnamese. */
export function writeAmount(text: string, language: 'vi' | 'en'): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction] = match;
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.'];
  return sign + whole.replace(/\B(?=(?:\d{3})+$)/g, thousands) + (fraction ? decimal + fraction : '');
}
