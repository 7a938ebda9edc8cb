/** Separators of a language. */
export interface Separators {
  readonly thousands: string;
  readonly decimal: string;
}

export const VI_SEPARATORS: Separators = { thousands: '.', decimal: ',' };
export const EN_SEPARATORS: Separators = { thousands: ',', decimal: '.' };

/** Splits a format code at `;`, not inside quotes, brackets or behind a backslash. */
function sections(code: string): string[] {
  const found = [''];
  let quoted = false;
  for (let i = 0; i < code.length; i++) {
    const character = code[i]!;
    if (character === '"') quoted = !quoted;
    if (character === '\\' && !quoted) {
      found[found.length - 1] += character + (code[++i] ?? '');
    } else if (character === ';' && !quoted) found.push('');
    else found[found.length - 1] += character;
  }
  return found;
}

interface Piece {
  readonly kind: 'literal' | 'digits';
  readonly text: string;
}

/** Literal text and the one run of digit places of a section. Colours, conditions, fill and width marks go. */
function pieces(section: string): Piece[] {
  const found: Piece[] = [];
  const pattern =
    /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.|([0#?][0#?.,]*(?:[eE][+-]?0+)?)|(.)/gu;
  for (const match of section.matchAll(pattern)) {
    const [, quoted, escaped, currency, digits, other] = match;
    if (digits !== undefined && !found.some((piece) => piece.kind === 'digits'))
      found.push({ kind: 'digits', text: digits });
    else {
      const text = quoted ?? escaped ?? currency ?? other ?? '';
      if (text !== '') found.push({ kind: 'literal', text });
    }
  }
  return found;
}

const DATE = /(?:^|[^\\"])(?:[dmyhs]{1,4})/i;

/** True where a format shows a serial number as a date. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return DATE.test(bare) && !/[#0?]/.test(bare.replace(/[hms]\.0+/gi, ''));
}

function group(digits: string, separators: Separators): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, separators.thousands);
}

function writeDigits(value: number, places: string, separators: Separators): string {
  const [whole = '', fraction = ''] = places.split('.');
  const scaled = value / 1000 ** (/,+$/.exec(whole)?.[0].length ?? 0);
  const shown = scaled.toFixed(Math.min(fraction.replace(/[^0#?]/g, '').length, 15));
  const [integer = '0', rest = ''] = shown.split('.');
  const needed = (whole.match(/0/g) ?? []).length;
  const minimum = (fraction.match(/0/g) ?? []).length;
  let decimals = rest;
  while (decimals.length > minimum && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  const digits = integer === '0' && needed === 0 && decimals !== '' ? '' : integer.padStart(needed, '0');
  const grouped = /[0#?],(?=[0#?])/.test(whole) ? group(digits, separators) : digits;
  return decimals === '' ? grouped : grouped + separators.decimal + decimals;
}

/** A number as "General" shows it: at most 11 digits, no grouping. */
function general(value: number, separators: Separators): string {
  const text = String(Number(value.toPrecision(11)));
  return text.replace('.', separators.decimal);
}

/**
 * A number as Excel would show it, for reading only: a decision is never made from this text.
 * Understands sections, grouping, decimals, percent, quoted text and scaling commas; what else a code may hold is
 * left out of the picture.
 */
export function formatNumber(value: number, code: string, separators: Separators): string {
  if (code === 'General' || code === '' || code === '@') return general(value, separators);
  const all = sections(code);
  const index = value < 0 && all.length > 1 ? 1 : value === 0 && all.length > 2 ? 2 : 0;
  const section = all[index] ?? code;
  if (/^\s*general\s*$/i.test(section)) return general(value, separators);
  const parts = pieces(section);
  const percent = parts.filter((piece) => piece.kind === 'literal' && piece.text.includes('%')).length;
  const magnitude = Math.abs(value) * 100 ** percent;
  const sign = value < 0 && index === 0 ? '-' : '';
  const body = parts.map(({ kind, text }) =>
    kind === 'literal' ? text : writeDigits(magnitude, text, separators),
  );
  return (sign + body.join('')).trim();
}

/** A serial number as the date that Excel shows for it: dd/mm/yyyy. */
export function formatDate(serial: number, date1904: boolean): string {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  // Excel counts 29 February 1900, a day that never was.
  const time = Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000;
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return String(serial);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
