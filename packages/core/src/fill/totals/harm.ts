import type { Book } from '../../sheet/book.js';

type Cell = readonly [row: number, column: number];

/** Why a total must not stand in a blank cell: what the sheet's own formulas would then show. */
export type Harm =
  /** A part is computed from this very cell. */
  | { readonly code: 'circular'; readonly cell: Cell }
  /** A formula already adds up this cell together with its parts, and would count them twice. */
  | { readonly code: 'counted-with-parts'; readonly cell: Cell };

/** What a formula in a blank cell would break, or `null`. */
export function harmOf(book: Book, sheet: number, [row, column]: Cell, parts: readonly Cell[]): Harm | null {
  for (const dependant of book.evaluator.dependants(sheet, row, column)) {
    const cell: Cell = [dependant.row, dependant.column];
    if (dependant.sheet === sheet && parts.some((part) => part[0] === cell[0] && part[1] === cell[1]))
      return { code: 'circular', cell };
    const areas = book.evaluator.precedents(dependant.sheet, ...cell);
    const adds = ([r, c]: Cell) =>
      areas.some(
        (area) =>
          area.sheet === sheet && r >= area.top && r <= area.bottom && c >= area.left && c <= area.right,
      );
    const plainSum = book.evaluator.sumFormula(dependant.sheet, ...cell) !== null;
    if (plainSum && adds([row, column]) && parts.some(adds)) return { code: 'counted-with-parts', cell };
  }
  return null;
}
