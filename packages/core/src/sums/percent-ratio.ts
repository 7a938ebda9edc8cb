import { type Decimal, ZERO } from '../amount/decimal.js';
import type { PercentRelation } from '../sheet/types.js';
import { Origin } from './amount-grid.js';
import { type CellKey, keyAt } from './cell-key.js';
import type { Figures } from './figures.js';
import { precisionOf, stepOf } from './tolerance.js';

/** The ratio of a percent's two figures, as a share or × 100; `null` where it is not known. */
export function ratioOf(relation: PercentRelation, value: (key: CellKey) => Decimal | null): Decimal | null {
  const numerator = value(keyAt(relation.numerator));
  const denominator = value(keyAt(relation.denominator));
  if (!numerator || !denominator || denominator.isZero()) return null;
  return numerator.times(relation.times).div(denominator);
}

export function percentDigits(figures: Figures, key: CellKey): number {
  const shown = figures.shown(key);
  const own = (figures.value(key) ?? ZERO).decimalPlaces();
  if (figures.origin(key) === Origin.formula) return shown.fixed ? shown.most : Math.min(own, 6);
  return shown.fixed && figures.origin(key) !== Origin.text
    ? Math.min(shown.most, Math.max(own, shown.least))
    : own;
}

/** Half the last digit that the percent shows, and what the rounding of its two figures can make. */
export function percentTolerance(figures: Figures, relation: PercentRelation, key: CellKey): Decimal {
  const half = stepOf(Math.max(0, percentDigits(figures, key))).div(2);
  const numerator = keyAt(relation.numerator);
  const denominator = keyAt(relation.denominator);
  const below = (figures.value(denominator) ?? ZERO).abs();
  const slack = (cell: CellKey): Decimal => {
    const scale = figures.tableOf(cell)?.unitOf(relation.percent.row, relation.percent.column)?.scale;
    const { digits, carriesMore } = precisionOf(figures, cell);
    return carriesMore || (scale === 1 && digits <= 0) ? ZERO : stepOf(digits).div(2);
  };
  if (below.isZero()) return half;
  const share = (figures.value(numerator) ?? ZERO).abs().div(below);
  return half.plus(
    slack(numerator)
      .plus(share.times(slack(denominator)))
      .times(relation.times)
      .div(below),
  );
}

/** Whether a percent agrees with its two figures; `null` where that is not known. */
export function percentHolds(
  figures: Figures,
  relation: PercentRelation,
  value: (key: CellKey) => Decimal | null,
): boolean | null {
  const key = keyAt(relation.percent);
  const found = value(key);
  const now = ratioOf(relation, value);
  return (
    found &&
    now &&
    found
      .minus(now)
      .abs()
      .lte(percentTolerance(figures, relation, key))
  );
}
