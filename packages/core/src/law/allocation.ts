import merged from '../../data/allocation/ctmtqg-2026-2035.json';
import dttsmn from '../../data/allocation/dttsmn-2021-2025.json';
import gnbv from '../../data/allocation/gnbv-2021-2025.json';
import ntm from '../../data/allocation/ntm-2021-2025.json';
import { Decimal } from '../amount/decimal.js';
import type { LawReference } from '../report/types.js';
import type { Bilingual, Period } from './types.js';

/** A row of a table of coefficients with its bounds: `from` and `upTo` belong to it, `below` and `above` do not. */
export interface CoefficientBand {
  readonly case: string;
  readonly coefficient: string;
  readonly from?: string;
  readonly below?: string;
  readonly above?: string;
  readonly upTo?: string;
}

/** One criterion: a table by size, a choice of cases, or so much for each unit. */
export interface AllocationCriterion {
  readonly name: string;
  readonly unit: string | null;
  readonly bands?: readonly CoefficientBand[];
  readonly choices?: readonly {
    readonly case: string;
    readonly value: string;
    readonly coefficient: string;
  }[];
  readonly each?: string;
  /** Units counted at most. */
  readonly atMost?: string;
  readonly highestApplies?: boolean;
  /** The articles that give this table. */
  readonly law: LawReference;
}

/** One division of central money: the product of its factors, each a sum of criteria, is a receiver's weight. */
export interface AllocationBlock {
  readonly id: string;
  readonly node: string;
  readonly part: string | null;
  readonly capital: 'investment' | 'recurrent' | 'all';
  readonly receiver: 'province' | 'district' | 'commune';
  readonly law: LawReference;
  readonly formula: {
    readonly text: string;
    readonly factors: readonly (readonly { readonly criterion: string; readonly times: string }[])[];
    /** Money that a receiver gets beside its share, such as `Di` of DA6.TDA1. */
    readonly addition: { readonly fact: string; readonly name: string } | null;
  };
  /** Shares of the central money in percent, decimal strings. */
  readonly centralShareAtMost: string | null;
  readonly localShareAtLeast: string | null;
  readonly note?: string;
  readonly formulaStatus?: 'verified' | 'unverified';
}

/** How the centre divides money of one programme: criteria with their coefficients, blocks, and what was not at hand. */
export interface AllocationFile extends Period {
  readonly programme: string;
  readonly highestCoefficientApplies: LawReference | null;
  readonly criteria: Readonly<Record<string, AllocationCriterion>>;
  readonly blocks: readonly AllocationBlock[];
  readonly gaps: readonly {
    readonly what: string;
    readonly instrument: string;
    readonly reason: Bilingual;
  }[];
}

/** Criteria and coefficients of the decisions on allocation, one file a programme. */
export const ALLOCATIONS: readonly AllocationFile[] = [
  gnbv,
  ntm,
  dttsmn,
  merged,
] as unknown as readonly AllocationFile[];

/** What is known of one receiver: for each criterion a number, a case, or several cases of which the highest counts. */
export interface AllocationReceiver {
  readonly name: string;
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
}

/** How one criterion gave its part of the weight. */
export interface CriterionProof {
  readonly criterion: string;
  readonly name: string;
  readonly given: string;
  readonly case: string;
  readonly coefficient: string;
  readonly times: string;
  readonly value: string;
}

/** One receiver: its coefficients, its weight, its exact share as a fraction. */
export interface AllocationShare {
  readonly name: string;
  readonly factors: readonly { readonly value: string; readonly terms: readonly CriterionProof[] }[];
  /** Product of the factors. */
  readonly weight: string;
  /** `(G − ΣD) × weight ÷ Σweight + D` as an exact fraction of đồng, before any rounding. */
  readonly exact: { readonly numerator: string; readonly denominator: string };
  /** The same with two decimals, for reading only. */
  readonly shown: string;
  readonly addition: string;
}

/** The division of one block with every step that led to it, so that it can be computed again by hand. */
export interface AllocationProof {
  readonly block: string;
  readonly formula: string;
  readonly law: LawReference;
  readonly status: 'verified' | 'unverified';
  readonly total: string;
  readonly weights: string;
  readonly receivers: readonly AllocationShare[];
}

/** What a receiver lacks, or has in a form that no row of the table takes. */
export class AllocationError extends Error {
  override readonly name = 'AllocationError';
}

/**
 * The block of that id, `gnbv.DA2`; `null` if there is none.
 *
 * @example findAllocation('no-such-block') // null
 */
export function findAllocation(
  id: string,
  files: readonly AllocationFile[] = ALLOCATIONS,
): AllocationBlock | null {
  return files.flatMap((file) => file.blocks).find((block) => block.id === id) ?? null;
}

/**
 * Divides `total` đồng of central money by the formula of a decision, with the proof of each coefficient. Shares are
 * exact fractions; give `weights` to `split` with a named policy to get whole steps.
 *
 * @throws AllocationError where a fact is missing, not a number, or outside the table
 * @example
 * // QĐ 02/2022/QĐ-TTg Điều 6: Ci = Q·Xi·Yi
 * allocate('gnbv.DA2', '100000000000', [{ name: 'A', facts: { TL: 30, QM: 25000, HN: 4, XN: 0, DV: 106 } }, …])
 */
export function allocate(
  id: string,
  total: Decimal | string,
  receivers: readonly AllocationReceiver[],
  files: readonly AllocationFile[] = ALLOCATIONS,
): AllocationProof {
  const file = files.find((one) => one.blocks.some((block) => block.id === id));
  const block = file?.blocks.find((one) => one.id === id);
  if (!file || !block) throw new AllocationError(`không có cách phân bổ “${id}”`);
  const weighed = receivers.map((receiver) => weigh(file, block, receiver));
  const weights = weighed.reduce((sum, one) => sum.plus(one.weight), new Decimal(0));
  if (weights.isZero()) throw new AllocationError('tổng hệ số của mọi nơi nhận bằng 0');
  const additions = weighed.reduce((sum, one) => sum.plus(one.addition), new Decimal(0));
  const shared = new Decimal(total).minus(additions);
  if (shared.isNegative()) throw new AllocationError('tổng nhu cầu đặc thù lớn hơn tổng vốn phân bổ');
  return {
    block: id,
    formula: block.formula.text,
    law: block.law,
    status: block.formulaStatus ?? block.law.status,
    total: new Decimal(total).toString(),
    weights: weights.toString(),
    receivers: weighed.map((one) => shareOf(one, shared, weights)),
  };
}

interface Weighed {
  readonly name: string;
  readonly factors: AllocationShare['factors'];
  readonly weight: Decimal;
  readonly addition: Decimal;
}

function weigh(file: AllocationFile, block: AllocationBlock, receiver: AllocationReceiver): Weighed {
  const factors = block.formula.factors.map((terms) => {
    const proofs = terms.map(({ criterion, times }) => proveTerm(file, criterion, times, receiver));
    const value = proofs.reduce((sum, proof) => sum.plus(proof.value), new Decimal(0));
    return { value: value.toString(), terms: proofs };
  });
  const weight = factors.reduce((product, factor) => product.times(factor.value), new Decimal(1));
  const { addition } = block.formula;
  return {
    name: receiver.name,
    factors,
    weight,
    addition: addition ? numberOf(receiver, addition.fact, addition.name) : new Decimal(0),
  };
}

function shareOf(one: Weighed, shared: Decimal, weights: Decimal): AllocationShare {
  const numerator = shared.times(one.weight).plus(one.addition.times(weights));
  return {
    name: one.name,
    factors: one.factors,
    weight: one.weight.toString(),
    exact: { numerator: numerator.toString(), denominator: weights.toString() },
    shown: numerator.div(weights).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toString(),
    addition: one.addition.toString(),
  };
}

function proveTerm(
  file: AllocationFile,
  key: string,
  times: string,
  receiver: AllocationReceiver,
): CriterionProof {
  const criterion = file.criteria[key];
  if (!criterion) throw new AllocationError(`không có tiêu chí “${key}”`);
  const { row, given } = coefficientOf(criterion, key, receiver);
  const value = new Decimal(row.coefficient).times(times);
  return {
    criterion: key,
    name: criterion.name,
    given,
    case: row.case,
    coefficient: row.coefficient,
    times,
    value: value.toString(),
  };
}

interface Row {
  readonly case: string;
  readonly coefficient: string;
}

function coefficientOf(
  criterion: AllocationCriterion,
  key: string,
  receiver: AllocationReceiver,
): { row: Row; given: string } {
  if (criterion.choices) return chosen(criterion, key, receiver);
  const given = numberOf(receiver, key, criterion.name);
  if (criterion.each !== undefined) {
    const counted = criterion.atMost === undefined ? given : Decimal.min(given, criterion.atMost);
    const coefficient = counted.times(criterion.each).toString();
    return {
      row: { case: `mỗi ${criterion.unit ?? 'đơn vị'}: ${criterion.each}`, coefficient },
      given: given.toString(),
    };
  }
  const band = criterion.bands?.find((one) => holds(one, given));
  if (band) return { row: band, given: given.toString() };
  throw new AllocationError(
    `${receiver.name}: ${criterion.name} ${given.toString()} không thuộc khoảng nào của bảng`,
  );
}

/** Of several cases that apply, the one with the highest coefficient (QĐ 02/2022/QĐ-TTg Điều 4 khoản 5). */
function chosen(
  criterion: AllocationCriterion,
  key: string,
  receiver: AllocationReceiver,
): { row: Row; given: string } {
  const fact = receiver.facts[key];
  const cases = Array.isArray(fact) ? (fact as readonly string[]) : fact === undefined ? [] : [String(fact)];
  const rows = cases.map((one) => {
    const row = criterion.choices?.find(({ value }) => value === one);
    if (!row) throw new AllocationError(`${receiver.name}: ${criterion.name} “${one}” không có trong bảng`);
    return row;
  });
  const [best] = [...rows].sort((a, b) => new Decimal(b.coefficient).comparedTo(a.coefficient));
  if (!best) throw new AllocationError(`${receiver.name}: còn thiếu “${criterion.name}” (${key})`);
  return { row: best, given: cases.join(', ') };
}

function holds({ from, below, above, upTo }: CoefficientBand, value: Decimal): boolean {
  return (
    (from === undefined || value.gte(from)) &&
    (below === undefined || value.lt(below)) &&
    (above === undefined || value.gt(above)) &&
    (upTo === undefined || value.lte(upTo))
  );
}

function numberOf(receiver: AllocationReceiver, key: string, name: string): Decimal {
  const fact = receiver.facts[key];
  const text = typeof fact === 'number' ? String(fact) : fact;
  if (typeof text !== 'string') throw new AllocationError(`${receiver.name}: còn thiếu “${name}” (${key})`);
  if (!/^\d+(\.\d+)?$/.test(text)) {
    throw new AllocationError(
      `${receiver.name}: “${name}” (${key}) phải là số không âm, không phải “${text}”`,
    );
  }
  return new Decimal(text);
}
