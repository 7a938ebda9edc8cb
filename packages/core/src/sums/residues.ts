import type { Decimal } from '../amount/decimal.js';
import type { FindingData, Fix } from '../report/types.js';
import { Origin } from './amount-grid.js';
import { decimalText, describe, edit, formulaContent } from './describe.js';
import type { Equation } from './equation.js';
import { expectedFormula } from './expected-formula.js';
import { groupBy } from './like-faults.js';
import { sumFacts } from './sum-findings.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

/** Differences that rounding alone can make, once a table; a total typed among formulas is named as such. */
export function residueFindings(
  system: SumSystem,
  within: readonly Equation[],
  mended: World,
): FindingData[] {
  const open = within.filter(
    (each) => each.kind === 'sum' && each.figures && !isPercent(each) && isOff(system, each, mended),
  );
  const typed = open.filter((each) => isTypedAmongFormulas(system, each));
  const right = new Map(typed.map((each) => [each.whole, partsOf(system, each, mended)]));
  const without = right.size > 0 ? mended.with(right) : mended;
  const residues = open.filter((each) => !right.has(each.whole) && isOff(system, each, without));
  return [
    ...byTable(typed).map((group) => residueFinding(system, 'hard-coded-total', group, mended)),
    ...byTable(residues).map((group) => residueFinding(system, 'rounding-residue', group, mended)),
  ];
}

function isOff(system: SumSystem, equation: Equation, world: World): boolean {
  const rest = system.difference(equation, world);
  return rest !== null && !rest.isZero();
}

function partsOf(system: SumSystem, equation: Equation, world: World): Decimal {
  return world.value(equation.whole)!.minus(system.difference(equation, world)!);
}

function byTable(equations: readonly Equation[]): Equation[][] {
  return [...groupBy(equations, (equation) => String(equation.figures?.index)).values()];
}

/** Shares of 100 % are each rounded; that they do not add up is no news. */
function isPercent({ relation, line, whole, figures }: Equation): boolean {
  const column = relation?.axis === 'column' ? line : whole;
  return (
    relation?.axis === 'column' &&
    figures?.table.columns.find((each) => each.column === column)?.role === 'percent'
  );
}

/** A typed whole where most other lines of the same sum hold a formula. */
export function isTypedAmongFormulas(system: SumSystem, equation: Equation): boolean {
  const { relation, figures } = equation;
  if (!relation || !figures || system.figures.origin(equation.whole) !== Origin.typed) return false;
  let formulas = 0;
  let others = 0;
  const { grid } = figures;
  for (const line of relation.lines) {
    if (line === equation.line) continue;
    const start = grid.rowStart(relation.axis === 'row' ? line : relation.whole);
    const offset = grid.columnOffset(relation.axis === 'row' ? relation.whole : line);
    const origin = start < 0 || offset < 0 ? Origin.blank : grid.origins[start + offset];
    if (origin === Origin.formula) formulas++;
    else if (origin !== Origin.blank) others++;
  }
  return formulas > others;
}

function residueFinding(
  system: SumSystem,
  code: 'rounding-residue' | 'hard-coded-total',
  group: readonly Equation[],
  mended: World,
): FindingData {
  const worst = group[0]!;
  const rest = system.difference(worst, mended)!;
  const whole = mended.value(worst.whole)!;
  const tolerance = system.toleranceOf(worst);
  const others = new Set(group.map((each) => each.whole));
  others.delete(worst.whole);
  return describe(system.figures, {
    code,
    severity: 'warning',
    key: worst.whole,
    others: [...others],
    count: others.size + 1,
    candidates: [],
    facts: {
      ...sumFacts(system, worst, worst.whole),
      terms: tolerance.terms,
      step: decimalText(tolerance.step),
      sum: decimalText(whole.minus(rest)),
    },
    expected: decimalText(whole.minus(rest)),
    found: decimalText(whole),
    difference: rest,
    fix: code === 'hard-coded-total' ? formulaFix(system, worst, mended) : null,
  });
}

/** The formula that the neighbours have, or one of the parts. */
function formulaFix(system: SumSystem, equation: Equation, mended: World): Fix | null {
  const expected = expectedFormula(system, equation, mended);
  const content = expected && formulaContent(expected.text, partsOf(system, equation, mended));
  return content && edit(system.figures, equation.whole, content, false);
}
