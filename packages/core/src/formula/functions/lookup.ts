import { areaAddress } from '../../snapshot/address.js';
import { height, isSingle, type Matrix, type Operand, width } from '../operand.js';
import type { FormulaNode } from '../syntax.js';
import type { CellValue } from '../types.js';
import {
  compareValues,
  intValue,
  isStop,
  NA_ERROR,
  REF_ERROR,
  type Stop,
  toBoolean,
  toNumber,
  unknownValue,
  VALUE_ERROR,
} from '../values.js';
import { matchesPattern } from './criteria.js';
import { type FunctionTable, reading, type Scope } from './types.js';

function matches(wanted: CellValue, value: CellValue): boolean {
  if (wanted.kind === 'text' && value.kind === 'text' && /[*?~]/.test(wanted.text)) {
    return matchesPattern(value.text, wanted.text);
  }
  return value.kind === wanted.kind && compareValues(wanted, value) === 0;
}

/** Position of the value among `values`: exact; else the last not above it, where they ascend. */
function position(wanted: CellValue, values: readonly CellValue[], way: -1 | 0 | 1): number | Stop {
  let found = -1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value.kind === 'unknown') return value;
    if (way === 0) {
      if (matches(wanted, value)) return i;
      continue;
    }
    if (value.kind !== wanted.kind) continue;
    const order = compareValues(value, wanted);
    if (way === 1 ? order > 0 : order < 0) break;
    found = i;
  }
  return found < 0 ? NA_ERROR : found;
}

/** Exact position in a long row or column of cells through its index; `null` where that is not the way. */
function indexedPosition(wanted: CellValue, operand: Operand, { interpreter }: Scope): number | Stop | null {
  if (operand.kind !== 'areas' || operand.areas.length !== 1) return null;
  const area = operand.areas[0]!;
  const line = width(area) === 1 ? height(area) : height(area) === 1 ? width(area) : 0;
  const plain = wanted.kind === 'number' || (wanted.kind === 'text' && !/[*?~]/.test(wanted.text));
  if (line < INDEXED_LENGTH || !plain) return null;
  const index = interpreter.cells.exactIndex(area);
  const offsets = wanted.kind === 'number' ? index.numbers(wanted) : index.texts(wanted.text);
  const first = offsets[0];
  if (index.unknown && (first === undefined || index.unknown.offset < first)) return index.unknown.stop;
  return first ?? NA_ERROR;
}

const INDEXED_LENGTH = 64;

/** The first row or column of a table, where lookups search. */
function firstLine(operand: Operand, vertical: boolean): Operand {
  if (operand.kind !== 'areas' || operand.areas.length !== 1) return operand;
  const area = operand.areas[0]!;
  const line = vertical ? { ...area, right: area.left } : { ...area, bottom: area.top };
  return { kind: 'areas', areas: [line] };
}

function sought(node: FormulaNode, { interpreter, place }: Scope): CellValue {
  const value = interpreter.value(node, place);
  return value.kind === 'blank' ? intValue(0) : value;
}

function line(matrix: Matrix, index: number, along: 'row' | 'column'): CellValue[] {
  const values: CellValue[] = [];
  const count = along === 'row' ? matrix.columns : matrix.rows;
  for (let i = 0; i < count; i++) {
    values.push(matrix.values[along === 'row' ? index * matrix.columns + i : i * matrix.columns + index]!);
  }
  return values;
}

function lookup(vertical: boolean) {
  return reading(3, 4, (args: readonly FormulaNode[], scope: Scope): Operand => {
    const { interpreter, place } = scope;
    const wanted = sought(args[0]!, scope);
    if (isStop(wanted)) return wanted;
    const source = interpreter.operand(args[1]!, place);
    const number = toNumber(interpreter.value(args[2]!, place));
    if (isStop(number)) return number;
    const near = args[3] === undefined ? true : toBoolean(interpreter.value(args[3], place));
    if (typeof near !== 'boolean') return near;
    const wantedLine = number.trunc().toNumber() - 1;
    if (wantedLine < 0) return VALUE_ERROR;
    const indexed = near ? null : indexedPosition(wanted, firstLine(source, vertical), scope);
    if (indexed !== null && source.kind === 'areas') {
      const area = source.areas[0]!;
      if (wantedLine >= (vertical ? width(area) : height(area))) return REF_ERROR;
      if (typeof indexed !== 'number') return indexed;
      const [row, column] = vertical ? [indexed, wantedLine] : [wantedLine, indexed];
      return interpreter.cells.valueAt(area.sheet, area.top + row, area.left + column);
    }
    const table = interpreter.matrix(source);
    if (table.kind !== 'matrix') return table;
    if (wantedLine >= (vertical ? table.columns : table.rows)) return REF_ERROR;
    const at = position(wanted, line(table, 0, vertical ? 'column' : 'row'), near ? 1 : 0);
    if (typeof at !== 'number') return at;
    return table.values[vertical ? at * table.columns + wantedLine : wantedLine * table.columns + at]!;
  });
}

function match(args: readonly FormulaNode[], scope: Scope): Operand {
  const { interpreter, place } = scope;
  const wanted = sought(args[0]!, scope);
  if (isStop(wanted)) return wanted;
  const source = interpreter.operand(args[1]!, place);
  const way = args[2] === undefined ? 1 : toNumber(interpreter.value(args[2], place));
  if (typeof way !== 'number' && isStop(way)) return way;
  const sign = typeof way === 'number' ? 1 : way.isZero() ? 0 : way.isNegative() ? -1 : 1;
  const indexed = sign === 0 ? indexedPosition(wanted, source, scope) : null;
  if (indexed !== null) return typeof indexed === 'number' ? intValue(indexed + 1) : indexed;
  const list = interpreter.matrix(source);
  if (list.kind !== 'matrix') return list;
  if (list.rows > 1 && list.columns > 1) return NA_ERROR;
  const at = position(wanted, list.values, sign);
  return typeof at === 'number' ? intValue(at + 1) : at;
}

/** `INDEX` gives a reference, so that `SUM(INDEX(…))` reads whole rows and columns. */
function index(args: readonly FormulaNode[], { interpreter, place }: Scope): Operand {
  const source = interpreter.operand(args[0]!, place);
  if (isSingle(source) && isStop(source)) return source;
  const numbers: number[] = [];
  for (const arg of args.slice(1)) {
    const number = toNumber(interpreter.value(arg, place));
    if (isStop(number)) return number;
    numbers.push(number.trunc().toNumber());
  }
  if (source.kind === 'areas' && source.areas.length > 1)
    return unknownValue('unsupported-function', 'INDEX of several areas');
  const area = source.kind === 'areas' ? source.areas[0]! : null;
  const rows = area ? height(area) : source.kind === 'matrix' ? source.rows : 1;
  const columns = area ? width(area) : source.kind === 'matrix' ? source.columns : 1;
  const [first = 0, second] = numbers;
  const flat = second === undefined && rows === 1;
  const row = flat ? 1 : first;
  const column = flat ? first : (second ?? (columns === 1 ? 1 : 0));
  if (row < 0 || column < 0) return VALUE_ERROR;
  if (row > rows || column > columns) return REF_ERROR;
  if (area) {
    const top = row === 0 ? area.top : area.top + row - 1;
    const left = column === 0 ? area.left : area.left + column - 1;
    const bottom = row === 0 ? area.bottom : top;
    const right = column === 0 ? area.right : left;
    return { kind: 'areas', areas: [{ sheet: area.sheet, top, left, bottom, right }] };
  }
  if (source.kind !== 'matrix') return source as CellValue;
  if (row === 0 || column === 0) return unknownValue('unsupported-function', 'INDEX of a whole array row');
  return source.values[(row - 1) * columns + column - 1]!;
}

/** `ROW`, `COLUMN` of an area or of the formula's own cell. */
function place(of: 'top' | 'left') {
  return reading(0, 1, (args: readonly FormulaNode[], scope: Scope): Operand => {
    if (args.length === 0) return intValue(of === 'top' ? scope.place.row : scope.place.column);
    const operand = scope.interpreter.operand(args[0]!, scope.place);
    if (operand.kind !== 'areas') return isSingle(operand) && isStop(operand) ? operand : VALUE_ERROR;
    const area = operand.areas[0]!;
    const single = of === 'top' ? area.top === area.bottom : area.left === area.right;
    if (scope.place.array && !single) return counted(area[of], of === 'top' ? height(area) : width(area), of);
    return intValue(area[of]);
  });
}

function counted(first: number, count: number, of: 'top' | 'left'): Operand {
  if (count > 1_048_576)
    return unknownValue('too-large', areaAddress({ top: 1, left: 1, bottom: count, right: 1 }));
  const values = Array.from({ length: count }, (_, i) => intValue(first + i));
  return { kind: 'matrix', rows: of === 'top' ? count : 1, columns: of === 'top' ? 1 : count, values };
}

function extent(of: 'rows' | 'columns') {
  return reading(1, 1, (args: readonly FormulaNode[], { interpreter, place: at }: Scope): Operand => {
    const operand = interpreter.operand(args[0]!, at);
    if (operand.kind === 'areas')
      return intValue(of === 'rows' ? height(operand.areas[0]!) : width(operand.areas[0]!));
    if (operand.kind === 'matrix') return intValue(operand[of]);
    return isStop(operand) ? operand : intValue(1);
  });
}

/** `XLOOKUP` of an exact value from the first on; other ways of searching are not computed. */
function xlookup(args: readonly FormulaNode[], scope: Scope): Operand {
  const { interpreter, place: at } = scope;
  const exact = args.slice(4).every((arg, i) => {
    const value = toNumber(interpreter.value(arg, at));
    return arg.type === 'missing' || (!isStop(value) && value.eq(i));
  });
  if (!exact) return unknownValue('unsupported-function', 'XLOOKUP with a way of searching');
  const wanted = sought(args[0]!, scope);
  if (isStop(wanted)) return wanted;
  const list = interpreter.operand(args[1]!, at);
  const found = indexedPosition(wanted, list, scope) ?? plainPosition(wanted, list, scope);
  if (typeof found !== 'number') {
    const missing = found.kind === 'error' && found.error === '#N/A' && args[3] !== undefined;
    return missing && args[3]!.type !== 'missing' ? interpreter.operand(args[3]!, at) : found;
  }
  const target = interpreter.operand(args[2]!, at);
  if (target.kind !== 'areas' || target.areas.length !== 1)
    return unknownValue('unsupported-function', 'XLOOKUP of an array');
  const area = target.areas[0]!;
  const across = list.kind === 'areas' && width(list.areas[0]!) > 1;
  if (across ? found >= width(area) : found >= height(area)) return VALUE_ERROR;
  const part = across
    ? { ...area, left: area.left + found, right: area.left + found }
    : { ...area, top: area.top + found, bottom: area.top + found };
  return { kind: 'areas', areas: [part] };
}

/** `XLOOKUP` takes `*` and `?` for what they are. */
function plainPosition(wanted: CellValue, operand: Operand, { interpreter }: Scope): number | Stop {
  const list = interpreter.matrix(operand);
  if (list.kind !== 'matrix') return isStop(list) ? list : VALUE_ERROR;
  if (list.rows > 1 && list.columns > 1) return VALUE_ERROR;
  const at = list.values.findIndex(
    (value) => value.kind === 'unknown' || (value.kind === wanted.kind && compareValues(value, wanted) === 0),
  );
  const value = list.values[at];
  return value === undefined ? NA_ERROR : value.kind === 'unknown' ? value : at;
}

export const LOOKUP: FunctionTable = {
  XLOOKUP: reading(3, 6, xlookup),
  VLOOKUP: lookup(true),
  HLOOKUP: lookup(false),
  MATCH: reading(2, 3, match),
  INDEX: reading(2, 3, index),
  ROW: place('top'),
  COLUMN: place('left'),
  ROWS: extent('rows'),
  COLUMNS: extent('columns'),
};
