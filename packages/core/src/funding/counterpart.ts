import { Decimal, ZERO } from '../amount/decimal.js';
import { SplitError } from './errors.js';
import type { RemainderPolicy } from './policy.js';
import { split } from './split.js';
import type { SplitPart } from './types.js';

/** Local money owed: exactly, and rounded up to whole steps, since a minimum rounded down would fall short. */
export interface CounterpartMinimum {
  readonly exact: string;
  readonly minimum: string;
}

const plain = (value: Decimal): string => (value.isZero() ? '0' : value.toFixed());

function amount(text: string, name: string): Decimal {
  if (/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return new Decimal(text);
  throw new SplitError('not-a-number', [{ name, kind: 'given', amount: text }], '0');
}

function stepOf(step: string): Decimal {
  const value = amount(step, 'step');
  if (value.isZero())
    throw new SplitError('step-not-positive', [{ name: '', kind: 'step', amount: step }], '0');
  return value;
}

const up = (value: Decimal, step: Decimal) => value.div(step).ceil().times(step);

/**
 * The least local money that central money asks for: `central` × `ratio`, rounded up to `step`.
 *
 * @param given decimal strings in one unit; `ratio` is local to central, `0.15`; without `step` nothing is rounded
 * @throws SplitError where an amount is no plain number
 * @example
 * ```ts
 * counterpartMinimum({ central: '12316', ratio: '0.15', step: '1' }); // { exact: '1847.4', minimum: '1848' }
 * ```
 */
export function counterpartMinimum(given: {
  readonly central: string;
  readonly ratio: string;
  readonly step?: string;
}): CounterpartMinimum {
  const exact = amount(given.central, 'central').times(amount(given.ratio, 'ratio'));
  const minimum = given.step === undefined ? exact : up(exact, stepOf(given.step));
  return { exact: plain(exact), minimum: plain(minimum) };
}

/**
 * The reverse: the largest central money that a given local sum carries, rounded down to `step`.
 *
 * @returns `null` where the ratio is 0: then any sum is carried
 * @example
 * ```ts
 * largestCentral({ local: '1800', ratio: '0.15', step: '1' }); // '12000'
 * ```
 */
export function largestCentral(given: {
  readonly local: string;
  readonly ratio: string;
  readonly step: string;
}): string | null {
  const ratio = amount(given.ratio, 'ratio');
  const step = stepOf(given.step);
  if (ratio.isZero()) return null;
  // Step by step back from the quotient: its 60 digits are cut, the comparison is exact.
  const local = amount(given.local, 'local');
  let central = local.div(ratio).div(step).floor().times(step);
  if (central.plus(step).times(ratio).lte(local)) central = central.plus(step);
  return plain(central);
}

/** One line of a programme, in the unit of the sheet. */
export interface FundedLine {
  readonly name: string;
  readonly central: string;
  readonly local: string;
}

/** Local money beside its minimum, for the whole of a programme. Decimal strings in one unit. */
export interface CounterpartShortfall {
  readonly central: string;
  readonly local: string;
  /** Minimum of the whole programme, rounded up to the step. */
  readonly minimum: string;
  /** What the programme lacks; `0` where the whole suffices, whatever single lines do. */
  readonly shortfall: string;
  /** What each line should add, by its own lack; empty where nothing is lacking. */
  readonly additions: readonly SplitPart[];
}

/**
 * What a programme lacks in local money, and how the lines share it. The minimum is judged on the programme's
 * total in a locality, not line by line (QĐ 39/2021/QĐ-TTg Điều 6, QĐ 02/2022/QĐ-TTg Điều 13, QĐ 07/2022/QĐ-TTg
 * Điều 8): a line short under a sufficient total owes nothing. A true lack is shared in the ratio of the lines' own.
 *
 * @throws SplitError where an amount is no plain number
 * @example
 * ```ts
 * counterpartShortfall({
 *   lines: [{ name: 'DA1', central: '1000', local: '100' }, { name: 'DA2', central: '500', local: '75' }],
 *   ratio: '0.15', step: '1', policy: 'largest-remainder',
 * }).shortfall; // '50'
 * ```
 */
export function counterpartShortfall(given: {
  readonly lines: readonly FundedLine[];
  readonly ratio: string;
  readonly step: string;
  readonly policy: RemainderPolicy;
}): CounterpartShortfall {
  const ratio = amount(given.ratio, 'ratio');
  const step = stepOf(given.step);
  const lines = given.lines.map((line) => ({
    name: line.name,
    central: amount(line.central, line.name),
    local: amount(line.local, line.name),
  }));
  const central = lines.reduce((sum, line) => sum.plus(line.central), ZERO);
  const local = lines.reduce((sum, line) => sum.plus(line.local), ZERO);
  const minimum = up(central.times(ratio), step);
  const lack = up(Decimal.max(minimum.minus(local), ZERO), step);
  const head = {
    central: plain(central),
    local: plain(local),
    minimum: plain(minimum),
    shortfall: plain(lack),
  };
  if (lack.isZero()) return { ...head, additions: [] };
  const receivers = lines.map((line) => ({
    name: line.name,
    weight: plain(Decimal.max(line.central.times(ratio).minus(line.local), ZERO)),
  }));
  const { parts } = split({ total: plain(lack), step: given.step, policy: given.policy, receivers });
  return { ...head, additions: parts };
}
