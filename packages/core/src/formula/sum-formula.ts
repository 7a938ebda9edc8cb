import { type Decimal, ZERO } from '../amount/decimal.js';
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

/** Terms of a formula that only adds and subtracts cells and areas; `null` for any other. */
export function sumFormulaOf(index: WorkbookIndex, root: FormulaNode, sheet: number): SumFormula | null {
  const outer = rounded(root);
  const gathered: Gathered = { terms: [], subtotal: false, constant: null };
  if (!gather(index, outer?.inner ?? root, sheet, gathered) || gathered.terms.length === 0) return null;
  return {
    terms: gathered.terms,
    roundedTo: outer?.places ?? null,
    subtotal: gathered.subtotal,
    constant: gathered.constant?.toString() ?? null,
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
