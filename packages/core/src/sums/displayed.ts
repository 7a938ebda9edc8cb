import { type Decimal, ZERO } from '../amount/decimal.js';
import type { FindingData } from '../report/types.js';
import { Origin } from './amount-grid.js';
import type { SumsAnalysis } from './analysis.js';
import type { CellKey } from './cell-key.js';
import { decimalText, describe } from './describe.js';
import type { Equation, PreparedRelation } from './equation.js';
import { asShown } from './shown-digits.js';
import { sumFacts } from './sum-findings.js';

const MOST_PARTS = 5_000;

interface Shown {
  readonly equation: Equation;
  readonly whole: Decimal;
  readonly sum: Decimal;
}

/**
 * Sums that agree in the figures kept but not in the figures printed: a reader who adds up the paper gets
 * another total. Only where a number format hides digits of the parts, the same digits as of the whole,
 * and once a table.
 */
export function displayedFindings(analysis: SumsAnalysis): FindingData[] {
  const { figures, system } = analysis;
  if (figures.book.snapshot.precisionAsDisplayed) return [];
  return figures.tables.flatMap((table) => {
    if (!hidesDigits(table.grid)) return [];
    const found: Shown[] = [];
    for (const prepared of system.relationsOf(table)) {
      if (!prepared.relation.complete || prepared.relation.parts.length > MOST_PARTS || !prepared.plain)
        continue;
      for (const line of prepared.relation.lines) {
        const shown = compare(analysis, prepared, line);
        if (shown) found.push(shown);
      }
    }
    return found.length > 0 ? [finding(analysis, found)] : [];
  });
}

/** Cheap test before any cell is looked at: figures typed with few digits only hide nothing. */
function hidesDigits(grid: { digits: number; scaled: Float64Array }): boolean {
  if (grid.digits > 0) return true;
  for (const value of grid.scaled) if (Number.isNaN(value)) return true;
  return false;
}

function compare({ figures, system }: SumsAnalysis, prepared: PreparedRelation, line: number): Shown | null {
  const equation = system.equation(prepared, line);
  const whole = figures.value(equation.whole);
  const format = figures.shown(equation.whole);
  if (!whole || !format.fixed || figures.origin(equation.whole) === Origin.blank) return null;
  let sum = ZERO;
  let exact = ZERO;
  let hidden = false;
  for (const part of equation.parts) {
    const value = figures.value(part);
    if (!value) return null;
    if (value.isZero()) continue;
    const shown = figures.shown(part);
    if (!shown.fixed || shown.most !== format.most || figures.origin(part) === Origin.text) return null;
    const rounded = asShown(value, shown);
    if (!rounded.eq(value)) hidden = true;
    sum = sum.minus(rounded.times(equation.weight(part)));
    exact = exact.minus(value.times(equation.weight(part)));
  }
  const shownWhole = asShown(whole, format);
  return hidden && exact.eq(whole) && !shownWhole.eq(sum) ? { equation, whole: shownWhole, sum } : null;
}

function finding({ figures, system }: SumsAnalysis, found: readonly Shown[]): FindingData {
  const wholes = new Map<CellKey, Shown>();
  for (const shown of found) if (!wholes.has(shown.equation.whole)) wholes.set(shown.equation.whole, shown);
  const [first, ...others] = [...wholes.values()] as [Shown, ...Shown[]];
  const { equation, whole, sum } = first;
  return describe(figures, {
    code: 'displayed-total-mismatch',
    severity: 'warning',
    key: equation.whole,
    others: others.map((shown) => shown.equation.whole),
    facts: {
      ...sumFacts(system, equation, equation.whole),
      kept: decimalText(figures.value(equation.whole)!),
      shownWhole: decimalText(whole),
      sum: decimalText(sum),
    },
    expected: decimalText(sum),
    found: decimalText(whole),
    difference: whole.minus(sum),
    fix: null,
  });
}
