import {
  type Decimal,
  decimalOfDouble,
  findProgramme,
  isDay,
  type Programme,
  readAmount,
} from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';

/** What Excel hands over and takes back for a cell. */
export type Value = string | number | boolean;

/** A real error of Excel, with the reason that it shows beside it. */
export class FunctionError extends Error {
  constructor(
    readonly code: 'invalidValue' | 'invalidNumber' | 'notAvailable',
    message: string,
  ) {
    super(message);
  }
}

export const invalid = (message: string) => new FunctionError('invalidValue', message);
export const missing = (message: string) => new FunctionError('notAvailable', message);

/** An empty cell, or an argument that was left out. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** What a single cell holds; Excel hands over an area of one cell as a grid. */
export function single(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const rows = value as unknown[][];
  if (rows.length === 1 && rows[0]?.length === 1) return rows[0][0];
  throw invalid('Cần một ô, không phải một vùng');
}

export const textOf = (value: unknown): string => (isBlank(value) ? '' : String(single(value)).trim());

interface Figure {
  readonly value: Decimal;
  /** Written with a percent sign, as text; `value` is what stands before it. */
  readonly percent: boolean;
}

function figureOf(given: unknown, name: string): Figure {
  const value = single(given);
  if (isBlank(value)) throw invalid(`${name}: ô trống, cần một số`);
  if (typeof value === 'number' && Number.isFinite(value)) {
    return { value: decimalOfDouble(value), percent: false };
  }
  const reading = typeof value === 'string' ? readAmount(value, 'comma-decimal') : null;
  if (reading?.kind === 'amount') return { value: reading.value, percent: reading.percent };
  throw invalid(`${name}: cần một số, không phải “${String(value)}”`);
}

/** A cell's number without the dust of binary arithmetic, a text as figures of Vietnam are read; `5%` is 0,05. */
export function amountOf(given: unknown, name: string): Decimal {
  const { value, percent } = figureOf(given, name);
  return percent ? value.div(100) : value;
}

export function positiveOf(given: unknown, name: string): Decimal {
  const value = amountOf(given, name);
  if (value.lte(0)) throw invalid(`${name}: phải lớn hơn 0`);
  return value;
}

/**
 * A rate in percent, `60` or the text “60%”. A cell that shows 60% holds 0.6, which could also be meant as 0,6%; money
 * hangs on it, so it is asked for again.
 */
export function rateOf(given: unknown, name: string): Decimal {
  const { value, percent } = figureOf(given, name);
  if (!percent && value.gt(0) && value.lte(1)) {
    throw invalid(`${name}: ghi theo phần trăm, ví dụ 60; ô định dạng 60% thì nhân với 100`);
  }
  if (value.lt(0) || value.gt(100)) throw invalid(`${name}: phải từ 0 đến 100 (phần trăm)`);
  return value;
}

export function yearOf(given: unknown): number {
  const year = figureOf(given, 'Năm').value;
  if (!year.isInteger() || year.lt(1990) || year.gt(2100)) {
    throw invalid(`Năm: “${year.toFixed()}” không phải năm ngân sách, ví dụ 2025`);
  }
  return year.toNumber();
}

const DAY = 86_400_000;
/** Day 0 of Excel's calendar, right from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST = 61;
const LAST = 2_958_465;

/** An Excel date, or a text as 2025-12-31 or 31/12/2025, as an ISO date. */
export function dayOf(given: unknown): string {
  const value = single(given);
  if (typeof value === 'number' && value >= FIRST && value < LAST + 1) {
    return new Date(EPOCH + Math.floor(value) * DAY).toISOString().slice(0, 10);
  }
  const text = typeof value === 'string' ? value.trim() : '';
  const [, day = '', month = '', year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (/^\d{4}-(0\d|1[0-2])-[0-3]\d$/.test(iso) && isDay(iso)) return iso;
  throw invalid('Ngày: cần một ngày của Excel, hoặc dạng 31/12/2025');
}

export function programmeOf(given: unknown): Programme {
  const id = textOf(given);
  const programme = findProgramme(RULES.programmes, id.toLowerCase());
  if (programme) return programme;
  const known = RULES.programmes.map((one) => one.id).join(', ');
  throw missing(`Không có chương trình “${id}”. Dùng một trong: ${known}`);
}

/** The number for a cell; Excel keeps 15 digits, and a sum that lost some would be worse than none. */
export function exactly(value: Decimal, name: string): number {
  if (value.precision() > 15) {
    throw new FunctionError('invalidNumber', `${name}: hơn 15 chữ số, Excel không giữ đủ`);
  }
  return value.toNumber();
}
