import { Decimal, ZERO } from '../amount/decimal.js';
import { type AmountGrid, Origin } from './amount-grid.js';
import { type CellKey, positionOf } from './cell-key.js';
import type { Equation, PreparedRelation } from './equation.js';
import type { Figures } from './figures.js';
import type { ShownDigits } from './shown-digits.js';

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
  const digits = Math.max(origin === Origin.text ? 0 : leastDigits(shown), typed);
  return { digits, carriesMore: origin === Origin.formula || (shown.fixed && own > shown.most) };
}

/**
 * Exact means unit đồng without decimals, or cells that all carry more digits than they show. Everywhere else
 * each term and the whole may be off by half their last digit shown: ½ × step × (n + 1) where the steps are equal.
 */
export function toleranceOf(figures: Figures, equation: Equation): Tolerance {
  const whole = precisionOf(figures, equation.whole);
  const parts = equation.prepared?.plain
    ? precisionOfColumn(equation.prepared, equation.line, figures)
    : precisionOfCells(figures, equation);
  const exact = parts.allCarryMore && whole.carriesMore;
  const step = stepOf(Math.max(parts.finest, whole.digits));
  const wholeDong = equation.scale === 1 && parts.finest <= 0 && whole.digits <= 0;
  const { terms } = parts;
  if (exact || wholeDong || equation.kind === 'words') return { limit: ZERO, step, terms };
  if (equation.kind === 'cross-sheet')
    return { limit: crossSheetLimit(figures, equation, whole.digits), step, terms };
  return { limit: parts.halves.plus(stepOf(whole.digits).div(2)), step, terms };
}

/** The precision of all parts of a sum that are not blank. */
interface PartsPrecision {
  readonly terms: number;
  readonly finest: number;
  readonly allCarryMore: boolean;
  /** Half the last digit of each part, added up. */
  readonly halves: Decimal;
}

function precisionOfCells(figures: Figures, equation: Equation): PartsPrecision {
  let finest = Number.NEGATIVE_INFINITY;
  let terms = 0;
  let allCarryMore = true;
  let halves = ZERO;
  for (const part of equation.parts) {
    const origin = figures.origin(part);
    if (origin === Origin.blank || origin === Origin.dash) continue;
    const precision = precisionOf(figures, part);
    finest = Math.max(finest, precision.digits);
    if (!precision.carriesMore && !figures.value(part)?.isZero()) allCarryMore = false;
    terms++;
    halves = halves.plus(stepOf(precision.digits).times(equation.weight(part).abs()).div(2));
  }
  return { terms, finest: terms === 0 ? 0 : finest, allCarryMore, halves };
}

/** The same over a whole column of figures in the grid, where all factors are 1 or -1. */
function precisionOfColumn(prepared: PreparedRelation, line: number, figures: Figures): PartsPrecision {
  const { grid, typedDigits } = prepared.figures;
  const { axis, parts } = prepared.relation;
  const counts = new Map<number, number>();
  let terms = 0;
  let allCarryMore = true;
  for (let i = 0; i < parts.length; i++) {
    const at = prepared.reader.part(i, line);
    const origin = at < 0 ? Origin.blank : grid.origins[at];
    if (origin === Origin.blank || origin === Origin.dash) continue;
    const other = parts[i]!.line;
    const typed = axis === 'row' ? typedDigits(line, other) : typedDigits(other, line);
    const shown = figures.shownByStyle(grid.styles[at]!);
    const digits = Math.max(origin === Origin.text ? 0 : leastDigits(shown), typed);
    counts.set(digits, (counts.get(digits) ?? 0) + 1);
    terms++;
    if (allCarryMore && origin !== Origin.formula && grid.scaled[at] !== 0 && !hidesDigits(grid, at, shown))
      allCarryMore = false;
  }
  let halves = ZERO;
  let finest = Number.NEGATIVE_INFINITY;
  for (const [digits, count] of counts) {
    halves = halves.plus(stepOf(digits).times(count).div(2));
    finest = Math.max(finest, digits);
  }
  return { terms, finest: terms === 0 ? 0 : finest, allCarryMore, halves };
}

function hidesDigits(grid: AmountGrid, at: number, shown: ShownDigits): boolean {
  if (!shown.fixed || shown.most >= grid.digits) return shown.fixed && Number.isNaN(grid.scaled[at]!);
  return grid.scaled[at]! % 10 ** (grid.digits - shown.most) !== 0;
}

function leastDigits(shown: ShownDigits): number {
  if (!shown.fixed) return 0;
  return shown.least === shown.most ? shown.most : shown.least;
}

export function stepOf(digits: number): Decimal {
  return TEN.pow(-digits);
}

/** Between sheets the coarser one rounds: half its last digit once, or once for each figure that it adds. */
function crossSheetLimit(figures: Figures, equation: Equation, wholeDigits: number): Decimal {
  const wholeStep = stepOf(wholeDigits);
  let coarsest = ZERO;
  for (const part of equation.parts) {
    const step = stepOf(precisionOf(figures, part).digits).times(equation.weight(part).abs());
    coarsest = Decimal.max(coarsest, step);
  }
  if (wholeStep.gt(coarsest)) return wholeStep.div(2);
  if (coarsest.gt(wholeStep)) return coarsest.times(equation.parts.length).div(2);
  return wholeStep.times(equation.parts.length + 1).div(2);
}
