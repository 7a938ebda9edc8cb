const MARKS = { vi: { thousand: '.', decimal: ',' }, en: { thousand: ',', decimal: '.' } } as const;

/**
 * An amount as typed in the writing of the language, `1.234,5` in Vietnamese, or plain, `1234.5`; `null` where it is
 * none. What `1.234` is read as must be shown back to the user.
 */
export function readTyped(text: string, language: 'vi' | 'en'): string | null {
  const { thousand, decimal } = MARKS[language];
  const bare = text.trim().replaceAll(/[\s\u00a0]/g, '');
  const escaped = thousand === '.' ? '\\.' : ',';
  const grouped = new RegExp(`^-?\\d{1,3}(${escaped}\\d{3})+(${decimal === '.' ? '\\.' : ','}\\d+)?$`);
  const plain = grouped.test(bare) ? bare.replaceAll(thousand, '') : bare;
  const read = plain.replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(read) ? read : null;
}

/** An amount of đồng in a unit of `scale` đồng, a power of ten; exact: `40000000` in millions is `40`. */
export function inUnit(amount: string, scale: number): string {
  const places = String(scale).length - 1;
  const [whole = '0', fraction = ''] = amount.split('.');
  const digits = whole.padStart(places + 1, '0');
  const cut = digits.length - places;
  const rest = (digits.slice(cut) + fraction).replace(/0+$/, '');
  return rest === '' ? digits.slice(0, cut) : `${digits.slice(0, cut)}.${rest}`;
}
