import type { Decimal } from '../amount/decimal.js';
import type { FindingData } from '../report/types.js';
import { inArea } from '../snapshot/index.js';
import { Origin } from './amount-grid.js';
import { type CellKey, positionOf } from './cell-key.js';
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
    const over = screening.broken
      .map((line) => system.equation(prepared, line))
      .filter((equation) => exceeds(system, equation, mended));
    if (over.length >= 3 && over.length === screening.broken.length && screening.holds === 0) continue;
    const made = over.map((equation) => childFinding(system, equation, mended));
    const keys = made.map(({ key }) => key);
    findings.push(...made.filter(({ key }) => !follows(system, key, keys)).map(({ finding }) => finding));
  }
  return findings;
}

/** A computed figure that is only too large because the part beside it is. */
function follows({ figures }: SumSystem, key: CellKey, others: readonly CellKey[]): boolean {
  const { sheet, row, column } = positionOf(key);
  return figures.evaluator.precedents(sheet, row, column).some((area) =>
    others.some((other) => {
      const at = positionOf(other);
      return other !== key && at.sheet === area.sheet && inArea(area, at.row, at.column);
    }),
  );
}

function exceeds(system: SumSystem, equation: Equation, world: World): boolean {
  if (system.figures.origin(equation.whole) === Origin.blank) return false;
  const whole = world.value(equation.whole);
  if (!whole || whole.isNegative()) return false;
  for (const part of equation.parts) if (world.value(part)?.isNegative()) return false;
  return !system.holds(equation, world);
}

function childFinding(
  system: SumSystem,
  equation: Equation,
  world: World,
): { key: CellKey; finding: FindingData } {
  const whole = world.value(equation.whole)!;
  const filled = equation.parts.filter((part) => world.value(part)?.isZero() === false);
  const tooLarge = filled.filter((part) => world.value(part)!.times(equation.weight(part).neg()).gt(whole));
  const [child] = tooLarge.length === 1 ? tooLarge : filled.length === 1 ? filled : [];
  const key: CellKey = child ?? equation.whole;
  const rest = system.difference(equation, world)!;
  const own = world.value(key)!;
  const sum: Decimal = whole.minus(rest);
  const finding = describe(system.figures, {
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
  return { key, finding };
}
