import { Decimal, ZERO } from '../amount/decimal.js';
import { Origin } from './amount-grid.js';
import type { PreparedRelation } from './equation.js';

/** What one pass over all lines of a relation found. */
export interface Screening {
  readonly prepared: PreparedRelation;
  /** Lines with figures whose sum agrees to the last digit. */
  readonly holds: number;
  /** Lines whose sum does not agree; what rounding explains is told apart later. */
  readonly broken: readonly number[];
  /** Lines with a cell whose amount is not known. */
  readonly unknown: readonly number[];
  /** Lines whose whole is blank while parts hold figures. */
  readonly blankWholes: number;
}

const SAFE = 2 ** 53;

type LineState = 'holds' | 'broken' | 'unknown' | 'empty' | 'blank-whole';

/** Compares the sums of a relation in all its lines: scaled integers where they are exact, decimals elsewhere. */
export function screenRelation(prepared: PreparedRelation): Screening {
  const { relation, plain, factors } = prepared;
  const { scaled, origins, exact } = prepared.figures.grid;
  const { reader } = prepared;
  const signs = Float64Array.from(factors, (factor) => (factor.isNegative() ? -1 : 1));
  const count = relation.parts.length;

  const exactly = (line: number): LineState => {
    const wholeAt = reader.whole(line);
    const whole = wholeAt < 0 ? ZERO : exact(wholeAt);
    if (!whole) return 'unknown';
    let sum = new Decimal(0);
    for (let i = 0; i < count; i++) {
      const at = reader.part(i, line);
      if (at < 0) continue;
      const value = exact(at);
      if (!value) return 'unknown';
      if (!value.isZero()) sum = sum.plus(value.times(factors[i]!));
    }
    return sum.eq(whole) ? 'holds' : 'broken';
  };

  const judge = (line: number): LineState => {
    const wholeAt = reader.whole(line);
    let wholeBlank = wholeAt < 0 || origins[wholeAt] === Origin.blank;
    let sum = 0;
    let filled = 0;
    let loose = !plain;
    let unknown = false;
    for (let i = 0; i < count; i++) {
      const at = reader.part(i, line);
      if (at < 0) continue;
      const origin = origins[at];
      if (origin === Origin.blank) continue;
      filled++;
      if (origin === Origin.unknown) unknown = true;
      const value = scaled[at]!;
      sum += signs[i]! * value;
      if (!(sum < SAFE && sum > -SAFE)) loose = true;
    }
    if (filled === 0) {
      const conjured = wholeAt >= 0 && origins[wholeAt] === Origin.formula && scaled[wholeAt] !== 0;
      return conjured && relation.complete ? 'broken' : 'empty';
    }
    if (unknown) return 'unknown';
    if (wholeAt >= 0 && origins[wholeAt] === Origin.unknown) return 'unknown';
    const whole = wholeAt < 0 ? 0 : scaled[wholeAt]!;
    if (wholeBlank) wholeBlank = loose || sum !== 0;
    if (wholeBlank) return loose && exactly(line) === 'holds' ? 'empty' : 'blank-whole';
    if (loose || Number.isNaN(whole)) return exactly(line);
    if (sum !== whole) return 'broken';
    return whole === 0 ? 'empty' : 'holds';
  };

  let holds = 0;
  const broken: number[] = [];
  const blankWholes: number[] = [];
  const unknown: number[] = [];
  for (const line of relation.lines) {
    const state = judge(line);
    if (state === 'holds') holds++;
    else if (state === 'broken') broken.push(line);
    else if (state === 'unknown') unknown.push(line);
    else if (state === 'blank-whole') blankWholes.push(line);
  }
  const missingTotals =
    holds + broken.length >= blankWholes.length && relation.complete && holds > 0 ? blankWholes : [];
  return { prepared, holds, broken: [...broken, ...missingTotals], unknown, blankWholes: blankWholes.length };
}

/** How the lines of a sum speak for it. */
export interface Support {
  /** Lines that agree, to the last digit or within rounding. */
  readonly holds: number;
  /** Lines that do not agree and do not merely follow another line through their formulas. */
  readonly broken: number;
}

/**
 * Figures alone are weak evidence: a sum that was only seen in the figures must hold in most rows before one is
 * accused; down a column, where few columns stand side by side and one mistake breaks two of them, in a third.
 * A sum that the layout suggests must hold somewhere, if it has several lines.
 */
export function isTrusted(screening: Screening, { holds, broken }: Support): boolean {
  const { prepared, broken: lines } = screening;
  const { relation } = prepared;
  // A part of a whole need not be equal to it; only what exceeds the whole is wrong.
  if (!relation.complete) return true;
  if (relation.evidence === 'figures') {
    return relation.axis === 'row' ? holds >= 2 * broken : holds * 2 >= broken;
  }
  if (relation.evidence === 'layout' && relation.axis === 'row' && lines.length >= 3)
    return holds > 0 || isOneUnitOff(screening);
  return true;
}

const LINES_COMPARED = 50;
const UNIT_STEPS = [1e3, 1e-3, 1e6, 1e-6];

/** True where every line comes right as soon as one and the same cell of it is read in another unit. */
function isOneUnitOff({ prepared, broken }: Screening): boolean {
  const { scaled } = prepared.figures.grid;
  const { parts } = prepared.relation;
  const lines = broken.slice(0, LINES_COMPARED).map((line) => {
    const at = (index: number) => (index < 0 ? 0 : scaled[index]!);
    return [
      -at(prepared.reader.whole(line)),
      ...parts.map(({ sign }, i) => sign * at(prepared.reader.part(i, line))),
    ];
  });
  const slack = (parts.length + 1) / 2;
  return [-1, ...parts.keys()].some((column) =>
    UNIT_STEPS.some((step) => {
      const blur = slack * Math.max(1, step);
      const telling = lines.filter((cells) => Math.abs(cells[column + 1]! * step) > 2 * blur).length;
      return (
        telling * 2 > lines.length &&
        lines.every((cells) => {
          const rest = cells.reduce((sum, value, i) => sum + (i === column + 1 ? value * step : value), 0);
          return Math.abs(rest) <= blur;
        })
      );
    }),
  );
}
