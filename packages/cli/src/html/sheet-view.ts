import {
  type Book,
  CellKind,
  type CellStyle,
  columnName,
  inArea,
  locate,
  type SheetSnapshot,
} from '@ctmtqg/core';
import { formatDate, formatNumber, isDateFormat, type Separators } from './number-format.js';

/** A cell as people see it. */
export interface ViewCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly style: CellStyle;
  readonly align: 'left' | 'right' | 'center';
}

export interface ViewColumn {
  readonly column: number;
  readonly name: string;
  /** Share of the whole width, percent. */
  readonly share: number;
}

/** Rows that are shown, folded away, or left out of the picture, in their order. */
export interface Block {
  readonly kind: 'shown' | 'folded' | 'left-out';
  readonly from: number;
  readonly to: number;
  readonly rows: readonly number[];
}

export interface SheetView {
  readonly columns: readonly ViewColumn[];
  readonly blocks: readonly Block[];
  /** Width at which the sheet is read without squinting, in pixels. */
  readonly width: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Cells of a block's row, merged areas clipped to the block. */
  cells(row: number, block: Block): ViewCell[];
}

/** Up to so many rows a sheet is shown whole. */
const WHOLE_ROWS = 200;
/** Rows shown before and after a marked one where the sheet is longer. */
const AROUND = 3;
/** Folded rows that are still in the file; longer stretches are left to the workbook itself. */
const MAX_FOLDED_ROWS = 3_000;
/** Rows folded away together. */
const FOLD = 500;
const MAX_COLUMNS = 60;
const DEFAULT_WIDTH = 9;

const PLAIN: CellStyle = {
  font: 'Times New Roman',
  numberFormat: 'General',
  bold: false,
  italic: false,
  indent: 0,
  locked: true,
  fill: null,
  fontColor: null,
  fontSize: null,
  horizontal: null,
  wrap: false,
  border: false,
};

const within = (spans: readonly { from: number; to: number }[], line: number): boolean =>
  spans.some(({ from, to }) => line >= from && line <= to);

interface Marked {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

/** Prepares a sheet for reading: its filled columns and rows, hidden ones away unless something is marked there. */
export function viewSheet(
  book: Book,
  index: number,
  marked: Marked,
  headerRows: number,
  separators: Separators,
): SheetView {
  const sheet = book.snapshot.sheets[index]!;
  const columns = visibleColumns(sheet, marked.columns);
  const { filledRows } = locate(sheet);
  const rows = [...filledRows].filter((row) => marked.rows.has(row) || !within(sheet.hiddenRows, row));
  const total = columns.reduce((sum, column) => sum + widthOf(sheet, column), 0);
  return {
    columns: columns.map((column) => ({
      column,
      name: columnName(column),
      share: (widthOf(sheet, column) / total) * 100,
    })),
    blocks: blocksOf(rows, marked.rows, headerRows),
    width: Math.round(total * 6.2 + 40),
    hiddenRows: filledRows.length - rows.length,
    hiddenColumns: sheet.hiddenColumns.reduce((sum, { from, to }) => sum + Math.min(to, 200) - from + 1, 0),
    cells: (row, block) => cellsOf(book, index, row, block, columns, separators),
  };
}

function visibleColumns(sheet: SheetSnapshot, marked: ReadonlySet<number>): number[] {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (let i = 0; i < sheet.cells.count; i++) {
    first = Math.min(first, sheet.cells.columns[i]!);
    last = Math.max(last, sheet.cells.columns[i]!);
  }
  const columns: number[] = [];
  for (let column = first; column <= last && columns.length < MAX_COLUMNS; column++) {
    if (marked.has(column) || !within(sheet.hiddenColumns, column)) columns.push(column);
  }
  return columns;
}

function widthOf(sheet: SheetSnapshot, column: number): number {
  const found = sheet.columnWidths.find(({ from, to }) => column >= from && column <= to);
  return Math.min(Math.max(found?.width ?? DEFAULT_WIDTH, 3), 80);
}

function blocksOf(rows: readonly number[], marked: ReadonlySet<number>, headerRows: number): Block[] {
  const shown = rows.map(
    (_, at) => rows.length <= WHOLE_ROWS || at < headerRows + AROUND || at >= rows.length - AROUND,
  );
  if (rows.length > WHOLE_ROWS) {
    rows.forEach((row, at) => {
      if (!marked.has(row)) return;
      for (let near = Math.max(0, at - AROUND); near <= Math.min(rows.length - 1, at + AROUND); near++)
        shown[near] = true;
    });
  }
  let folded = 0;
  const blocks: Block[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end < rows.length && shown[end] === shown[start]) end++;
    if (!shown[start]) end = Math.min(end, start + (folded < MAX_FOLDED_ROWS ? FOLD : rows.length));
    const part = rows.slice(start, end);
    const kind = shown[start] ? 'shown' : folded < MAX_FOLDED_ROWS ? 'folded' : 'left-out';
    if (kind === 'folded') folded += part.length;
    blocks.push({ kind, from: part[0]!, to: part.at(-1)!, rows: part });
    start = end;
  }
  return blocks;
}

function cellsOf(
  book: Book,
  index: number,
  row: number,
  block: Block,
  columns: readonly number[],
  separators: Separators,
): ViewCell[] {
  const sheet = book.snapshot.sheets[index]!;
  const merges = mergesOfRow(sheet, row);
  const found: ViewCell[] = [];
  for (const column of columns) {
    const merge = merges.find((area) => inArea(area, row, column));
    if (!merge) {
      found.push(cellAt(book, index, row, column, row, column, 1, 1, separators));
      continue;
    }
    const visible = columns.filter((one) => one >= merge.left && one <= merge.right);
    const rows = block.rows.filter((one) => one >= merge.top && one <= merge.bottom);
    if (visible[0] === column && rows[0] === row) {
      found.push(
        cellAt(book, index, merge.top, merge.left, row, column, rows.length, visible.length, separators),
      );
    }
  }
  return found;
}

type Merge = SheetSnapshot['merges'][number];
const mergesByRow = new WeakMap<SheetSnapshot, Map<number, Merge[]>>();

function mergesOfRow(sheet: SheetSnapshot, row: number): readonly Merge[] {
  let byRow = mergesByRow.get(sheet);
  if (!byRow) {
    byRow = new Map();
    const { filledRows } = locate(sheet);
    for (const merge of sheet.merges) {
      for (
        let at = locate(sheet).rowIndex(merge.top);
        at < filledRows.length && filledRows[at]! <= merge.bottom;
        at++
      ) {
        const list = byRow.get(filledRows[at]!) ?? [];
        list.push(merge);
        byRow.set(filledRows[at]!, list);
      }
    }
    mergesByRow.set(sheet, byRow);
  }
  return byRow.get(row) ?? [];
}

function cellAt(
  book: Book,
  index: number,
  sourceRow: number,
  sourceColumn: number,
  row: number,
  column: number,
  rowSpan: number,
  columnSpan: number,
  separators: Separators,
): ViewCell {
  const sheet = book.snapshot.sheets[index]!;
  const at = locate(sheet).find(sourceRow, sourceColumn);
  const style = at < 0 ? PLAIN : (book.snapshot.styles[sheet.cells.styles[at]!] ?? PLAIN);
  const text = at < 0 ? '' : shownText(book, index, sourceRow, sourceColumn, at, style, separators);
  const isNumber = at >= 0 && sheet.cells.kinds[at] !== CellKind.text;
  const { horizontal } = style;
  const align =
    horizontal === 'center' || horizontal === 'centerContinuous'
      ? 'center'
      : horizontal === 'right' || (isNumber && horizontal !== 'left')
        ? 'right'
        : 'left';
  return { row, column, rowSpan, columnSpan, text, style, align };
}

/** What the officer sees in the cell: the stored value, or the computed one where the file holds none. */
function shownText(
  book: Book,
  index: number,
  row: number,
  column: number,
  at: number,
  style: CellStyle,
  separators: Separators,
): string {
  const sheet = book.snapshot.sheets[index]!;
  if (sheet.cells.kinds[at] === CellKind.text) return book.text(index, row, column);
  const stored = book.evaluator.stored(index, row, column);
  const value = stored.kind === 'blank' ? book.evaluator.value(index, row, column) : stored;
  switch (value.kind) {
    case 'number': {
      const number = value.value.toNumber();
      return isDateFormat(style.numberFormat)
        ? formatDate(number, book.snapshot.date1904)
        : formatNumber(number, style.numberFormat, separators);
    }
    case 'text':
      return value.text;
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'error':
      return value.error;
    default:
      return '';
  }
}
