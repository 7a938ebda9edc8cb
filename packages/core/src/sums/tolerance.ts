import { Decimal, ZERO } from '../amount/decimal.js';
import { Origin } from './amount-grid.js';
import { type CellKey, positionOf } from './cell-key.js';
import type { Equation } from './equation.js';
import type { Figures } from './figures.js';

/** How far a sum may be off by rounding alone. */
export interface Tolerance {
  /** The largest difference that rounding can make; 0 where the sum must be exact. */
  readonly limit: Decimal;
  /** Last digit shown, in the sheet's unit, a decimal. */
  readonly step: Decimal;
  /** Number of terms that are not blank. */
  readonly terms: number;
}

const TEN = new Decimal(10);

interface Precision {
  readonly digits: number;
  /** Computed, or typed with more digits than shown: rounding for display cannot explain a difference. */
  readonly carriesMore: boolean;
}

/** Digits after the point that the cell shows, and whether it holds more. */
export function precisionOf(figures: Figures, key: CellKey): Precision {
  const shown = figures.shown(key);
  const origin = figures.origin(key);
  const value = figures.value(key) ?? ZERO;
  const own = value.decimalPlaces();
  const { row, column } = positionOf(key);
  const typed = figures.tableOf(key)?.typedDigits(row, column) ?? own;
  const least =
    shown.fixed && origin !== Origin.text ? (shown.least === shown.most ? shown.most : shown.least) : 0;
  const digits = Math.max(least, typed);
  return { digits, carriesMore: origin === Origin.formula || (shown.fixed && own > shown.most) };
}

/**
 * Exact means unit đồng without decimals, or cells that all carry more digits than they show. Everywhere else
 * each term and the whole may be off by half their last digit shown: ½ × step × (n + 1) where the steps are equal.
 */
export function toleranceOf(figures: Figures, equation: Equation): Tolerance {
  let finest = 0;
  let terms = 0;
  let exact = true;
  let partLimit = ZERO;
  const note = (key: CellKey, factor: Decimal): Precision => {
    const precision = precisionOf(figures, key);
    finest = terms === 0 ? precision.digits : Math.max(finest, precision.digits);
    if (!precision.carriesMore && !figures.value(key)?.isZero()) exact = false;
    terms++;
    partLimit = partLimit.plus(stepOf(precision.digits).times(factor.abs()).div(2));
    return precision;
  };
  const whole = precisionOf(figures, equation.whole);
  for (const part of equation.parts) {
    const origin = figures.origin(part);
    if (origin !== Origin.blank && origin !== Origin.dash) note(part, equation.weight(part));
  }
  const step = stepOf(Math.max(finest, whole.digits));
  if (!whole.carriesMore) exact = false;
  const wholeDong = equation.scale === 1 && finest <= 0 && whole.digits <= 0;
  if (exact || wholeDong || equation.kind === 'words') return { limit: ZERO, step, terms };
  if (equation.kind === 'cross-sheet')
    return { limit: crossSheetLimit(figures, equation, whole.digits), step, terms };
  return { limit: partLimit.plus(stepOf(whole.digits).div(2)), step, terms };
}

export function stepOf(digits: number): Decimal {
  return TEN.pow(-digits);
}

/** Between sheets only the coarser one rounds: half its last digit once, or once for each figure that it adds. */
function crossSheetLimit(figures: Figures, equation: Equation, wholeDigits: number): Decimal {
  const wholeStep = stepOf(wholeDigits);
  let coarsest = ZERO;
  for (const part of equation.parts) {
    const step = stepOf(precisionOf(figures, part).digits).times(equation.weight(part).abs());
    coarsest = Decimal.max(coarsest, step);
  }
  const several = equation.parts.length > 1;
  if (wholeStep.gt(coarsest)) return wholeStep.div(2);
  if (coarsest.gt(wholeStep)) return coarsest.times(equation.parts.length).div(2);
  return several ? wholeStep.times(equation.parts.length + 1).div(2) : ZERO;
}
