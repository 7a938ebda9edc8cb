import { type Area, locate } from '../snapshot/index.js';
import { Cell, isAmountHeader, isAnchor, isTotalLabel, isYear, lettersInOrder } from './header-cells.js';
import { indexMerges, type Merges } from './merges.js';
import type { SheetReader } from './read-cells.js';
import { FOOT, ORDINAL_HEADER, textRole } from './vocabulary.js';

/** Where a table stands: its header block, its rows, its columns. */
export interface Frame {
  readonly header: Area;
  readonly columnNumberRow: number | null;
  readonly dataRows: readonly number[];
  readonly left: number;
  readonly right: number;
  /** Last row of the sheet that the table's own foot (notes, words, signatures) may use. */
  readonly footUntil: number;
  /** First row above that its heading may use. */
  readonly headingFrom: number;
}

const MAX_HEADER_ROWS = 8;
const MAX_BLANK_ROWS = 3;

/** Finds every table of a sheet by its header; a sheet may hold several, below or beside each other. */
export function findTables(reader: SheetReader): Frame[] {
  const finder = new TableFinder(reader);
  return finder.find();
}

class TableFinder {
  private readonly merges: Merges;
  private readonly filledRows: Uint32Array;
  private readonly rowCache = new Map<number, readonly Cell[]>();

  constructor(private readonly reader: SheetReader) {
    this.merges = indexMerges(reader.snapshot.merges);
    this.filledRows = locate(reader.snapshot).filledRows;
  }

  find(): Frame[] {
    const frames: Frame[] = [];
    let free = 0;
    for (let i = 0; i < this.filledRows.length; i++) {
      const row = this.filledRows[i]!;
      if (row < free || !this.startsHeader(row, false)) continue;
      const block = this.headerBlock(row, free);
      const segments = this.segments(block.header);
      const end = this.dataRows(block.header, segments);
      const kept = end.filter((rows) => rows.length > 0);
      if (kept.length === 0) continue;
      const last = Math.max(...kept.map((rows) => rows[rows.length - 1]!));
      segments.forEach((segment, s) => {
        if (end[s]!.length === 0) return;
        frames.push({
          header: { ...block.header, left: segment.left, right: segment.right },
          columnNumberRow: block.columnNumberRow,
          dataRows: end[s]!,
          left: segment.left,
          right: segment.right,
          headingFrom: free,
          footUntil: last,
        });
      });
      free = last + 1;
    }
    return this.withFeet(frames);
  }

  private withFeet(frames: Frame[]): Frame[] {
    const lastRow = this.filledRows[this.filledRows.length - 1] ?? 0;
    return frames.map((frame) => {
      const below = frames.filter((other) => other.header.top > frame.header.bottom);
      const next = below.length > 0 ? Math.min(...below.map((other) => other.header.top)) - 1 : lastRow;
      return { ...frame, footUntil: next };
    });
  }

  private cells(row: number): readonly Cell[] {
    const known = this.rowCache.get(row);
    if (known) return known;
    const locator = locate(this.reader.snapshot);
    const index = locator.rowIndex(row);
    const cells: Cell[] = [];
    if (locator.filledRows[index] === row) {
      for (let i = locator.rowStarts[index]!; i < locator.rowStarts[index + 1]!; i++) {
        const column = this.reader.snapshot.cells.columns[i]!;
        const glimpse = this.reader.at(row, column);
        if (glimpse.kind === 'blank') continue;
        cells.push(new Cell(row, column, glimpse));
      }
    }
    if (this.rowCache.size > 64) this.rowCache.clear();
    this.rowCache.set(row, cells);
    return cells;
  }

  /** `strict` inside a table: only an unmistakable header may end it. */
  private startsHeader(row: number, strict: boolean): boolean {
    const cells = this.cells(row);
    if (cells.length < 2) return false;
    if (cells.some((cell) => cell.kind === 'number' && !isYear(cell) && !this.isHeaderNumber(cell)))
      return false;
    const texts = cells.filter((cell) => cell.kind === 'text' && cell.text.length <= 150);
    if (texts.length < 2) return false;
    const ordinal = texts.some((cell) => ORDINAL_HEADER.test(cell.folded));
    const anchors = texts.filter((cell) => isAnchor(cell)).length;
    const money = texts.filter((cell) => !isAnchor(cell) && isAmountHeader(cell.folded)).length;
    const others = texts.filter((cell) => textRole(cell.folded, [cell.folded]) !== null).length;
    if (strict) return ordinal && (anchors >= 2 || money >= 1) && others + money >= 2;
    if (ordinal && anchors + money + others >= 3) return true;
    if (ordinal && texts.length >= 2 && (anchors >= 2 || money >= 1)) return true;
    return anchors >= 1 && (money >= 1 || cells.some(isYear) || others >= 3);
  }

  private isHeaderNumber(cell: Cell): boolean {
    return cell.textual && cell.text.length <= 2;
  }

  private headerBlock(row: number, free: number): { header: Area; columnNumberRow: number | null } {
    let top = row;
    while (top - 1 >= free && row - top < MAX_HEADER_ROWS && this.isGroupRowAbove(top - 1, row)) top--;
    let bottom = row;
    for (const area of this.merges.startingIn(top, row)) {
      if (
        area.bottom - area.top < MAX_HEADER_ROWS &&
        this.cells(area.top).some((cell) => cell.column === area.left)
      ) {
        bottom = Math.max(bottom, area.bottom);
      }
    }
    let columnNumberRow: number | null = null;
    const labels = this.labelColumns(top, bottom);
    for (let next = bottom + 1; next <= top + MAX_HEADER_ROWS + 2; next++) {
      if (this.isColumnNumberRow(next)) {
        columnNumberRow = next;
        break;
      }
      if (!this.isSubHeader(next, labels)) break;
      bottom = next;
      for (const area of this.merges.startingIn(next, next)) {
        if (area.bottom - area.top < MAX_HEADER_ROWS) bottom = Math.max(bottom, area.bottom);
      }
    }
    const { left, right } = this.width(top, bottom);
    return { header: { top, left, bottom, right }, columnNumberRow };
  }

  /** A row of group heads that stands above the row of `STT`, without vertical merges. */
  private isGroupRowAbove(row: number, anchorRow: number): boolean {
    const cells = this.cells(row);
    if (cells.length === 0 || cells.some((cell) => cell.kind === 'number' && !isYear(cell))) return false;
    const labels = this.labelColumns(anchorRow, anchorRow);
    const labelRight = Math.max(0, ...labels);
    return (
      cells.every((cell) => {
        const area = this.merges.at(row, cell.column);
        if (area && area.left <= labelRight && area.right > labelRight) return false;
        if (cell.column <= labelRight) return isAnchor(cell);
        return (
          cell.kind === 'number' ||
          (isAmountHeader(cell.folded) && !/^(don vi|dvt|bieu|phu luc|mau)/.test(cell.folded))
        );
      }) &&
      (cells.length >= 2 || this.merges.at(row, cells[0]!.column) !== null)
    );
  }

  private labelColumns(top: number, bottom: number): number[] {
    const columns: number[] = [];
    for (let row = top; row <= bottom; row++) {
      for (const cell of this.cells(row))
        if (cell.kind === 'text' && isAnchor(cell)) columns.push(cell.column);
    }
    return columns;
  }

  private isSubHeader(row: number, labels: readonly number[]): boolean {
    const cells = this.cells(row);
    if (cells.length === 0) return false;
    if (cells.some((cell) => cell.kind === 'number' && !isYear(cell) && !this.isHeaderNumber(cell)))
      return false;
    if (cells.some((cell) => labels.includes(cell.column) && !isAnchor(cell))) return false;
    if (cells.every(isYear)) return true;
    const texts = cells.filter((cell) => cell.kind === 'text');
    const like = texts.filter(
      (cell) =>
        isAmountHeader(cell.folded) ||
        textRole(cell.folded, [cell.folded]) !== null ||
        cell.text.length <= 40,
    );
    const worded = texts.filter(
      (cell) => isAmountHeader(cell.folded) || textRole(cell.folded, [cell.folded]) !== null,
    );
    return texts.length > 0 && like.length === texts.length && worded.length * 2 >= texts.length;
  }

  private isColumnNumberRow(row: number): boolean {
    const cells = this.cells(row);
    if (cells.length < 3) return false;
    const locator = locate(this.reader.snapshot);
    const marks = cells.map((cell) => this.rawMark(cell, locator.find(row, cell.column)));
    if (marks.some((mark) => mark === null)) return false;
    const letters = marks.filter((mark) => /^\(?[A-Z]\)?$/i.test(mark!)).length;
    const expressions = marks.filter((mark) => /=/.test(mark!)).length;
    const numbers = marks
      .map((mark) => Number(/^\(?(\d+)/.exec(mark!)?.[1] ?? Number.NaN))
      .filter((n) => !Number.isNaN(n));
    if (numbers.length < 2) return numbers[0] === 1 && lettersInOrder(marks as string[]);
    const rising = numbers.filter((n, i) => i === 0 || n === numbers[i - 1]! + 1).length;
    const spread = Math.max(...numbers) <= cells.length + 6;
    return (
      spread &&
      (letters + expressions > 0 ? numbers.length >= 2 : rising === numbers.length && numbers[0]! <= 2)
    );
  }

  private rawMark(cell: Cell, index: number): string | null {
    if (index < 0) return null;
    const text = cell.kind === 'text' || cell.textual ? cell.text.replace(/\s+/g, '') : String(cell.figure);
    return /^\(?(\d{1,2}|[A-Ha-h])\)?([=:]\(?[\d+\-*/x:().%]+\)?)?$/.test(text) ? text : null;
  }

  private width(top: number, bottom: number): { left: number; right: number } {
    let left = Number.MAX_SAFE_INTEGER;
    let right = 0;
    for (let row = top; row <= bottom; row++) {
      for (const cell of this.cells(row)) {
        const area = this.merges.at(row, cell.column);
        left = Math.min(left, area?.left ?? cell.column);
        right = Math.max(right, Math.min(area?.right ?? cell.column, cell.column + 200));
      }
    }
    return { left, right };
  }

  /** Tables beside each other share header rows; each has an ordinal or title column of its own. */
  private segments(header: Area): { left: number; right: number }[] {
    const anchors: number[] = [];
    const used = new Set<number>();
    for (let row = header.top; row <= header.bottom; row++) {
      for (const cell of this.cells(row)) {
        const area = this.merges.at(row, cell.column);
        for (let c = area?.left ?? cell.column; c <= Math.min(area?.right ?? cell.column, header.right); c++)
          used.add(c);
        if (cell.kind === 'text' && ORDINAL_HEADER.test(cell.folded)) anchors.push(cell.column);
      }
    }
    const starts = [header.left];
    for (const anchor of anchors.sort((a, b) => a - b)) {
      if (anchor > header.left + 1 && !used.has(anchor - 1)) starts.push(anchor);
    }
    return starts.map((left, i) => {
      let right = (starts[i + 1] ?? header.right + 1) - 1;
      while (right > left && !used.has(right)) right--;
      return { left, right };
    });
  }

  /** Rows of each segment; the table ends at its foot, at the next header, or at a gap. */
  private dataRows(header: Area, segments: readonly { left: number; right: number }[]): number[][] {
    const locator = locate(this.reader.snapshot);
    const rows: number[][] = segments.map(() => []);
    const trailing: number[] = segments.map(() => 0);
    let previous = header.bottom;
    let from = locator.rowIndex(header.bottom + 1);
    if (this.isColumnNumberRow(header.bottom + 1)) from = locator.rowIndex(header.bottom + 2);
    for (let i = from; i < this.filledRows.length; i++) {
      const row = this.filledRows[i]!;
      const cells = this.cells(row).filter(
        (cell) => cell.column >= header.left && cell.column <= header.right + 1,
      );
      if (cells.length === 0) continue;
      const figures = cells.some((cell) => cell.kind === 'number');
      if (row - previous > MAX_BLANK_ROWS && (!figures || row - previous > 2 * MAX_BLANK_ROWS)) break;
      if (!figures || cells.every((cell) => cell.kind === 'text' || isYear(cell))) {
        if (this.isFoot(cells) || this.startsHeader(row, true)) break;
      }
      previous = row;
      segments.forEach((segment, s) => {
        const own = cells.filter((cell) => cell.column >= segment.left && cell.column <= segment.right);
        if (own.length === 0) return;
        rows[s]!.push(row);
        const counts =
          own.some((cell) => cell.kind === 'number' || isTotalLabel(cell)) ||
          own.some((cell) => cell.column === segment.left && own.length > 1);
        trailing[s] = counts ? 0 : trailing[s]! + 1;
      });
    }
    return rows
      .map((list, s) => list.slice(0, list.length - trailing[s]!))
      .map((list) => (this.hasFigures(list, header) ? list : []));
  }

  private hasFigures(rows: readonly number[], header: Area): boolean {
    return rows.some((row) =>
      this.cells(row).some(
        (cell) => cell.kind === 'number' && cell.column > header.left && cell.column <= header.right,
      ),
    );
  }

  private isFoot(cells: readonly Cell[]): boolean {
    const first = cells.find((cell) => cell.kind === 'text');
    if (!first) return false;
    return FOOT.test(`${first.folded} `) || /^\s*(\(\d+\)|\*)/.test(first.text);
  }
}
