/** `12,5` or `12.5` or `12,5 %` → `12.5`; `null` where it is no percentage from 0 to 100. */
export function readPercent(text: string): string | null {
  const plain = text.trim().replace(/%$/, '').trim().replace(',', '.');
  return /^\d{1,3}(\.\d+)?$/.test(plain) && Number(plain) <= 100 ? plain : null;
}

/** A percentage as a ratio, without binary arithmetic: `12.5` → `0.125`. */
export function ratioOf(percent: string): string {
  const [whole = '0', fraction = ''] = percent.split('.');
  const digits = whole.padStart(3, '0') + fraction;
  const at = digits.length - 2 - fraction.length;
  const ratio = `${digits.slice(0, at)}.${digits.slice(at)}`.replace(/0+$/, '').replace(/\.$/, '');
  return ratio.replace(/^0+(?=\d)/, '');
}

/** A ratio as people write a percentage: `0.125` → `12,5` in Vietnamese. */
export function percentOf(ratio: string, language: 'vi' | 'en'): string {
  const [whole = '0', fraction = ''] = ratio.split('.');
  const digits = whole + fraction.padEnd(2, '0');
  const at = whole.length + 2;
  const rest = digits.slice(at).replace(/0+$/, '');
  const head = digits.slice(0, at).replace(/^0+(?=\d)/, '');
  return rest ? `${head}${language === 'vi' ? ',' : '.'}${rest}` : head;
}
