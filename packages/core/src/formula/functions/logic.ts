import { isSingle, type Operand } from '../operand.js';
import type { FormulaNode } from '../syntax.js';
import type { CellValue } from '../types.js';
import {
  booleanValue,
  errorValue,
  FALSE,
  isStop,
  NA_ERROR,
  numberInText,
  TRUE,
  toBoolean,
  VALUE_ERROR,
} from '../values.js';
import { type FormulaFunction, type FunctionTable, MANY, ofValues, reading, type Scope } from './types.js';

/** Whether element-wise work is asked for: an array formula, or an argument that already is an array. */
function worksOnArrays(args: readonly FormulaNode[], scope: Scope): boolean {
  return scope.place.array && args.some((arg) => !isSingle(scope.interpreter.operand(arg, scope.place)));
}

/** Only the branch taken is computed, so a circle or an unknown function in the other one does no harm. */
function ifFunction(args: readonly FormulaNode[], scope: Scope): Operand {
  const { interpreter, place } = scope;
  if (worksOnArrays(args, scope)) return interpreter.lift(args, place, chooseBranch);
  const condition = toBoolean(interpreter.value(args[0]!, place));
  if (typeof condition !== 'boolean') return condition;
  const branch = args[condition ? 1 : 2];
  return branch === undefined ? FALSE : emptyToZero(branch, interpreter.operand(branch, place));
}

/** `IF(A1,,2)` gives 0 for the branch left out. */
function emptyToZero(branch: FormulaNode, operand: Operand): Operand {
  return branch.type === 'missing' ? { kind: 'blank' } : operand;
}

function chooseBranch(values: readonly CellValue[]): CellValue {
  const condition = toBoolean(values[0]!);
  if (typeof condition !== 'boolean') return condition;
  return (condition ? values[1] : values[2]) ?? FALSE;
}

function ifs(args: readonly FormulaNode[], { interpreter, place }: Scope): Operand {
  if (args.length % 2 !== 0) return VALUE_ERROR;
  for (let i = 0; i < args.length; i += 2) {
    const condition = toBoolean(interpreter.value(args[i]!, place));
    if (typeof condition !== 'boolean') return condition;
    if (condition) return interpreter.operand(args[i + 1]!, place);
  }
  return NA_ERROR;
}

function onError(catches: (value: CellValue) => boolean): FormulaFunction {
  return reading(2, 2, (args, { interpreter, place }) => {
    const operand = interpreter.operand(args[0]!, place);
    if (place.array && !isSingle(operand)) {
      const other = interpreter.operand(args[1]!, place);
      return interpreter.liftOperands([operand, other], place, ([value, spare]) =>
        catches(value!) ? spare! : value!,
      );
    }
    const value = interpreter.single(operand, place);
    return catches(value) ? interpreter.operand(args[1]!, place) : value;
  });
}

/** `AND`, `OR`, `XOR`: texts and blanks in areas are skipped; nothing left is `#VALUE!`. */
function joining(join: (values: readonly boolean[]) => boolean): FormulaFunction {
  return reading(1, MANY, (args, { interpreter, place }) => {
    const truths: boolean[] = [];
    for (const arg of args) {
      const operand = interpreter.operand(arg, place);
      if (isSingle(operand)) {
        const truth = toBoolean(operand);
        if (typeof truth !== 'boolean') return truth;
        truths.push(truth);
        continue;
      }
      const matrix = interpreter.matrix(operand);
      if (matrix.kind !== 'matrix') return matrix;
      for (const value of matrix.values) {
        if (isStop(value)) return value;
        if (value.kind === 'boolean') truths.push(value.value);
        else if (value.kind === 'number') truths.push(!value.value.isZero());
      }
    }
    return truths.length === 0 ? VALUE_ERROR : booleanValue(join(truths));
  });
}

/** A question about one value; unknown stays unknown, an error is an answer. */
function asking(answer: (value: CellValue) => boolean): FormulaFunction {
  return ofValues(1, 1, ([value]) => (value!.kind === 'unknown' ? value! : booleanValue(answer(value!))));
}

const isNotAvailable = (value: CellValue) => value.kind === 'error' && value.error === '#N/A';

function choose(args: readonly FormulaNode[], { interpreter, place }: Scope): Operand {
  const index = interpreter.value(args[0]!, place);
  const number =
    index.kind === 'text' ? numberInText(index.text) : index.kind === 'number' ? index.value : null;
  if (isStop(index)) return index;
  const chosen = number === null ? undefined : args[number.trunc().toNumber()];
  return number === null || number.lt(1) || chosen === undefined
    ? VALUE_ERROR
    : interpreter.operand(chosen, place);
}

export const LOGIC: FunctionTable = {
  IF: reading(2, 3, ifFunction),
  IFS: reading(2, MANY, ifs),
  CHOOSE: reading(2, MANY, choose),
  /** How a file stores `@`: one cell of an area, that of the formula's own row or column. */
  SINGLE: reading(1, 1, (args, { interpreter, place }) =>
    interpreter.value(args[0]!, { ...place, array: false }),
  ),
  IFERROR: onError((value) => value.kind === 'error'),
  IFNA: onError(isNotAvailable),
  AND: joining((values) => values.every(Boolean)),
  OR: joining((values) => values.some(Boolean)),
  XOR: joining((values) => values.filter(Boolean).length % 2 === 1),
  NOT: ofValues(1, 1, ([value]) => {
    const truth = toBoolean(value!);
    return typeof truth === 'boolean' ? booleanValue(!truth) : truth;
  }),
  TRUE: reading(0, 0, () => TRUE),
  FALSE: reading(0, 0, () => FALSE),
  NA: reading(0, 0, () => NA_ERROR),
  /** Google Sheets writes `IFERROR(__xludf.DUMMYFUNCTION(…), value)` for what Excel does not have. */
  '__XLUDF.DUMMYFUNCTION': reading(0, MANY, () => errorValue('#NAME?')),
  ISNUMBER: asking((value) => value.kind === 'number'),
  ISTEXT: asking((value) => value.kind === 'text'),
  ISNONTEXT: asking((value) => value.kind !== 'text'),
  ISBLANK: asking((value) => value.kind === 'blank'),
  ISLOGICAL: asking((value) => value.kind === 'boolean'),
  ISERROR: asking((value) => value.kind === 'error'),
  ISERR: asking((value) => value.kind === 'error' && !isNotAvailable(value)),
  ISNA: asking(isNotAvailable),
  ISEVEN: evenOdd(0),
  ISODD: evenOdd(1),
};

function evenOdd(rest: 0 | 1): FormulaFunction {
  return ofValues(1, 1, ([value]) => {
    const number =
      value!.kind === 'boolean' ? VALUE_ERROR : value!.kind === 'text' ? numberInText(value!.text) : value!;
    if (number === null) return VALUE_ERROR;
    if ('kind' in number) {
      if (isStop(number)) return number;
      return booleanValue(
        (number.kind === 'number' ? number.value.trunc().mod(2).abs().toNumber() : 0) === rest,
      );
    }
    return booleanValue(number.trunc().mod(2).abs().toNumber() === rest);
  });
}
