import type { Decimal } from '../amount/decimal.js';
import type { Evaluator, Override } from '../formula/types.js';
import { type CellKey, keyAt, keyOf, positionOf } from './cell-key.js';
import type { Figures } from './figures.js';

/** The workbook with some cells holding other values, and all formulas that depend on them computed again. */
export interface World {
  value(key: CellKey): Decimal | null;
  /** Every cell whose value differs from the sheet's own: the cells set, and the formulas that follow them. */
  readonly changed: ReadonlyMap<CellKey, Decimal>;
  /** The cells set by hand. */
  readonly set: ReadonlyMap<CellKey, Decimal>;
  with(values: ReadonlyMap<CellKey, Decimal>): World;
}

/** More cells set than this: every formula is computed again. */
const MANY_SET = 300;

/** The sheet as it stands. */
export function worldOf(figures: Figures): World {
  return makeWorld(figures, new Map(), new Map());
}

function makeWorld(
  figures: Figures,
  set: ReadonlyMap<CellKey, Decimal>,
  changed: ReadonlyMap<CellKey, Decimal>,
): World {
  return {
    set,
    changed,
    value: (key) => changed.get(key) ?? figures.value(key),
    with(values) {
      const all = new Map([...set, ...values]);
      return makeWorld(figures, all, recompute(figures, all));
    },
  };
}

function recompute(figures: Figures, set: ReadonlyMap<CellKey, Decimal>): Map<CellKey, Decimal> {
  const overrides: Override[] = [...figures.textNumbers, ...set].map(([key, value]) => ({
    ...positionOf(key),
    value: { kind: 'number', value },
  }));
  const followers = set.size > MANY_SET ? allFormulas(figures) : followersOf(figures, set.keys());
  const changed = new Map(set);
  if (followers.size === 0) return changed;
  const evaluator: Evaluator = figures.book.evaluator.withOverrides(overrides);
  for (const key of followers) {
    if (set.has(key)) continue;
    const { sheet, row, column } = positionOf(key);
    const value = evaluator.value(sheet, row, column);
    if (value.kind !== 'number') continue;
    const own = figures.value(key);
    if (!own?.eq(value.value)) changed.set(key, value.value);
  }
  return changed;
}

function followersOf(figures: Figures, keys: Iterable<CellKey>): Set<CellKey> {
  const followers = new Set<CellKey>();
  for (const key of keys) {
    const { sheet, row, column } = positionOf(key);
    for (const follower of figures.evaluator.dependants(sheet, row, column)) followers.add(keyAt(follower));
  }
  return followers;
}

/** Where a whole column is mended, looking at every formula once costs less than following each cell. */
function allFormulas(figures: Figures): Set<CellKey> {
  const found = new Set<CellKey>();
  figures.book.snapshot.sheets.forEach(({ cells, formulas }, sheet) => {
    for (const { cell } of formulas) found.add(keyOf(sheet, cells.rows[cell]!, cells.columns[cell]!));
  });
  return found;
}
