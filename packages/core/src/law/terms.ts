import data from '../../data/law/terms.json';
import { valueInForce } from './dated.js';
import type { AsOf, Bilingual, DatedRule } from './types.js';

/** A word of the law that changes its form in time, and since when. */
export interface LegalTerm extends DatedRule {
  readonly key: string;
  readonly value: Bilingual;
}

/** Dated words: what recurrent capital is called, which tiers there are, which circular governs, which area criteria. */
export const TERMS: readonly LegalTerm[] = data.terms as unknown as readonly LegalTerm[];

/**
 * The word in force on a day, with its article; `null` where none is known. Use it for what a reader sees, as the words
 * changed with the law.
 *
 * @throws LawConflictError if two words in force disagree; both are named.
 * @example findTerm('recurrent-capital', { asOf: '2026-06-30' })?.value.vi // 'kinh phí chi thường xuyên'
 */
export function findTerm(key: string, query: AsOf, terms: readonly LegalTerm[] = TERMS): LegalTerm | null {
  const own = terms.filter((term) => term.key === key);
  return valueInForce(own, query, key, ({ value }) => value.vi);
}
