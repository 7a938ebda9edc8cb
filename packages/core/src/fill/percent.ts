/** A ratio in percent, without the sign, by moving the point: `0.15` → `15`, `0.125` → `12.5`. */
export function inPercent(ratio: string): string {
  const [whole = '0', fraction = ''] = ratio.split('.');
  const digits = fraction.padEnd(2, '0');
  const shown = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = digits.slice(2).replace(/0+$/, '');
  return rest === '' ? shown : `${shown}.${rest}`;
}
