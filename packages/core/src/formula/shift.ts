import { columnName, MAX_COLUMN, MAX_ROW } from '../snapshot/address.js';
import type { Reference } from './syntax.js';
import { type Token, tokenize } from './tokens.js';

/** What stands before the reference proper: the sheet, quoted as the author quoted it. */
function prefixOf(text: string, token: Token): string {
  const written = text.slice(token.start, token.end);
  return written.slice(0, written.lastIndexOf('!') + 1);
}

function corner(column: number, columnAbsolute: boolean, row: number, rowAbsolute: boolean): string {
  return `${columnAbsolute ? '$' : ''}${columnName(column)}${rowAbsolute ? '$' : ''}${row}`;
}

function moved(reference: Reference, rows: number, columns: number): string {
  const top = reference.top + (reference.topAbsolute ? 0 : rows);
  const bottom = reference.bottom + (reference.bottomAbsolute ? 0 : rows);
  const left = reference.left + (reference.leftAbsolute ? 0 : columns);
  const right = reference.right + (reference.rightAbsolute ? 0 : columns);
  const outside = (line: number, last: number) => line < 1 || line > last;
  if (
    outside(top, MAX_ROW) ||
    outside(bottom, MAX_ROW) ||
    outside(left, MAX_COLUMN) ||
    outside(right, MAX_COLUMN)
  ) {
    return '#REF!';
  }
  if (reference.whole === 'columns') {
    const mark = (absolute: boolean) => (absolute ? '$' : '');
    return `${mark(reference.leftAbsolute)}${columnName(left)}:${mark(reference.rightAbsolute)}${columnName(right)}`;
  }
  if (reference.whole === 'rows') {
    return `${reference.topAbsolute ? '$' : ''}${top}:${reference.bottomAbsolute ? '$' : ''}${bottom}`;
  }
  const first = corner(left, reference.leftAbsolute, top, reference.topAbsolute);
  return reference.range
    ? `${first}:${corner(right, reference.rightAbsolute, bottom, reference.bottomAbsolute)}`
    : first;
}

function rewrite(text: string, replace: (token: Token) => string): string {
  let out = '';
  for (const token of tokenize(text)) {
    out +=
      token.kind === 'reference'
        ? prefixOf(text, token) + replace(token)
        : text.slice(token.start, token.end);
  }
  return out;
}

/**
 * The formula as it reads after being copied `rows` down and `columns` to the right: relative references move,
 * `$` ones stay, those that leave the sheet become `#REF!`. All other text stays as written.
 *
 * @example
 * ```ts
 * shiftFormula('SUM(C$9:C14)*2', 1, 1); // 'SUM(D$9:D15)*2'
 * ```
 */
export function shiftFormula(text: string, rows: number, columns: number): string {
  return rows === 0 && columns === 0
    ? text
    : rewrite(text, (token) => moved(token.reference!, rows, columns));
}

function relativeLine(letter: 'R' | 'C', line: number, absolute: boolean, base: number): string {
  if (absolute) return `${letter}${line}`;
  return line === base ? letter : `${letter}[${line - base}]`;
}

function relative(reference: Reference, row: number, column: number): string {
  const top = relativeLine('R', reference.top, reference.topAbsolute, row);
  const bottom = relativeLine('R', reference.bottom, reference.bottomAbsolute, row);
  const left = relativeLine('C', reference.left, reference.leftAbsolute, column);
  const right = relativeLine('C', reference.right, reference.rightAbsolute, column);
  if (reference.whole === 'columns') return `${left}:${right}`;
  if (reference.whole === 'rows') return `${top}:${bottom}`;
  return reference.range ? `${top}${left}:${bottom}${right}` : `${top}${left}`;
}

/**
 * The formula in a form that is equal for two cells exactly if one is a copy of the other (`RC[-1]` for the
 * neighbour on the left). Compare neighbours by it to find the one formula that was changed.
 *
 * @example
 * ```ts
 * relativeForm('SUM(C9:N9)', 9, 15); // 'SUM(RC[-12]:RC[-1])'
 * ```
 */
export function relativeForm(text: string, row: number, column: number): string {
  let out = '';
  for (const token of tokenize(text)) {
    if (token.kind === 'space') continue;
    if (token.kind === 'reference') out += prefixOf(text, token) + relative(token.reference!, row, column);
    else if (token.kind === 'text') out += text.slice(token.start, token.end);
    else out += text.slice(token.start, token.end).toUpperCase();
  }
  return out;
}
