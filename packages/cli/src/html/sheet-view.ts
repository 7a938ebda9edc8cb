import {
  type Book,
  CellKind,
  type CellStyle,
  columnName,
  DEFAULT_STYLE,
  inArea,
  locate,
  type SheetSnapshot,
} from '@ctmtqg/core';
import { type Block, blocksOf, type Reading } from './blocks.js';
import type { Separators } from './number-format.js';
import { shownText } from './shown-text.js';
import { spillTexts } from './spans.js';

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
  /** Width in characters, as the workbook counts it. */
  readonly width: number;
}

export interface SheetView {
  readonly columns: readonly ViewColumn[];
  readonly blocks: readonly Block[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Cells of one of these rows in these columns, merged areas clipped to both. */
  cells(row: number, rows: readonly number[], columns: readonly ViewColumn[]): ViewCell[];
}

const MAX_COLUMNS = 60;
const DEFAULT_WIDTH = 9;

const within = (spans: readonly { from: number; to: number }[], line: number): boolean =>
  spans.some(({ from, to }) => line >= from && line <= to);

/** What the picture must know of the findings and the tables. */
export interface Viewing extends Reading {
  readonly markedColumns: ReadonlySet<number>;
  isMarked(row: number, column: number): boolean;
  isInTable(row: number, column: number): boolean;
  readonly separators: Separators;
}

/** Prepares a sheet for reading: its filled columns and rows, hidden ones away unless something is marked there. */
export function viewSheet(book: Book, index: number, viewing: Viewing): SheetView {
  const sheet = book.snapshot.sheets[index]!;
  const { filledRows } = locate(sheet);
  const rows = [...filledRows].filter((row) => viewing.marked.has(row) || !within(sheet.hiddenRows, row));
  return {
    columns: visibleColumns(sheet, viewing.markedColumns).map((column) => ({
      column,
      name: columnName(column),
      width: widthOf(sheet, column),
    })),
    blocks: blocksOf(rows, viewing),
    hiddenRows: filledRows.length - rows.length,
    hiddenColumns: sheet.hiddenColumns.reduce((sum, { from, to }) => sum + Math.min(to, 200) - from + 1, 0),
    cells: (row, among, columns) => rowCells({ book, index, viewing }, row, among, columns),
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

interface Source {
  readonly book: Book;
  readonly index: number;
  readonly viewing: Viewing;
}

function rowCells(
  source: Source,
  row: number,
  among: readonly number[],
  columns: readonly ViewColumn[],
): ViewCell[] {
  const merges = mergesOfRow(source.book.snapshot.sheets[source.index]!, row);
  const found: ViewCell[] = [];
  for (const { column } of columns) {
    const merge = merges.find((area) => inArea(area, row, column));
    if (!merge) {
      found.push(cellAt(source, { row, column, rowSpan: 1, columnSpan: 1 }));
      continue;
    }
    const across = columns.filter((one) => one.column >= merge.left && one.column <= merge.right);
    const down = among.filter((one) => one >= merge.top && one <= merge.bottom);
    if (across[0]?.column === column && down[0] === row) {
      const place = { row, column, rowSpan: down.length, columnSpan: across.length };
      found.push(cellAt(source, place, { row: merge.top, column: merge.left }));
    }
  }
  const { isInTable, isMarked } = source.viewing;
  return spillTexts(found, {
    columns,
    fixed: (cell) => isInTable(row, cell.column) || isMarked(row, cell.column),
  });
}

type Merge = SheetSnapshot['merges'][number];
const mergesByRow = new WeakMap<SheetSnapshot, Map<number, Merge[]>>();

function mergesOfRow(sheet: SheetSnapshot, row: number): readonly Merge[] {
  let byRow = mergesByRow.get(sheet);
  if (!byRow) {
    byRow = new Map();
    const { filledRows, rowIndex } = locate(sheet);
    for (const merge of sheet.merges) {
      for (let at = rowIndex(merge.top); at < filledRows.length && filledRows[at]! <= merge.bottom; at++) {
        const list = byRow.get(filledRows[at]!) ?? [];
        list.push(merge);
        byRow.set(filledRows[at]!, list);
      }
    }
    mergesByRow.set(sheet, byRow);
  }
  return byRow.get(row) ?? [];
}

type Place = Pick<ViewCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

/** The cell at a place; a merged area shows what its first cell holds. */
function cellAt(
  { book, index, viewing }: Source,
  place: Place,
  first: { readonly row: number; readonly column: number } = place,
): ViewCell {
  const sheet = book.snapshot.sheets[index]!;
  const at = locate(sheet).find(first.row, first.column);
  if (at < 0) return { ...place, text: '', style: DEFAULT_STYLE, align: 'left' };
  const style = book.snapshot.styles[sheet.cells.styles[at]!] ?? DEFAULT_STYLE;
  const kind = sheet.cells.kinds[at]!;
  const text = shownText(
    book,
    { index, row: first.row, column: first.column },
    kind,
    style,
    viewing.separators,
  );
  return { ...place, text, style, align: alignOf(style, kind !== CellKind.text) };
}

function alignOf({ horizontal }: CellStyle, isNumber: boolean): ViewCell['align'] {
  if (horizontal === 'center' || horizontal === 'centerContinuous') return 'center';
  return horizontal === 'right' || (isNumber && horizontal !== 'left') ? 'right' : 'left';
}
