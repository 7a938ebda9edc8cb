import type { Decimal } from '../amount/decimal.js';
import type { Area } from '../snapshot/types.js';
import type { UnknownReason } from './types.js';

/** A reference as written: corners in order, and which of them move when the formula is copied. */
export interface Reference extends Area {
  /** Sheet as written, unquoted; two names for `First:Last!A1`; `null` for the formula's own sheet. */
  readonly sheet: string | readonly [string, string] | null;
  readonly topAbsolute: boolean;
  readonly leftAbsolute: boolean;
  readonly bottomAbsolute: boolean;
  readonly rightAbsolute: boolean;
  /** `columns` for `A:C`, `rows` for `1:3`. */
  readonly whole: 'columns' | 'rows' | null;
  /** True where written with a colon, be it of one cell. */
  readonly range: boolean;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A formula as a tree. */
export type FormulaNode =
  | { readonly type: 'number'; readonly value: Decimal }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'error'; readonly error: string }
  | { readonly type: 'reference'; readonly reference: Reference }
  | { readonly type: 'name'; readonly name: string; readonly sheet: string | null }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | { readonly type: 'sign'; readonly operator: '+' | '-'; readonly operand: FormulaNode }
  | { readonly type: 'percent'; readonly operand: FormulaNode }
  | {
      readonly type: 'binary';
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly type: 'array'; readonly rows: readonly (readonly FormulaNode[])[] }
  | { readonly type: 'union'; readonly items: readonly FormulaNode[] }
  | { readonly type: 'missing' }
  | { readonly type: 'unsupported'; readonly reason: UnknownReason; readonly detail: string };

/** Longer than Excel itself allows (8,192); what is longer is not computed. */
export const MAX_FORMULA_LENGTH = 16_384;
/** Excel allows 64 levels of functions; brackets and signs count here too. */
export const MAX_NESTING = 128;
