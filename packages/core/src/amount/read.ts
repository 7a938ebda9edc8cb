import type { MoneyUnit, NumberHabit } from '../sheet/types.js';
import { flattenText } from '../text/index.js';
import { Decimal, ZERO } from './decimal.js';
import { AmountScanner, skipBlanks } from './scan.js';
import { unitAt } from './unit.js';

/** One way to read a text as a number. */
export interface NumberReading {
  readonly value: Decimal;
  /** Digits written behind the decimal sign: the step of the text is 10^-decimals. */
  readonly decimals: number;
}

/**
 * What a text says as an amount.
 * - `amount`: a bare number. `percent`: a percent sign follows (`15%` has value 15). `dash`: a mark for nothing, 0.
 *   `other`: the reading by the opposite habit, where only the habit decided.
 * - `ambiguous`: a bare number of two readings (`1.728` without a habit), thousands first.
 * - `money`: a number with its unit (`01 tỷ`); values are in đồng; several readings where the number is ambiguous.
 * - `none`: no amount.
 */
export type AmountReading =
  | (NumberReading & {
      readonly kind: 'amount';
      readonly percent: boolean;
      readonly dash: boolean;
      readonly other: NumberReading | null;
    })
  | { readonly kind: 'ambiguous'; readonly readings: readonly NumberReading[]; readonly percent: boolean }
  | { readonly kind: 'money'; readonly readings: readonly NumberReading[]; readonly unit: MoneyUnit }
  | { readonly kind: 'none' };

const NONE: AmountReading = { kind: 'none' };
const DASH: AmountReading = {
  kind: 'amount',
  value: ZERO,
  decimals: 0,
  percent: false,
  dash: true,
  other: null,
};
const DASHES = /^[\s\u00a0'’]*[-\u2010-\u2015\u2212]{1,3}[\s\u00a0]*$/;
const FULL_WIDTH = /[\uff01-\uff5e]/;
const MAX_LENGTH = 200;

/**
 * Reads a text as an amount: `9.504,2`, `9504.2`, `29,160`, `(21,574)`, `-`, `01 tỷ`, `262 tỷ 384 triệu đồng`, with
 * blanks of all kinds, apostrophes and full-width digits. Two readings are told, never chosen in silence.
 *
 * @param habit how the sheet writes decimals; `null` where nothing tells (see {@link inferHabit})
 * @example
 * ```ts
 * readAmount('1.728', 'comma-decimal'); // { kind: 'amount', value: 1728, … }
 * readAmount('1.728', null); // { kind: 'ambiguous', readings: [{ value: 1728 }, { value: 1.728 }] }
 * ```
 */
export function readAmount(text: string, habit: NumberHabit): AmountReading {
  if (text.length === 0 || text.length > MAX_LENGTH) return NONE;
  const plain = FULL_WIDTH.test(text) ? text.normalize('NFKC') : text;
  const scanner = new AmountScanner();
  const result = scanner.scan(plain, habit);
  if (result === 'none') return DASHES.test(plain) ? DASH : NONE;
  if (scanner.end < plain.length) return readMoney(plain, habit);
  const readings = readingsOf(scanner);
  if (result === 'ambiguous') return { kind: 'ambiguous', readings, percent: scanner.percent };
  return {
    kind: 'amount',
    ...readings[0]!,
    percent: scanner.percent,
    dash: false,
    other: readings[1] ?? null,
  };
}

function readingsOf(scanner: AmountScanner): NumberReading[] {
  const { otherDecimals, decimals } = scanner;
  const chosen = { value: scaled(scanner, decimals), decimals };
  return otherDecimals < 0
    ? [chosen]
    : [chosen, { value: scaled(scanner, otherDecimals), decimals: otherDecimals }];
}

function scaled(scanner: AmountScanner, decimals: number): Decimal {
  if (!Number.isNaN(scanner.mantissa)) {
    // A whole number of 15 digits over a power of ten is the double nearest to that decimal, which Decimal reads back.
    return new Decimal(decimals === 0 ? scanner.mantissa + 0 : scanner.mantissa / 10 ** decimals);
  }
  const digits = scanner.digits();
  const whole = digits.slice(0, digits.length - decimals);
  return new Decimal(
    `${scanner.negative ? '-' : ''}${whole || '0'}.${digits.slice(digits.length - decimals) || '0'}`,
  );
}

/** One or more numbers each with its unit, the larger unit first: `262 tỷ 384 triệu đồng`. */
function readMoney(text: string, habit: NumberHabit): AmountReading {
  const flat = flattenText(text.normalize('NFC'));
  const scanner = new AmountScanner();
  let sums: NumberReading[] = [{ value: ZERO, decimals: 0 }];
  let last: MoneyUnit | null = null;
  let negative = false;
  for (let at = 0; skipBlanks(flat, at) < flat.length; ) {
    const result = scanner.scan(flat, habit, at);
    if (result === 'none' || scanner.percent || (last && scanner.negative)) return NONE;
    const found = unitAt(flat, scanner.end);
    if (!found || (last && found.unit.scale >= last.scale)) return NONE;
    const { scale } = found.unit;
    const part = readingsOf(scanner).map(({ value, decimals }) => ({
      value: value.abs().times(scale),
      decimals,
    }));
    const choices = result === 'ambiguous' ? part : part.slice(0, 1);
    if (last) {
      const room = last.scale;
      if (choices.some(({ value }) => value.gte(room))) return NONE;
    } else {
      negative = scanner.negative;
    }
    sums = sums.flatMap((sum) =>
      choices.map(({ value, decimals }) => ({
        value: sum.value.plus(value),
        decimals: writtenDecimals(decimals, scale),
      })),
    );
    last = found.unit;
    at = found.end;
    if (/^[\s.;]*$/.test(flat.slice(at))) break;
  }
  if (!last) return NONE;
  const readings = negative ? sums.map((sum) => ({ ...sum, value: sum.value.negated() })) : sums;
  return { kind: 'money', readings, unit: last };
}

/** Decimals in đồng of a number written with `decimals` in its unit: below zero where the last digit stands for more. */
function writtenDecimals(decimals: number, scale: number): number {
  return decimals - Math.round(Math.log10(scale));
}

/**
 * How a sheet writes decimals, from its texts: only what has one reading counts as evidence (`9.504,2`, `8,7`,
 * `1.234.567`); `null` where there is none or it contradicts itself.
 *
 * @example
 * ```ts
 * inferHabit(['9.504,2', '1.728']); // 'comma-decimal'
 * ```
 */
export function inferHabit(texts: Iterable<string>): NumberHabit {
  const scanner = new AmountScanner();
  let comma = 0;
  let point = 0;
  for (const text of texts) {
    if (text.length > 40 || scanner.scan(text, 'comma-decimal') !== 'number' || scanner.end < text.length)
      continue;
    if (scanner.otherDecimals >= 0) continue;
    const lastComma = text.lastIndexOf(',');
    const lastPoint = text.lastIndexOf('.');
    if (lastComma === lastPoint) continue;
    const commaLast = lastComma > lastPoint;
    const isComma = scanner.decimals > 0 ? commaLast : !commaLast;
    if (isComma) comma++;
    else point++;
  }
  if (comma > 0 && point > 0)
    return comma >= 10 * point ? 'comma-decimal' : point >= 10 * comma ? 'point-decimal' : null;
  return comma > 0 ? 'comma-decimal' : point > 0 ? 'point-decimal' : null;
}
