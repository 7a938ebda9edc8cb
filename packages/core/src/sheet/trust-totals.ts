import { isTotal, type TreeRow } from './hierarchy.js';
import { formulaRows, type RowSumInput } from './row-draft.js';

/**
 * A total whose formulas add a row and the row it was put below, in every column, says that the two stand side by side,
 * unless the upper row itself adds the lower.
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
  }
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
