import type { Decimal as SharedDecimal } from 'decimal.js';
import { Decimal } from '../../amount/decimal.js';
import { bounded, power } from '../operators.js';
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
} from '../values.js';
import { type FormulaFunction, type FunctionTable, ofValues } from './types.js';

/** A function of numbers; texts are read as numbers, the first error passes. */
function ofNumbers(
  least: number,
  most: number,
  apply: (...numbers: Decimal[]) => Decimal | CellValue,
): FormulaFunction {
  return ofValues(least, most, (values) => {
    const numbers: Decimal[] = [];
    for (const value of values) {
      const number: Decimal | Stop = toNumber(value);
      if (isStop(number)) return number;
      numbers.push(number);
    }
    const result = apply(...numbers);
    return 'kind' in result ? result : bounded(result);
  });
}

const MOST_PLACES = 60;

/** Rounds to `places` decimals (negative: tens, hundreds) in the named way; Excel's ways all look at the size. */
export function roundTo(value: Decimal, places: Decimal, way: SharedDecimal.Rounding): Decimal {
  const digits = Math.max(-400, Math.min(MOST_PLACES, places.trunc().toNumber()));
  const settled = settle(value);
  if (digits >= 0) return settled.toDecimalPlaces(digits, way);
  const step = new Decimal(10).pow(-digits);
  return settled.div(step).toDecimalPlaces(0, way).times(step);
}

function toMultiple(value: Decimal, step: Decimal, way: SharedDecimal.Rounding): Decimal {
  return settle(value.div(step)).toDecimalPlaces(0, way).times(step);
}

function modulo(value: Decimal, divisor: Decimal): Decimal | CellValue {
  if (divisor.isZero()) return DIV_ERROR;
  return value.minus(divisor.times(settle(value.div(divisor)).floor()));
}

function ceiling(value: Decimal, step: Decimal): Decimal | CellValue {
  if (step.isZero() || value.isZero()) return new Decimal(0);
  if (value.isPositive() && step.isNegative()) return NUM_ERROR;
  return toMultiple(value, step, Decimal.ROUND_CEIL);
}

function floor(value: Decimal, step: Decimal): Decimal | CellValue {
  if (value.isZero()) return new Decimal(0);
  if (step.isZero()) return DIV_ERROR;
  if (value.isPositive() && step.isNegative()) return NUM_ERROR;
  return toMultiple(value, step, Decimal.ROUND_FLOOR);
}

function nearestMultiple(value: Decimal, step: Decimal): Decimal | CellValue {
  if (value.isZero() || step.isZero()) return new Decimal(0);
  if (value.isNegative() !== step.isNegative()) return NUM_ERROR;
  return toMultiple(value, step, Decimal.ROUND_HALF_UP);
}

/** `CEILING.MATH` and `FLOOR.MATH` take the step's size only. */
function mathWay(up: boolean) {
  return (value: Decimal, step = new Decimal(1), mode = new Decimal(0)): Decimal => {
    if (step.isZero()) return new Decimal(0);
    const away = value.isNegative() && !mode.isZero();
    return toMultiple(value, step.abs(), up !== away ? Decimal.ROUND_CEIL : Decimal.ROUND_FLOOR);
  };
}

function evenOdd(odd: boolean) {
  return (value: Decimal): Decimal => {
    const size = settle(value.abs());
    const whole = odd ? size.minus(1).div(2).ceil().times(2).plus(1) : size.div(2).ceil().times(2);
    const shown = odd && whole.isNegative() ? new Decimal(1) : whole;
    return value.isNegative() ? shown.negated() : shown;
  };
}

export const MATH: FunctionTable = {
  ABS: ofNumbers(1, 1, (value) => value.abs()),
  SIGN: ofNumbers(1, 1, (value) => new Decimal(value.isZero() ? 0 : value.isNegative() ? -1 : 1)),
  INT: ofNumbers(1, 1, (value) => settle(value).floor()),
  ROUND: ofNumbers(2, 2, (value, places) => roundTo(value, places, Decimal.ROUND_HALF_UP)),
  ROUNDUP: ofNumbers(2, 2, (value, places) => roundTo(value, places, Decimal.ROUND_UP)),
  ROUNDDOWN: ofNumbers(2, 2, (value, places) => roundTo(value, places, Decimal.ROUND_DOWN)),
  TRUNC: ofNumbers(1, 2, (value, places = new Decimal(0)) => roundTo(value, places, Decimal.ROUND_DOWN)),
  MROUND: ofNumbers(2, 2, nearestMultiple),
  CEILING: ofNumbers(2, 2, ceiling),
  FLOOR: ofNumbers(2, 2, floor),
  'CEILING.MATH': ofNumbers(1, 3, mathWay(true)),
  'FLOOR.MATH': ofNumbers(1, 3, mathWay(false)),
  MOD: ofNumbers(2, 2, modulo),
  QUOTIENT: ofNumbers(2, 2, (value, divisor) =>
    divisor.isZero() ? DIV_ERROR : settle(value.div(divisor)).trunc(),
  ),
  POWER: ofNumbers(2, 2, power),
  SQRT: ofNumbers(1, 1, (value) => (value.isNegative() ? NUM_ERROR : settle(value.sqrt()))),
  EVEN: ofNumbers(1, 1, evenOdd(false)),
  ODD: ofNumbers(1, 1, evenOdd(true)),
  PI: ofValues(0, 0, () => numberValue(new Decimal('3.14159265358979'))),
  N: ofValues(1, 1, ([value]) => {
    if (isStop(value!) || value!.kind === 'number') return value!;
    return intValue(value!.kind === 'boolean' && value!.value ? 1 : 0);
  }),
};
