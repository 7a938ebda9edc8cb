import { Decimal } from '../amount/decimal.js';
import { findNorms, NORMS } from '../law/norms.js';
import type { Norm, NormFile } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import type { Decision } from './types.js';

/** Of several supports of one kind, the one with the highest amount; `chosen` is `null` where amounts are not known or equal. */
export interface Choice {
  readonly support: string;
  readonly among: readonly Decision[];
  /** Those with the highest amount; none where an amount is not known. */
  readonly highest: readonly Decision[];
  readonly chosen: Decision | null;
  /** The amount that decided, đồng, decimal string. */
  readonly amount: string | null;
  readonly law: LawReference;
}

/** Work abroad only: for no other support a text of that time was read that has the highest chosen. */
const ABROAD_BEFORE_2026: LawReference = {
  instrument: '55/2023/TT-BTC',
  article: 'Điều 69 khoản 6',
  status: 'verified',
};
const FROM_2026: LawReference = {
  instrument: '60/2026/TT-BTC',
  article: 'Điều 2 khoản 3 điểm b',
  status: 'verified',
};
const FROM_2026_DAY = '2026-05-31';

/**
 * Norms that follow from a decision on its day.
 *
 * @example normsOf(engine.decide({ programme: 'dttsmn-2021-2025', node: 'DA1.ND1', asOf: '2025-06-30', facts: {} })[0]!)
 */
export function normsOf(decision: Decision, files: readonly NormFile[] = NORMS): readonly Norm[] {
  const { programme, node, asOf } = decision;
  return decision.norms.flatMap(
    (subject) =>
      findNorms({ programme, node, subject, asOf, carriedOver: asOf >= '2026-01-01' }, files).norms,
  );
}

/**
 * Where one beneficiary may receive the same kind of support from several policies, the highest is chosen and paid once
 * (TT 55/2023/TT-BTC Điều 69 khoản 6 for work abroad; TT 60/2026/TT-BTC Điều 2 khoản 3 điểm b for all, from 31/5/2026).
 *
 * @example chooseHighest([]) // []
 */
export function chooseHighest(
  decisions: readonly Decision[],
  files: readonly NormFile[] = NORMS,
): readonly Choice[] {
  const groups = new Map<string, Decision[]>();
  for (const decision of decisions) {
    if (decision.decision !== 'eligible' || decision.support === null) continue;
    groups.set(decision.support, [...(groups.get(decision.support) ?? []), decision]);
  }
  return [...groups]
    .filter(([, among]) => among.length > 1)
    .flatMap(([support, among]) => {
      const law = ruleOfChoice(support, (among[0] as Decision).asOf);
      if (law === null) return [];
      const amounts = among.map((decision) => amountOf(decision, files));
      if (amounts.some((amount) => amount === null))
        return { support, among, highest: [], chosen: null, amount: null, law };
      const amount = Decimal.max(...(amounts as Decimal[]));
      const highest = among.filter((_, index) => (amounts[index] as Decimal).eq(amount));
      const chosen = highest.length === 1 ? (highest[0] as Decision) : null;
      return { support, among, highest, chosen, amount: amount.toString(), law };
    });
}

function ruleOfChoice(support: string, asOf: string): LawReference | null {
  if (asOf >= FROM_2026_DAY) return FROM_2026;
  return support === 'work-abroad' ? ABROAD_BEFORE_2026 : null;
}

/** The largest amount in đồng that is no minimum; a share counts against the full rate of the same support. */
function amountOf(decision: Decision, files: readonly NormFile[]): Decimal | null {
  const norms = normsOf(decision, files);
  const full = norms.filter((norm) => norm.unit.startsWith('đồng') && norm.kind !== 'minimum');
  if (full.length > 0) return Decimal.max(...full.map((norm) => norm.value));
  const share = norms.find((norm) => norm.kind === 'share-maximum' || norm.kind === 'share-fixed');
  const base = share ? baseOf(decision, files) : null;
  return share && base ? base.times(share.value).div(100) : null;
}

/** The full rate that a share is of: the norm without its suffix in the same node, or Project 1's house. */
function baseOf(decision: Decision, files: readonly NormFile[]): Decimal | null {
  const { programme, asOf, support } = decision;
  const node = support === 'house' ? 'DA1.ND2' : decision.node;
  const subject = support === 'house' ? 'house' : 'abroad-language';
  const { norms } = findNorms({ programme, node, subject, asOf, carriedOver: asOf >= '2026-01-01' }, files);
  const norm = norms.find((one) => one.kind === 'maximum');
  return norm ? new Decimal(norm.value) : null;
}
