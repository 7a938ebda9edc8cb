import type { Period } from './types.js';

/**
 * The day `days` later, or earlier where it is negative.
 *
 * @example shiftDay('2024-03-01', -1) // '2024-02-29'
 */
export function shiftDay(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/**
 * Whether two periods have a day in common.
 *
 * @example overlaps({ from: '2024-01-01', to: null }, { from: '2023-01-01', to: '2024-01-01' }) // true
 */
export function overlaps(one: Period, other: Period): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}

/** What is left of a period, and whether its own end is still that of the whole. */
interface Piece extends Period {
  readonly keepsEnd: boolean;
}

/** A period of a rule, perhaps going on for money carried over. */
type Carried = Period & { readonly carriedOverTo?: string | null };

/**
 * A rule in the times that others leave to it: none, one or several pieces. Where another rule took its end but says
 * nothing of money carried over, the rule goes on for that money alone.
 *
 * @example cutOut({ from: '2022-01-01', to: null }, [{ from: '2024-01-01', to: '2024-12-31' }]).map(({ from }) => from) // ['2022-01-01', '2025-01-01']
 */
export function cutOut<Rule extends Carried>(rule: Rule, others: readonly Carried[]): readonly Rule[] {
  let pieces: readonly Piece[] = [{ from: rule.from, to: rule.to, keepsEnd: true }];
  for (const other of others) pieces = pieces.flatMap((piece) => less(piece, other));
  const left = pieces.map(({ from, to, keepsEnd }) => ({
    ...rule,
    from,
    to,
    ...(keepsEnd || rule.carriedOverTo === undefined ? {} : { carriedOverTo: null }),
  }));
  const endLeft = pieces.some(({ keepsEnd }) => keepsEnd);
  return endLeft ? left : [...left, ...carriedAlone(rule, others)];
}

/** Never in force but for money carried over: it ends before it begins. */
function carriedAlone<Rule extends Carried>(rule: Rule, others: readonly Carried[]): readonly Rule[] {
  const { to, carriedOverTo } = rule;
  if (to === null || !carriedOverTo || carriedOverTo <= to) return [];
  const taken = others.some((other) => other.to === null || (other.carriedOverTo ?? other.to) > to);
  return taken ? [] : [{ ...rule, from: shiftDay(to, 1) }];
}

function less(piece: Piece, other: Period): readonly Piece[] {
  if (!overlaps(piece, other)) return [piece];
  const before: Piece[] =
    piece.from < other.from ? [{ from: piece.from, to: shiftDay(other.from, -1), keepsEnd: false }] : [];
  const after: Piece[] =
    other.to !== null && (piece.to === null || other.to < piece.to)
      ? [{ from: shiftDay(other.to, 1), to: piece.to, keepsEnd: piece.keepsEnd }]
      : [];
  return [...before, ...after];
}
