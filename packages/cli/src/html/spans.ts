import type { ViewCell, ViewColumn } from './sheet-view.js';

/** Width of a text in digits, by which columns are counted: capitals are wide, and so is bold. */
function widthOf({ text, style }: ViewCell): number {
  const capitals = text.replace(/[^\p{Lu}]/gu, '').length;
  return (text.length + capitals * 0.4) * (style.bold ? 1.03 : 0.95);
}

interface Row {
  readonly columns: readonly ViewColumn[];
  /** Cells that must stay as they are: in a table, or marked. */
  fixed(cell: ViewCell): boolean;
}

/**
 * A long text runs over its empty neighbours, as it does in Excel: to the right, from the right edge or from the middle
 * to the left, as it is aligned; where there is no room to its right, over what is free on its left.
 */
export function spillTexts(cells: readonly ViewCell[], { columns, fixed }: Row): ViewCell[] {
  const position = new Map(columns.map(({ column }, at) => [column, at]));
  const isSingle = (cell: ViewCell) => cell.columnSpan === 1 && cell.rowSpan === 1 && !fixed(cell);
  const fits = (cell: ViewCell) => widthOf(cell) <= (columns[position.get(cell.column)!]?.width ?? 0);
  const found: ViewCell[] = [];
  let next = 0;
  let spilled = 0;
  /** True where the cell at `at` is empty and stands right beside the one at `beside`. */
  const isFree = (at: number, beside: number) => {
    const cell = cells[at];
    if (!cell || at < spilled || cell.text !== '' || !isSingle(cell)) return false;
    return Math.abs(position.get(cell.column)! - position.get(cells[beside]!.column)!) === 1;
  };
  cells.forEach((cell, at) => {
    if (at < next) return;
    let from = at;
    let to = at;
    if (cell.text !== '' && isSingle(cell) && !cell.style.wrap && !fits(cell)) {
      if (cell.align !== 'right') while (isFree(to + 1, to)) to++;
      if (cell.align !== 'left' || to === at) while (isFree(from - 1, from)) from--;
      found.length -= at - from;
    }
    const align = from < at && cell.align === 'left' ? 'right' : cell.align;
    found.push(
      from === to ? cell : { ...cell, column: cells[from]!.column, columnSpan: to - from + 1, align },
    );
    next = to + 1;
    if (to > from) spilled = next;
  });
  return found;
}
