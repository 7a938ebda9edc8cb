import { binary, chain, type Expression, range, ref, sum } from './formula.js';
import type { Column, Row } from './model.js';
import type { TableSpec } from './place-table.js';

export interface FormulaFrame {
  readonly spec: TableSpec;
  readonly rowAt: ReadonlyMap<number, number>;
  readonly columnAt: ReadonlyMap<string, number>;
}

/** The sum of a row’s members in one column, in the manner of the sheet. */
export function down(frame: FormulaFrame, row: Row, column: number): Expression {
  const { look } = frame.spec;
  const lines = row.children.map((child) => frame.rowAt.get(child.id) as number);
  const first = Math.min(...lines);
  const last = Math.max(...lines);
  const own = frame.rowAt.get(row.id) as number;
  if (look.chain === 'subtotal' && row.kind !== 'of-which') {
    const all = descendants(row).map((one) => frame.rowAt.get(one.id) as number);
    const block = all.every((line) => line !== own) && Math.max(...all) - Math.min(...all) + 1 === all.length;
    const clean = descendants(row).every((one) => one.ofWhich.length === 0);
    if (block && clean)
      return {
        kind: 'call',
        name: 'SUBTOTAL',
        parts: [range(Math.min(...all), column, Math.max(...all), column)],
      };
  }
  const between = frame.spec.rows.filter((one) => {
    const line = frame.rowAt.get(one.id) as number;
    return line > first && line < last && !one.silent;
  });
  if (between.every((one) => lines.includes(frame.rowAt.get(one.id) as number)))
    return sum(range(first, column, last, column));
  if (look.chain === 'plus' && look.zero !== 'dash' && look.zero !== 'long-dash')
    return chain(lines.map((line) => ({ expression: ref(line, column), sign: 1 })));
  return sum(...lines.map((line) => ref(line, column)));
}

export function across(frame: FormulaFrame, column: Column, row: number): Expression {
  const parts = (column.parts ?? []).map(({ key, sign }) => ({
    at: frame.columnAt.get(key) as number,
    sign,
  }));
  const places = parts.map((part) => part.at);
  const first = Math.min(...places);
  const last = Math.max(...places);
  const allPlus = parts.every((part) => part.sign === 1);
  const dashes = frame.spec.look.zero === 'dash' || frame.spec.look.zero === 'long-dash';
  if (allPlus && last - first + 1 === parts.length && (dashes || frame.spec.look.chain !== 'plus'))
    return sum(range(row, first, row, last));
  if (allPlus && dashes) return sum(...parts.map((part) => ref(row, part.at)));
  if (dashes) {
    const side = (sign: 1 | -1) =>
      sum(...parts.filter((part) => part.sign === sign).map((part) => ref(row, part.at)));
    return binary('-', side(1), side(-1));
  }
  return chain(parts.map((part) => ({ expression: ref(row, part.at), sign: part.sign })));
}

export function descendants(row: Row): Row[] {
  return [...row.ofWhich, ...row.children.flatMap((child) => [child, ...descendants(child)])];
}
