import { type Amount, written } from './amount.js';
import type { Content } from './grid.js';
import { type Column, type Look, type Row, style } from './model.js';
import type { FormulaFrame } from './table-formulas.js';

/** `#,##0.0` and its kin. */
export function amountFormat(look: Look, digits: number): string {
  const decimals = digits > 0 ? `.${'0'.repeat(digits)}` : '';
  switch (look.format) {
    case 'general':
      return 'General';
    case 'accounting':
      return `_(* #,##0${decimals}_);_(* (#,##0${decimals});_(* "-"??_);_(@_)`;
    case 'zero-dash':
      return `#,##0${decimals};(#,##0${decimals});"-"`;
    default:
      return `#,##0${decimals}`;
  }
}

/** A typed figure as this sheet writes it; `null` where it leaves the cell empty. */
export function typedContent(
  look: Look,
  amount: Amount | null,
  digits: number,
  column: Column,
): Content | null {
  if (amount === null || amount === 0n) {
    if (look.zero === 'blank' || (amount === null && column.stage === undefined && look.zero === 'zero'))
      return null;
    if (look.zero === 'zero')
      return look.textNumbers ? { kind: 'text', text: '0' } : { kind: 'number', amount: 0n };
    return { kind: 'text', text: look.zero === 'dash' ? '-' : '—' };
  }
  return look.textNumbers
    ? { kind: 'text', text: written(amount, digits, look.englishNumbers) }
    : { kind: 'number', amount };
}

/** Names of groups, merged over their rows. */
export function writeGroups(frame: FormulaFrame): void {
  const { spec } = frame;
  const column = frame.columnAt.get('group');
  if (column === undefined) return;
  let from = 0;
  while (from < spec.rows.length) {
    const group = (spec.rows[from] as Row).group;
    let to = from;
    while (to + 1 < spec.rows.length && (spec.rows[to + 1] as Row).group === group && group !== undefined)
      to++;
    if (group) {
      const encoded = spec.look.encode(group);
      const top = frame.rowAt.get((spec.rows[from] as Row).id) as number;
      const bottom = frame.rowAt.get((spec.rows[to] as Row).id) as number;
      spec.sheet.put(
        top,
        column,
        { kind: 'text', text: encoded.text },
        { ...style(spec.look, { border: spec.look.border, wrap: true }), font: encoded.font },
      );
      spec.sheet.merge(top, column, bottom, column);
    }
    from = to + 1;
  }
}
