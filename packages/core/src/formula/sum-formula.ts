import { Decimal, ZERO } from '../amount/decimal.js';
import { resolveName, resolveReference } from './references.js';
import type { FormulaNode } from './syntax.js';
import type { SumFormula, SumTerm } from './types.js';
import type { WorkbookIndex } from './workbook-index.js';

interface Gathered {
  readonly terms: SumTerm[];
  subtotal: boolean;
  constant: Decimal | null;
}

/** `ROUND(inner, n)` with a plain `n`, else `null`. */
function rounded(node: FormulaNode): { inner: FormulaNode; places: number } | null {
  if (node.type !== 'call' || node.name !== 'ROUND' || node.args.length !== 2) return null;
  const [inner, places] = node.args as [FormulaNode, FormulaNode];
  const negative = places.type === 'sign' && places.operator === '-';
  const number = negative ? places.operand : places;
  if (number.type !== 'number' || !number.value.isInteger()) return null;
  return { inner, places: number.value.toNumber() * (negative ? -1 : 1) };
}

const MAX_GUARDS = 8;

/** The sum inside `IFERROR(sum, 0)` and `IF(sum=0, "", sum)`, as templates write it to hide zeros. */
function withoutGuards(root: FormulaNode): FormulaNode {
  let node = root;
  for (let depth = 0; depth < MAX_GUARDS; depth++) {
    const inner = guardedBy(node);
    if (!inner) return node;
    node = inner;
  }
  return node;
}

function isNothing(node: FormulaNode | undefined): boolean {
  if (node === undefined || node.type === 'missing') return true;
  return (node.type === 'text' && node.text === '') || (node.type === 'number' && node.value.isZero());
}

function guardedBy(node: FormulaNode): FormulaNode | null {
  if (node.type !== 'call') return null;
  const [first, second, third] = node.args;
  if (node.name === 'IFERROR' || node.name === 'IFNA') return first && isNothing(second) ? first : null;
  if (node.name !== 'IF' || first?.type !== 'binary' || !isNothing(first.right)) return null;
  const shown = first.operator === '=' && isNothing(second) ? third : second;
  const other = shown === third ? second : third;
  const asked = ['=', '<>', '>'].includes(first.operator) && isNothing(other);
  return shown && asked && isNothing(shown) === false && sameNode(first.left, shown) ? shown : null;
}

/** Whether two trees are alike; in a loop, since long sums are deep trees. */
function sameNode(a: FormulaNode, b: FormulaNode): boolean {
  const waiting: [unknown, unknown][] = [[a, b]];
  while (waiting.length > 0) {
    const [left, right] = waiting.pop()!;
    if (left === right) continue;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
      return false;
    if (left instanceof Decimal || right instanceof Decimal) {
      if (!(left instanceof Decimal && right instanceof Decimal && left.eq(right))) return false;
      continue;
    }
    const keys = Object.keys(left);
    if (keys.length !== Object.keys(right).length) return false;
    for (const key of keys) waiting.push([left[key as keyof typeof left], right[key as keyof typeof right]]);
  }
  return true;
}

/** Terms of a formula that only adds and subtracts cells and areas; `null` for any other. */
export function sumFormulaOf(index: WorkbookIndex, root: FormulaNode, sheet: number): SumFormula | null {
  const unguarded = withoutGuards(root);
  const outer = rounded(unguarded);
  const gathered: Gathered = { terms: [], subtotal: false, constant: null };
  if (
    !gather(index, withoutGuards(outer?.inner ?? unguarded), sheet, gathered) ||
    gathered.terms.length === 0
  )
    return null;
  return {
    terms: gathered.terms,
    roundedTo: outer?.places ?? null,
    subtotal: gathered.subtotal,
    constant: gathered.constant?.toString() ?? null,
    guarded: unguarded !== root,
  };
}

function gather(index: WorkbookIndex, root: FormulaNode, sheet: number, into: Gathered): boolean {
  const waiting: { node: FormulaNode; sign: 1 | -1; inside: boolean }[] = [
    { node: root, sign: 1, inside: false },
  ];
  let steps = 0;
  while (waiting.length > 0) {
    if (++steps > 20_000) return false;
    const { node, sign, inside } = waiting.pop()!;
    const other: 1 | -1 = sign === 1 ? -1 : 1;
    if (node.type === 'number') {
      into.constant = (into.constant ?? ZERO).plus(sign === 1 ? node.value : node.value.negated());
    } else if (node.type === 'sign') {
      waiting.push({ node: node.operand, sign: node.operator === '-' ? other : sign, inside: false });
    } else if (node.type === 'binary' && (node.operator === '+' || node.operator === '-')) {
      waiting.push({ node: node.right, sign: node.operator === '-' ? other : sign, inside: false });
      waiting.push({ node: node.left, sign, inside: false });
    } else if (node.type === 'reference') {
      if (!addReference(index, node, sheet, sign, inside, into.terms)) return false;
    } else if (node.type === 'name') {
      const resolved = resolveName(index, node, sheet);
      if (!('type' in resolved)) return false;
      waiting.push({ node: resolved, sign, inside });
    } else {
      const items = summed(node, into);
      if (!items) return false;
      for (let i = items.length - 1; i >= 0; i--) waiting.push({ node: items[i]!, sign, inside: true });
    }
  }
  return true;
}

/** Arguments of `SUM` and of `SUBTOTAL(9|109, …)`, items of a union; `null` for anything that is no sum. */
function summed(node: FormulaNode, into: Gathered): readonly FormulaNode[] | null {
  if (node.type === 'union') return node.items;
  if (node.type !== 'call') return null;
  if (node.name === 'SUM') return node.args.filter((arg) => arg.type !== 'missing');
  const code = node.name === 'SUBTOTAL' ? node.args[0] : undefined;
  if (code?.type !== 'number' || !(code.value.eq(9) || code.value.eq(109))) return null;
  into.subtotal = true;
  return node.args.slice(1);
}

function addReference(
  index: WorkbookIndex,
  node: Extract<FormulaNode, { type: 'reference' }>,
  sheet: number,
  sign: 1 | -1,
  inside: boolean,
  terms: SumTerm[],
): boolean {
  const areas = resolveReference(index, node.reference, sheet);
  if (!Array.isArray(areas)) return false;
  const single = areas.every((area) => area.top === area.bottom && area.left === area.right);
  if (!single && !inside) return false;
  for (const area of areas) terms.push({ area, sign });
  return true;
}
