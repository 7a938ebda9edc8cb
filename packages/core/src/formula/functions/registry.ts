import { AGGREGATE } from './aggregate.js';
import { CONDITIONAL } from './conditional.js';
import { DATE } from './date.js';
import { LOGIC } from './logic.js';
import { LOOKUP } from './lookup.js';
import { MATH } from './math.js';
import { SUBTOTAL } from './subtotal.js';
import { TEXT } from './text.js';
import type { FormulaFunction } from './types.js';

/** All functions that are computed, by their stored (English) name. What is not here is unknown, never guessed. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  [MATH, AGGREGATE, SUBTOTAL, CONDITIONAL, LOGIC, TEXT, LOOKUP, DATE].flatMap((table) =>
    Object.entries(table),
  ),
);

/** Functions whose answer changes by itself or hides what it refers to. */
export const VOLATILE: ReadonlySet<string> = new Set([
  'NOW',
  'TODAY',
  'RAND',
  'RANDBETWEEN',
  'RANDARRAY',
  'INDIRECT',
  'OFFSET',
  'CELL',
  'INFO',
]);
