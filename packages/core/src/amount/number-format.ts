import { Decimal, decimalOfDouble } from './decimal.js';

/** What a number format does to a number, as far as digits go. */
export interface ShownFormat {
  /** Fewest and most decimals shown. `General` shows what is there. */
  readonly least: number;
  readonly most: number;
  /** The number is shown divided by this: 1000 for each trailing comma, 1/100 for each percent sign. */
  readonly divisor: Decimal;
  /** `date` and `text` formats show no decimals at all; nothing can be said of their step. */
  readonly kind: 'general' | 'number' | 'date' | 'text';
}

const GENERAL: ShownFormat = { least: 0, most: 15, divisor: new Decimal(1), kind: 'general' };
const ONE = new Decimal(1);

/** Removes what is only shown: quoted text, escaped letters, colours, fill and width marks. */
function bare(section: string): string {
  return section
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
}

/**
 * Reads an Excel number format: the section that the number falls in, its decimals, scaling and percent.
 *
 * @example
 * ```ts
 * readNumberFormat('#,##0.0,').most; // 1
 * ```
 */
export function readNumberFormat(format: string, value: Decimal = ONE): ShownFormat {
  const sections = splitSections(format);
  const plain = bare(sections[sectionIndex(sections.length, value)] ?? format).trim();
  if (plain === '' && sections.length === 1 && !/"/.test(format)) return GENERAL;
  if (/general/i.test(plain)) return GENERAL;
  if (plain.includes('@')) return { ...GENERAL, kind: 'text' };
  if (/[ymdhs]/i.test(plain) && !/[#0?]/.test(plain.replace(/s[.,]0+/gi, '')))
    return { ...GENERAL, kind: 'date' };
  if (/[eE][+-]/.test(plain)) return { ...GENERAL, kind: 'general' };
  const decimals = /\.([0#?]*)/.exec(plain)?.[1] ?? '';
  const commas = /[0#?](,+)(?=[^0#?,]*$)/.exec(plain.replace(/\.[0#?]*/, ''))?.[1]?.length ?? 0;
  const percents = plain.split('%').length - 1;
  const least = decimals.replace(/[^0?]/g, '').length;
  return {
    least,
    most: decimals.length,
    divisor: new Decimal(1000).pow(commas).div(new Decimal(100).pow(percents)),
    kind: 'number',
  };
}

function sectionIndex(count: number, value: Decimal): number {
  if (value.isNegative() && !value.isZero() && count > 1) return 1;
  return value.isZero() && count > 2 ? 2 : 0;
}

/** Semicolons inside quotes divide nothing. */
function splitSections(format: string): string[] {
  const sections = [''];
  let quoted = false;
  for (let i = 0; i < format.length; i++) {
    const letter = format[i]!;
    if (letter === '"') quoted = !quoted;
    if (letter === '\\' && !quoted) {
      sections[sections.length - 1] += letter + (format[++i] ?? '');
    } else if (letter === ';' && !quoted) sections.push('');
    else sections[sections.length - 1] += letter;
  }
  return sections;
}

/**
 * The value of the last digit that a cell shows: 1 for `1.847`, 0.1 for `8,7`, 100 for `#,##0.0,` .
 * Use it as the step in which a figure of the sheet can be right or wrong.
 *
 * @param numberFormat the cell's number format as stored, `General` where it has none
 * @example
 * ```ts
 * stepOf(1847, 'General').toString(); // '1'
 * stepOf(8.75, '#,##0.0').toString(); // '0.1'
 * ```
 */
export function stepOf(value: Decimal | number, numberFormat: string): Decimal {
  const exact = typeof value === 'number' ? decimalOfDouble(value) : value;
  const { least, most, divisor } = readNumberFormat(numberFormat, exact);
  const own = exact.div(divisor).decimalPlaces();
  const decimals = Math.min(Math.max(own, least), most);
  return new Decimal(10).pow(-decimals).times(divisor);
}

/**
 * The value as the cell shows it, rounded half away from zero as Excel does; dates and texts unchanged.
 *
 * @example
 * ```ts
 * displayed(new Decimal('1847.45'), '#,##0.0').toString(); // '1847.5'
 * ```
 */
export function displayed(value: Decimal, numberFormat: string): Decimal {
  const { most, divisor, kind } = readNumberFormat(numberFormat, value);
  if (kind !== 'number') return value;
  return value.div(divisor).toDecimalPlaces(most, Decimal.ROUND_HALF_UP).times(divisor);
}
