import type { CellColumns } from '@ctmtqg/core';

/** Columns of typed arrays that grow while a sheet is read, sorted at the end where the file is not. */
export class GrowingCells {
  count = 0;
  private rows: Uint32Array;
  private columns: Uint16Array;
  private kinds: Uint8Array;
  private numbers: Float64Array;
  private styles: Uint32Array;
  private capacity: number;
  private lastKey = -1;
  private sorted = true;

  constructor(expected: number) {
    this.capacity = Math.max(64, expected);
    this.rows = new Uint32Array(this.capacity);
    this.columns = new Uint16Array(this.capacity);
    this.kinds = new Uint8Array(this.capacity);
    this.numbers = new Float64Array(this.capacity);
    this.styles = new Uint32Array(this.capacity);
  }

  push(row: number, column: number, kind: number, number: number, style: number): number {
    if (this.count === this.capacity) this.grow();
    const i = this.count++;
    this.rows[i] = row;
    this.columns[i] = column;
    this.kinds[i] = kind;
    this.numbers[i] = number;
    this.styles[i] = style;
    const key = row * 16384 + column;
    if (key <= this.lastKey) this.sorted = false;
    this.lastKey = key;
    return i;
  }

  /**
   * The cells sorted by row and column. `placeOf` gives the new index of a cell by its old one, -1 where the same
   * address came again later; `null` where nothing moved.
   */
  finish(): { readonly cells: CellColumns; readonly placeOf: Int32Array | null } {
    return this.sorted ? { cells: this.cut(), placeOf: null } : this.sort();
  }

  private grow(): void {
    this.capacity = Math.ceil(this.capacity * 1.6);
    const grown = <T extends { set(from: T): void }>(array: T, make: new (length: number) => T): T => {
      const larger = new make(this.capacity);
      larger.set(array);
      return larger;
    };
    this.rows = grown(this.rows, Uint32Array);
    this.columns = grown(this.columns, Uint16Array);
    this.kinds = grown(this.kinds, Uint8Array);
    this.numbers = grown(this.numbers, Float64Array);
    this.styles = grown(this.styles, Uint32Array);
  }

  private cut(): CellColumns {
    const { count } = this;
    const waste = this.capacity > count * 1.25 + 64;
    const cut = <T extends { slice(a: number, b: number): T; subarray(a: number, b: number): T }>(
      array: T,
    ): T => (waste ? array.slice(0, count) : array.subarray(0, count));
    return {
      count,
      rows: cut(this.rows),
      columns: cut(this.columns),
      kinds: cut(this.kinds),
      numbers: cut(this.numbers),
      styles: cut(this.styles),
    };
  }

  private sort(): { cells: CellColumns; placeOf: Int32Array } {
    const { count, rows, columns } = this;
    const order = new Uint32Array(count).map((_, i) => i);
    order.sort((a, b) => rows[a]! - rows[b]! || columns[a]! - columns[b]! || a - b);
    const placeOf = new Int32Array(count).fill(-1);
    const kept = new GrowingCells(count);
    order.forEach((from, i) => {
      const next = order[i + 1];
      if (next !== undefined && rows[next] === rows[from] && columns[next] === columns[from]) return;
      placeOf[from] = kept.push(
        rows[from]!,
        columns[from]!,
        this.kinds[from]!,
        this.numbers[from]!,
        this.styles[from]!,
      );
    });
    return { cells: kept.cut(), placeOf };
  }
}
