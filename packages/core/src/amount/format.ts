import { Decimal } from './decimal.js';

/** How an amount is written: whose separators, how many decimals. */
export interface AmountFormat {
  readonly language: 'vi' | 'en';
  /** Decimals to show, rounded half away from zero; absent: as many as the amount has. */
  readonly decimals?: number;
}

/**
 * An amount as people write it: `1.234,5` in Vietnamese, `1,234.5` in English. Exact unless `decimals` cuts it.
 *
 * @example
 * ```ts
 * formatAmount('12063.2', { language: 'vi' }); // '12.063,2'
 * ```
 */
export function formatAmount(amount: Decimal | string, { language, decimals }: AmountFormat): string {
  const value = new Decimal(amount);
  const digits =
    decimals === undefined
      ? value.toFixed()
      : value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed(decimals);
  const negative = digits.startsWith('-') && /[1-9]/.test(digits);
  const [whole, fraction] = digits.replace('-', '').split('.') as [string, string | undefined];
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return `${negative ? '-' : ''}${grouped}${fraction === undefined ? '' : point + fraction}`;
}
