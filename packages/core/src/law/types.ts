import type { LawReference } from '../report/types.js';

/** A word or sentence for the reader, Vietnamese first. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** Days as `YYYY-MM-DD`; `to` is the last day in force, `null` while no end is known. */
export interface Period {
  readonly from: string;
  readonly to: string | null;
}

/** How much of an instrument was read: the whole text, articles of it, a report about it, or only a citation. */
export type Reading = 'full' | 'partial' | 'reported' | 'cited';

/** One legal instrument of the registry. `number` is the key that a {@link LawReference} names. */
export interface Instrument {
  readonly number: string;
  readonly kind: string;
  readonly issuer: string;
  readonly title: string;
  readonly date: string | null;
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
  /** Whether the dates above were read; the title may be sure where the day is not. */
  readonly datesStatus: 'verified' | 'unverified';
  readonly amends: readonly string[];
  readonly replaces: readonly string[];
  readonly read: Reading;
  readonly readAt: string;
  readonly status: 'verified' | 'unverified';
  readonly note?: string;
}

/** Anything that holds for a time by an article. */
export interface DatedRule extends Period {
  readonly law: LawReference;
  /** Last day for money of the period carried over into the next year under its old rules. */
  readonly carriedOverTo?: string | null;
}

/** What a norm is: a bound, an average (which never judges one line), a fixed amount, or a share. */
export type NormKind =
  | 'maximum'
  | 'minimum'
  | 'average'
  | 'fixed'
  | 'share-maximum'
  | 'share-minimum'
  | 'share-fixed'
  | 'duration-maximum';

/** A norm or ceiling: an amount for each household, work, course…, or a share of a cost. */
export interface Norm extends DatedRule {
  /** Code of the node; `*`: every node of the programme. */
  readonly node: string;
  readonly subject: string;
  readonly name: Bilingual;
  readonly kind: NormKind;
  /** Decimal string; đồng, percent, years… as `unit` says. */
  readonly value: string;
  readonly unit: string;
  /** What one `value` is for: `household`, `work`, `hectare`, `person-month`… */
  readonly per: string;
  /** `state`: the state budget as a whole. */
  readonly source: 'central' | 'local' | 'state';
  readonly capital: 'investment' | 'recurrent' | 'all';
  /** Only in areas of this kind; absent or `null`: anywhere. */
  readonly area?: 'especially-difficult' | 'difficult' | 'other' | null;
  /** How often a beneficiary may receive it. */
  readonly times?: number;
  readonly maxMonths?: number;
  /** Besides the amount, at most this share of the cost, percent. */
  readonly shareOfCost?: string;
  readonly decidedBy?: string;
  readonly fromStatus?: 'verified' | 'unverified';
  readonly note?: string;
}

/** A time in which a text that was not at hand governs: the answer is unknown, not absent. */
export interface NormGap extends Period {
  readonly node: string;
  readonly subject: string;
  readonly instrument: string;
  readonly reason: Bilingual;
}

/** A node whose article was read and sets no amount of its own, with what it refers to. */
export interface NormReference extends Period {
  readonly node: string;
  readonly carriedOverTo: string | null;
  readonly law: LawReference;
  readonly text: Bilingual;
}

/** One file of norms. `programme` may end in a period with `*` before it: norms of all its programmes. */
export interface NormFile {
  readonly programme: string;
  readonly norms: readonly Norm[];
  readonly gaps: readonly NormGap[];
  readonly references?: readonly NormReference[];
}

/** When, and under which rules, a question of law is asked. */
export interface AsOf {
  readonly asOf: string;
  /** Money of 2021–2025 that may be spent in 2026: its old rules hold. */
  readonly carriedOver?: boolean;
}
