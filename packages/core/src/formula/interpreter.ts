import { ZERO } from '../amount/decimal.js';
import type { CellReader } from './cell-reader.js';
import { FUNCTIONS, VOLATILE } from './functions/registry.js';
import {
  height,
  isCell,
  isSingle,
  MAX_MATRIX,
  type Matrix,
  type Operand,
  spread,
  TOO_LARGE,
  width,
} from './operand.js';
import { applyBinary } from './operators.js';
import { resolveName, resolveReference } from './references.js';
import type { BinaryOperator, FormulaNode } from './syntax.js';
import type { CellValue, FormulaArea } from './types.js';
import { BLANK, isStop, NA_ERROR, numberValue, toNumber, unknownValue, VALUE_ERROR } from './values.js';

/** Nested expressions, over all cells that wait for one another; beyond it the value is called unknown. */
const MAX_LEVELS = 700;
const MAX_NAMES = 16;

/** Where a formula stands, and whether it computes arrays. */
export interface Place {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly array: boolean;
}

/** Computes expressions; functions get it as their way to arguments and cells. */
export class Interpreter {
  private levels = 0;
  private names = 0;

  constructor(readonly cells: CellReader) {}

  operand(node: FormulaNode, place: Place): Operand {
    if (++this.levels > MAX_LEVELS) {
      this.levels--;
      return unknownValue('too-large', 'nested too deeply');
    }
    const result = this.operandInside(node, place);
    this.levels--;
    return result;
  }

  private operandInside(node: FormulaNode, place: Place): Operand {
    switch (node.type) {
      case 'number':
      case 'text':
      case 'boolean':
      case 'error':
        return constant(node);
      case 'missing':
        return BLANK;
      case 'unsupported':
        return unknownValue(node.reason, node.detail);
      case 'reference': {
        const areas = resolveReference(this.cells.index, node.reference, place.sheet);
        return Array.isArray(areas) ? { kind: 'areas', areas } : areas;
      }
      case 'name':
        return this.nameOperand(node, place);
      case 'sign':
        return node.operator === '+'
          ? this.operand(node.operand, place)
          : this.lift([node.operand], place, ([value]) => negate(value!));
      case 'percent':
        return this.lift([node.operand], place, ([value]) => percent(value!));
      case 'binary':
        return this.binary(node, place);
      case 'array':
        return this.arrayConstant(node.rows, place);
      case 'union':
        return this.union(node.items, place);
      case 'call':
        return this.call(node.name, node.args, place);
    }
  }

  private nameOperand(node: Extract<FormulaNode, { type: 'name' }>, place: Place): Operand {
    const resolved = resolveName(this.cells.index, node, place.sheet);
    if (!('type' in resolved)) return resolved;
    if (++this.names > MAX_NAMES) {
      this.names--;
      return unknownValue('circular', node.name);
    }
    const result = this.operand(resolved, place);
    this.names--;
    return result;
  }

  private call(name: string, args: readonly FormulaNode[], place: Place): Operand {
    const implementation = FUNCTIONS.get(name);
    if (!implementation)
      return unknownValue('unsupported-function', VOLATILE.has(name) ? `${name} (volatile)` : name);
    if (args.length < implementation.least || args.length > implementation.most) return VALUE_ERROR;
    return implementation.run(args, { interpreter: this, place });
  }

  /** Long sums lean to the left; their spine is walked in a loop, not by recursion. */
  private binary(node: Extract<FormulaNode, { type: 'binary' }>, place: Place): Operand {
    const spine: { operator: BinaryOperator; right: FormulaNode }[] = [];
    let left: FormulaNode = node;
    while (left.type === 'binary') {
      spine.push({ operator: left.operator, right: left.right });
      left = left.left;
    }
    let result = this.operand(left, place);
    for (let i = spine.length - 1; i >= 0; i--) {
      const { operator, right } = spine[i]!;
      const other = this.operand(right, place);
      result = this.liftOperands([result, other], place, ([a, b]) => applyBinary(operator, a!, b!));
    }
    return result;
  }

  private arrayConstant(rows: readonly (readonly FormulaNode[])[], place: Place): Operand {
    const values = rows.flat().map((node) => this.value(node, place));
    return { kind: 'matrix', rows: rows.length, columns: rows[0]!.length, values };
  }

  private union(items: readonly FormulaNode[], place: Place): Operand {
    const areas: FormulaArea[] = [];
    for (const item of items) {
      const operand = this.operand(item, place);
      if (operand.kind === 'areas') areas.push(...operand.areas);
      else return isSingle(operand) && isStop(operand) ? operand : VALUE_ERROR;
    }
    return { kind: 'areas', areas };
  }

  /** One value of an expression; of an area the cell in the formula's own row or column (implicit intersection). */
  value(node: FormulaNode, place: Place): CellValue {
    return this.single(this.operand(node, place), place);
  }

  single(operand: Operand, place: Place): CellValue {
    if (operand.kind === 'matrix') return operand.values[0] ?? VALUE_ERROR;
    if (operand.kind !== 'areas') return operand;
    const [area, second] = operand.areas;
    if (!area || second) return VALUE_ERROR;
    if (isCell(area)) return this.cells.valueAt(area.sheet, area.top, area.left);
    if (place.array) return this.cells.valueAt(area.sheet, area.top, area.left);
    if (area.left === area.right && place.row >= area.top && place.row <= area.bottom) {
      return this.cells.valueAt(area.sheet, place.row, area.left);
    }
    if (area.top === area.bottom && place.column >= area.left && place.column <= area.right) {
      return this.cells.valueAt(area.sheet, area.top, place.column);
    }
    return VALUE_ERROR;
  }

  /** Applies a function of single values; inside array formulas element by element. */
  lift(
    args: readonly FormulaNode[],
    place: Place,
    apply: (values: readonly CellValue[]) => CellValue,
  ): Operand {
    return this.liftOperands(
      args.map((arg) => this.operand(arg, place)),
      place,
      apply,
    );
  }

  liftOperands(
    operands: readonly Operand[],
    place: Place,
    apply: (values: readonly CellValue[]) => CellValue,
  ): Operand {
    const wantsArray = operands.some((operand) => operand.kind === 'matrix') || place.array;
    if (!wantsArray || operands.every(isSingle))
      return apply(operands.map((operand) => this.single(operand, place)));
    const matrices: Matrix[] = [];
    for (const operand of operands) {
      const matrix = this.matrix(operand);
      if (matrix.kind !== 'matrix') return matrix;
      matrices.push(matrix);
    }
    const rows = Math.max(...matrices.map((matrix) => matrix.rows));
    const columns = Math.max(...matrices.map((matrix) => matrix.columns));
    if (rows * columns > MAX_MATRIX) return TOO_LARGE;
    const values: CellValue[] = [];
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const element = matrices.map((matrix) => spread(matrix, row, column));
        values.push(element.includes(null) ? NA_ERROR : apply(element as CellValue[]));
      }
    }
    return rows === 1 && columns === 1 ? values[0]! : { kind: 'matrix', rows, columns, values };
  }

  /** The operand as a block of values; whole columns and rows end where the workbook's cells end. */
  matrix(operand: Operand): Matrix | CellValue {
    if (operand.kind === 'matrix') return operand;
    if (operand.kind !== 'areas') return { kind: 'matrix', rows: 1, columns: 1, values: [operand] };
    const [area, second] = operand.areas;
    if (!area || second) return VALUE_ERROR;
    const clipped = this.clip(area);
    const rows = height(clipped);
    const columns = width(clipped);
    const spent = rows * columns > MAX_MATRIX ? TOO_LARGE : this.cells.spend(rows * columns);
    if (spent) return spent;
    const values: CellValue[] = new Array(rows * columns).fill(BLANK);
    const stop = this.cells.walk(clipped, (value, row, column) => {
      values[(row - clipped.top) * columns + column - clipped.left] = value;
      return null;
    });
    return stop ?? { kind: 'matrix', rows, columns, values };
  }

  /** Whole columns and rows cut to the workbook's last filled row and column, so that two of them stay alike. */
  private clip(area: FormulaArea): FormulaArea {
    const sheets = this.cells.index.sheets;
    const bottom =
      area.top === 1 && area.bottom >= 1_048_576 ? Math.max(1, ...sheets.map((s) => s.lastRow)) : area.bottom;
    const right =
      area.left === 1 && area.right >= 16_384 ? Math.max(1, ...sheets.map((s) => s.lastColumn)) : area.right;
    return { ...area, bottom, right };
  }
}

function constant(node: Extract<FormulaNode, { type: 'number' | 'text' | 'boolean' | 'error' }>): CellValue {
  switch (node.type) {
    case 'number':
      return numberValue(node.value);
    case 'text':
      return { kind: 'text', text: node.text };
    case 'boolean':
      return { kind: 'boolean', value: node.value };
    default:
      return { kind: 'error', error: node.error };
  }
}

function negate(value: CellValue): CellValue {
  const number = toNumber(value);
  return isStop(number) ? number : numberValue(ZERO.minus(number));
}

function percent(value: CellValue): CellValue {
  const number = toNumber(value);
  return isStop(number) ? number : numberValue(number.div(100));
}
