import { areasOf } from './references.js';
import type { WorkbookIndex } from './workbook-index.js';

/** Areas up to this height are listed row by row, taller ones column by column. */
const LOW = 4;
const NARROW = 64;

/** Intervals of one line (a column's rows), sorted by start, each with the furthest end of its subtree. */
interface Intervals {
  readonly from: number[];
  readonly to: number[];
  readonly ids: number[];
  furthest: Float64Array | null;
}

const emptyIntervals = (): Intervals => ({ from: [], to: [], ids: [], furthest: null });

/** Answers which formulas refer to a cell; built once for a workbook. */
export class ReverseIndex {
  private readonly low = new Map<
    number,
    { readonly left: number[]; readonly right: number[]; readonly ids: number[] }
  >();
  private readonly tall = new Map<number, Intervals>();
  /** Areas both tall and wide, a sheet's list looked through as it is. */
  private readonly wide = new Map<
    number,
    { top: number; bottom: number; left: number; right: number; id: number }[]
  >();

  constructor(private readonly index: WorkbookIndex) {
    for (let id = 0; id < index.entries.length; id++) this.add(id);
    for (const intervals of this.tall.values()) sortIntervals(intervals);
  }

  private add(id: number): void {
    for (const { sheet, top, left, bottom, right } of areasOf(
      this.index,
      this.index.node(id),
      this.index.entries[id]!.sheet,
    )) {
      if (bottom - top < LOW) {
        for (let row = top; row <= bottom; row++) {
          const list = getOrMake(this.low, sheet * 2_097_152 + row, () => ({ left: [], right: [], ids: [] }));
          list.left.push(left);
          list.right.push(right);
          list.ids.push(id);
        }
      } else if (right - left < NARROW) {
        for (let column = left; column <= right; column++) {
          const intervals = getOrMake(this.tall, sheet * 32_768 + column, emptyIntervals);
          intervals.from.push(top);
          intervals.to.push(bottom);
          intervals.ids.push(id);
        }
      } else {
        getOrMake(this.wide, sheet, () => []).push({ top, bottom, left, right, id });
      }
    }
  }

  /** Calls `visit` with the id of each formula that refers to the cell, perhaps more than once. */
  each(sheet: number, row: number, column: number, visit: (id: number) => void): void {
    const list = this.low.get(sheet * 2_097_152 + row);
    if (list) {
      for (let i = 0; i < list.ids.length; i++) {
        if (list.left[i]! <= column && column <= list.right[i]!) visit(list.ids[i]!);
      }
    }
    const intervals = this.tall.get(sheet * 32_768 + column);
    if (intervals) stab(intervals, row, 0, intervals.ids.length, visit);
    for (const area of this.wide.get(sheet) ?? []) {
      if (area.top <= row && row <= area.bottom && area.left <= column && column <= area.right)
        visit(area.id);
    }
  }

  /** All formulas that a change in one of the cells may change, nearest first. */
  closure(cells: readonly { sheet: number; row: number; column: number }[]): number[] {
    const seen = new Set<number>();
    for (const cell of cells) this.each(cell.sheet, cell.row, cell.column, (id) => seen.add(id));
    // A Set hands out what is added while it is walked, so this goes on until nothing new is found.
    for (const id of seen) {
      this.each(this.index.entries[id]!.sheet, this.index.row(id), this.index.column(id), (next) =>
        seen.add(next),
      );
    }
    return [...seen];
  }
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function sortIntervals(intervals: Intervals): void {
  const order = Array.from(intervals.ids.keys()).sort((a, b) => intervals.from[a]! - intervals.from[b]!);
  const from = order.map((i) => intervals.from[i]!);
  const to = order.map((i) => intervals.to[i]!);
  const ids = order.map((i) => intervals.ids[i]!);
  for (let i = 0; i < ids.length; i++) {
    intervals.from[i] = from[i]!;
    intervals.to[i] = to[i]!;
    intervals.ids[i] = ids[i]!;
  }
  intervals.furthest = new Float64Array(ids.length);
  measure(intervals, 0, ids.length);
}

/** Furthest end in the balanced tree over `low…high`, its root in the middle. */
function measure(intervals: Intervals, low: number, high: number): number {
  if (low >= high) return -1;
  const middle = (low + high) >>> 1;
  const furthest = Math.max(
    intervals.to[middle]!,
    measure(intervals, low, middle),
    measure(intervals, middle + 1, high),
  );
  intervals.furthest![middle] = furthest;
  return furthest;
}

function stab(
  intervals: Intervals,
  row: number,
  low: number,
  high: number,
  visit: (id: number) => void,
): void {
  if (low >= high) return;
  const middle = (low + high) >>> 1;
  if (intervals.furthest![middle]! < row) return;
  stab(intervals, row, low, middle, visit);
  if (intervals.from[middle]! > row) return;
  if (intervals.to[middle]! >= row) visit(intervals.ids[middle]!);
  stab(intervals, row, middle + 1, high, visit);
}
