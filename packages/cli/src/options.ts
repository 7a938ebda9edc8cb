import { CallError } from './call-error.js';

/** Years a sheet of ours can be about: those of the programmes, with some years around them. */
const FIRST_YEAR = 2016;
const LAST_YEAR = 2040;

/** `2025`. */
export function parseYear(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw new CallError(
    'bad-year',
    `năm “${text}” không dùng được: hãy viết một năm từ ${FIRST_YEAR} đến ${LAST_YEAR}, ví dụ --year 2025`,
    `the year “${text}” cannot be used: write a year from ${FIRST_YEAR} to ${LAST_YEAR}, such as --year 2025`,
  );
}

/** An ISO date that exists, `2025-08-08`. */
export function parseDate(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  throw new CallError(
    'bad-date',
    `ngày “${text}” không dùng được: hãy viết năm-tháng-ngày, ví dụ --as-of 2025-08-08`,
    `the date “${text}” cannot be used: write year-month-day, such as --as-of 2025-08-08`,
  );
}

/** A plain number with a point: `12`, `0.15`. Commas, exponents and signs are refused, never guessed. */
export function isPlainNumber(text: string): boolean {
  return /^\d{1,15}(\.\d{1,12})?$/.test(text);
}

/** Percent to share without binary arithmetic: `15` → `0.15`, `7.5` → `0.075`. */
function hundredth(text: string): string {
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = whole.padStart(3, '0');
  const share = `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
  return share.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '');
}

/** `0.15` or `15%` → `0.15`. A bare number above 1 is refused: `15` may mean 15 % or 15 times. */
export function parseRatio(text: string): string {
  const percent = text.endsWith('%');
  const number = percent ? text.slice(0, -1).trim() : text;
  const value = Number(number);
  if (isPlainNumber(number) && value <= (percent ? 1000 : 1)) {
    return percent ? hundredth(number) || '0' : number;
  }
  throw new CallError(
    'bad-ratio',
    `tỷ lệ “${text}” không rõ: hãy viết 15% hoặc 0.15 (dấu thập phân là dấu chấm)`,
    `the ratio “${text}” is not clear: write 15% or 0.15 (with a decimal point)`,
  );
}

/** A percentage from 0 to 100, `60` or `60%` → `60`. */
export function parsePercent(text: string): string {
  const number = text.endsWith('%') ? text.slice(0, -1).trim() : text;
  if (isPlainNumber(number) && Number(number) <= 100) return number;
  throw new CallError(
    'bad-percent',
    `tỷ lệ hỗ trợ “${text}” không dùng được: hãy viết số phần trăm từ 0 đến 100, ví dụ --support-rate 60`,
    `the support rate “${text}” cannot be used: write a percentage from 0 to 100, such as --support-rate 60`,
  );
}

export interface MatchRatio {
  readonly ratio: string;
  readonly capital: 'all' | 'investment' | 'recurrent';
}

/** `[investment=|recurrent=]RATIO`, each kind once. */
export function parseMatch(text: string, before: readonly MatchRatio[]): MatchRatio[] {
  const [, kind, ratio = ''] = /^(?:([^=]*)=)?(.*)$/.exec(text) ?? [];
  if (kind !== undefined && kind !== 'investment' && kind !== 'recurrent') {
    throw new CallError(
      'bad-match',
      `“${text}” không dùng được: viết --match 15%, --match investment=10% hoặc --match recurrent=15%`,
      `“${text}” cannot be used: write --match 15%, --match investment=10% or --match recurrent=15%`,
    );
  }
  const capital = kind ?? 'all';
  if (before.some((match) => match.capital === capital)) {
    throw new CallError(
      'contradiction',
      `tỷ lệ đối ứng ${kind ?? ''} được nêu hai lần; mỗi loại vốn chỉ nêu một tỷ lệ`.replace('  ', ' '),
      `the counterpart ratio ${kind ?? ''} is given twice; give one for each kind of capital`.replace(
        '  ',
        ' ',
      ),
    );
  }
  return [...before, { ratio: parseRatio(ratio), capital }];
}

/** `vi` or `en`. */
export function parseLanguage(text: string): 'vi' | 'en' {
  if (text === 'vi' || text === 'en') return text;
  throw new CallError(
    'bad-language',
    `không có ngôn ngữ “${text}”: dùng --lang vi hoặc --lang en`,
    `there is no language “${text}”: use --lang vi or --lang en`,
  );
}
