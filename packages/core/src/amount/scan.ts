import type { NumberHabit } from '../sheet/types.js';

/** How a number was found to be written. */
export type ScanResult =
  /** One reading. */
  | 'number'
  /** `1.728`: one separator before three digits, and no habit that decides. */
  | 'ambiguous'
  | 'none';

const MOST_SEPARATORS = 12;
/** Integers of up to 15 digits are exact as a number, and so is what they were scaled from. */
const MOST_FAST_DIGITS = 15;

/**
 * Reads digits and separators of one text into whole numbers, without making an object for each text: for loops
 * over many cells. Keep one scanner for each loop. Signs, brackets and blanks around the number are read too.
 *
 * @example
 * ```ts
 * const scanner = new AmountScanner();
 * scanner.scan('1.234.567,891', null); // 'number'
 * scanner.mantissa; // 1234567891
 * scanner.decimals; // 3
 * ```
 */
export class AmountScanner {
  /** All digits as one whole number, sign included; `NaN` beyond 15 digits, then use `digits`. */
  mantissa = 0;
  /** How many of the digits stand behind the decimal sign, for the reading chosen. */
  decimals = 0;
  /** Decimals by the other reading: for `ambiguous`, and where only the habit decided; else -1. */
  otherDecimals = -1;
  negative = false;
  percent = false;
  /** Where reading stopped: the length of the text, or the first letter behind the number. */
  end = 0;
  private first = 0;
  private digitCount = 0;
  private separators = 0;
  private readonly kinds = new Uint16Array(MOST_SEPARATORS);
  private readonly places = new Uint16Array(MOST_SEPARATORS);
  private text = '';

  /** The digits alone, for numbers of more than 15. */
  digits(): string {
    return this.text.slice(this.first, this.end).replace(/\D/g, '');
  }

  scan(text: string, habit: NumberHabit, from = 0): ScanResult {
    return from === 0 && this.scanCommon(text, habit) ? 'number' : this.scanAny(text, habit, from);
  }

  /** Nearly all figures of a sheet: digits, points and commas, perhaps a minus, in one clear order; else `false`. */
  private scanCommon(text: string, habit: NumberHabit): boolean {
    const { length } = text;
    const negative = text.charCodeAt(0) === 45;
    const first = negative ? 1 : 0;
    let mantissa = 0;
    let count = 0;
    let behind = 0;
    let separators = 0;
    let firstKind = 0;
    let lastKind = 0;
    let grouped = true;
    for (let at = first; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 48 && code <= 57) {
        mantissa = mantissa * 10 + code - 48;
        count++;
        behind++;
        continue;
      }
      if ((code !== 46 && code !== 44) || count === 0 || lastKind !== firstKind) return false;
      if (separators === 0) firstKind = code;
      if (separators === 0 ? count > 3 : behind !== 3) grouped = false;
      lastKind = code;
      separators++;
      behind = 0;
    }
    if (count === 0 || count > MOST_FAST_DIGITS || behind === 0) return false;
    let decimals = 0;
    let other = -1;
    if (separators === 1) {
      const canGroup = grouped && behind === 3 && text.charCodeAt(first) !== 48;
      if (canGroup && habit === null) return false;
      const isDecimal = !canGroup || (lastKind === 44) === (habit === 'comma-decimal');
      decimals = isDecimal ? behind : 0;
      if (canGroup) other = isDecimal ? 0 : 3;
    } else if (separators > 1) {
      if (!grouped) return false;
      if (lastKind !== firstKind) decimals = behind;
      else if (behind !== 3) return false;
    }
    this.text = text;
    this.mantissa = negative ? -mantissa : mantissa;
    this.decimals = decimals;
    this.otherDecimals = other;
    this.negative = negative;
    this.percent = false;
    this.first = first;
    this.digitCount = count;
    this.end = length;
    return true;
  }

  private scanAny(text: string, habit: NumberHabit, from: number): ScanResult {
    this.text = text;
    this.separators = 0;
    this.digitCount = 0;
    this.mantissa = 0;
    this.decimals = 0;
    this.otherDecimals = -1;
    this.percent = false;
    let at = skipBlanks(text, from);
    if (from === 0 && isApostrophe(text.charCodeAt(at))) at = skipBlanks(text, at + 1);
    const bracket = text.charCodeAt(at) === 40;
    if (bracket) at = skipBlanks(text, at + 1);
    const sign = signOf(text.charCodeAt(at));
    if (sign !== 0) at = skipBlanks(text, at + 1);
    this.negative = sign < 0;
    if (bracket) {
      if (sign !== 0) return 'none';
      this.negative = true;
    }
    at = this.scanDigits(text, at);
    if (at < 0) return 'none';
    const result = this.classify(habit);
    if (result === 'none') return result;
    at = skipBlanks(text, at);
    if (bracket) {
      if (text.charCodeAt(at) !== 41) return 'none';
      at = skipBlanks(text, at + 1);
    }
    if (text.charCodeAt(at) === 37) {
      this.percent = true;
      at = skipBlanks(text, at + 1);
    }
    this.end = at;
    if (this.digitCount > MOST_FAST_DIGITS) this.mantissa = Number.NaN;
    else if (this.negative) this.mantissa = -this.mantissa;
    return result;
  }

  /** Takes digits and the separators between them; the end, or -1 where there is no digit or no order. */
  private scanDigits(text: string, from: number): number {
    let at = from;
    let mantissa = 0;
    let count = 0;
    this.first = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 48 && code <= 57) {
        mantissa = mantissa * 10 + code - 48;
        count++;
        continue;
      }
      const kind = separatorKind(code);
      if (kind === 0 || !isDigit(text.charCodeAt(at + 1))) break;
      if (this.separators === MOST_SEPARATORS) return -1;
      this.kinds[this.separators] = kind;
      this.places[this.separators++] = count;
    }
    this.mantissa = mantissa;
    this.digitCount = count;
    const next = text.charCodeAt(at);
    return count === 0 || count > 60 || next === 46 || next === 44 ? -1 : at;
  }

  private classify(habit: NumberHabit): ScanResult {
    const count = this.separators;
    if (count === 0) return 'number';
    const last = this.kinds[count - 1]!;
    const behind = this.digitCount - this.places[count - 1]!;
    if (this.sameKinds(0, count)) {
      if (count > 1 || last === BLANK) return this.grouped(count) && behind === 3 ? 'number' : 'none';
      return this.single(last, behind, habit);
    }
    const decimalSign = last !== BLANK && this.sameKinds(0, count - 1);
    if (!decimalSign || !this.grouped(count - 1)) return 'none';
    if (this.places[count - 1]! - this.places[count - 2]! !== 3) return 'none';
    this.decimals = behind;
    return 'number';
  }

  /** One point or one comma: three digits behind it may be thousands or decimals. */
  private single(kind: number, behind: number, habit: NumberHabit): ScanResult {
    const before = this.places[0]!;
    const canGroup = behind === 3 && before >= 1 && before <= 3 && !this.startsWithZero();
    if (!canGroup) {
      this.decimals = behind;
      return 'number';
    }
    if (habit === null) {
      this.decimals = 0;
      this.otherDecimals = 3;
      return 'ambiguous';
    }
    const isDecimal = (kind === COMMA) === (habit === 'comma-decimal');
    this.decimals = isDecimal ? 3 : 0;
    this.otherDecimals = isDecimal ? 0 : 3;
    return 'number';
  }

  private startsWithZero(): boolean {
    return this.text.charCodeAt(this.first) === 48;
  }

  private sameKinds(from: number, to: number): boolean {
    for (let i = from + 1; i < to; i++) if (this.kinds[i] !== this.kinds[from]) return false;
    return true;
  }

  /** Groups of three behind the first, which holds one to three. */
  private grouped(count: number): boolean {
    if (this.places[0]! < 1 || this.places[0]! > 3) return false;
    for (let i = 1; i < count; i++) if (this.places[i]! - this.places[i - 1]! !== 3) return false;
    return true;
  }
}

const POINT = 1;
const COMMA = 2;
const BLANK = 3;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function separatorKind(code: number): number {
  if (code === 46) return POINT;
  if (code === 44) return COMMA;
  return isBlank(code) ? BLANK : 0;
}

/** Blank, tab, no-break, figure, thin and narrow no-break space, line ends. */
function isBlank(code: number): boolean {
  if (code <= 32) return code === 32 || code === 9 || code === 10 || code === 13;
  return code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0xfeff;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2018 || code === 0x2019;
}

function signOf(code: number): -1 | 0 | 1 {
  if (code === 43) return 1;
  return code === 45 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212 ? -1 : 0;
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}
