import type { Decimal } from '../amount/decimal.js';
import type { PercentRelation } from '../sheet/types.js';
import { Origin } from './amount-grid.js';
import { type CellKey, keyAt } from './cell-key.js';
import type { Figures } from './figures.js';
import { percentHolds } from './percent-ratio.js';
import type { World } from './world.js';

const indexes = new WeakMap<Figures, ReadonlyMap<CellKey, readonly PercentRelation[]>>();

/** Typed percents by the figures that they are made of. */
function indexOf(figures: Figures): ReadonlyMap<CellKey, readonly PercentRelation[]> {
  const known = indexes.get(figures);
  if (known) return known;
  const index = new Map<CellKey, PercentRelation[]>();
  for (const { table } of figures.tables) {
    for (const relation of table.percents) {
      if (figures.origin(keyAt(relation.percent)) !== Origin.typed) continue;
      for (const key of new Set([keyAt(relation.numerator), keyAt(relation.denominator)])) {
        const list = index.get(key);
        if (list) list.push(relation);
        else index.set(key, [relation]);
      }
    }
  }
  indexes.set(figures, index);
  return index;
}

/** How many typed percents speak for another value of a cell, less those that speak against it. */
export function percentVotes(figures: Figures, world: World, key: CellKey, value: Decimal): number {
  let votes = 0;
  for (const relation of indexOf(figures).get(key) ?? []) {
    const before = percentHolds(figures, relation, world.value);
    const after = percentHolds(figures, relation, (cell) => (cell === key ? value : world.value(cell)));
    if (before === false && after === true) votes++;
    if (before === true && after === false) votes--;
  }
  return votes;
}
