import type { Source } from '../sheet/types.js';
import { type CellKey, positionOf } from './cell-key.js';
import { groupBy } from './like-faults.js';
import type { Root } from './solve.js';
import type { SumSystem } from './system.js';

/**
 * A total on two sheets that only looked alike in the figures, and that agrees with its own sheet on both sides:
 * the sheets count different things (a summary without the other sources), nobody made a mistake.
 */
export function isScopeDifference(system: SumSystem, root: Root): boolean {
  const { equation } = root;
  if (equation.kind !== 'cross-sheet' || equation.evidence === 'formula') return false;
  if (sourceOf(system, equation.whole) !== 'total') return false;
  if (root.explains.some((each) => each.kind !== 'cross-sheet')) return false;
  return [equation.whole, ...equation.parts].some((key) =>
    system
      .equationsOf(key)
      .some((each) => each.kind === 'sum' && each.whole === key && system.holds(each, root.before)),
  );
}

function sourceOf({ figures }: SumSystem, key: CellKey): Source {
  const { column } = positionOf(key);
  const of = figures.tableOf(key)?.table.columns.find((each) => each.column === column);
  return of?.effective.source ?? 'total';
}

/** Figures of one row typed in the same wrong unit are one mistake: each group is one finding, first cell first. */
export function mergeScaledRows(roots: readonly Root[]): Root[][] {
  const groups = groupBy(roots, (root) => {
    if (root.proof === 'alone' || root.shape?.kind !== 'scale') return `cell ${root.key}`;
    const { sheet, row } = positionOf(root.key);
    return `row ${sheet} ${row} ${root.shape.factor}`;
  });
  return [...groups.values()];
}
