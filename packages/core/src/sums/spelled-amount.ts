import { Decimal } from '../amount/decimal.js';

const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
/** From the largest down; what stands before the last of a kind is counted in it. */
const SCALES: readonly (readonly [ReadonlySet<string>, number])[] = [
  [new Set(['tỷ', 'tỉ']), 1_000_000_000],
  [new Set(['triệu']), 1_000_000],
  [new Set(['nghìn', 'ngàn', 'nghàn']), 1_000],
];
const NOTHING = new Set(['linh', 'lẻ', 'và', 'đồng', 'chẵn', 'việt', 'nam', 'vnđ']);
const POINT = new Set(['phẩy', 'phảy', 'phẫy']);

/**
 * The amount in đồng that a Vietnamese phrase spells: `Mười hai tỷ không trăm sáu mươi ba triệu hai trăm nghìn đồng`.
 * `null` where a word is no number word; nothing is guessed.
 */
export function readSpelledAmount(phrase: string): Decimal | null {
  const text = phrase
    .normalize('NFC')
    .toLowerCase()
    .replace(/^.*bằng chữ/u, '')
    .replace(/[^\p{L}\s]/gu, ' ')
    .trim();
  const words = text.split(/\s+/);
  const end = words.lastIndexOf('đồng');
  if (end <= 0) return null;
  const negative = words[0] === 'âm';
  const value = read(words.slice(negative ? 1 : 0, end));
  return value && (negative ? value.neg() : value);
}

function read(words: readonly string[]): Decimal | null {
  for (const [names, scale] of SCALES) {
    const at = lastOf(words, names);
    if (at < 0) continue;
    const [next, ...rest] = words.slice(at + 1);
    const head = read(words.slice(0, at));
    if (at === 0 || !head) return null;
    if (next === 'rưỡi' && rest.length === 0) return head.times(scale).plus(scale / 2);
    const tail = next === undefined ? new Decimal(0) : read([next, ...rest]);
    return tail && head.times(scale).plus(tail);
  }
  const point = words.findIndex((word) => POINT.has(word));
  if (point < 0) return readGroup(words);
  const whole = readGroup(words.slice(0, point));
  const decimals = readDecimals(words.slice(point + 1));
  return whole && decimals !== null ? new Decimal(`${whole.toFixed()}.${decimals}`) : null;
}

function lastOf(words: readonly string[], names: ReadonlySet<string>): number {
  for (let i = words.length - 1; i >= 0; i--) if (names.has(words[i]!)) return i;
  return -1;
}

/** `hai năm` and `hai mươi lăm` behind the point are both 25. */
function readDecimals(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  if (words.every((word) => word in DIGITS)) return words.map((word) => DIGITS[word]).join('');
  return readGroup(words)?.toFixed() ?? null;
}

/** Up to 999: `ba trăm linh năm`, `hai mươi mốt`, `mười lăm`. */
function readGroup(words: readonly string[]): Decimal | null {
  let total = 0;
  let digit: number | null = null;
  let seen = false;
  for (const word of words) {
    if (word in DIGITS) {
      if (digit !== null) return null;
      digit = DIGITS[word]!;
    } else if (word === 'trăm' || word === 'mươi' || word === 'mười' || word === 'chục') {
      const unit = word === 'trăm' ? 100 : 10;
      total += (digit ?? 1) * unit;
      digit = null;
    } else if (!NOTHING.has(word)) {
      return null;
    }
    seen = true;
  }
  return seen ? new Decimal(total + (digit ?? 0)) : null;
}
