import { Decimal, ZERO } from '../amount/decimal.js';
import { signatureKey, subjectKey } from './keys.js';
import type { AssignedFigure, Comparison, Entry, Signature } from './types.js';

/** Why figures could not be held against a table. */
export type Unpaired =
  | 'no-line'
  | 'column-unclear'
  | 'no-column'
  | 'other-unit'
  | 'unit-not-named'
  | 'nothing-agrees';

/** Figures of one signature beside the amounts of a table that they are about. */
export interface Pairing {
  readonly comparisons: readonly Comparison[];
  /** Figures of which the table shows no line. */
  readonly unmatched: readonly AssignedFigure[];
  readonly why: Unpaired | null;
  /** Signature of the table's amounts that was chosen. */
  readonly chosen: string | null;
}

/**
 * Compares one figure with one amount, in đồng; without any unit in the units of the two, taken for the same. A cell that
 * the sums of the sheet prove wrong, and that agrees once mended, is their finding.
 */
export function compare(figure: AssignedFigure, entry: Entry, odd: Comparison['odd'] = null): Comparison {
  const scale = entry.unit?.scale ?? 1;
  const own = figure.unit?.scale ?? scale;
  const assigned = figure.amount.times(own);
  const nothing = odd === 'missing';
  const divided = nothing ? ZERO : entry.amount.times(scale);
  const room = Decimal.max(figure.step.times(own), entry.step.times(scale));
  const asStands = divided.minus(assigned);
  const asMended = nothing ? asStands : entry.mended.times(scale).minus(assigned);
  const isMended = asStands.abs().gte(room) && asMended.abs().lt(room);
  return { figure, entry, scale, assigned, divided, difference: isMended ? asMended : asStands, room, odd };
}

/** True where the difference is less than one whole last digit of the coarser figure. */
export function isWithin({ difference, room }: Comparison): boolean {
  return difference.abs().lt(room);
}

/** Said by both: they must agree. Said by one only: they may. */
function fits<T>(a: T | null, b: T | null): boolean {
  return a === null || b === null || a === b;
}

const open = (value: string | null, whole: string) => (value === whole ? null : value);

/** “Tổng số” with no source beside it names no source. */
function loosened(signature: Signature, all: readonly Signature[]): Signature {
  const sources = new Set(all.map(({ source }) => source ?? 'total'));
  const capitals = new Set(all.map(({ capital }) => capital ?? 'all'));
  return {
    ...signature,
    source:
      sources.size === 1
        ? (open(signature.source, 'total') as Signature['source'])
        : (signature.source ?? null),
    capital:
      capitals.size === 1 ? (open(signature.capital, 'all') as Signature['capital']) : signature.capital,
  };
}

const LEVELS: readonly (string | null)[] = ['province', 'district', 'commune'];

/** One level may be all that there is of local money; the figures have to bear it out. */
function fitsSource(a: Signature['source'], b: Signature['source']): boolean {
  return fits(a, b) || (a === 'local' && LEVELS.includes(b)) || (b === 'local' && LEVELS.includes(a));
}

function mayMean(figure: Signature, amount: Signature): boolean {
  return (
    figure.stage === amount.stage &&
    fits(figure.year, amount.year) &&
    fitsSource(figure.source, amount.source) &&
    fits(figure.capital, amount.capital)
  );
}

/** Both say the same of themselves, or nothing. */
function meansSame(figure: Signature, amount: Signature): boolean {
  return (
    (figure.source ?? 'total') === (amount.source ?? 'total') &&
    (figure.capital ?? 'all') === (amount.capital ?? 'all')
  );
}

/**
 * Finds the amounts of a table that figures of one signature are about. Where both say whose money it is, that decides;
 * where one does not, the figures do: most lines must agree, else nothing is compared and the reason is told.
 *
 * @param given all signatures of the decision's table, to tell “Tổng số” beside sources from one that stands alone
 */
export function pair(
  figures: readonly AssignedFigure[],
  given: readonly Signature[],
  entries: readonly Entry[],
): Pairing {
  const [first] = figures;
  if (!first) return { comparisons: [], unmatched: [], why: null, chosen: null };
  const isExplicit = first.origin === 'option' || first.origin === 'heading';
  const shown = [...new Map(entries.map((entry) => [signatureKey(entry), entry])).values()];
  const wanted = loosened(first, given);
  const possible = shown.filter((amount) => mayMean(wanted, loosened(amount, shown)));
  const candidates = possible
    .map((amount) => candidate(figures, entries, signatureKey(amount), amount))
    .filter(({ comparisons }) => comparisons.length > 0);
  const none = (why: Unpaired): Pairing => ({ comparisons: [], unmatched: figures, why, chosen: null });
  if (possible.length === 0) return none('no-column');
  if (candidates.length === 0) {
    const same = possible.filter((amount) => meansSame(first, amount));
    const [meant] = same.length > 0 ? same : possible;
    const chosen =
      isExplicit && meant && (same.length === 1 || possible.length === 1) ? signatureKey(meant) : null;
    return { comparisons: [], unmatched: figures, why: null, chosen };
  }
  const sameYear = candidates.filter(({ amount }) => amount.year === first.year && meansSame(first, amount));
  const alike = sameYear.length > 0 ? sameYear : candidates.filter(({ amount }) => meansSame(first, amount));
  const same = alike.length === 1 ? alike[0] : undefined;
  const isSaid =
    wanted.source !== null ||
    candidates.length === 1 ||
    isExplicit ||
    (first.year !== null && same?.amount.year === first.year);
  const best = candidates.reduce(
    (a, b) => (b.agreeing > a.agreeing ? b : a),
    same ?? (candidates[0] as Candidate),
  );
  const proven = best.agreeing > 0 && best.agreeing * 2 >= best.judged ? best : undefined;
  const alone = isExplicit && candidates.length === 1 ? candidates[0] : undefined;
  const chosen = proven ?? (isSaid ? same : undefined) ?? alone;
  if (!chosen) return none('column-unclear');
  if (isOtherUnit(chosen.comparisons)) return none('other-unit');
  if (needsProof(first, chosen) && chosen !== proven) {
    return none(first.unit === null || chosen.amount.unit === null ? 'unit-not-named' : 'nothing-agrees');
  }
  return { ...chosen, why: null, chosen: signatureKey(chosen.amount) };
}

interface Candidate {
  readonly amount: Entry;
  readonly comparisons: readonly Comparison[];
  readonly unmatched: readonly AssignedFigure[];
  readonly agreeing: number;
  readonly judged: number;
}

function candidate(
  figures: readonly AssignedFigure[],
  entries: readonly Entry[],
  signature: string,
  amount: Entry,
): Candidate {
  const lines = new Map(
    entries.filter((entry) => signatureKey(entry) === signature).map((entry) => [subjectKey(entry), entry]),
  );
  const comparisons: Comparison[] = [];
  const unmatched: AssignedFigure[] = [];
  for (const figure of figures) {
    const entry = lines.get(subjectKey(figure));
    if (entry) comparisons.push(compare(figure, entry));
    else unmatched.push(figure);
  }
  // A total differs wherever one of its lines does, and noughts agree with noughts everywhere.
  const below = comparisons.filter(({ figure }) => figure.node !== null || figure.place !== null);
  const judged = (below.length > 0 ? below : comparisons).filter(
    ({ assigned, divided }) => !assigned.isZero() || !divided.isZero(),
  );
  return { amount, comparisons, unmatched, agreeing: judged.filter(isWithin).length, judged: judged.length };
}

/** A unit that is not named on one side is taken for the other's only where the figures bear it out. */
function needsProof(first: AssignedFigure, { amount, comparisons }: Candidate): boolean {
  if (first.origin === 'option' || first.origin === 'heading') return false;
  if ((first.unit === null) !== (amount.unit === null)) return true;
  return comparisons.length >= 4 && comparisons.every((one) => !isWithin(one));
}

/** Every figure a thousand, a million times the other: one of the two sheets names the wrong unit, no line is at fault. */
function isOtherUnit(comparisons: readonly Comparison[]): boolean {
  const told = comparisons.filter(({ assigned, divided }) => !assigned.isZero() && !divided.isZero());
  if (told.length < 2) return false;
  const ratios = new Set(
    told.map(({ assigned, divided }) => divided.div(assigned).toSignificantDigits(4).toFixed()),
  );
  const [ratio] = ratios;
  return ratios.size === 1 && ['1000', '1000000', '0.001', '0.000001'].includes(ratio ?? '');
}
