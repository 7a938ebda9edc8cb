// Temporary while person B writes the real one (overwrite this file freely).

import type { MoneyUnit } from '../sheet/types.js';
import { Decimal } from './decimal.js';
export type AmountReading =
  | { kind: 'amount'; value: Decimal }
  | { kind: 'ambiguous'; readings: { value: Decimal }[] }
  | { kind: 'none' };
export function readAmount(text: string, _habit: 'comma-decimal' | 'point-decimal' | null): AmountReading {
  const t = text.replace(/[\s\u00a0%]/g, '').replace(/^'/, '');
  if (/^-?\(?\d{1,3}(\.\d{3})+(,\d+)?\)?$/.test(t) || /^-?\d+(,\d+)?$/.test(t))
    return { kind: 'amount', value: new Decimal(t.replace(/[().]/g, '').replace(',', '.')) };
  if (/^-?\d+\.\d+$/.test(t)) return { kind: 'amount', value: new Decimal(t) };
  return { kind: 'none' };
}
export function readUnit(text: string): MoneyUnit | null {
  const f = text.toLowerCase();
  if (/tỷ|tỉ/.test(f)) return { name: 'tỷ đồng', scale: 1e9 };
  if (/triệu|tr\.?đ|trđ/.test(f)) return { name: 'triệu đồng', scale: 1e6 };
  if (/nghìn|ngàn|1\.?000 ?đ/.test(f)) return { name: 'nghìn đồng', scale: 1e3 };
  if (/đồng|vnđ|vnd/.test(f)) return { name: 'đồng', scale: 1 };
  return null;
}
