import { type Amount, ONE, plain } from './amount.js';
import { a1, letters, type Sheet, type Workbook } from './grid.js';

export interface Reference {
  readonly kind: 'ref';
  readonly row: number;
  readonly column: number;
  readonly sheet?: string;
  readonly absolute?: boolean;
}

export interface Range {
  readonly kind: 'range';
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly sheet?: string;
}

export type Expression =
  | Reference
  | Range
  | { readonly kind: 'literal'; readonly amount: Amount; readonly percent?: boolean }
  | { readonly kind: 'error'; readonly code: string }
  | {
      readonly kind: 'call';
      readonly name: 'SUM' | 'SUBTOTAL' | 'ROUND';
      readonly parts: readonly Expression[];
    }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    };

export const ref = (row: number, column: number, sheet?: string): Reference =>
  sheet === undefined ? { kind: 'ref', row, column } : { kind: 'ref', row, column, sheet };
export const range = (top: number, left: number, bottom: number, right: number): Range => ({
  kind: 'range',
  top,
  left,
  bottom,
  right,
});
export const sum = (...parts: Expression[]): Expression => ({ kind: 'call', name: 'SUM', parts });
export const literal = (amount: Amount): Expression => ({ kind: 'literal', amount });
export const binary = (operator: '+' | '-' | '*' | '/', left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
});

/** `+C10+C13-C15` as a person chains it. */
export function chain(
  parts: readonly { readonly expression: Expression; readonly sign: 1 | -1 }[],
): Expression {
  const [first, ...rest] = parts;
  if (!first) throw new Error('an empty sum');
  const start = first.sign === 1 ? first.expression : binary('-', literal(0n), first.expression);
  return rest.reduce<Expression>(
    (left, part) => binary(part.sign === 1 ? '+' : '-', left, part.expression),
    start,
  );
}

function sheetPrefix(sheet: string | undefined): string {
  if (sheet === undefined) return '';
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet) ? `${sheet}!` : `'${sheet.replace(/'/g, "''")}'!`;
}

export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'ref':
      return (
        sheetPrefix(expression.sheet) +
        (expression.absolute
          ? `$${letters(expression.column)}$${expression.row}`
          : a1(expression.row, expression.column))
      );
    case 'range':
      return `${sheetPrefix(expression.sheet)}${a1(expression.top, expression.left)}:${a1(expression.bottom, expression.right)}`;
    case 'literal':
      return expression.percent ? `${plain(expression.amount * 100n)}%` : plain(expression.amount);
    case 'error':
      return expression.code;
    case 'call':
      return `${expression.name}(${[...(expression.name === 'SUBTOTAL' ? ['9'] : []), ...expression.parts.map(print)].join(',')})`;
    case 'binary': {
      const tight = expression.operator === '*' || expression.operator === '/';
      const side = (one: Expression, right: boolean) =>
        one.kind === 'binary' &&
        ((tight && (one.operator === '+' || one.operator === '-')) || (right && expression.operator !== '+'))
          ? `(${print(one)})`
          : print(one);
      return side(expression.left, false) + expression.operator + side(expression.right, true);
    }
  }
}

/** A computed value: exact, and as the double that a spreadsheet program would store. */
export type Value =
  | { readonly kind: 'number'; readonly exact: Amount; readonly double: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error'; readonly code: string };

const number = (exact: Amount, double: number): Value => ({ kind: 'number', exact, double });

/** Values of all cells of a workbook, each computed once on demand. */
export class Values {
  private readonly known = new Map<string, Value>();

  constructor(private readonly workbook: Workbook) {}

  at(sheet: string, row: number, column: number): Value {
    const key = `${sheet}!${row}:${column}`;
    const known = this.known.get(key);
    if (known) return known;
    this.known.set(key, { kind: 'error', code: '#CIRCLE!' });
    const value = this.compute(this.workbook.find(sheet), row, column);
    this.known.set(key, value);
    return value;
  }

  private compute(sheet: Sheet, row: number, column: number): Value {
    const content = sheet.at(row, column)?.content;
    if (!content) return { kind: 'blank' };
    if (content.kind === 'number')
      return number(content.amount, Number(content.raw ?? plain(content.amount)));
    if (content.kind === 'plain') return number(toAmount(content.text), Number(content.text));
    if (content.kind === 'text') return { kind: 'text', text: content.text };
    return this.evaluate(content.expression, sheet.name, sheet, row, column);
  }

  private evaluate(expression: Expression, home: string, sheet: Sheet, row: number, column: number): Value {
    const inner = (one: Expression) => this.evaluate(one, home, sheet, row, column);
    switch (expression.kind) {
      case 'literal':
        return number(expression.amount, Number(plain(expression.amount)));
      case 'error':
        return { kind: 'error', code: expression.code };
      case 'ref': {
        const value = this.at(expression.sheet ?? home, expression.row, expression.column);
        return value.kind === 'blank' ? number(0n, 0) : value;
      }
      case 'range':
        return { kind: 'error', code: '#VALUE!' };
      case 'call':
        return expression.name === 'ROUND'
          ? this.round(expression.parts, inner)
          : this.total(expression.parts, expression.name, home, inner);
      case 'binary':
        return combine(expression.operator, inner(expression.left), inner(expression.right));
    }
  }

  private round(parts: readonly Expression[], inner: (one: Expression) => Value): Value {
    const value = inner(parts[0] as Expression);
    const digits = inner(parts[1] as Expression);
    if (value.kind !== 'number' || digits.kind !== 'number')
      return value.kind === 'error' ? value : { kind: 'error', code: '#VALUE!' };
    const step = 10n ** BigInt(6 - Number(digits.exact / ONE));
    const size = value.exact < 0n ? -value.exact : value.exact;
    const exact = ((size + step / 2n) / step) * step * (value.exact < 0n ? -1n : 1n);
    return number(exact, Number(plain(exact)));
  }

  private total(
    parts: readonly Expression[],
    name: string,
    home: string,
    inner: (one: Expression) => Value,
  ): Value {
    let exact = 0n;
    let double = 0;
    for (const part of parts) {
      const cells = part.kind === 'range' ? cellsOf(part) : null;
      const values = cells
        ? cells
            .filter(
              ([r, c]) =>
                name !== 'SUBTOTAL' ||
                !this.isSubtotal(part.kind === 'range' ? (part.sheet ?? home) : home, r, c),
            )
            .map(([r, c]) => this.at(part.kind === 'range' ? (part.sheet ?? home) : home, r, c))
        : [inner(part)];
      for (const value of values) {
        if (value.kind === 'error') return value;
        if (value.kind !== 'number') continue;
        exact += value.exact;
        double += value.double;
      }
    }
    return number(exact, double);
  }

  private isSubtotal(sheet: string, row: number, column: number): boolean {
    const content = this.workbook.find(sheet).at(row, column)?.content;
    return (
      content?.kind === 'formula' &&
      content.expression.kind === 'call' &&
      content.expression.name === 'SUBTOTAL'
    );
  }
}

function toAmount(text: string): Amount {
  const [whole, fraction = ''] = text.split('.');
  const negative = text.startsWith('-');
  const size =
    BigInt((whole as string).replace('-', '') || '0') * ONE + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
  return negative ? -size : size;
}

export function cellsOf(area: Range): [number, number][] {
  const cells: [number, number][] = [];
  for (let r = area.top; r <= area.bottom; r++)
    for (let c = area.left; c <= area.right; c++) cells.push([r, c]);
  return cells;
}

function combine(operator: '+' | '-' | '*' | '/', left: Value, right: Value): Value {
  if (left.kind === 'error') return left;
  if (right.kind === 'error') return right;
  if (left.kind !== 'number' || right.kind !== 'number') return { kind: 'error', code: '#VALUE!' };
  switch (operator) {
    case '+':
      return number(left.exact + right.exact, left.double + right.double);
    case '-':
      return number(left.exact - right.exact, left.double - right.double);
    case '*':
      return number((left.exact * right.exact) / ONE, left.double * right.double);
    case '/':
      if (right.exact === 0n) return { kind: 'error', code: '#DIV/0!' };
      return number((left.exact * ONE) / right.exact, left.double / right.double);
  }
}

/** The formula as it reads when copied so many rows down and columns right. */
export function moved(expression: Expression, down: number, right: number): Expression {
  switch (expression.kind) {
    case 'ref':
      if (expression.absolute) return expression;
      return { ...expression, row: expression.row + down, column: expression.column + right };
    case 'range':
      return {
        ...expression,
        top: expression.top + down,
        bottom: expression.bottom + down,
        left: expression.left + right,
        right: expression.right + right,
      };
    case 'call':
      return { ...expression, parts: expression.parts.map((part) => moved(part, down, right)) };
    case 'binary':
      return {
        ...expression,
        left: moved(expression.left, down, right),
        right: moved(expression.right, down, right),
      };
    default:
      return expression;
  }
}
