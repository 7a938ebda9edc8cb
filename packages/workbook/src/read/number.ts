import { decodeUtf8 } from '../xml/text.js';

const POWERS = new Float64Array(23).map((_, i) => Number(`1e${i}`));

/**
 * A decimal number straight from its bytes, equal to `Number(text)` to the last bit; `NaN` where it is none.
 * Up to 15 digits and powers of ten up to 22 are exact in doubles, so that one division rounds once, correctly.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let byte = bytes[at]!;
  const negative = byte === 45;
  if (negative || byte === 43) at++;
  let mantissa = 0;
  let digits = 0;
  let decimals = 0;
  let seen = 0;
  let point = false;
  for (; at < end; at++) {
    byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) {
      seen++;
      if (digits > 0 || byte !== 48) digits++;
      if (digits > 15) return slowNumber(bytes, start, end);
      mantissa = mantissa * 10 + (byte - 48);
      if (point) decimals++;
    } else if (byte === 46 && !point) point = true;
    else return slowNumber(bytes, start, end);
  }
  if (seen === 0 || decimals > 22) return slowNumber(bytes, start, end);
  const value = decimals === 0 ? mantissa : mantissa / POWERS[decimals]!;
  return negative ? -value : value;
}

function slowNumber(bytes: Uint8Array, start: number, end: number): number {
  const text = decodeUtf8(bytes, start, end).trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** A whole number without sign, or -1. */
export function parseWhole(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9 || value > 400_000_000) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/;

/** Serial number of an ISO date as strict files store it (`t="d"`); `NaN` where it is none. */
export function serialOfIsoDate(text: string, date1904: boolean): number {
  const match = ISO.exec(text.trim());
  if (!match) return Number.NaN;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const days = daysFromCivil(Number(year), Number(month), Number(day));
  // Excel's calendar has a 29 February 1900 that never was.
  const serial = date1904 ? days - daysFromCivil(1904, 1, 1) : days - daysFromCivil(1899, 12, 30);
  const shifted = !date1904 && serial < 61 ? serial - 1 : serial;
  return shifted + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}

/** Days since 1 March 0000 of the Gregorian calendar. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
}
