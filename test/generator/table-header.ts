import type { Style } from './grid.js';
import { type Build, type Column, type Position, style } from './model.js';
import type { TableSpec } from './place-table.js';

export interface HeaderFrame {
  readonly build: Build;
  readonly spec: TableSpec;
  /** Rows of labels, without the column numbers. */
  readonly depth: number;
  readonly headerBottom: number;
  readonly columnAt: ReadonlyMap<string, number>;
}

/** Writes merged group heads, labels and column numbers; answers where each label stands. */
export function writeHeader(frame: HeaderFrame): Map<string, Position> {
  const { spec, build } = frame;
  const headerCells = new Map<string, Position>();
  const base = style(spec.look, { bold: true, align: 'center', wrap: true, border: spec.look.border });
  const write = (row: number, column: number, label: string) => {
    const encoded = spec.look.encode(spec.look.untidy ? untidied(label, build.random) : label);
    spec.sheet.put(row, column, { kind: 'text', text: encoded.text }, { ...base, font: encoded.font });
  };
  const done = new Set<string>();
  spec.columns.forEach((column, index) => {
    column.path.forEach((label, level) => {
      const row = spec.top + level;
      const from = spec.left + index;
      const prefix = (other: Column) =>
        other.path.length > level + 1 &&
        other.path.slice(0, level + 1).join('\u0000') === column.path.slice(0, level + 1).join('\u0000');
      const leaf = level === column.path.length - 1;
      let to = index;
      if (!leaf) while (to + 1 < spec.columns.length && prefix(spec.columns[to + 1] as Column)) to++;
      const key = `${row}:${from}`;
      headerCells.set(`${column.key}:${level}`, { sheet: spec.sheet.name, row, column: from });
      if (done.has(key)) {
        const owner = spec.columns.findIndex((other, at) => at < index && prefix(other) && !leaf);
        if (owner >= 0)
          headerCells.set(`${column.key}:${level}`, {
            sheet: spec.sheet.name,
            row,
            column: spec.left + owner,
          });
        return;
      }
      write(row, from, label);
      for (let other = index; other <= to; other++) done.add(`${row}:${spec.left + other}`);
      if (!spec.look.looseHeader || leaf)
        spec.sheet.merge(row, from, leaf ? spec.top + frame.depth - 1 : row, spec.left + to);
    });
  });
  if (spec.columnNumbers) columnNumbers(frame, base);
  return headerCells;
}

function columnNumbers(frame: HeaderFrame, base: Style): void {
  const { spec, build } = frame;
  const brackets = build.random.chance(0.25);
  const show = (number: number | undefined) => (brackets ? `(${number})` : String(number));
  const numbers = new Map<string, number>();
  let next = 1;
  let letter = 65;
  for (const column of spec.columns)
    if (column.role === 'amount' || column.role === 'percent') numbers.set(column.key, next++);
  for (const column of spec.columns) {
    const own = numbers.get(column.key);
    let text = own === undefined ? String.fromCharCode(letter++) : show(own);
    if (own !== undefined && column.parts) {
      text += `=${column.parts.map(({ key, sign }, i) => `${sign === 1 ? (i > 0 ? '+' : '') : '-'}${show(numbers.get(key))}`).join('')}`;
    }
    spec.sheet.put(
      frame.headerBottom,
      frame.columnAt.get(column.key) as number,
      { kind: 'text', text },
      { ...base, bold: false, italic: true },
    );
  }
}

/** A label as it looks after some editing: a line break, a double or trailing space. */
function untidied(label: string, random: Build['random']): string {
  const spaces = [...label.matchAll(/ /g)].map((match) => match.index);
  const how = random.integer(0, 3);
  if (how === 0 || spaces.length === 0) return random.chance(0.5) ? `${label} ` : label;
  const at = random.pick(spaces);
  return label.slice(0, at) + (how === 1 ? '  ' : '\n') + label.slice(at + 1);
}
