import { type Decimal, ZERO } from '../../amount/decimal.js';
import { height, isSingle, type Operand, width } from '../operand.js';
import { bounded } from '../operators.js';
import type { FormulaNode } from '../syntax.js';
import type { CellValue, FormulaArea } from '../types.js';
import { BLANK, DIV_ERROR, intValue, isStop, numberValue, type Stop, VALUE_ERROR } from '../values.js';
import { type Criterion, criterionOf, soughtValue } from './criteria.js';
import { type FunctionTable, MANY, reading, type Scope } from './types.js';

function areaOf(node: FormulaNode, { interpreter, place }: Scope): FormulaArea | Stop {
  const operand = interpreter.operand(node, place);
  if (operand.kind === 'areas' && operand.areas.length === 1) return operand.areas[0]!;
  return isSingle(operand) && isStop(operand) ? operand : VALUE_ERROR;
}

interface Condition {
  readonly area: FormulaArea;
  readonly meets: Criterion;
  /** Where the condition asks for one value in a long column: the offsets at which it stands. */
  readonly hits: (() => readonly number[] | Stop) | null;
}

/** Below this height a plain walk costs no more than an index. */
const INDEXED_HEIGHT = 64;

function hitsOf(area: FormulaArea, wanted: CellValue, { interpreter }: Scope): Condition['hits'] {
  const sought = width(area) === 1 && height(area) >= INDEXED_HEIGHT ? soughtValue(wanted) : null;
  if (!sought) return null;
  return () => {
    const index = interpreter.cells.exactIndex(area);
    if (index.unknown) return index.unknown.stop;
    if (sought.kind === 'text') return index.texts(sought.text);
    const spelled = index.spelled(sought);
    return spelled.length === 0 ? index.numbers(sought) : [...index.numbers(sought), ...spelled];
  };
}

function conditionsOf(args: readonly FormulaNode[], scope: Scope): Condition[] | Stop {
  const conditions: Condition[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const area = areaOf(args[i]!, scope);
    if ('kind' in area) return area;
    const wanted = scope.interpreter.value(args[i + 1]!, scope.place);
    if (wanted.kind === 'unknown') return wanted;
    conditions.push({ area, meets: criterionOf(wanted), hits: hitsOf(area, wanted, scope) });
  }
  const first = conditions[0]!.area;
  const alike = conditions.every(
    ({ area }) => height(area) === height(first) && width(area) === width(first),
  );
  return alike ? conditions : VALUE_ERROR;
}

/**
 * Offsets inside the areas at which all conditions hold. Blank cells are looked at only where they can match:
 * then the areas must be small enough to be walked cell by cell.
 */
function eachMatch(
  conditions: readonly Condition[],
  scope: Scope,
  visit: (rowOffset: number, columnOffset: number) => Stop | null,
): Stop | null {
  const { cells } = scope.interpreter;
  const test = (row: number, column: number): Stop | null => {
    for (const { area, meets } of conditions) {
      const value = cells.valueAt(area.sheet, area.top + row, area.left + column);
      if (value.kind === 'unknown') return value;
      if (!meets(value)) return null;
    }
    return visit(row, column);
  };
  const hits = conditions.find((condition) => condition.hits !== null)?.hits?.() ?? null;
  if (hits !== null) {
    if ('kind' in hits) return hits;
    for (const offset of hits) {
      const stop = cells.spend(conditions.length) ?? test(offset, 0);
      if (stop) return stop;
    }
    return null;
  }
  const leading = conditions.find(({ meets }) => !meets(BLANK));
  if (leading) {
    const { area } = leading;
    return cells.walk(area, (value, row, column) => {
      if (value.kind === 'unknown') return value;
      return leading.meets(value) ? test(row - area.top, column - area.left) : null;
    });
  }
  const area = conditions[0]!.area;
  const lastRow = Math.max(...cells.index.sheets.map((sheet) => sheet.lastRow));
  const rows = Math.min(height(area), Math.max(0, lastRow - area.top + 1));
  if (rows * width(area) > 2_000_000)
    return { kind: 'unknown', reason: 'too-large', detail: 'COUNTIF of blanks' };
  const spent = cells.spend(rows * width(area) * conditions.length);
  if (spent) return spent;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width(area); column++) {
      const stop = test(row, column);
      if (stop) return stop;
    }
  }
  return null;
}

interface Gathered {
  readonly sum: Decimal;
  readonly numbers: readonly Decimal[];
}

function gather(conditions: Condition[] | Stop, target: FormulaArea | Stop, scope: Scope): Gathered | Stop {
  if (!Array.isArray(conditions)) return conditions;
  if ('kind' in target) return target;
  let sum = ZERO;
  const numbers: Decimal[] = [];
  const stop = eachMatch(conditions, scope, (row, column) => {
    const value: CellValue = scope.interpreter.cells.valueAt(
      target.sheet,
      target.top + row,
      target.left + column,
    );
    if (isStop(value)) return value;
    if (value.kind === 'number') {
      sum = sum.plus(value.value);
      numbers.push(value.value);
    }
    return null;
  });
  return stop ?? { sum, numbers };
}

type Finish = (gathered: Gathered) => CellValue;

const total: Finish = ({ sum }) => bounded(sum);
const mean: Finish = ({ sum, numbers }) =>
  numbers.length === 0 ? DIV_ERROR : bounded(sum.div(numbers.length));
const most: Finish = ({ numbers }) =>
  numberValue(numbers.reduce((a, b) => (b.gt(a) ? b : a), numbers[0] ?? ZERO));
const least: Finish = ({ numbers }) =>
  numberValue(numbers.reduce((a, b) => (b.lt(a) ? b : a), numbers[0] ?? ZERO));

/** `SUMIF(area, condition[, target])`: the target counts by its first cell only. */
function single(finish: Finish) {
  return reading(2, 3, (args: readonly FormulaNode[], scope: Scope): Operand => {
    const conditions = conditionsOf(args.slice(0, 2), scope);
    const target = args[2] === undefined ? areaOf(args[0]!, scope) : areaOf(args[2], scope);
    const gathered = gather(conditions, target, scope);
    return 'kind' in gathered ? gathered : finish(gathered);
  });
}

/** `SUMIFS(target, area, condition, …)`. */
function several(finish: Finish) {
  return reading(3, MANY, (args: readonly FormulaNode[], scope: Scope): Operand => {
    if (args.length % 2 === 0) return VALUE_ERROR;
    const conditions = conditionsOf(args.slice(1), scope);
    const target = areaOf(args[0]!, scope);
    if (Array.isArray(conditions) && !('kind' in target)) {
      const { area } = conditions[0]!;
      if (height(area) !== height(target) || width(area) !== width(target)) return VALUE_ERROR;
    }
    const gathered = gather(conditions, target, scope);
    return 'kind' in gathered ? gathered : finish(gathered);
  });
}

function count(args: readonly FormulaNode[], scope: Scope): Operand {
  if (args.length % 2 !== 0) return VALUE_ERROR;
  const conditions = conditionsOf(args, scope);
  if (!Array.isArray(conditions)) return conditions;
  let matches = 0;
  const stop = eachMatch(conditions, scope, () => {
    matches++;
    return null;
  });
  if (stop) return stop;
  return intValue(matches + blankRowsBelow(conditions, scope));
}

/** Blank rows of a whole column below the last filled one match too where blanks do. */
function blankRowsBelow(conditions: readonly Condition[], scope: Scope): number {
  if (!conditions.every(({ meets }) => meets(BLANK))) return 0;
  const { area } = conditions[0]!;
  const lastRow = Math.max(...scope.interpreter.cells.index.sheets.map((sheet) => sheet.lastRow));
  const walked = Math.min(height(area), Math.max(0, lastRow - area.top + 1));
  return (height(area) - walked) * width(area);
}

export const CONDITIONAL: FunctionTable = {
  COUNTIF: reading(2, 2, count),
  COUNTIFS: reading(2, MANY, count),
  SUMIF: single(total),
  SUMIFS: several(total),
  AVERAGEIF: single(mean),
  AVERAGEIFS: several(mean),
  MAXIFS: several(most),
  MINIFS: several(least),
};
