import { Decimal, ZERO } from '../amount/decimal.js';
import { type ClashingConstraint, SplitError } from './errors.js';

/** A sum to be divided into central and local money. */
export interface SourceRequest {
  /** Whole sum of all sources, decimal string. */
  readonly total: string;
  readonly step: string;
  /** Local money for each đồng of central money at least, `0.15`. */
  readonly ratio: string;
  /** Other sources, settled beforehand: credit, community, integrated money. */
  readonly given: readonly { readonly source: string; readonly amount: string }[];
  /** Most central money that there is; the rest falls to the local budget. */
  readonly centralAtMost?: string;
  /** Most local money that there is; where it does not suffice, that is an error with the amount. */
  readonly localAtMost?: string;
}

/** The sum divided, with how it came about. Decimal strings in the unit of the request. */
export interface SourceSplit {
  readonly central: string;
  readonly local: string;
  readonly given: readonly { readonly source: string; readonly amount: string }[];
  /** How it came about, in amounts: what the others left, and the minimum that local money meets. */
  readonly proof: {
    readonly shared: string;
    readonly localMinimum: string;
    /** Local money above the minimum, from rounding and from a cap on central money. */
    readonly localAbove: string;
  };
}

const plain = (value: Decimal): string => (value.isZero() ? '0' : value.toFixed());

/**
 * Divides a sum between the central and the local budget: other sources as given, as much central money as the
 * counterpart rule (and its cap) allows in whole steps, the rest local, so that local ≥ ratio × central holds.
 *
 * @throws SplitError `given-exceeds-total`, `local-below-minimum` with the amount lacking, `not-a-number`
 * @example
 * ```ts
 * splitSources({ total: '1150', step: '1', ratio: '0.15', given: [] }); // central 1000, local 150
 * ```
 */
export function splitSources(request: SourceRequest): SourceSplit {
  const others = request.given.reduce((sum, { source, amount }) => sum.plus(number(amount, source)), ZERO);
  const shared = number(request.total, '').minus(others);
  if (shared.isNegative() && !shared.isZero()) throw givenExceeds(request, shared.abs());
  const ratio = number(request.ratio, 'ratio');
  let central = carriedCentral(shared, ratio, number(request.step, 'step'));
  if (request.centralAtMost !== undefined) {
    central = Decimal.min(central, number(request.centralAtMost, 'central'));
  }
  const local = shared.minus(central);
  checkLocal(request, local);
  const minimum = central.times(ratio);
  return {
    central: plain(central),
    local: plain(local),
    given: request.given,
    proof: { shared: plain(shared), localMinimum: plain(minimum), localAbove: plain(local.minus(minimum)) },
  };
}

/** Most whole steps of central money of which the rest still is the counterpart. */
function carriedCentral(shared: Decimal, ratio: Decimal, step: Decimal): Decimal {
  const fits = (central: Decimal) => shared.minus(central).gte(central.times(ratio));
  let central = shared.div(ratio.plus(1)).div(step).floor().times(step);
  if (fits(central.plus(step))) central = central.plus(step);
  return fits(central) ? central : central.minus(step);
}

function checkLocal(request: SourceRequest, local: Decimal): void {
  if (request.localAtMost === undefined) return;
  const most = number(request.localAtMost, 'local');
  if (local.lte(most)) return;
  throw new SplitError(
    'local-below-minimum',
    [
      { name: 'local', kind: 'cap', amount: plain(most) },
      { name: 'local', kind: 'minimum', amount: plain(local) },
    ],
    plain(local.minus(most)),
  );
}

function givenExceeds(request: SourceRequest, by: Decimal): SplitError {
  const given = request.given.map(
    ({ source, amount }): ClashingConstraint => ({ name: source, kind: 'given', amount }),
  );
  return new SplitError(
    'given-exceeds-total',
    [...given, { name: '', kind: 'total', amount: request.total }],
    plain(by),
  );
}

function number(text: string, name: string): Decimal {
  if (/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return new Decimal(text);
  throw new SplitError('not-a-number', [{ name, kind: 'given', amount: text }], '0');
}
