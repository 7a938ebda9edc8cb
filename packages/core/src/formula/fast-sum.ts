import { ExactSum } from '../amount/exact-sum.js';
import type { CellReader } from './cell-reader.js';
import { resolveReference } from './references.js';
import type { FormulaNode } from './syntax.js';

/**
 * Computes a formula that only adds and subtracts areas, cells and numbers, without making a decimal for each cell.
 * `null` where the formula is anything else or meets a text, an error or an unknown value: then it is computed in full.
 */
export function fastSum(cells: CellReader, root: FormulaNode, sheet: number): ExactSum | null {
  if (!(root.type === 'binary' || (root.type === 'call' && root.name === 'SUM'))) return null;
  const sum = new ExactSum();
  const waiting: FormulaNode[] = [root];
  const signs: (1 | -1)[] = [1];
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    const sign = signs.pop()!;
    if (node.type === 'number') {
      sum.addDecimal(node.value, sign);
    } else if (node.type === 'reference') {
      if (!addCell(cells, node, sheet, sum, sign)) return null;
    } else if (node.type === 'sign') {
      waiting.push(node.operand);
      signs.push(node.operator === '-' ? negative(sign) : sign);
    } else if (node.type === 'binary' && (node.operator === '+' || node.operator === '-')) {
      waiting.push(node.right, node.left);
      signs.push(node.operator === '-' ? negative(sign) : sign, sign);
    } else if (node.type === 'call' && node.name === 'SUM') {
      for (const arg of node.args) if (!addArgument(cells, arg, sheet, sum, sign)) return null;
    } else {
      return null;
    }
  }
  return sum;
}

function negative(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1;
}

type ReferenceNode = Extract<FormulaNode, { type: 'reference' }>;

/** A single cell outside `SUM`: a text there would be read as a number, so only numbers and blanks are taken. */
function addCell(
  cells: CellReader,
  node: ReferenceNode,
  sheet: number,
  sum: ExactSum,
  sign: 1 | -1,
): boolean {
  const { reference } = node;
  if (reference.top !== reference.bottom || reference.left !== reference.right) return false;
  const areas = resolveReference(cells.index, reference, sheet);
  if (!Array.isArray(areas) || areas.length !== 1) return false;
  const double = cells.doubleAt(areas[0]!.sheet, reference.top, reference.left);
  if (!Number.isNaN(double)) {
    sum.addDouble(double, sign);
    return true;
  }
  const value = cells.valueAt(areas[0]!.sheet, reference.top, reference.left);
  if (value.kind === 'number') sum.addDecimal(value.value, sign);
  return value.kind === 'number' || value.kind === 'blank';
}

function addArgument(
  cells: CellReader,
  arg: FormulaNode,
  sheet: number,
  sum: ExactSum,
  sign: 1 | -1,
): boolean {
  if (arg.type === 'number') {
    sum.addDecimal(arg.value, sign);
    return true;
  }
  if (arg.type !== 'reference') return false;
  const areas = resolveReference(cells.index, arg.reference, sheet);
  return Array.isArray(areas) && areas.every((area) => cells.addArea(area, sum, sign) === null);
}
