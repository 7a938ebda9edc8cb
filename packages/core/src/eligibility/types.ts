import type { Bilingual, Period } from '../law/types.js';
import type { LawReference } from '../report/types.js';

/** What a fact may hold. Dates are `YYYY-MM-DD`; a date or an ethnic group that does not exist is `không` or `none`. */
export type FactInput = string | number | boolean;

/** Facts by dotted key, `household.poverty`. A key that is not there is not known; it is never taken as “no”. */
export type Facts = Readonly<Record<string, FactInput>>;

/** Kind of a fact; a date is ISO, a number a plain number. */
export type FactType = 'boolean' | 'number' | 'date' | 'choice' | 'ethnic' | 'province' | 'text';

/** One fact of the catalogue: what it means, how to ask for it, and how much work the answer is. */
export interface FactDefinition {
  readonly key: string;
  readonly type: FactType;
  readonly label: Bilingual;
  readonly question: Bilingual;
  /** 1: papers at hand; 2: registers and decisions; 3: a look on the spot; 4: measuring or a survey. */
  readonly effort: number;
  readonly values?: readonly string[];
  readonly unit?: string;
  /** It can be told from other facts. */
  readonly derived?: boolean;
  readonly law?: LawReference;
}

/** Strict and non-strict bounds are different words, as in the law: “trên 50 %” is `moreThan`, “từ 70 %” is `atLeast`. */
export interface FactCondition {
  readonly fact: string;
  readonly is?: FactInput;
  readonly in?: readonly string[];
  /** Member of a dated list of ethnic groups: `minority`, `hardship`, `specific`. */
  readonly list?: string;
  readonly atLeast?: number;
  readonly moreThan?: number;
  readonly atMost?: number;
  readonly lessThan?: number;
  /** The day asked about is at most this many months after the date. */
  readonly withinMonths?: number;
  readonly text?: Bilingual;
  readonly law?: LawReference;
}

/** A condition as data: a fact compared with a value, or a combination of conditions. */
export type Condition =
  | FactCondition
  | { readonly all: readonly Condition[]; readonly text?: Bilingual; readonly law?: LawReference }
  | { readonly any: readonly Condition[]; readonly text?: Bilingual; readonly law?: LawReference }
  | { readonly not: Condition; readonly text?: Bilingual; readonly law?: LawReference }
  | {
      /** At least so many of the conditions hold. */
      readonly atLeastOf: number;
      readonly conditions: readonly Condition[];
      readonly text?: Bilingual;
      readonly law?: LawReference;
    }
  /** A condition that stands in a text that was not at hand: never known. */
  | { readonly unread: LawReference; readonly text: Bilingual }
  /** Income or deprivations against the poverty standard of the day. */
  | { readonly standard: 'income' | 'deprivations'; readonly text?: Bilingual; readonly law?: LawReference };

/** A priority that the law gives among those who are eligible. */
export interface PriorityRule {
  readonly id: string;
  readonly name: Bilingual;
  readonly when: Condition;
  readonly law: LawReference;
}

/** One support of a node: who may receive it, by the article quoted. */
export interface PolicyRule extends Period {
  readonly id: string;
  readonly name: Bilingual;
  readonly subject: string;
  readonly law: LawReference;
  readonly quote: string;
  readonly conditions: readonly Condition[];
  readonly exclusions: readonly Condition[];
  readonly priorities: readonly PriorityRule[];
  /** Subjects of the norms that follow, in the programme's file of norms. */
  readonly norms: readonly string[];
  /** Policies of the same support exclude each other: the highest is chosen. */
  readonly support?: string;
  /** From this day a younger text that was not at hand governs. */
  readonly caution?: { readonly from: string; readonly instrument: string; readonly text: Bilingual };
}

/** The rules of one node: one file. */
export interface NodeRules {
  readonly programme: string;
  readonly node: string;
  readonly policies: readonly PolicyRule[];
  /** The text that says who may receive was not at hand. */
  readonly unknown?: { readonly law: LawReference; readonly reason: Bilingual };
}

/** How a derived fact is told from others; the first case that holds gives the value. */
export interface DerivedFact extends Period {
  readonly fact: string;
  readonly law: LawReference;
  readonly cases?: readonly { readonly value: FactInput; readonly when: Condition }[];
  readonly otherwise?: FactInput;
  /** Percentage `part / whole`. */
  readonly share?: { readonly part: string; readonly whole: string };
  /** Percentage that `held` lacks of `norm`. */
  readonly shortage?: { readonly held: string; readonly norm: string };
}

/** Whether a condition is met; what is not known stays unknown. */
export type Outcome = 'met' | 'not-met' | 'unknown';
/** The answer. Unknown is never no. */
export type Verdict = 'eligible' | 'not-eligible' | 'unknown';

/** One line of the reason: a condition, what is known about it, and by which article. */
export interface ConditionResult {
  /** 0 for a condition of its own, more for a part of the one above. */
  readonly depth: number;
  readonly kind: 'condition' | 'all' | 'any' | 'not' | 'count' | 'exclusion' | 'unread';
  readonly outcome: Outcome;
  readonly text: Bilingual;
  readonly fact: string | null;
  /** The value known; `null` where it is not. */
  readonly value: FactInput | null;
  /** The value was told from other facts. */
  readonly derived: boolean;
  readonly law: LawReference;
}

/** A fact that is not known and would matter, with the work it takes to find out. */
export interface MissingFact {
  readonly fact: string;
  readonly effort: number;
}

/** A set of facts that could settle the answer, with the work it takes. */
export interface Settlement {
  readonly to: 'eligible' | 'not-eligible';
  readonly facts: readonly string[];
  readonly effort: number;
}

/** A priority of the law and whether the case has it. */
export interface PriorityResult {
  readonly id: string;
  readonly name: Bilingual;
  readonly outcome: Outcome;
  readonly law: LawReference;
}

/** The answer for one support, with the conditions that decided it and what would settle it. */
export interface Decision {
  readonly id: string | null;
  readonly programme: string;
  readonly node: string;
  /** `null` where the node's text was not at hand. */
  readonly policy: string | null;
  readonly name: Bilingual | null;
  readonly decision: Verdict;
  /** `unverified`: it rests on a text that was only quoted elsewhere. */
  readonly status: 'verified' | 'unverified';
  readonly asOf: string;
  readonly conditions: readonly ConditionResult[];
  readonly priorities: readonly PriorityResult[];
  /** Facts to ask for, least effort first; empty unless unknown. */
  readonly missing: readonly MissingFact[];
  readonly settle: readonly Settlement[];
  /** Subjects of the norms that follow. */
  readonly norms: readonly string[];
  readonly support: string | null;
  readonly law: readonly LawReference[];
  /** Why nothing can be said, or what to be careful about. */
  readonly reason: Bilingual | null;
}

/** One question: may this subject receive, on that day? */
export interface EligibilityCase {
  readonly id?: string;
  readonly programme: string;
  /** A node, with all that stands below it; absent: the whole programme. */
  readonly node?: string;
  readonly policy?: string;
  readonly asOf: string;
  readonly facts: Facts;
}
