import { ZERO } from '../amount/decimal.js';
import type { FindingData } from '../report/types.js';
import { Origin } from './amount-grid.js';
import type { SumsAnalysis } from './analysis.js';
import type { CellKey } from './cell-key.js';
import { decimalText, describe } from './describe.js';
import type { Equation, PreparedRelation } from './equation.js';
import type { TableFigures } from './figures.js';
import { asShown, type ShownDigits, shownDigits } from './shown-digits.js';
import { sumFacts } from './sum-findings.js';

/**
 * Sums that agree in the figures kept but not in the figures printed: a reader who adds up the paper gets
 * another total. Only where a number format hides digits of the parts, the same digits as of the whole,
 * and once a table.
 */
export function displayedFindings(analysis: SumsAnalysis): FindingData[] {
  const { figures, system } = analysis;
  const { snapshot } = figures.book;
  if (snapshot.precisionAsDisplayed) return [];
  const shownOf = snapshot.styles.map((style) => shownDigits(style.numberFormat));
  return figures.tables.flatMap((table) => {
    if (!hidesDigits(table, shownOf)) return [];
    const wholes = new Map<CellKey, Equation>();
    for (const prepared of system.relationsOf(table)) {
      if (!prepared.relation.complete || !prepared.plain) continue;
      for (const line of linesOffInPrint(prepared, shownOf)) {
        const equation = system.equation(prepared, line);
        if (!wholes.has(equation.whole)) wholes.set(equation.whole, equation);
      }
    }
    return wholes.size > 0 ? [finding(analysis, [...wholes.values()])] : [];
  });
}

/** True where the format of any cell shows fewer digits than the table's figures have. */
function hidesDigits({ grid }: TableFigures, shownOf: readonly ShownDigits[]): boolean {
  const hiding = shownOf.map((shown) => shown.fixed && shown.most < grid.digits);
  if (!hiding.includes(true)) return false;
  for (let i = 0; i < grid.scaled.length; i++) {
    if (grid.origins[i] !== Origin.blank && hiding[grid.styles[i]!]) return true;
  }
  return false;
}

/** Lines whose kept figures add up while the figures shown do not. */
function linesOffInPrint(prepared: PreparedRelation, shownOf: readonly ShownDigits[]): number[] {
  const { grid } = prepared.figures;
  const { scaled, origins, styles, digits } = grid;
  const { reader } = prepared;
  const signs = prepared.factors.map((factor) => (factor.isNegative() ? -1 : 1));

  const isOff = (line: number): boolean => {
    const at = reader.whole(line);
    if (at < 0 || origins[at] === Origin.blank) return false;
    const format = shownOf[styles[at]!]!;
    if (!format.fixed || format.most >= digits) return false;
    const step = 10 ** (digits - format.most);
    let kept = 0;
    let shown = 0;
    let hidden = false;
    for (let i = 0; i < signs.length; i++) {
      const part = reader.part(i, line);
      if (part < 0 || scaled[part] === 0) continue;
      const value = scaled[part]!;
      const own = shownOf[styles[part]!]!;
      if (!own.fixed || own.most !== format.most || origins[part] === Origin.text) return false;
      const rounded = rounding(value, step);
      if (rounded !== value) hidden = true;
      kept += signs[i]! * value;
      shown += signs[i]! * rounded;
    }
    return hidden && kept === scaled[at] && shown !== rounding(scaled[at]!, step) && Math.abs(kept) < 2 ** 53;
  };
  return prepared.relation.lines.filter(isOff);
}

/** Rounds scaled integers half away from zero, as Excel shows figures. */
function rounding(value: number, step: number): number {
  const size = Math.abs(value);
  const below = Math.floor(size / step) * step;
  return Math.sign(value) * (size - below >= step / 2 ? below + step : below);
}

function finding({ figures, system }: SumsAnalysis, [equation, ...others]: readonly Equation[]): FindingData {
  const key = equation!.whole;
  const kept = figures.value(key)!;
  const whole = asShown(kept, figures.shown(key));
  let sum = ZERO;
  for (const part of equation!.parts) {
    const shown = asShown(figures.value(part)!, figures.shown(part));
    sum = sum.minus(shown.times(equation!.weight(part)));
  }
  return describe(figures, {
    code: 'displayed-total-mismatch',
    severity: 'warning',
    key,
    others: others.map((other) => other.whole),
    facts: {
      ...sumFacts(system, equation!, key),
      kept: decimalText(kept),
      shownWhole: decimalText(whole),
      sum: decimalText(sum),
    },
    expected: decimalText(sum),
    found: decimalText(whole),
    difference: whole.minus(sum),
    fix: null,
  });
}
