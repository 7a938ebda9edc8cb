import type { RemainderPolicy } from './policy.js';

/** A limit in money, or as a share of the whole total; decimal strings, sizes (never negative). */
export type Limit = { readonly amount: string } | { readonly share: string };

/** Who shall receive a part. */
export interface Receiver {
  readonly name: string;
  /** Ratio, points, number of households…: decimal string, not negative. Equal parts: `1` for each. */
  readonly weight: string;
  readonly floor?: Limit;
  readonly cap?: Limit;
  /** A part settled beforehand; it is taken first and the weight is not looked at. */
  readonly fixed?: string;
  /** Smaller numbers are served first, up to their caps; absent is 0. Those of equal priority share by weight. */
  readonly priority?: number;
}

/** What is to be split, by which weights, step and policy. */
export interface SplitRequest {
  /** Decimal string; negative for a reduction, which mirrors the positive split. */
  readonly total: string;
  /** Smallest amount that is handed out, `1`, `1000`, `0.1`, in the unit of the total. */
  readonly step: string;
  /** Who receives the steps left over; named at each call, there is no default. */
  readonly policy: RemainderPolicy;
  readonly receivers: readonly Receiver[];
  /** For `given-order`: the names, each once, in the order in which leftover steps go. */
  readonly order?: readonly string[];
}

/** Why a part has the amount that it has. */
export type PartReason =
  /** The share is a whole number of steps. */
  | 'exact'
  /** Rounded down; the policy gave the step to others. */
  | 'rounded-down'
  /** Rounded down, and one step more by the policy. */
  | 'extra-step'
  | 'floor'
  | 'cap'
  | 'fixed';

/** Why a part is what it is; enough to check it again with a pocket calculator. Amounts are decimal strings. */
export interface PartProof {
  /** The exact share in the unit of the total, as a fraction in lowest terms, `100/3`. */
  readonly quota: string;
  /** The share to at most 12 decimals, for reading. */
  readonly quotaDecimal: string;
  /** The share rounded down to the step. */
  readonly floor: string;
  /** What rounding down cut off, in the unit of the total, as a fraction. */
  readonly remainder: string;
  /** The extra step received, or `0`. */
  readonly extraStep: string;
  readonly reason: PartReason;
  /** Others that stood equal for the last extra step, where only the order of listing decided. */
  readonly tiedWith: readonly string[];
}

/** One receiver of a split, with its proof. */
export interface SplitPart {
  readonly name: string;
  readonly weight: string;
  readonly amount: string;
  readonly priority: number;
  /** Limits as applied, in money and whole steps; `null`: none. */
  readonly limits: { readonly floor: string | null; readonly cap: string | null };
  readonly proof: PartProof;
}

/** A split that adds up exactly, with its proof. */
export interface SplitResult {
  readonly total: string;
  readonly step: string;
  readonly policy: RemainderPolicy;
  readonly order: readonly string[] | null;
  readonly parts: readonly SplitPart[];
  /** What nobody received: only with the policy `apart`. */
  readonly apart: string;
}
