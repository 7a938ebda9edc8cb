/** A row label as parsed: its style decides the level, its value the order; it is never the project's number. */
export interface Ordinal {
  /** Rows of one style are siblings: `roman`, `upper`, `arabic`, `lower`, `arabic-paren`, `dash`, `plus`, `star`, `dotted-2` … */
  readonly style: string;
  readonly value: number;
}

const ROMAN = /^(?=[IVXL])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;

export function romanValue(text: string): number {
  const digits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const value = digits[text[i]!]!;
    total += value < (digits[text[i + 1]!] ?? 0) ? -value : value;
  }
  return total;
}

const ROMAN_SIGNS: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** `14` → `XIV`; the other way round than {@link romanValue}. */
export function toRoman(value: number): string {
  let left = value;
  let text = '';
  for (const [size, sign] of ROMAN_SIGNS) for (; left >= size; left -= size) text += sign;
  return text;
}

/**
 * Parses `I`, `A`, `1`, `1.1`, `1)`, `a)`, `(1)`, `-`, `+`. A single letter such as `C` or `I` may be a letter or a Roman
 * number: `previousUpper`, the last letter of an open sequence, decides.
 */
export function parseOrdinal(text: string, previousUpper: string | null): Ordinal | null {
  const plain = text
    .trim()
    .replace(/[.,;:]+$/, '')
    .trim();
  if (plain === '') return null;
  if (/^[-–—−]+$/.test(plain)) return { style: 'dash', value: 0 };
  if (plain === '+') return { style: 'plus', value: 0 };
  if (/^[*•●○▪]+$/.test(plain)) return { style: 'star', value: 0 };
  const body = plain.replace(/^\(|\)$/g, '');
  const paren = plain !== body ? '-paren' : '';
  if (/^\d{1,7}$/.test(body)) return { style: `arabic${paren}`, value: Number(body) };
  const dotted = /^([A-Z]+|[IVXL]+|\d{1,3})((?:\.\d{1,3})+)$/.exec(body);
  if (dotted) {
    const parts = body.split('.');
    return { style: `dotted-${parts.length}`, value: Number(parts[parts.length - 1]) };
  }
  if (/^[A-ZĐ]$/.test(body)) {
    const follows = previousUpper !== null && body.charCodeAt(0) === previousUpper.charCodeAt(0) + 1;
    const roman = ROMAN.test(body) && !follows;
    if (!roman) return { style: `upper${paren}`, value: body.charCodeAt(0) - 64 };
  }
  if (ROMAN.test(body)) return { style: `roman${paren}`, value: romanValue(body) };
  if (/^[a-zđ]$/.test(body)) return { style: 'lower', value: body.charCodeAt(0) - 96 };
  if (/^[a-z]\.?\d$/.test(body)) return { style: 'lower-dotted', value: Number(body[body.length - 1]) };
  if (/^[ivx]+$/.test(body)) return { style: 'roman-lower', value: romanValue(body.toUpperCase()) };
  return null;
}

/** The bullet with which a title begins, `- Vốn đầu tư`, as an ordinal. */
export function bulletOf(title: string): Ordinal | null {
  const match = /^\s*([-–—−+*•])\s*\S/.exec(title);
  return match ? parseOrdinal(match[1]!, null) : null;
}

/** The label with which a title begins where the sheet has no column for it, `I. Dự án 1`, `1.2 Nội dung`. */
export function leadingOrdinal(title: string): Ordinal | null {
  const match = /^\s*([IVXL]+|[A-Z]|\d{1,2}(?:\.\d{1,2})*|[a-z])\s*[.)]\s+\S/.exec(title);
  return match ? parseOrdinal(match[1]!, null) : null;
}
