import type { FormulaNode, Reference } from './syntax.js';
import type { FormulaArea } from './types.js';
import { errorValue, REF_ERROR, type Stop, unknownValue } from './values.js';
import type { WorkbookIndex } from './workbook-index.js';

/** Names may stand for names; deeper than this is a circle. */
const MAX_NAME_DEPTH = 16;

/** The areas a reference names, seen from `sheet`: one, or one a sheet for `First:Last!A1`. */
export function resolveReference(
  index: WorkbookIndex,
  reference: Reference,
  sheet: number,
): FormulaArea[] | Stop {
  const { top, left, bottom, right } = reference;
  if (reference.sheet === null) return [{ sheet, top, left, bottom, right }];
  if (typeof reference.sheet === 'string') {
    const number = index.sheetNumber(reference.sheet);
    return number < 0 ? REF_ERROR : [{ sheet: number, top, left, bottom, right }];
  }
  const first = index.sheetNumber(reference.sheet[0]);
  const last = index.sheetNumber(reference.sheet[1]);
  if (first < 0 || last < 0) return REF_ERROR;
  const areas: FormulaArea[] = [];
  for (let number = Math.min(first, last); number <= Math.max(first, last); number++) {
    areas.push({ sheet: number, top, left, bottom, right });
  }
  return areas;
}

/** What a name stands for, or why it is not known. A reference that moves with the cell is not followed. */
export function resolveName(
  index: WorkbookIndex,
  node: Extract<FormulaNode, { type: 'name' }>,
  sheet: number,
): FormulaNode | Stop {
  let current: FormulaNode = node;
  for (let depth = 0; depth < MAX_NAME_DEPTH; depth++) {
    if (current.type !== 'name') return current;
    const scope = current.sheet === null ? sheet : index.sheetNumber(current.sheet);
    const target = index.name(current.name, scope);
    if (!target) return unknownValue('unknown-name', current.name);
    if (target.type === 'reference' && movesWithCell(target.reference)) {
      return unknownValue('unsupported-syntax', current.name);
    }
    current = target;
  }
  return errorValue('#NAME?');
}

function movesWithCell(reference: Reference): boolean {
  return !(
    reference.topAbsolute &&
    reference.leftAbsolute &&
    reference.bottomAbsolute &&
    reference.rightAbsolute
  );
}

/** All areas that a formula refers to, names followed; walks without recursion, so that no formula is too deep. */
export function areasOf(index: WorkbookIndex, root: FormulaNode, sheet: number): FormulaArea[] {
  const areas: FormulaArea[] = [];
  const waiting: FormulaNode[] = [root];
  let names = 0;
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    switch (node.type) {
      case 'reference': {
        const resolved = resolveReference(index, node.reference, sheet);
        if (Array.isArray(resolved)) areas.push(...resolved);
        break;
      }
      case 'name': {
        if (++names > 256) break;
        const resolved = resolveName(index, node, sheet);
        if ('type' in resolved) waiting.push(resolved);
        break;
      }
      case 'binary':
        waiting.push(node.right, node.left);
        break;
      case 'sign':
      case 'percent':
        waiting.push(node.operand);
        break;
      case 'call':
        for (let i = node.args.length - 1; i >= 0; i--) waiting.push(node.args[i]!);
        break;
      case 'union':
        for (let i = node.items.length - 1; i >= 0; i--) waiting.push(node.items[i]!);
        break;
      case 'array':
        for (const row of node.rows) waiting.push(...row);
        break;
      default:
    }
  }
  return areas;
}
