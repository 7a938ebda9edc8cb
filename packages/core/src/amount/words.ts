import { foldText } from '../text/index.js';
import { Decimal } from './decimal.js';

/** Words that people choose differently; none of them is wrong. */
export interface WordChoices {
  /** Between hundreds and a single digit: `một trăm linh năm` or `lẻ năm`. */
  readonly zeroTen: 'linh' | 'lẻ';
  readonly thousand: 'nghìn' | 'ngàn';
  readonly billion: 'tỷ' | 'tỉ';
  /** What is counted, `đồng`, `triệu đồng`; empty for the bare number. */
  readonly unit: string;
  /** Begin with a capital letter. */
  readonly capital: boolean;
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
/** Largest amount that is spelled: 10^18, a thousand million billions. */
export const MOST_IN_WORDS = new Decimal(10).pow(18);

function group(value: number, full: boolean, choices: WordChoices): string[] {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(DIGITS[hundreds]!, 'trăm');
  if (tens === 0) {
    if (ones > 0) words.push(...(words.length > 0 ? [choices.zeroTen] : []), DIGITS[ones]!);
    return words;
  }
  words.push(...(tens === 1 ? ['mười'] : [DIGITS[tens]!, 'mươi']));
  if (ones === 1) words.push(tens === 1 ? 'một' : 'mốt');
  else if (ones === 4) words.push(tens === 1 ? 'bốn' : 'tư');
  else if (ones === 5) words.push('lăm');
  else if (ones > 0) words.push(DIGITS[ones]!);
  return words;
}

/** Up to 999,999,999; `full`: something larger stands before, so hundreds are spoken even if none. */
function below10e9(value: number, full: boolean, choices: WordChoices): string[] {
  const words: string[] = [];
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(value / 1_000_000), 'triệu'],
    [Math.floor(value / 1_000) % 1_000, choices.thousand],
    [value % 1_000, ''],
  ];
  for (const [part, name] of parts) {
    if (part === 0) continue;
    words.push(...group(part, full || words.length > 0, choices), ...(name ? [name] : []));
  }
  return words;
}

function whole(value: Decimal, choices: WordChoices): string[] {
  if (value.isZero()) return ['không'];
  const billions = value.div(1e9).floor();
  const rest = value.minus(billions.times(1e9)).toNumber();
  if (billions.isZero()) return below10e9(rest, false, choices);
  return [...whole(billions, choices), choices.billion, ...below10e9(rest, true, choices)];
}

/** Decimals as they are read out: leading zeros one by one, then the number. */
function fraction(digits: string, choices: WordChoices): string[] {
  const zeros = /^0*/.exec(digits)![0].length;
  const rest = digits.slice(zeros);
  const spoken =
    rest.length <= 3 ? group(Number(rest), false, choices) : [...rest].map((digit) => DIGITS[Number(digit)]!);
  return [...Array.from({ length: zeros }, () => 'không'), ...spoken];
}

/**
 * An amount in Vietnamese words, for “Bằng chữ: …”. Exact; up to 10^18.
 *
 * @throws RangeError beyond 10^18
 * @example
 * ```ts
 * amountInWords('1005', { zeroTen: 'linh', thousand: 'nghìn', billion: 'tỷ', unit: 'đồng', capital: true });
 * // 'Một nghìn không trăm linh năm đồng'
 * ```
 */
export function amountInWords(amount: Decimal | string, choices: WordChoices): string {
  const value = new Decimal(amount);
  if (value.abs().gt(MOST_IN_WORDS))
    throw new RangeError(`${value.toFixed()} is larger than can be spelled (10^18)`);
  const [, decimals] = value.toFixed().split('.');
  const words = [
    ...(value.isNegative() && !value.isZero() ? ['âm'] : []),
    ...whole(value.abs().trunc(), choices),
    ...(decimals ? ['phẩy', ...fraction(decimals, choices)] : []),
    ...(choices.unit ? [choices.unit] : []),
  ].join(' ');
  return choices.capital ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

const SPOKEN: ReadonlyMap<string, number> = new Map(
  'khong:0 mot:1 hai:2 ba:3 bon:4 tu:4 nam:5 lam:5 nham:5 sau:6 bay:7 tam:8 chin:9'.split(' ').map((pair) => {
    const [word, digit] = pair.split(':') as [string, string];
    return [word, Number(digit)];
  }),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['nghin', 1e3],
  ['ngan', 1e3],
  ['trieu', 1e6],
  ['ty', 1e9],
  ['ti', 1e9],
]);
const FILLERS = new Set(['linh', 'le', 'chan', 'va']);

/**
 * The amount that Vietnamese words spell, accents or not, in any of the choices: `Một nghìn không trăm linh năm đồng`
 * is 1005. The unit may be said (`triệu đồng` counts as a million đồng); the answer is in đồng where `đồng` stands.
 *
 * @returns `null` where a word is no number word; nothing is guessed
 * @example
 * ```ts
 * readWords('Hai mươi mốt triệu đồng chẵn')?.toString(); // '21000000'
 * ```
 */
export function readWords(text: string): Decimal | null {
  const words = foldText(text)
    .replace(/^.*bang chu /, '')
    .replace(/ (?:viet nam|vn)$/, '')
    .split(' ');
  while (words.at(-1) === 'chan' || words.at(-1) === 'dong') words.pop();
  const negative = words[0] === 'am' || words[0] === 'tru';
  const value = spelled(negative ? words.slice(1) : words);
  return value && negative ? value.negated() : value;
}

/** Splits at the last of the largest scale: `hai nghìn tỷ ba triệu` is (hai nghìn) tỷ (ba triệu). */
function spelled(words: readonly string[]): Decimal | null {
  const largest = words.reduce((most, word) => Math.max(most, SCALES.get(word) ?? 0), 0);
  if (largest === 0) return withFraction(words);
  const at = words.reduce((last, word, i) => (SCALES.get(word) === largest ? i : last), -1);
  const head = spelled(words.slice(0, at));
  const tail = words.slice(at + 1);
  if (!head) return null;
  if (tail.length === 0) return head.times(largest);
  if (tail.length === 1 && tail[0] === 'ruoi') return head.times(largest).plus(largest / 2);
  const rest = tail[0] === 'phay' ? withFraction(['khong', ...tail]) : spelled(tail);
  return rest?.lt(largest) ? head.times(largest).plus(rest) : null;
}

function withFraction(words: readonly string[]): Decimal | null {
  const point = words.indexOf('phay');
  if (point < 0) return hundreds(words);
  const front = hundreds(words.slice(0, point));
  const behind = words.slice(point + 1);
  const zeros = behind.findIndex((word) => word !== 'khong');
  if (!front || behind.length === 0) return null;
  if (zeros < 0) return front;
  const rest = behind.slice(zeros);
  const digits = rest.every((word) => SPOKEN.has(word))
    ? rest.map((word) => SPOKEN.get(word)).join('')
    : hundreds(rest)?.toFixed();
  return digits === undefined ? null : new Decimal(`${front.toFixed()}.${'0'.repeat(zeros)}${digits}`);
}

/** Up to 999: `ba trăm linh năm`, `hai mươi mốt`, `mười lăm`. */
function hundreds(words: readonly string[]): Decimal | null {
  let total = 0;
  let digit: number | null = null;
  let unit = 1_000;
  let seen = false;
  for (const word of words) {
    const spoken = SPOKEN.get(word);
    if (spoken !== undefined) {
      if (digit !== null) return null;
      digit = spoken;
      seen = true;
    } else if (word === 'tram' || word === 'muoi' || word === 'chuc') {
      const next = word === 'tram' ? 100 : 10;
      if (next >= unit || (word === 'tram' && digit === null)) return null;
      total += (digit ?? 1) * next;
      unit = next;
      digit = null;
      seen = true;
    } else if (!FILLERS.has(word)) {
      return null;
    }
  }
  return seen ? new Decimal(total + (digit ?? 0)) : null;
}
