import { Decimal, ZERO } from '../../amount/decimal.js';
import { ExactSum } from '../../amount/exact-sum.js';
import { isSingle, type Operand } from '../operand.js';
import { bounded } from '../operators.js';
import type { FormulaNode } from '../syntax.js';
import type { CellValue } from '../types.js';
import {
  DIV_ERROR,
  intValue,
  isStop,
  NUM_ERROR,
  numberValue,
  type Stop,
  settle,
  toNumber,
  VALUE_ERROR,
} from '../values.js';
import { type FormulaFunction, type FunctionTable, MANY, reading, type Scope } from './types.js';

type Visit = (value: CellValue) => Stop | null;

/** Visits the filled cells of areas and the elements of arrays as they are, single arguments through `direct`. */
function visitOperand(operand: Operand, scope: Scope, inside: Visit, direct: Visit): Stop | null {
  if (isSingle(operand)) return direct(operand);
  if (operand.kind === 'matrix') {
    for (const value of operand.values) {
      const stop = inside(value);
      if (stop) return stop;
    }
    return null;
  }
  for (const area of operand.areas) {
    const stop = scope.interpreter.cells.walk(area, inside);
    if (stop) return stop;
  }
  return null;
}

/** Numbers as `SUM` takes them: in areas only true numbers, as arguments also booleans and numeric text. */
function eachNumber(
  args: readonly FormulaNode[],
  scope: Scope,
  take: (number: Decimal) => void,
): Stop | null {
  const inside: Visit = (value) => {
    if (value.kind === 'number') take(value.value);
    return isStop(value) ? value : null;
  };
  const direct: Visit = (value) => {
    const number = toNumber(value);
    if (isStop(number)) return number;
    take(number);
    return null;
  };
  for (const arg of args) {
    const stop = visitOperand(scope.interpreter.operand(arg, scope.place), scope, inside, direct);
    if (stop) return stop;
  }
  return null;
}

function sumOf(args: readonly FormulaNode[], scope: Scope): ExactSum | Stop {
  const sum = new ExactSum();
  for (const arg of args) {
    const operand = scope.interpreter.operand(arg, scope.place);
    let stop: Stop | null = null;
    if (operand.kind === 'areas') {
      for (const area of operand.areas) stop ??= scope.interpreter.cells.addArea(area, sum, 1);
    } else {
      const add = (number: CellValue) => {
        if (number.kind === 'number') sum.addDecimal(number.value);
        return isStop(number) ? number : null;
      };
      stop = visitOperand(operand, scope, add, (value) => {
        const number = toNumber(value);
        return isStop(number) ? number : add(numberValue(number));
      });
    }
    if (stop) return stop;
  }
  return sum;
}

const average = (sum: Decimal, count: number): CellValue =>
  count === 0 ? DIV_ERROR : bounded(sum.div(count));

/** Reduces a list of numbers; what `SUBTOTAL` and the plain functions share. */
export const REDUCERS: Readonly<Record<string, (numbers: readonly Decimal[]) => CellValue>> = {
  AVERAGE: (numbers) =>
    average(
      numbers.reduce((sum, number) => sum.plus(number), ZERO),
      numbers.length,
    ),
  COUNT: (numbers) => intValue(numbers.length),
  MAX: (numbers) => numberValue(numbers.reduce((a, b) => (b.gt(a) ? b : a), numbers[0] ?? ZERO)),
  MIN: (numbers) => numberValue(numbers.reduce((a, b) => (b.lt(a) ? b : a), numbers[0] ?? ZERO)),
  PRODUCT: (numbers) =>
    numbers.length === 0
      ? intValue(0)
      : bounded(numbers.reduce((a, b) => settle(a.times(b)), new Decimal(1))),
  SUM: (numbers) => numberValue(numbers.reduce((sum, number) => sum.plus(number), ZERO)),
  MEDIAN: (numbers) => median(numbers),
};

function median(numbers: readonly Decimal[]): CellValue {
  if (numbers.length === 0) return NUM_ERROR;
  const sorted = [...numbers].sort((a, b) => a.comparedTo(b));
  const middle = sorted.length >> 1;
  return numberValue(
    sorted.length % 2 === 1 ? sorted[middle]! : sorted[middle - 1]!.plus(sorted[middle]!).div(2),
  );
}

/** `LARGE` and `SMALL`: the k-th of the numbers. */
function ranked(descending: boolean): FormulaFunction {
  return reading(2, 2, (args, scope) => {
    const numbers: Decimal[] = [];
    const stop = eachNumber(args.slice(0, 1), scope, (number) => numbers.push(number));
    if (stop) return stop;
    const rank = toNumber(scope.interpreter.value(args[1]!, scope.place));
    if (isStop(rank)) return rank;
    numbers.sort((a, b) => (descending ? b.comparedTo(a) : a.comparedTo(b)));
    const found = numbers[rank.ceil().toNumber() - 1];
    return found ? numberValue(found) : NUM_ERROR;
  });
}

function reducing(name: string): FormulaFunction {
  return reading(1, MANY, (args, scope) => {
    const numbers: Decimal[] = [];
    return eachNumber(args, scope, (number) => numbers.push(number)) ?? REDUCERS[name]!(numbers);
  });
}

function counting(counts: (value: CellValue, direct: boolean) => boolean): FormulaFunction {
  return reading(1, MANY, (args, scope) => {
    let count = 0;
    for (const arg of args) {
      const visit = (direct: boolean) => (value: CellValue) => {
        if (value.kind === 'unknown') return value;
        if (counts(value, direct)) count++;
        return null;
      };
      const operand = scope.interpreter.operand(arg, scope.place);
      const stop = visitOperand(operand, scope, visit(false), visit(true));
      if (stop) return stop;
    }
    return intValue(count);
  });
}

function countBlank(args: readonly FormulaNode[], scope: Scope): Operand {
  const operand = scope.interpreter.operand(args[0]!, scope.place);
  if (operand.kind !== 'areas') return isSingle(operand) && isStop(operand) ? operand : VALUE_ERROR;
  let blank = 0;
  for (const area of operand.areas) {
    blank += (area.bottom - area.top + 1) * (area.right - area.left + 1);
    const stop = scope.interpreter.cells.walk(area, (value) => {
      if (value.kind === 'unknown') return value;
      if (value.kind !== 'blank' && !(value.kind === 'text' && value.text === '')) blank--;
      return null;
    });
    if (stop) return stop;
  }
  return intValue(blank);
}

function sumProduct(args: readonly FormulaNode[], scope: Scope): Operand {
  const place = { ...scope.place, array: true };
  const columns: (readonly CellValue[])[] = [];
  let shape: string | null = null;
  for (const arg of args) {
    const matrix = scope.interpreter.matrix(scope.interpreter.operand(arg, place));
    if (matrix.kind !== 'matrix') return matrix;
    if (matrix.values.length === 1 && isStop(matrix.values[0]!)) return matrix.values[0]!;
    shape ??= `${matrix.rows}×${matrix.columns}`;
    if (shape !== `${matrix.rows}×${matrix.columns}`) return VALUE_ERROR;
    columns.push(matrix.values);
  }
  let sum = ZERO;
  for (let i = 0; i < columns[0]!.length; i++) {
    let product: Decimal | null = null;
    for (const values of columns) {
      const value = values[i]!;
      if (isStop(value)) return value;
      const factor: Decimal = value.kind === 'number' ? value.value : ZERO;
      product = product === null ? factor : product.times(factor);
    }
    if (product && !product.isZero()) sum = sum.plus(product);
  }
  return bounded(sum);
}

export const AGGREGATE: FunctionTable = {
  SUM: reading(1, MANY, (args, scope) => {
    const sum = sumOf(args, scope);
    return 'kind' in sum ? sum : bounded(sum.decimal());
  }),
  AVERAGE: reducing('AVERAGE'),
  MIN: reducing('MIN'),
  MAX: reducing('MAX'),
  PRODUCT: reducing('PRODUCT'),
  MEDIAN: reducing('MEDIAN'),
  COUNT: counting(
    (value, direct) => value.kind === 'number' || (direct && !isStop(value) && !isStop(toNumber(value))),
  ),
  COUNTA: counting((value) => value.kind !== 'blank'),
  COUNTBLANK: reading(1, 1, countBlank),
  LARGE: ranked(true),
  SMALL: ranked(false),
  SUMPRODUCT: reading(1, MANY, sumProduct),
};
