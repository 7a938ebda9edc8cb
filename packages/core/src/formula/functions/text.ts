import { Decimal } from '../../amount/decimal.js';
import type { Operand } from '../operand.js';
import type { FormulaNode } from '../syntax.js';
import type { CellValue } from '../types.js';
import {
  booleanValue,
  intValue,
  isStop,
  numberInText,
  numberValue,
  type Stop,
  textValue,
  toBoolean,
  toNumber,
  toText,
  unknownValue,
  VALUE_ERROR,
} from '../values.js';
import { type FormulaFunction, type FunctionTable, MANY, ofValues, reading, type Scope } from './types.js';

const MAX_TEXT = 32_767;

/** A function of one text and some numbers. */
function ofText(
  least: number,
  most: number,
  apply: (text: string, numbers: readonly number[]) => string | number | CellValue,
): FormulaFunction {
  return ofValues(least, most, (values) => {
    const text = toText(values[0]!);
    if (isStop(text)) return text;
    const numbers: number[] = [];
    for (const value of values.slice(1)) {
      const number: Decimal | Stop = toNumber(value);
      if (isStop(number)) return number;
      numbers.push(number.trunc().toNumber());
    }
    const result = apply(text, numbers);
    if (typeof result === 'number') return intValue(result);
    return typeof result === 'string' ? limited(result) : result;
  });
}

function limited(text: string): CellValue {
  return text.length > MAX_TEXT ? VALUE_ERROR : textValue(text);
}

function find(sensitive: boolean): FormulaFunction {
  return ofValues(2, 3, ([needle, hay, from]) => {
    const a = toText(needle!);
    const b = toText(hay!);
    if (isStop(a)) return a;
    if (isStop(b)) return b;
    const start = from === undefined ? new Decimal(1) : toNumber(from);
    if (isStop(start)) return start;
    if (!sensitive && /[*?~]/.test(a))
      return { kind: 'unknown', reason: 'unsupported-function', detail: 'SEARCH with wildcards' };
    const at = sensitive
      ? b.indexOf(a, start.toNumber() - 1)
      : b.toLowerCase().indexOf(a.toLowerCase(), start.toNumber() - 1);
    return at < 0 || start.lt(1) ? VALUE_ERROR : intValue(at + 1);
  });
}

function substitute(values: readonly CellValue[]): CellValue {
  const texts: string[] = [];
  for (const value of values.slice(0, 3)) {
    const text = toText(value);
    if (isStop(text)) return text;
    texts.push(text);
  }
  const [text, old, fresh] = texts as [string, string, string];
  if (old === '') return textValue(text);
  if (values[3] === undefined) return limited(text.split(old).join(fresh));
  const which = toNumber(values[3]);
  if (isStop(which)) return which;
  let at = -1;
  for (let i = 0; which.gt(i); i++) {
    at = text.indexOf(old, at + 1);
    if (at < 0) return textValue(text);
  }
  return at < 0 ? VALUE_ERROR : limited(text.slice(0, at) + fresh + text.slice(at + old.length));
}

function textJoin(args: readonly FormulaNode[], { interpreter, place }: Scope): Operand {
  const separator = toText(interpreter.value(args[0]!, place));
  if (isStop(separator)) return separator;
  const skipsEmpty = toBoolean(interpreter.value(args[1]!, place));
  if (typeof skipsEmpty !== 'boolean') return skipsEmpty;
  const parts: string[] = [];
  for (const arg of args.slice(2)) {
    const matrix = interpreter.matrix(interpreter.operand(arg, place));
    if (matrix.kind !== 'matrix') return matrix;
    for (const value of matrix.values) {
      const text = toText(value);
      if (isStop(text)) return text;
      if (text !== '' || !skipsEmpty) parts.push(text);
    }
  }
  return limited(parts.join(separator));
}

export const TEXT: FunctionTable = {
  LEN: ofText(1, 1, (text) => text.length),
  LEFT: ofText(1, 2, (text, [count = 1]) => (count < 0 ? VALUE_ERROR : text.slice(0, count))),
  RIGHT: ofText(1, 2, (text, [count = 1]) =>
    count < 0 ? VALUE_ERROR : text.slice(Math.max(0, text.length - count)),
  ),
  MID: ofText(3, 3, (text, [start, count]) =>
    start! < 1 || count! < 0 ? VALUE_ERROR : text.slice(start! - 1, start! - 1 + count!),
  ),
  TRIM: ofText(1, 1, (text) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  UPPER: ofText(1, 1, (text) => text.toUpperCase()),
  LOWER: ofText(1, 1, (text) => text.toLowerCase()),
  REPT: ofText(2, 2, (text, [count]) =>
    count! < 0 || count! * text.length > MAX_TEXT ? VALUE_ERROR : text.repeat(count!),
  ),
  CONCATENATE: ofValues(1, MANY, (values) => {
    let joined = '';
    for (const value of values) {
      const text = toText(value);
      if (isStop(text)) return text;
      joined += text;
    }
    return limited(joined);
  }),
  CONCAT: reading(1, MANY, (args, { interpreter, place }) => {
    let joined = '';
    for (const arg of args) {
      const matrix = interpreter.matrix(interpreter.operand(arg, place));
      if (matrix.kind !== 'matrix') return matrix;
      for (const value of matrix.values) {
        const text = toText(value);
        if (isStop(text)) return text;
        joined += text;
        if (joined.length > MAX_TEXT) return VALUE_ERROR;
      }
    }
    return textValue(joined);
  }),
  TEXTJOIN: reading(3, MANY, textJoin),
  CHAR: ofValues(1, 1, ([value]) => {
    const code = toNumber(value!);
    if (isStop(code)) return code;
    // Above 127 the answer depends on the machine's code page.
    if (code.gte(128)) return unknownValue('unsupported-function', 'CHAR above 127');
    return code.lt(1) ? VALUE_ERROR : textValue(String.fromCharCode(code.trunc().toNumber()));
  }),
  HYPERLINK: ofValues(1, 2, ([link, shown]) => shown ?? link!),
  EXACT: ofValues(2, 2, ([left, right]) => {
    const a = toText(left!);
    const b = toText(right!);
    return isStop(a) ? a : isStop(b) ? b : booleanValue(a === b);
  }),
  FIND: find(true),
  SEARCH: find(false),
  SUBSTITUTE: ofValues(3, 4, substitute),
  VALUE: ofValues(1, 1, ([value]) => {
    if (value!.kind !== 'text') {
      const number = toNumber(value!);
      return isStop(number) ? number : numberValue(number);
    }
    const number = numberInText(value!.text);
    return number === null ? VALUE_ERROR : numberValue(number);
  }),
  T: ofValues(1, 1, ([value]) => (isStop(value!) || value!.kind === 'text' ? value! : textValue(''))),
};
