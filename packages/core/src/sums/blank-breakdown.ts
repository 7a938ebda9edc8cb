import { ZERO } from '../amount/decimal.js';
import { Origin } from './amount-grid.js';
import { keyOf } from './cell-key.js';
import type { Equation } from './equation.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

/**
 * A total row whose own breakdown is short by exactly the figures of rows that give no breakdown at all:
 * what is not broken down cannot be missing from the breakdown's total.
 */
export function isBlankBreakdown(system: SumSystem, equation: Equation, world: World): boolean {
  const { relation, figures, line } = equation;
  const rest = system.difference(equation, world);
  if (relation?.axis !== 'row' || !figures || !rest) return false;
  const { sheet } = figures.table;
  let unbroken = ZERO;
  let found = false;
  for (const down of system.relationsOf(figures)) {
    if (down.relation.axis !== 'column' || down.relation.whole !== line || !down.lines.has(relation.whole))
      continue;
    for (const { line: row } of down.relation.parts) {
      const whole = world.value(keyOf(sheet, row, relation.whole));
      const blank = relation.parts.every(
        (part) => system.figures.origin(keyOf(sheet, row, part.line)) === Origin.blank,
      );
      if (!whole || whole.isZero() || !blank) continue;
      unbroken = unbroken.plus(whole);
      found = true;
    }
  }
  return found && unbroken.eq(rest);
}
