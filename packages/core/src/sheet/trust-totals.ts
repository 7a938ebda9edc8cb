import { isTotal, type TreeRow } from './hierarchy.js';
import { formulaRows, type RowSumInput } from './row-draft.js';

/**
 * What the formulas of a total say of the tree, where all its columns agree: rows that it adds stand side by side,
 * unless the upper of two itself adds the lower; rows that it leaves out belong to the row that adds them.
 */
export function trustTotals(input: RowSumInput): void {
  for (const total of input.tree) {
    if (!isTotal(total.read)) continue;
    const formula = formulaRows(input, total);
    if (!formula?.unanimous) continue;
    const added = new Set(formula.rows);
    for (const row of formula.rows) {
      const above = row.parent;
      if (above && added.has(above) && !isTotal(above.read) && !addsBelow(input, above, row))
        moveUp(row, above);
    }
    for (const whole of formula.rows) takeParts(input, whole, added);
  }
}

/** Rows that the total leaves out and a row beside them adds, in every column, are that row's parts. */
function takeParts(input: RowSumInput, whole: TreeRow, added: ReadonlySet<TreeRow>): void {
  const parts = formulaRows(input, whole);
  if (!parts?.unanimous) return;
  for (const part of parts.rows) {
    const inside =
      part.parent === whole || isTotal(part.read) || added.has(part) || part.read.row <= whole.read.row;
    if (inside) continue;
    if (part.parent) part.parent.children.splice(part.parent.children.indexOf(part), 1);
    part.parent = whole;
    whole.children.push(part);
  }
  whole.children.sort((a, b) => a.read.row - b.read.row);
}

function addsBelow(input: RowSumInput, above: TreeRow, row: TreeRow): boolean {
  if (formulaRows(input, above)?.rows.includes(row)) return true;
  // A typed row above rows that add up to it is their total, whatever the grand total counts.
  return input.figures.columns.some((column) => {
    const whole = input.figures.value(above.read.row, column);
    const parts = above.children.reduce((sum, child) => sum + input.figures.value(child.read.row, column), 0);
    return whole !== 0 && Math.abs(whole - parts) <= input.figures.slack(above.children.length);
  });
}

function moveUp(row: TreeRow, above: TreeRow): void {
  above.children.splice(above.children.indexOf(row), 1);
  row.parent = above.parent;
  above.parent?.children.push(row);
}
