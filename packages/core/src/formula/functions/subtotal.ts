import type { Decimal } from '../../amount/decimal.js';
import { isSingle, type Operand } from '../operand.js';
import type { FormulaNode } from '../syntax.js';
import type { CellValue, FormulaArea } from '../types.js';
import { intValue, isStop, type Stop, toNumber, unknownValue, VALUE_ERROR } from '../values.js';
import { REDUCERS } from './aggregate.js';
import { type FunctionTable, MANY, reading, type Scope } from './types.js';

type Visit = (value: CellValue) => Stop | null;

const SUBTOTALS: Readonly<Record<number, string>> = {
  1: 'AVERAGE',
  2: 'COUNT',
  3: 'COUNTA',
  4: 'MAX',
  5: 'MIN',
  6: 'PRODUCT',
  9: 'SUM',
  12: 'MEDIAN',
};

/** Cells whose own formula is a subtotal are not taken again. */
const IS_SUBTOTAL = /(?:^|[^A-Z0-9_.])(?:SUBTOTAL|AGGREGATE)\s*\(/i;

/** What a subtotal leaves out. Rows hidden by a filter look like any hidden row in a file. */
interface Skipping {
  readonly hidden: boolean;
  readonly errors: boolean;
  readonly subtotals: boolean;
}

function reduceShown(name: string, args: readonly FormulaNode[], scope: Scope, skip: Skipping): Operand {
  const numbers: Decimal[] = [];
  let filled = 0;
  const counts = name === 'COUNT' || name === 'COUNTA';
  const take: Visit = (value) => {
    if (value.kind === 'unknown' || (value.kind === 'error' && !counts && !skip.errors)) return value;
    if (value.kind !== 'blank' && !(value.kind === 'error' && skip.errors)) filled++;
    if (value.kind === 'number') numbers.push(value.value);
    return null;
  };
  for (const arg of args) {
    const operand = scope.interpreter.operand(arg, scope.place);
    if (operand.kind !== 'areas') return isSingle(operand) && isStop(operand) ? operand : VALUE_ERROR;
    for (const area of operand.areas) {
      const stop = walkShown(area, scope, skip, take);
      if (stop) return stop;
    }
  }
  return name === 'COUNTA' ? intValue(filled) : REDUCERS[name]!(numbers);
}

function walkShown(area: FormulaArea, scope: Scope, skip: Skipping, visit: Visit): Stop | null {
  const { index } = scope.interpreter.cells;
  const sheet = index.sheets[area.sheet];
  if (!sheet) return null;
  return scope.interpreter.cells.walk(area, (value, row, column) => {
    if (skip.hidden && sheet.isHiddenRow(row)) return null;
    const id = skip.subtotals ? index.idAt(area.sheet, row, column) : -1;
    return id >= 0 && IS_SUBTOTAL.test(index.entries[id]!.text) ? null : visit(value);
  });
}

function wholeNumber(node: FormulaNode, { interpreter, place }: Scope): number | Stop {
  const number = toNumber(interpreter.value(node, place));
  return isStop(number) ? number : number.trunc().toNumber();
}

function subtotal(args: readonly FormulaNode[], scope: Scope): Operand {
  const code = wholeNumber(args[0]!, scope);
  if (typeof code !== 'number') return code;
  const hidden = code > 100;
  const name = SUBTOTALS[hidden ? code - 100 : code];
  if (!name || name === 'MEDIAN') return VALUE_ERROR;
  return reduceShown(name, args.slice(1), scope, { hidden, errors: false, subtotals: true });
}

/** Options 0–7 of `AGGREGATE`: 1, 3, 5, 7 leave hidden rows out, 2, 3, 6, 7 errors, 0–3 nested subtotals. */
function aggregate(args: readonly FormulaNode[], scope: Scope): Operand {
  const code = wholeNumber(args[0]!, scope);
  if (typeof code !== 'number') return code;
  const option = wholeNumber(args[1]!, scope);
  if (typeof option !== 'number') return option;
  const name = SUBTOTALS[code];
  if (!name) return unknownValue('unsupported-function', `AGGREGATE(${code})`);
  if (option < 0 || option > 7) return VALUE_ERROR;
  return reduceShown(name, args.slice(2), scope, {
    hidden: option % 2 === 1,
    errors: [2, 3, 6, 7].includes(option),
    subtotals: option <= 3,
  });
}

export const SUBTOTAL: FunctionTable = {
  SUBTOTAL: reading(2, MANY, subtotal),
  AGGREGATE: reading(3, MANY, aggregate),
};
