import { Decimal } from '../amount/decimal.js';
import type { LawReference } from '../report/types.js';
import type { CounterpartBand, CounterpartRules } from '../rules/types.js';

/** Of which programme, year and support rate the counterpart ratio is asked. */
export interface CounterpartQuery {
  readonly programme: string;
  /** Budget year of the money. */
  readonly year: number;
  /** Day of the law applied, ISO; absent: the rule that counts for that year, whenever it was issued. */
  readonly asOf?: string;
  /** Money of the old period carried over into 2026 keeps its old rules (TT 60/2026/TT-BTC Điều 21). */
  readonly carriedOver?: boolean;
  /** Share of the province's budget that the centre supports, percent, decimal string. */
  readonly supportRate: string;
  /** Province as the law names it; some provinces have a band of their own. */
  readonly province?: string;
}

/** The counterpart ratio of a locality with its law, or why none can be named. */
export type CounterpartAnswer =
  | {
      readonly kind: 'known';
      /** Local to central, decimal string. */
      readonly ratio: string;
      readonly law: readonly LawReference[];
      readonly band: CounterpartBand;
      readonly rules: CounterpartRules;
    }
  | {
      readonly kind: 'unknown';
      readonly reason: 'no-rule-for-programme' | 'not-in-force' | 'text-not-available' | 'rate-outside';
      readonly rules: CounterpartRules | null;
    };

/**
 * The counterpart ratio that the law asks for, by programme, day and support rate; `unknown` with the reason where
 * it is not known. Each programme has break points of its own; the ratio is a floor on the programme's total.
 *
 * @param all the rules, as in `RULES.counterpart`
 * @example
 * ```ts
 * counterpartRatio(RULES.counterpart ?? [], { programme: 'gnbv-2021-2025', year: 2025, supportRate: '70' });
 * // { kind: 'known', ratio: '0.03', law: [{ instrument: '02/2022/QĐ-TTg', … }], … }
 * ```
 */
export function counterpartRatio(
  all: readonly CounterpartRules[],
  query: CounterpartQuery,
): CounterpartAnswer {
  const own = all.filter((rules) => rules.programme === query.programme);
  if (own.length === 0) return { kind: 'unknown', reason: 'no-rule-for-programme', rules: null };
  const rules = own.find((one) => counts(one, query));
  if (!rules) return { kind: 'unknown', reason: 'not-in-force', rules: own[0]! };
  if (rules.bands === null) return { kind: 'unknown', reason: 'text-not-available', rules };
  const rate = new Decimal(query.supportRate);
  const named = rules.bands.find(
    (band) => query.province !== undefined && band.alsoFor.includes(query.province),
  );
  const band = named ?? rules.bands.find((one) => holds(one, rate));
  if (!band) return { kind: 'unknown', reason: 'rate-outside', rules };
  return { kind: 'known', ratio: band.ratio, law: [band.law], band, rules };
}

function holds({ from, below }: CounterpartBand, rate: Decimal): boolean {
  return (from === null || rate.gte(from)) && (below === null || rate.lt(below));
}

function counts({ from, budgetYears }: CounterpartRules, query: CounterpartQuery): boolean {
  const last = (query.carriedOver ? budgetYears.carriedOverTo : null) ?? budgetYears.to;
  if (query.year < budgetYears.from || query.year > last) return false;
  return query.asOf === undefined || query.asOf >= from;
}
