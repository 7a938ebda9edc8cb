import { type Area, inArea } from '../snapshot/index.js';

/** Merged areas of a sheet, found by cell. Areas are kept as rectangles and never expanded. */
export interface Merges {
  /** The merged area that covers the cell, or `null`. */
  at(row: number, column: number): Area | null;
  /** Merged areas that begin in the rows `from`…`to`. */
  startingIn(from: number, to: number): readonly Area[];
}

export function indexMerges(areas: readonly Area[]): Merges {
  const byTop = [...areas].sort((a, b) => a.top - b.top || a.left - b.left);
  let tallest = 0;
  for (const area of byTop) tallest = Math.max(tallest, area.bottom - area.top);
  const firstFrom = (row: number): number => {
    let low = 0;
    let high = byTop.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (byTop[middle]!.top < row) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    at(row, column) {
      for (let i = firstFrom(row - tallest); i < byTop.length && byTop[i]!.top <= row; i++) {
        if (inArea(byTop[i]!, row, column)) return byTop[i]!;
      }
      return null;
    },
    startingIn(from, to) {
      const found: Area[] = [];
      for (let i = firstFrom(from); i < byTop.length && byTop[i]!.top <= to; i++) found.push(byTop[i]!);
      return found;
    },
  };
}
