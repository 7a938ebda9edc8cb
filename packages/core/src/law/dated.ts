import type { AsOf, DatedRule, Period } from './types.js';

/** Two rules that hold at once and disagree. The law decides such a conflict, never the order in a file. */
export class LawConflictError extends Error {
  override readonly name = 'LawConflictError';
  constructor(
    readonly subject: string,
    readonly rules: readonly [DatedRule, DatedRule],
    readonly values: readonly [string, string],
  ) {
    const [first, second] = rules;
    super(
      `Hai quy định cùng hiệu lực mâu thuẫn về ${subject}: ` +
        `${values[0]} (${first.law.instrument} ${first.law.article}) và ` +
        `${values[1]} (${second.law.instrument} ${second.law.article})`,
    );
  }
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * Whether `text` is a day that the calendar has, `2025-02-28`.
 *
 * @example isDay('2025-02-29') // false
 */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return date.toISOString().slice(0, 10) === text;
}

/**
 * Whether a period holds on a day.
 *
 * @example holdsOn({ from: '2021-10-14', to: '2025-12-31' }, '2025-08-08') // true
 */
export function holdsOn(period: Period, day: string): boolean {
  return period.from <= day && (period.to === null || day <= period.to);
}

/**
 * Whether a dated rule holds for the question asked. For money carried over, a rule holds until its
 * `carriedOverTo` (TT 60/2026/TT-BTC Điều 21 khoản 1: tasks of 2021–2025 go on under their old rules).
 *
 * @example inForce({ from: '2021-10-14', to: null }, { asOf: '2025-08-08' }) // true
 */
export function inForce(rule: DatedRule, query: AsOf): boolean {
  if (rule.from > query.asOf) return false;
  const end = query.carriedOver && rule.carriedOverTo ? rule.carriedOverTo : rule.to;
  return end === null || query.asOf <= end;
}

/**
 * The value in force for one question, or `null` where none is. `told` says the value in words that can be
 * compared and shown.
 *
 * @throws LawConflictError if two rules in force tell different values; equal values from two instruments agree.
 * @example valueInForce(NORMS[0]!.norms, { asOf: '1999-01-01' }, 'norm', (norm) => norm.value) // null
 */
export function valueInForce<Rule extends DatedRule>(
  rules: readonly Rule[],
  query: AsOf,
  subject: string,
  told: (rule: Rule) => string,
): Rule | null {
  let found: Rule | null = null;
  for (const rule of rules) {
    if (!inForce(rule, query)) continue;
    if (found !== null && told(found) !== told(rule)) {
      throw new LawConflictError(subject, [found, rule], [told(found), told(rule)]);
    }
    // Of rules that agree, the younger one is cited.
    if (found === null || rule.from >= found.from) found = rule;
  }
  return found;
}

/** The same day `months` later; the last day of the month where that day does not exist. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const total = year * 12 + (month - 1) + months;
  const last = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(total / 12)}-${two((total % 12) + 1)}-${two(Math.min(date, last))}`;
}
