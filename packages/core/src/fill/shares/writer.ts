import type { Decimal } from '../../amount/index.js';
import type { RemainderPolicy } from '../../funding/index.js';
import type { CellContent } from '../../report/types.js';
import { cellAddress } from '../../snapshot/index.js';
import { inPercent } from '../percent.js';
import type { ShareGroup } from './groups.js';
import {
  decimalsOfStep,
  isInSteps,
  isLostTie,
  ROUND_FUNCTION,
  roundingOf,
  TIE_DECIMALS,
} from './rounding.js';

/** How the shares of a group are written. */
export interface ShareManner {
  readonly policy: RemainderPolicy | null;
  readonly step: string | null;
  readonly overwrite: boolean;
  /** Cell in which the sheet states the ratios, or `null` where the caller gave them. */
  readonly statedIn: string | null;
}

/** A line of the table with the amount that is shared. */
export interface Line {
  readonly row: number;
  readonly total: Decimal;
}

/** What a share is written as; `null`: as its exact figure. */
export type Writer = (line: Line, receiver: number) => CellContent | null;
/** A manner whose step is known. */
export type Sized = ShareManner & { readonly step: string };

/** True where no share of a line needs rounding. */
export const allExact = (group: ShareGroup, { total }: Line, step: string) =>
  group.receivers.every(({ ratio }) => isInSteps(total.times(ratio), step));

/**
 * Formulas where a person would write one that gives the policy's figures: plain shares where nothing is rounded, a
 * rounded share beside what is left of two. `null` where rounding is needed and no policy named.
 */
export function writerOf(group: ShareGroup, lines: readonly Line[], { policy, step }: Sized): Writer | null {
  const at = ({ row }: Line, i: number) => cellAddress(row, group.receivers[i]!.column!.column);
  const base = ({ row }: Line) => cellAddress(row, group.base.column);
  const percent = (i: number) => `${inPercent(group.receivers[i]!.ratio.toFixed())}%`;
  const asFormula = (formula: string): CellContent => ({ kind: 'formula', formula, cached: null });
  const two = group.receivers.length === 2 && group.receivers.every(({ column }) => column !== null);
  if (policy === null) {
    if (!lines.every((line) => allExact(group, line, step))) return null;
    return (line, i) =>
      asFormula(two && i === 1 ? `=${base(line)}-${at(line, 0)}` : `=${base(line)}*${percent(i)}`);
  }
  const decimals = decimalsOfStep(step);
  if (decimals === null || group.receivers.length > 2) return () => null;
  return (line, i) => {
    const kept = two ? restReceiver(group, policy) : -1;
    if (i === kept) return asFormula(`=${base(line)}-${at(line, 1 - i)}`);
    const rounding = two && i !== kept && policy !== 'largest-remainder' ? 'down' : roundOf(group, policy, i);
    const product = `${base(line)}*${percent(i)}`;
    const { ratio } = group.receivers[i]!;
    const safe = rounding === 'nearest' && isLostTie(line.total, ratio, step);
    const shown = safe ? `ROUND(${product},${decimals + TIE_DECIMALS})` : product;
    return asFormula(`=${ROUND_FUNCTION[rounding]}(${shown},${decimals})`);
  };
}

const roundOf = (group: ShareGroup, policy: RemainderPolicy, i: number) =>
  roundingOf(policy, group.receivers[i]!.ratio);

/** Which of two gets what is left of the total once the other is rounded. */
function restReceiver({ receivers }: ShareGroup, policy: RemainderPolicy): 0 | 1 {
  if (policy === 'first') return 0;
  if (policy === 'largest-ratio') return receivers[0]!.ratio.gte(receivers[1]!.ratio) ? 0 : 1;
  return 1;
}
