import { Decimal } from '../amount/decimal.js';
import { inForce } from '../law/dated.js';
import { speaksOf } from '../law/layer-province.js';
import type { LocalCounterpart, OfLayer } from '../law/layer-types.js';
import type { LawReference } from '../report/types.js';
import type { CounterpartRules, RuleSet } from '../rules/types.js';
import { counterpartRatio } from './counterpart-rules.js';

/** Of which money the counterpart is asked. */
export interface LawRatioQuery {
  readonly programme: string;
  /** Budget year of the money. */
  readonly year: number;
  /** Day whose resolutions of the province hold, ISO. */
  readonly day: string;
  /** Share of the province's budget that the centre supports, percent; `null`: not known. */
  readonly supportRate: string | null;
  readonly province?: string;
  /** Day of the national law, where the caller named one. */
  readonly asOf?: string;
  readonly carriedOver?: boolean;
}

/** A ratio that the law asks for: by the centre's decision, or by a resolution of the province. */
export interface LawRatio {
  readonly ratio: string;
  readonly capital: 'all' | 'investment' | 'recurrent';
  readonly law: readonly LawReference[];
  /** Name of the province's layer; `null`: the national rule. */
  readonly layer: string | null;
}

/** A resolution that asks for less than the centre's floor: shown, and the floor holds. */
export interface BelowFloor {
  readonly rule: OfLayer<LocalCounterpart>;
  readonly floor: string;
  readonly floorLaw: readonly LawReference[];
}

/** The ratios to hold for a programme, what they had to leave aside, and why nothing is known where nothing is. */
export interface LawRatios {
  readonly ratios: readonly LawRatio[];
  readonly belowFloor: readonly BelowFloor[];
  /** Reason of `counterpartRatio` where there is no ratio at all; `no-support-rate`: none was given. */
  readonly unknown: string | null;
}

interface Floor {
  readonly ratio: string;
  readonly law: readonly LawReference[];
  /** By the support rate; otherwise the lowest that any province has. */
  readonly exact: boolean;
}

/**
 * The counterpart ratios by the province's resolutions where its layer has some, else by the national decision.
 *
 * The centre's ratio is a floor on the programme's total in a locality (QĐ 39/2021/QĐ-TTg Điều 6, QĐ 02/2022/QĐ-TTg
 * Điều 13, QĐ 07/2022/QĐ-TTg Điều 8: “tối thiểu”). A resolution may ask for more, not for less: one that does is named
 * in `belowFloor`, and the floor is held. A ratio of one kind of capital may stand below it, since the floor lies on
 * both kinds together; then the floor is held beside it.
 *
 * @example ratiosByLaw(RULES, { programme: 'gnbv-2021-2025', year: 2025, day: '2025-12-31', supportRate: '70' }).ratios[0]?.ratio // '0.03'
 */
export function ratiosByLaw(rules: RuleSet, query: LawRatioQuery): LawRatios {
  const national = nationalFloor(rules.counterpart ?? [], query);
  const local = (rules.local?.counterpart ?? []).filter(
    (rule) =>
      rule.programme === query.programme &&
      speaksOf(rule.layer.province, query.province) &&
      inForce(rule, { asOf: query.day, carriedOver: query.carriedOver === true }),
  );
  if (local.length === 0) {
    if (typeof national !== 'string') return known([fromFloor(national)], []);
    return { ratios: [], belowFloor: [], unknown: national };
  }
  const floor = typeof national === 'string' ? lowestFloor(rules.counterpart ?? [], query) : national;
  const below = local.filter(({ ratio }) => floor !== null && new Decimal(ratio).lt(floor.ratio));
  const kept = local.filter((rule) => rule.capital !== 'all' || !below.includes(rule));
  const holdFloor = floor !== null && mustHold(floor, local, below);
  return known(
    [...kept.map(fromLayer), ...(holdFloor && floor ? [fromFloor(floor)] : [])],
    below
      .filter(({ capital }) => capital === 'all' || bothKinds(below))
      .map((rule) => ({ rule, floor: floor?.ratio ?? '0', floorLaw: floor?.law ?? [] })),
  );
}

const known = (ratios: readonly LawRatio[], belowFloor: readonly BelowFloor[]): LawRatios => ({
  ratios,
  belowFloor,
  unknown: null,
});

const fromFloor = ({ ratio, law }: Floor): LawRatio => ({ ratio, capital: 'all', law, layer: null });

const fromLayer = ({ ratio, capital, law, layer }: OfLayer<LocalCounterpart>): LawRatio => ({
  ratio,
  capital,
  law: [law],
  layer: layer.name,
});

const bothKinds = (rules: readonly LocalCounterpart[]) =>
  ['investment', 'recurrent'].every((kind) => rules.some(({ capital }) => capital === kind));

/** The floor is held beside the province's own where those do not already reach it. */
function mustHold(
  floor: Floor,
  local: readonly LocalCounterpart[],
  below: readonly LocalCounterpart[],
): boolean {
  const whole = local.find(({ capital }) => capital === 'all');
  if (whole) return below.includes(whole);
  if (bothKinds(local)) return floor.exact ? below.length > 0 : bothKinds(below);
  return floor.exact;
}

function nationalFloor(all: readonly CounterpartRules[], query: LawRatioQuery): Floor | string {
  const { programme, year, supportRate, province, asOf, carriedOver } = query;
  if (supportRate === null) return 'no-support-rate';
  const answer = counterpartRatio(all, {
    programme,
    year,
    supportRate,
    carriedOver: carriedOver === true,
    ...(asOf === undefined ? {} : { asOf }),
    ...(province === undefined ? {} : { province }),
  });
  return answer.kind === 'known' ? { ratio: answer.ratio, law: answer.law, exact: true } : answer.reason;
}

/** Without a support rate: the lowest band, below which no province may go. */
function lowestFloor(all: readonly CounterpartRules[], query: LawRatioQuery): Floor | null {
  const { programme, year, carriedOver } = query;
  const rules = all.find(({ programme: own, budgetYears: { from, to, carriedOverTo } }) => {
    const last = (carriedOver === true ? carriedOverTo : null) ?? to;
    return own === programme && year >= from && year <= last;
  });
  const [first, ...rest] = rules?.bands ?? [];
  if (first === undefined) return null;
  const lowest = rest.reduce((low, band) => (new Decimal(band.ratio).lt(low.ratio) ? band : low), first);
  return { ratio: lowest.ratio, law: [lowest.law], exact: false };
}
