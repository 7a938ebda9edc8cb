import type { Book } from '../sheet/book.js';
import type { SumRelation, Table } from '../sheet/types.js';
import { locate } from '../snapshot/locate.js';
import { CellKind, type CellPosition } from '../snapshot/types.js';

/** What was compared in a workbook. */
export interface Coverage {
  /** Cells with a figure that took part in at least one sum, percent, amount in words or sum across sheets. */
  readonly cells: number;
  /** Sums compared, each line counted. */
  readonly sums: number;
  /** Rows of tables that hold money. */
  readonly rows: number;
}

/** Marks the filled cells that took part in a comparison, one byte for each filled cell of a sheet. */
class CellMarks {
  private readonly sheets = new Map<number, Uint8Array>();
  constructor(private readonly book: Book) {}

  add(sheet: number, row: number, column: number): void {
    const snapshot = this.book.snapshot.sheets[sheet];
    if (!snapshot) return;
    const index = locate(snapshot).find(row, column);
    if (index < 0 || snapshot.cells.kinds[index] === CellKind.text) return;
    let marks = this.sheets.get(sheet);
    if (!marks) {
      marks = new Uint8Array(snapshot.cells.count);
      this.sheets.set(sheet, marks);
    }
    marks[index] = 1;
  }

  count(): number {
    let count = 0;
    for (const marks of this.sheets.values()) for (const mark of marks) count += mark;
    return count;
  }
}

function markSum(marks: CellMarks, sheet: number, { axis, whole, parts, lines }: SumRelation): void {
  for (const line of lines) {
    if (axis === 'row') {
      marks.add(sheet, line, whole);
      for (const part of parts) marks.add(sheet, line, part.line);
    } else {
      marks.add(sheet, whole, line);
      for (const part of parts) marks.add(sheet, part.line, line);
    }
  }
}

function markTable(marks: CellMarks, table: Table): void {
  for (const sum of table.sums) markSum(marks, table.sheet, sum);
  const cells: CellPosition[] = [
    ...table.percents.flatMap(({ percent, numerator, denominator }) => [percent, numerator, denominator]),
    ...table.words.map(({ amount }) => amount),
    ...table.crossSheet.flatMap(({ whole, parts }) => [whole, ...parts]),
  ];
  for (const { sheet, row, column } of cells) marks.add(sheet, row, column);
}

/** Sums of a table, each line counted, with the sums across sheets. */
export function countSums(table: Table): number {
  return table.sums.reduce((count, sum) => count + sum.lines.length, 0) + table.crossSheet.length;
}

/** Counts what was compared, so that "no finding" says of how much. */
export function coverage(book: Book, tables: readonly Table[]): Coverage {
  const marks = new CellMarks(book);
  let sums = 0;
  let rows = 0;
  for (const table of tables) {
    markTable(marks, table);
    sums += countSums(table);
    rows += table.rows.filter((row) => row.hasMoney).length;
  }
  return { cells: marks.count(), sums, rows };
}
