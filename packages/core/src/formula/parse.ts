import { Decimal } from '../amount/decimal.js';
import { type BinaryOperator, type FormulaNode, MAX_FORMULA_LENGTH, MAX_NESTING } from './syntax.js';
import { type Token, tokenize } from './tokens.js';
import type { UnknownReason } from './types.js';

/** Binding power of the operators with two sides, loosest first; all lean to the left. */
const POWER: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

class Refusal extends Error {
  constructor(
    readonly reason: UnknownReason,
    readonly detail: string,
  ) {
    super(detail);
  }
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): FormulaNode {
    const node = this.expression(1);
    const rest = this.peek();
    if (rest) throw this.refuse(rest);
    return node;
  }

  private peek(): Token | undefined {
    while (this.tokens[this.at]?.kind === 'space') this.at++;
    return this.tokens[this.at];
  }

  private next(): Token {
    const token = this.peek();
    if (!token) throw new Refusal('unsupported-syntax', 'the formula ends too early');
    this.at++;
    return token;
  }

  private refuse(token: Token): Refusal {
    if (token.kind === 'external') return new Refusal('external-reference', token.text);
    return new Refusal('unsupported-syntax', token.text.slice(0, 60) || token.kind);
  }

  private expect(kind: Token['kind']): void {
    const token = this.next();
    if (token.kind !== kind) throw this.refuse(token);
  }

  private expression(minimum: number): FormulaNode {
    if (++this.depth > MAX_NESTING) throw new Refusal('too-large', `nested deeper than ${MAX_NESTING}`);
    let left = this.signed();
    for (;;) {
      const token = this.peek();
      const power = token?.kind === 'operator' ? POWER[token.text] : undefined;
      if (power === undefined || power < minimum) break;
      this.at++;
      const right = this.expression(power + 1);
      left = { type: 'binary', operator: token!.text as BinaryOperator, left, right };
    }
    this.depth--;
    return left;
  }

  /** Signs bind tighter than `^`: `-2^2` is 4 in Excel. */
  private signed(): FormulaNode {
    const signs: ('+' | '-')[] = [];
    for (;;) {
      const token = this.peek();
      if (token?.kind !== 'operator') break;
      if (token.text === '+' || token.text === '-') signs.push(token.text);
      else if (token.text !== '@') break;
      this.at++;
      if (signs.length > MAX_NESTING) throw new Refusal('too-large', 'too many signs');
    }
    let node = this.postfix();
    for (let i = signs.length - 1; i >= 0; i--) node = { type: 'sign', operator: signs[i]!, operand: node };
    return node;
  }

  private postfix(): FormulaNode {
    let node = this.primary();
    let percents = 0;
    for (;;) {
      const token = this.peek();
      if (token?.kind !== 'operator' || token.text !== '%') return node;
      if (++percents > MAX_NESTING) throw new Refusal('too-large', 'too many percent signs');
      this.at++;
      node = { type: 'percent', operand: node };
    }
  }

  private primary(): FormulaNode {
    const token = this.next();
    switch (token.kind) {
      case 'number':
        return numberNode(token.text);
      case 'text':
        return { type: 'text', text: token.text };
      case 'error':
        return { type: 'error', error: token.text };
      case 'reference':
        return { type: 'reference', reference: token.reference! };
      case 'external':
        return { type: 'unsupported', reason: 'external-reference', detail: token.text };
      case 'name':
        return this.nameOrConstant(token);
      case 'function':
        return this.call(token);
      case 'open':
        return this.bracketed();
      case 'brace-open':
        return this.arrayConstant();
      default:
        throw this.refuse(token);
    }
  }

  private nameOrConstant(token: Token): FormulaNode {
    const upper = token.text.toUpperCase();
    if (token.sheet === undefined && (upper === 'TRUE' || upper === 'FALSE')) {
      return { type: 'boolean', value: upper === 'TRUE' };
    }
    return { type: 'name', name: token.text, sheet: token.sheet ?? null };
  }

  private call(token: Token): FormulaNode {
    this.expect('open');
    const args: FormulaNode[] = [];
    if (this.peek()?.kind === 'close') {
      this.at++;
      return { type: 'call', name: token.text, args };
    }
    for (;;) {
      const next = this.peek();
      args.push(next?.kind === 'comma' || next?.kind === 'close' ? { type: 'missing' } : this.expression(1));
      const separator = this.next();
      if (separator.kind === 'close') return { type: 'call', name: token.text, args };
      if (separator.kind !== 'comma') throw this.refuse(separator);
    }
  }

  private bracketed(): FormulaNode {
    const items = [this.expression(1)];
    for (;;) {
      const token = this.next();
      if (token.kind === 'close') return items.length === 1 ? items[0]! : { type: 'union', items };
      if (token.kind !== 'comma') throw this.refuse(token);
      items.push(this.expression(1));
    }
  }

  private arrayConstant(): FormulaNode {
    const rows: FormulaNode[][] = [[]];
    for (;;) {
      rows.at(-1)!.push(this.signed());
      const token = this.next();
      if (token.kind === 'brace-close') break;
      if (token.kind === 'semicolon') rows.push([]);
      else if (token.kind !== 'comma') throw this.refuse(token);
    }
    if (rows.some((row) => row.length !== rows[0]!.length)) {
      throw new Refusal('unsupported-syntax', 'rows of an array constant differ in length');
    }
    return { type: 'array', rows };
  }
}

/** Excel's own numbers end at 10^308. */
function numberNode(text: string): FormulaNode {
  const value = new Decimal(text);
  return value.e > 308 ? { type: 'error', error: '#NUM!' } : { type: 'number', value };
}

/**
 * Parses an Excel formula in its stored (English) form, without the leading `=`.
 * What cannot be parsed comes back as one `unsupported` node that says why; nothing is thrown, nothing is run.
 *
 * @example
 * ```ts
 * parseFormula('SUM(D9:D14)+D20');
 * ```
 */
export function parseFormula(text: string): FormulaNode {
  if (text.length > MAX_FORMULA_LENGTH) {
    return { type: 'unsupported', reason: 'too-large', detail: `${text.length} characters` };
  }
  try {
    return new Parser(tokenize(text)).whole();
  } catch (error) {
    if (error instanceof Refusal) return { type: 'unsupported', reason: error.reason, detail: error.detail };
    throw error;
  }
}
