import { type Amount, stepOf } from '../amount.js';
import type { Planted } from '../facts.js';
import type { Build, Figure, SumFact } from '../model.js';
import type { Random } from '../random.js';

/** Makes a workbook wrong and answers what must be said of it; `null` where it does not fit. */
export type Plant = (build: Build, random: Random) => Planted | null;

/** Ways in which a figure goes wrong under a person's hand. */
export function slip(random: Random, amount: Amount, digits: number, least: Amount): Amount | null {
  const step = stepOf(digits);
  const units = amount / step;
  const text = (units < 0n ? -units : units).toString();
  const tries: Amount[] = [];
  if (text.length >= 3) {
    const at = random.integer(0, text.length - 2);
    const letters = [...text];
    const kept = letters[at] as string;
    letters[at] = letters[at + 1] as string;
    letters[at + 1] = kept;
    tries.push(BigInt(letters.join('')) * step);
    const one = random.integer(0, text.length - 1);
    const other = [...text];
    other[one] = String((Number(other[one]) + random.integer(1, 8)) % 10);
    tries.push(BigInt(other.join('')) * step);
  }
  tries.push(
    amount + step * BigInt(random.integer(1, 9)) * 10n,
    amount + (random.chance(0.5) ? step : -step),
  );
  const fitting = tries.filter(
    (one) => one !== amount && one > 0n && !isPower(one, amount) && difference(one, amount) > least,
  );
  return fitting.length > 0 ? random.pick(fitting) : null;
}

function difference(a: Amount, b: Amount): Amount {
  return a > b ? a - b : b - a;
}

function isPower(a: Amount, b: Amount): boolean {
  return [1_000n, 1_000_000n].some((factor) => a * factor === b || b * factor === a);
}

/** Differences up to here are rounding, not mistakes; nothing in đồng. */
export function tolerance(sums: readonly SumFact[]): Amount {
  return sums.reduce<Amount>((most, sum) => {
    const unit = sum.whole.modelColumn.unit ?? sum.table.unit;
    if (unit.scale === 1) return most;
    const own = (stepOf(shownDigits(sum)) * BigInt(sum.parts.length + 1)) / 2n;
    return own > most ? own : most;
  }, 0n);
}

/** Digits that a hand-typed figure may show at the least: a general format drops trailing zeros. */
function shownDigits(sum: SumFact): number {
  const { look } = sum.table;
  if (look.mixedDigits) return 0;
  const { digits } = sum.whole.modelColumn.unit ?? sum.table.unit;
  return look.format === 'general' ? Math.max(0, digits - 2) : digits;
}

export const unitOf = (figure: Figure) => figure.modelColumn.unit ?? figure.table.unit;
