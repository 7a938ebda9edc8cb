import type { Decimal } from '../amount/decimal.js';

/** Digits after the point that a number format shows: always `least`, at most `most`. */
export interface ShownDigits {
  readonly least: number;
  readonly most: number;
  /** True where the format fixes the digits; false for `General`, which shows what was typed. */
  readonly fixed: boolean;
}

const GENERAL: ShownDigits = { least: 0, most: 15, fixed: false };
const DATE_LETTER = /[dmyhs]/i;

/**
 * What a number format shows of a stored value. A percent format shows two digits more of it,
 * each comma behind the digits (`#,##0,`) three fewer, so the result may be negative.
 */
export function shownDigits(format: string): ShownDigits {
  const section = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/\[[^\]]*\]/g, '');
  if (
    !/[0#?]/.test(section) ||
    DATE_LETTER.test(section) ||
    /e[+-]/i.test(section) ||
    section.includes('/')
  ) {
    return GENERAL;
  }
  const [whole = '', decimals = ''] = section.split('.');
  const digits = decimals.replace(/[^0#?]/g, '');
  const places = digits.length;
  const must = digits.replace(/[#?]/g, '').length;
  const tail = (section.includes('.') ? decimals : whole).replace(/[^0#?,]/g, '');
  const thousands = /,*$/.exec(tail)![0].length * 3;
  const percent = section.includes('%') ? 2 : 0;
  return { least: must + percent - thousands, most: places + percent - thousands, fixed: true };
}

/** The value as the cell shows it. Rounded half away from zero, as Excel shows figures. */
export function asShown(value: Decimal, shown: ShownDigits): Decimal {
  if (!shown.fixed || value.decimalPlaces() <= shown.most) return value;
  if (shown.most >= 0) return value.toDecimalPlaces(shown.most, 4);
  return value.toNearest(`1e${-shown.most}`, 4);
}
