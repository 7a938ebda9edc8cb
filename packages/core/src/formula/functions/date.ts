import type { Decimal } from '../../amount/decimal.js';
import type { CellValue } from '../types.js';
import { intValue, isStop, NUM_ERROR, type Stop, settle, toNumber } from '../values.js';
import { type FormulaFunction, type FunctionTable, reading } from './types.js';

const LAST_SERIAL = 2_958_465;
/** Day 0 of the 1900 system; Excel counts a 29 February 1900 that never was. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
/** Days by which serial numbers of a workbook in the 1904 system are smaller. */
const DAYS_OF_1904 = 1_462;

/** A function of whole numbers that knows the workbook's date system. */
function ofDates(
  count: number,
  apply: (numbers: readonly number[], offset: number) => CellValue,
): FormulaFunction {
  return reading(count, count, (args, { interpreter, place }) => {
    const offset = interpreter.cells.index.snapshot.date1904 ? DAYS_OF_1904 : 0;
    return interpreter.lift(args, place, (values) => {
      const numbers = numbersOf(values);
      return Array.isArray(numbers) ? apply(numbers, offset) : numbers;
    });
  });
}

function numbersOf(values: readonly CellValue[]): number[] | Stop {
  const numbers: number[] = [];
  for (const value of values) {
    const number: Decimal | Stop = toNumber(value);
    if (isStop(number)) return number;
    numbers.push(settle(number).floor().toNumber());
  }
  return numbers;
}

function serialOf(year: number, month: number, day: number): number {
  const serial = Math.round((Date.UTC(year, month - 1, day) - EPOCH) / DAY);
  return serial < 61 ? serial - 1 : serial;
}

function dateOf(serial: number): Date {
  return new Date(EPOCH + (serial < 60 ? serial + 1 : serial) * DAY);
}

function part(read: (date: Date) => number, day60: number): FormulaFunction {
  return ofDates(1, ([given], offset) => {
    const serial = given! + offset;
    if (given! < 0 || serial > LAST_SERIAL) return NUM_ERROR;
    return intValue(serial === 60 ? day60 : read(dateOf(serial)));
  });
}

export const DATE: FunctionTable = {
  DATE: ofDates(3, ([year, month, day], offset) => {
    const serial = serialOf(year! >= 0 && year! < 1900 ? year! + 1900 : year!, month!, day!) - offset;
    return Number.isNaN(serial) || serial < 0 || serial > LAST_SERIAL ? NUM_ERROR : intValue(serial);
  }),
  YEAR: part((date) => date.getUTCFullYear(), 1900),
  MONTH: part((date) => date.getUTCMonth() + 1, 2),
  DAY: part((date) => date.getUTCDate(), 29),
};
