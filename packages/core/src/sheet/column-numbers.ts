import type { Frame } from './find-tables.js';
import type { SheetReader } from './read-cells.js';
import type { SignedLine } from './types.js';

/** A column's own formula as its number row states it, `1=2+5`. */
export interface NumberedSum {
  readonly whole: number;
  readonly parts: readonly SignedLine[];
}

/** Reads sums out of the row of column numbers; only `+` and `-` make a sum. */
export function readColumnNumbers(reader: SheetReader, frame: Frame): NumberedSum[] {
  const row = frame.columnNumberRow;
  if (row === null) return [];
  const columnOf = new Map<string, number>();
  const expressions: { column: number; text: string }[] = [];
  for (let column = frame.left; column <= frame.right; column++) {
    const glimpse = reader.at(row, column);
    if (glimpse.kind === 'blank') continue;
    const mark = (
      glimpse.kind === 'number' && !glimpse.textual ? String(glimpse.figure) : reader.text(row, column)
    ).replace(/[\s()]/g, '');
    const [name, expression] = mark.split(/[=:]/);
    if (name && !columnOf.has(name.toUpperCase())) columnOf.set(name.toUpperCase(), column);
    if (expression) expressions.push({ column, text: expression });
  }
  return expressions.flatMap(({ column, text }) => {
    const parts = parseSum(text, columnOf);
    return parts?.every((part) => part.line !== column) ? [{ whole: column, parts }] : [];
  });
}

function parseSum(text: string, columnOf: ReadonlyMap<string, number>): SignedLine[] | null {
  if (!/^[0-9A-Za-z]+([+-][0-9A-Za-z.]+)+$/.test(text)) return null;
  const parts: SignedLine[] = [];
  for (const [term] of text.matchAll(/[+-]?[0-9A-Za-z.]+/g)) {
    const line = columnOf.get(term.replace(/^[+-]/, '').toUpperCase());
    if (line === undefined) return null;
    parts.push({ line, sign: term.startsWith('-') ? -1 : 1 });
  }
  return parts;
}
