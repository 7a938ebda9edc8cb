import { Decimal } from '../amount/decimal.js';
import type { BinaryOperator } from './syntax.js';
import type { CellValue } from './types.js';
import {
  booleanValue,
  compareValues,
  DIV_ERROR,
  isStop,
  NUM_ERROR,
  numberValue,
  settle,
  textValue,
  toNumber,
  toText,
  unknownValue,
  VALUE_ERROR,
} from './values.js';

/** Beyond this Excel's own numbers end; the computation is not followed there. */
const LARGEST_EXPONENT = 308;
const MAX_WHOLE_POWER = 1_024;

/** A number as a result: what Excel cannot hold is `#NUM!`, what is too small is 0. */
export function bounded(value: Decimal): CellValue {
  if (value.isNaN() || !value.isFinite() || value.e > LARGEST_EXPONENT) return NUM_ERROR;
  return numberValue(value.e < -LARGEST_EXPONENT && !value.isZero() ? new Decimal(0) : value);
}

function compare(operator: BinaryOperator, left: CellValue, right: CellValue): CellValue {
  const order = compareValues(left, right);
  switch (operator) {
    case '=':
      return booleanValue(order === 0);
    case '<>':
      return booleanValue(order !== 0);
    case '<':
      return booleanValue(order < 0);
    case '<=':
      return booleanValue(order <= 0);
    case '>':
      return booleanValue(order > 0);
    default:
      return booleanValue(order >= 0);
  }
}

/** `base ^ exponent` as Excel has it; roots are computed to 40 digits. */
export function power(base: Decimal, exponent: Decimal): CellValue {
  if (base.isZero() && exponent.isZero()) return NUM_ERROR;
  if (base.isZero() && exponent.isNegative()) return DIV_ERROR;
  if (exponent.isInteger() && exponent.abs().lte(MAX_WHOLE_POWER)) return bounded(base.pow(exponent));
  if (base.isNegative()) return NUM_ERROR;
  if (exponent.abs().gt(MAX_WHOLE_POWER)) return unknownValue('too-large', 'POWER');
  return bounded(settle(base.pow(exponent)));
}

function arithmetic(operator: BinaryOperator, left: Decimal, right: Decimal): CellValue {
  switch (operator) {
    case '+':
      return bounded(left.plus(right));
    case '-':
      return bounded(left.minus(right));
    case '*':
      return bounded(left.times(right));
    case '/':
      return right.isZero() ? DIV_ERROR : bounded(left.div(right));
    default:
      return power(left, right);
  }
}

/** Excel's cells hold no longer text; without an end, doubling a text from cell to cell would fill the memory. */
const MAX_TEXT = 32_767;

function joined(left: CellValue, right: CellValue): CellValue {
  const a = toText(left);
  if (typeof a !== 'string') return a;
  const b = toText(right);
  if (typeof b !== 'string') return b;
  return a.length + b.length > MAX_TEXT ? VALUE_ERROR : textValue(a + b);
}

/** One operator with two values; errors and unknown values pass, the left one first. */
export function applyBinary(operator: BinaryOperator, left: CellValue, right: CellValue): CellValue {
  if (isStop(left)) return left;
  if (isStop(right)) return right;
  if (operator === '&') return joined(left, right);
  if (operator.length === 2 || operator === '=' || operator === '<' || operator === '>') {
    return compare(operator, left, right);
  }
  const a = toNumber(left);
  if (isStop(a)) return a;
  const b = toNumber(right);
  return isStop(b) ? b : arithmetic(operator, a, b);
}
