import { Decimal, decimalOfDouble, ZERO } from '../amount/decimal.js';
import type { CellValue, UnknownReason } from './types.js';

export type NumberValue = Extract<CellValue, { kind: 'number' }>;
/** What ends a computation at once: an Excel error, or that the value is not known. */
export type Stop = Extract<CellValue, { kind: 'error' | 'unknown' }>;

export const BLANK: CellValue = { kind: 'blank' };
export const TRUE: CellValue = { kind: 'boolean', value: true };
export const FALSE: CellValue = { kind: 'boolean', value: false };

export const numberValue = (value: Decimal): NumberValue => ({ kind: 'number', value });
export const intValue = (value: number): NumberValue => ({ kind: 'number', value: new Decimal(value) });
export const doubleValue = (value: number): NumberValue => ({
  kind: 'number',
  value: decimalOfDouble(value),
});
export const textValue = (text: string): CellValue => ({ kind: 'text', text });
export const booleanValue = (value: boolean): CellValue => (value ? TRUE : FALSE);
export const errorValue = (error: string): Stop => ({ kind: 'error', error });
export const unknownValue = (reason: UnknownReason, detail: string): Stop => ({
  kind: 'unknown',
  reason,
  detail,
});

export const VALUE_ERROR = errorValue('#VALUE!');
export const NUM_ERROR = errorValue('#NUM!');
export const DIV_ERROR = errorValue('#DIV/0!');
export const NA_ERROR = errorValue('#N/A');
export const REF_ERROR = errorValue('#REF!');

export function isStop(value: CellValue | Decimal | boolean | string): value is Stop {
  return typeof value === 'object' && 'kind' in value && (value.kind === 'error' || value.kind === 'unknown');
}

/** Decimals keep 60 digits; a quotient is cut to 40 before it decides anything, so that 1/3×3 is 1. */
const SETTLED_DIGITS = 40;

export function settle(value: Decimal): Decimal {
  // A limb of decimal.js holds seven digits: up to five limbs cannot exceed forty.
  return value.d.length <= 5 ? value : value.toSignificantDigits(SETTLED_DIGITS, Decimal.ROUND_HALF_UP);
}

/** Text that Excel (en-US, as a file stores it) reads as a number in arithmetic. Dates and currencies are left alone. */
export function numberInText(text: string): Decimal | null {
  const trimmed = text.trim();
  const match = /^([+-]?)(\(?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d{1,3})?)(\)?)(%?)$/.exec(
    trimmed,
  );
  if (!match || !/\d/.test(match[3]!) || (match[2] === '(') !== (match[4] === ')')) return null;
  if (match[2] === '(' && match[1] !== '') return null;
  const digits = match[3]!
    .replaceAll(',', '')
    .replace(/\.$/, '')
    .replace(/\.(?=[eE])/, '');
  if (!/^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits)) return null;
  let value = new Decimal(digits);
  if (match[1] === '-' || match[2] === '(') value = value.negated();
  return match[5] === '%' ? value.div(100) : value;
}

/** The value as arithmetic takes it: blank is 0, TRUE is 1, numeric text is its number. */
export function toNumber(value: CellValue): Decimal | Stop {
  switch (value.kind) {
    case 'number':
      return value.value;
    case 'blank':
      return ZERO;
    case 'boolean':
      return new Decimal(value.value ? 1 : 0);
    case 'text':
      return numberInText(value.text) ?? VALUE_ERROR;
    default:
      return value;
  }
}

/** A number as Excel turns it into text with `&`: General, 15 digits. */
export function numberText(value: Decimal): string {
  const shown = value.toSignificantDigits(15, Decimal.ROUND_HALF_UP);
  if (shown.isZero()) return '0';
  if (shown.e >= 21 || shown.e < -9) {
    const [digits, exponent] = shown.toExponential().split('e');
    const power = Number(exponent);
    return `${digits}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  return shown.toFixed();
}

export function toText(value: CellValue): string | Stop {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'blank':
      return '';
    case 'number':
      return numberText(value.value);
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    default:
      return value;
  }
}

export function toBoolean(value: CellValue): boolean | Stop {
  switch (value.kind) {
    case 'boolean':
      return value.value;
    case 'number':
      return !value.value.isZero();
    case 'blank':
      return false;
    case 'text': {
      const upper = value.text.toUpperCase();
      return upper === 'TRUE' ? true : upper === 'FALSE' ? false : VALUE_ERROR;
    }
    default:
      return value;
  }
}

const RANK = { number: 0, text: 1, boolean: 2 } as const;

/** Order of two values as Excel compares them: numbers before texts before booleans; letters without their case. */
export function compareValues(left: CellValue, right: CellValue): number {
  const a = fillBlank(left, right);
  const b = fillBlank(right, left);
  if (a.kind === 'number' && b.kind === 'number') return settle(a.value).comparedTo(settle(b.value));
  if (a.kind === 'text' && b.kind === 'text') return compareTexts(a.text, b.text);
  if (a.kind === 'boolean' && b.kind === 'boolean') return Number(a.value) - Number(b.value);
  return RANK[a.kind as keyof typeof RANK] - RANK[b.kind as keyof typeof RANK];
}

function fillBlank(value: CellValue, other: CellValue): CellValue {
  if (value.kind !== 'blank') return value;
  if (other.kind === 'text') return textValue('');
  return other.kind === 'boolean' ? FALSE : numberValue(ZERO);
}

export function compareTexts(left: string, right: string): number {
  const a = left.toLowerCase();
  const b = right.toLowerCase();
  return a < b ? -1 : a > b ? 1 : 0;
}
