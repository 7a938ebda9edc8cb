import type { FactValue, FindingCode, FindingData, NotCheckedData } from './types.js';

/** Sentences of a finding: what stands there, what should and why, what to do. */
export type FindingMessage = (finding: FindingData, words: Wording) => string;

/** What message functions may use to write figures and nodes in the reader's language. */
export interface Wording {
  /** A decimal string as people of this language write it: `12063.2` → `12.063,2`. */
  amount(decimal: string | FactValue | null | undefined): string;
  /** `DA4.TDA1` → `Tiểu dự án 1 của Dự án 4`. */
  node(code: string | FactValue | null | undefined): string;
}

/** What was left out, and the reason. */
export interface GapSentence {
  readonly what: string;
  readonly why: string;
}

/** Sentences of something that was left out. */
export type GapMessage = (gap: NotCheckedData, words: Wording) => GapSentence;

/**
 * What the `messages.ts` of one check folder says in one language. It exports two of these, `vi` and `en`;
 * `report/locales/vi.ts` and `en.ts` collect them.
 */
export interface Messages {
  /** For each code that the check reports: a short name for headings and catalogues, and the sentence. */
  readonly findings: Readonly<
    Partial<Record<FindingCode, { readonly title: string; readonly message: FindingMessage }>>
  >;
  /** For each `notChecked` code that the check reports. */
  readonly gaps?: Readonly<Record<string, GapMessage>>;
}

/** A language as data, passed as an argument; nothing in the core knows which language is "on". */
export interface Locale {
  readonly language: 'vi' | 'en';
  readonly wording: Wording;
  readonly findings: Readonly<Partial<Record<FindingCode, FindingMessage>>>;
  /** A short name for each code, for headings and catalogues. */
  readonly titles: Readonly<Partial<Record<FindingCode, string>>>;
  notChecked(gap: NotCheckedData): GapSentence;
}
