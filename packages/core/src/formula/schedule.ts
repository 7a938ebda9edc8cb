import { areasOf } from './references.js';
import type { FormulaArea } from './types.js';
import { type FormulaColumn, lowerBound, type WorkbookIndex } from './workbook-index.js';

const NOT_STARTED = -1;

interface Frame {
  readonly id: number;
  readonly areas: readonly FormulaArea[];
  area: number;
  column: number;
}

/**
 * Orders formulas so that each is computed after those it refers to, without recursion: chains of any length are
 * safe. Each formula is visited once; where a circle closes, the member met again is left to whoever computes.
 */
export class Scheduler {
  /** For each formula column: the next position not yet visited, with shortened paths. */
  private readonly open = new Map<FormulaColumn, Int32Array>();
  private readonly columnLists: readonly (readonly number[])[];

  constructor(private readonly index: WorkbookIndex) {
    this.columnLists = index.sheets.map((sheet) => [...sheet.formulaColumns.keys()].sort((a, b) => a - b));
  }

  /** Visits what `root` needs and `root` last. Returns at once where it was visited before. */
  run(root: number, compute: (id: number) => void): void {
    if (!this.enter(root)) return;
    const frames: Frame[] = [this.frame(root)];
    while (frames.length > 0) {
      const frame = frames.at(-1)!;
      const next = this.nextNeeded(frame);
      if (next < 0) {
        frames.pop();
        compute(frame.id);
      } else {
        frames.push(this.frame(next));
      }
    }
  }

  private frame(id: number): Frame {
    const areas = areasOf(this.index, this.index.node(id), this.index.entries[id]!.sheet);
    return { id, areas, area: 0, column: NOT_STARTED };
  }

  private enter(id: number): boolean {
    const column = this.index.sheets[this.index.entries[id]!.sheet]!.formulaColumns.get(
      this.index.column(id),
    )!;
    const position = lowerBound(column.rows, this.index.row(id));
    const open = this.openOf(column);
    if (open[position] !== position) return false;
    open[position] = position + 1;
    return true;
  }

  private openOf(column: FormulaColumn): Int32Array {
    let open = this.open.get(column);
    if (!open) {
      open = new Int32Array(column.ids.length + 1);
      for (let i = 0; i < open.length; i++) open[i] = i;
      this.open.set(column, open);
    }
    return open;
  }

  /** Marks and returns the next formula that the frame's areas hold and nobody visited, or -1. */
  private nextNeeded(frame: Frame): number {
    for (; frame.area < frame.areas.length; frame.area++, frame.column = NOT_STARTED) {
      const area = frame.areas[frame.area]!;
      const list = this.columnLists[area.sheet];
      if (!list) continue;
      if (frame.column === NOT_STARTED) frame.column = lowerBound(list, area.left);
      for (; frame.column < list.length; frame.column++) {
        const number = list[frame.column]!;
        if (number > area.right) break;
        const id = this.takeFrom(this.index.sheets[area.sheet]!.formulaColumns.get(number)!, area);
        if (id >= 0) return id;
      }
    }
    return -1;
  }

  private takeFrom(column: FormulaColumn, area: FormulaArea): number {
    const open = this.openOf(column);
    const position = firstOpen(open, lowerBound(column.rows, area.top));
    if (position >= column.ids.length || column.rows[position]! > area.bottom) return -1;
    open[position] = position + 1;
    return column.ids[position]!;
  }
}

function firstOpen(open: Int32Array, from: number): number {
  let at = from;
  while (open[at] !== at) {
    const next = open[at]!;
    open[at] = open[next]!;
    at = next;
  }
  return at;
}
