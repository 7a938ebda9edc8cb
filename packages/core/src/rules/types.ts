import type { EligibilityRules } from '../eligibility/engine.js';
import type { LayeredLaw } from '../law/layer-types.js';
import type { LawReference } from '../report/types.js';

/** Ids of the four programmes. */
export type ProgrammeId = 'dttsmn-2021-2025' | 'gnbv-2021-2025' | 'ntm-2021-2025' | 'ctmtqg-2026-2035';

/** Level of a node, by role; its own name for the level is `label`. */
export type NodeLevel = 'component' | 'project' | 'sub-project' | 'content';

/** Kind of capital that a node of a programme may have. */
export type CapitalKind = 'investment' | 'recurrent';

/** `verified`: the text was read; `unverified`: known from elsewhere, and shown as such. */
export type Certainty = 'verified' | 'unverified';

/** Agency in charge, with the one that took its place after March 2025. */
export interface LeadAgency {
  readonly name: string;
  readonly status: Certainty;
  readonly successor?: string;
  readonly successorStatus?: Certainty;
}

/** Code of the budget classification (mã chương trình, mục tiêu), `0511`. */
export interface BudgetCode {
  readonly code: string;
  readonly status: Certainty;
}

/** Why a capital kind counts as allowed for a node. */
export interface CapitalBasis {
  readonly kind: CapitalKind;
  readonly status: Certainty;
  readonly basis: string;
}

/** Money of a whole programme by source, in tỷ đồng, as a resolution or decision states it. */
export interface ProgrammeTotals {
  readonly scope: 'resolution' | 'decision' | 'mobilised';
  readonly unit: 'tỷ đồng';
  readonly status: Certainty;
  readonly source: string;
  readonly law: readonly LawReference[];
  readonly period: string;
  /** Decimal strings by source: total, stateBudget, central, centralInvestment, centralRecurrent, local, credit, integrated, other. */
  readonly amounts: Readonly<Record<string, string>>;
}

/** One node of a programme's tree. `code` is the path, `DA4.TDA1.ND1`. */
export interface ProgrammeNode {
  readonly code: string;
  /** Code of the node above, or `null` at the top. */
  readonly parent: string | null;
  readonly level: NodeLevel;
  /** What the programme itself calls this level, `Dự án`, `Tiểu dự án`, `Nội dung thành phần`, `Hợp phần`. */
  readonly label: string;
  /** Its number among its siblings, `4`, `1`; as the programme writes it without leading zeros. */
  readonly number: string;
  /** Absent: as certain as the title. */
  readonly numberStatus?: Certainty;
  readonly title: string;
  readonly titleStatus: 'verified' | 'unverified';
  readonly titleSource: string;
  /** Abridged or older titles seen in plans. */
  readonly aliases: readonly string[];
  readonly capital: readonly CapitalKind[];
  readonly capitalStatus: 'verified' | 'unverified';
  /** Kinds that the law excludes expressly; money there is an error, not a warning. */
  readonly capitalExcluded: readonly CapitalKind[];
  readonly capitalBasis?: readonly CapitalBasis[];
  readonly lead?: LeadAgency | null;
  readonly budgetCode?: BudgetCode | null;
  readonly law: readonly LawReference[];
}

/** One programme: its names, its years, its law and its tree. */
export interface Programme {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  /** Other ways in which headings name it, decoded, any case. */
  readonly names: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly lead?: LeadAgency | null;
  readonly budgetCode?: BudgetCode | null;
  readonly totals?: readonly ProgrammeTotals[];
  readonly law: readonly LawReference[];
  readonly nodes: readonly ProgrammeNode[];
}

/** A programme that exists but is not ours: recognised, put under `notChecked`, never called wrong. */
export interface OtherProgramme {
  readonly id?: string;
  readonly title: string;
  readonly names: readonly string[];
}

/** One band of a counterpart rule: support rates from `from` (included) to `below` (not included), percent. */
export interface CounterpartBand {
  readonly from: string | null;
  readonly below: string | null;
  /** Local money for each đồng of central money at least, decimal string. */
  readonly ratio: string;
  /** Provinces that the band names whatever their rate. */
  readonly alsoFor: readonly string[];
  readonly law: LawReference;
}

/** A sentence of a counterpart rule, with its article. */
export interface CounterpartNote {
  readonly vi: string;
  readonly en: string;
  readonly law: LawReference;
}

/** Counterpart minima of one programme: a floor on the programme's total in a locality, each year. */
export interface CounterpartRules {
  readonly programme: string;
  /** Day from which the decision is in force; it counts for the budget years named, some of them earlier. */
  readonly from: string;
  readonly budgetYears: { readonly from: number; readonly to: number; readonly carriedOverTo: number | null };
  /** What the ratio is taken of. */
  readonly basis: { readonly vi: string; readonly en: string } | null;
  /** `null`: the ratio is not known, see `unknown`. */
  readonly bands: readonly CounterpartBand[] | null;
  readonly selfBalancing: CounterpartNote | null;
  /** What a lack leads to. */
  readonly shortfall: CounterpartNote | null;
  readonly unknown: CounterpartNote | null;
}

/** All that the core knows of the law, as one value that a caller passes in. */
export interface RuleSet {
  readonly version: string;
  /** `sha256-…` of the data this set was built from. */
  readonly hash: string;
  readonly programmes: readonly Programme[];
  readonly otherProgrammes: readonly OtherProgramme[];
  readonly counterpart?: readonly CounterpartRules[];
  /** Who may be supported; without it no check asks. */
  readonly eligibility?: EligibilityRules;
  /** Norms, counterpart and area lists with a province's own upon them; made by `withLayers`. */
  readonly local?: LayeredLaw;
}
