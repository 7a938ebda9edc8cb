import merged from '../../data/norms/ctmtqg-2026-2035.json';
import dttsmn from '../../data/norms/dttsmn-2021-2025.json';
import gnbv from '../../data/norms/gnbv-2021-2025.json';
import ntm from '../../data/norms/ntm-2021-2025.json';
import production from '../../data/norms/production-support-2021-2025.json';
import { Decimal } from '../amount/decimal.js';
import { holdsOn, inForce, valueInForce } from './dated.js';
import type { AsOf, Norm, NormFile, NormGap, NormReference } from './types.js';

/** Norms and ceilings, one file a programme; `*-2021-2025` holds what is common to the three of that period. */
export const NORMS: readonly NormFile[] = [
  dttsmn,
  gnbv,
  ntm,
  merged,
  production,
] as unknown as readonly NormFile[];

/** What to look up. `node` finds norms of that node only; `subject` narrows to one norm. */
export interface NormQuery extends AsOf {
  readonly programme: string;
  readonly node?: string;
  readonly subject?: string;
}

/** Norms that hold on a day, and those whose text was not at hand. */
export interface NormAnswer {
  readonly norms: readonly Norm[];
  /** Norms that exist on that day in a text that was not at hand. */
  readonly gaps: readonly NormGap[];
  /** What the law says of a node for which it sets no amount, only where one node is asked. */
  readonly references: readonly NormReference[];
}

/** Whether a file of norms speaks of a programme, by its name or with all of its period. */
export function isNormFileOf(file: NormFile, programme: string): boolean {
  return (
    file.programme === programme ||
    (file.programme.startsWith('*') && programme.endsWith(file.programme.slice(1)))
  );
}

function asked(one: { readonly node: string; readonly subject: string }, query: NormQuery): boolean {
  return (
    (query.node === undefined || one.node === '*' || one.node === query.node) &&
    (query.subject === undefined || one.subject === query.subject)
  );
}

/** What a norm is about: of two norms of one identity in force on one day, only one can hold. */
export const normIdentity = (norm: Norm): string =>
  `${norm.node}/${norm.subject}/${norm.source}/${norm.kind}/${norm.area ?? ''}`;

/**
 * Norms and ceilings in force on a day, one for each node, subject, source, kind and area.
 *
 * @throws LawConflictError if two norms in force disagree; both are named.
 * @example
 * findNorms({ programme: 'dttsmn-2021-2025', node: 'DA1.ND4', subject: 'scattered-water', asOf: '2025-12-01' })
 *   .norms[0]?.value // '3000000', at most, đồng a household, TT 112/2025/TT-BTC
 */
export function findNorms(query: NormQuery, files: readonly NormFile[] = NORMS): NormAnswer {
  const candidates = files.filter((file) => isNormFileOf(file, query.programme));
  const groups = new Map<string, Norm[]>();
  for (const file of candidates) {
    for (const norm of file.norms) {
      if (!asked(norm, query) || !inForce(norm, query)) continue;
      const group = groups.get(normIdentity(norm));
      if (group) group.push(norm);
      else groups.set(normIdentity(norm), [norm]);
    }
  }
  const norms: Norm[] = [];
  for (const [name, group] of groups) {
    const norm = valueInForce(group, query, `định mức ${name}`, (one) => `${one.value} ${one.unit}`);
    if (norm && !isOverridden(norm, query, groups)) norms.push(norm);
  }
  const gaps = candidates
    .flatMap((file) => file.gaps)
    .filter((gap) => asked(gap, query) && holdsOn(gap, query.asOf));
  const references =
    query.node === undefined
      ? []
      : candidates
          .flatMap((file) => file.references ?? [])
          .filter((one) => one.node === query.node && inForce(one, query));
  return { norms, gaps, references };
}

/** Whether a norm of the whole programme gives way to the asked node's own norm of the same matter. */
function isOverridden(norm: Norm, query: NormQuery, groups: ReadonlyMap<string, readonly Norm[]>): boolean {
  return (
    norm.node === '*' && query.node !== undefined && groups.has(normIdentity({ ...norm, node: query.node }))
  );
}

/** An amount beside a norm. */
export interface NormJudgement {
  readonly norm: Norm;
  /** `value × quantity`, đồng, decimal string. */
  readonly bound: string;
  /** `exceeded`: above a maximum; `short`: below a minimum; `within` otherwise. Averages never judge one line. */
  readonly verdict: 'within' | 'exceeded' | 'short' | 'not-comparable';
  /** How far outside the bound, đồng, decimal string; `0` inside. */
  readonly by: string;
}

/**
 * Holds an amount in đồng for `quantity` beneficiaries against one norm. Exact; nothing is rounded.
 * An average (“hỗ trợ bình quân”) says nothing on one line, so it is never exceeded.
 *
 * @example judgeNorm({ ...NORMS[0]!.norms[0]!, kind: 'maximum', value: '40000000' }, '41000000', '1').verdict // 'exceeded'
 */
export function judgeNorm(norm: Norm, amount: Decimal | string, quantity: Decimal | string): NormJudgement {
  const bound = new Decimal(norm.value).times(quantity);
  const excess = new Decimal(amount).minus(bound);
  const answer = (verdict: NormJudgement['verdict'], by: Decimal) => ({
    norm,
    bound: bound.toString(),
    verdict,
    by: by.toString(),
  });
  const zero = new Decimal(0);
  if (!norm.unit.startsWith('đồng') || norm.kind === 'average') return answer('not-comparable', zero);
  if (norm.kind === 'maximum' || norm.kind === 'fixed') {
    return excess.gt(0) ? answer('exceeded', excess) : answer('within', zero);
  }
  if (norm.kind === 'minimum')
    return excess.lt(0) ? answer('short', excess.negated()) : answer('within', zero);
  return answer('not-comparable', zero);
}
