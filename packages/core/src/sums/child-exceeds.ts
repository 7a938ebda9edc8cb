import type { Decimal } from '../amount/decimal.js';
import type { FindingData } from '../report/types.js';
import { Origin } from './amount-grid.js';
import type { CellKey } from './cell-key.js';
import { addressFrom, decimalText, describe } from './describe.js';
import type { Equation } from './equation.js';
import { sumFacts } from './sum-findings.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

/** Parts of an incomplete breakdown ("trong đó") that together are more than the whole, after all repairs. */
export function childFindings(system: SumSystem, mended: World): FindingData[] {
  const findings: FindingData[] = [];
  for (const screening of system.screenings) {
    const { prepared } = screening;
    if (prepared.relation.complete) continue;
    for (const line of screening.broken) {
      const equation = system.equation(prepared, line);
      if (exceeds(system, equation, mended)) findings.push(childFinding(system, equation, mended));
    }
  }
  return findings;
}

function exceeds(system: SumSystem, equation: Equation, world: World): boolean {
  if (system.figures.origin(equation.whole) === Origin.blank) return false;
  const whole = world.value(equation.whole);
  if (!whole || whole.isNegative()) return false;
  for (const part of equation.parts) if (world.value(part)?.isNegative()) return false;
  return !system.holds(equation, world);
}

function childFinding(system: SumSystem, equation: Equation, world: World): FindingData {
  const whole = world.value(equation.whole)!;
  const filled = equation.parts.filter((part) => world.value(part)?.isZero() === false);
  const tooLarge = filled.filter((part) => world.value(part)!.times(equation.weight(part).neg()).gt(whole));
  const [child] = tooLarge.length === 1 ? tooLarge : filled.length === 1 ? filled : [];
  const key: CellKey = child ?? equation.whole;
  const rest = system.difference(equation, world)!;
  const own = world.value(key)!;
  const sum: Decimal = whole.minus(rest);
  return describe(system.figures, {
    code: 'child-exceeds-total',
    severity: 'error',
    key,
    candidates: [equation.whole, ...filled].filter((cell) => cell !== key),
    facts: {
      ...sumFacts(system, equation, key),
      role: child ? 'part' : 'whole',
      wholeAddress: addressFrom(system.figures, equation.whole, key),
      wholeValue: decimalText(whole),
      sum: decimalText(sum),
      excess: decimalText(rest.neg()),
    },
    expected: null,
    found: decimalText(own),
    difference: rest.neg(),
    fix: null,
  });
}
