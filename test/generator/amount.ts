/** Exact amounts of the generator: integers of a millionth of the sheet's unit. */
export type Amount = bigint;

export const ONE: Amount = 1_000_000n;
const DECIMALS = 6;

export function power10(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** One whole last digit where `digits` decimals are shown. */
export function stepOf(digits: number): Amount {
  return power10(DECIMALS - digits);
}

/** `9504.2` */
export function plain(amount: Amount): string {
  const sign = amount < 0n ? '-' : '';
  const size = amount < 0n ? -amount : amount;
  const fraction = (size % ONE).toString().padStart(DECIMALS, '0').replace(/0+$/, '');
  return `${sign}${size / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}

export function fromPlain(text: string): Amount {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) throw new Error(`not a plain amount: ${text}`);
  const size = BigInt(match[2] as string) * ONE + BigInt((match[3] ?? '').padEnd(DECIMALS, '0'));
  return match[1] === '-' ? -size : size;
}

/** `9.504,2` with exactly `digits` decimals; `english` writes `9,504.2`. */
export function written(amount: Amount, digits: number, english = false): string {
  const sign = amount < 0n ? '-' : '';
  const size = amount < 0n ? -amount : amount;
  const whole = (size / ONE).toString().replace(/\B(?=(\d{3})+$)/g, english ? ',' : '.');
  if (digits === 0) return sign + whole;
  const fraction = (size % ONE).toString().padStart(DECIMALS, '0').slice(0, digits);
  return `${sign}${whole}${english ? '.' : ','}${fraction}`;
}

/** Rounds half away from zero to `digits` decimals. */
export function rounded(amount: Amount, digits: number): Amount {
  const step = stepOf(digits);
  const size = amount < 0n ? -amount : amount;
  const result = ((size + step / 2n) / step) * step;
  return amount < 0n ? -result : result;
}

/** `a / b` as an amount rounded to `digits` decimals. */
export function quotient(a: Amount, b: Amount, digits: number): Amount {
  const step = stepOf(digits);
  const scaled = (a * ONE * 2n) / b;
  const size = scaled < 0n ? -scaled : scaled;
  const result = ((size + step) / (2n * step)) * step;
  return scaled < 0n ? -result : result;
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

function spellTriple(value: number, full: boolean): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(`${DIGITS[hundreds]} trăm`);
  if (tens > 1) words.push(`${DIGITS[tens]} mươi`);
  else if (tens === 1) words.push('mười');
  else if (ones > 0 && (hundreds > 0 || full)) words.push('linh');
  if (ones === 1 && tens > 1) words.push('mốt');
  else if (ones === 5 && tens > 0) words.push('lăm');
  else if (ones > 0) words.push(DIGITS[ones] as string);
  return words.join(' ');
}

/** A whole number of đồng in words, `một nghìn hai trăm linh năm`. */
export function spell(value: bigint): string {
  if (value === 0n) return 'không';
  const names = ['', ' nghìn', ' triệu', ' tỷ'];
  const groups: number[] = [];
  for (let rest = value; rest > 0n; rest /= 1000n) groups.push(Number(rest % 1000n));
  if (groups.length > 4) {
    const above = value / 1_000_000_000n;
    const below = value % 1_000_000_000n;
    return `${spell(above)} tỷ${below === 0n ? '' : ` ${spell(below)}`}`;
  }
  const words: string[] = [];
  for (let i = groups.length - 1; i >= 0; i--) {
    const group = groups[i] as number;
    if (group > 0) words.push(spellTriple(group, i < groups.length - 1) + names[i]);
  }
  return words.join(' ');
}
