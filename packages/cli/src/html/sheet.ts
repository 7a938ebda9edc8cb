import { type Book, cellAddress, inArea, parseAddress, parseArea, type ReportTable } from '@ctmtqg/core';
import type { ReportWords } from '../words/index.js';
import type { Block } from './blocks.js';
import { type Marks, markedLines } from './marks.js';
import { html, type Markup } from './markup.js';
import type { Separators } from './number-format.js';
import { type Orientation, printOf, screenWidthOf, widthOf } from './paper.js';
import { type SheetView, viewSheet } from './sheet-view.js';
import { type Drawing, drawTable, type PreparedSheet } from './table.js';

/** Rows of a heading that is not known. */
const HEADING = 12;

/** Reads what the picture of a sheet needs, before it is known how the paper lies. */
export function prepareSheet(
  book: Book,
  index: number,
  tables: readonly ReportTable[],
  marks: Marks,
  separators: Separators,
): PreparedSheet {
  const areas = tables.flatMap(({ range }) => parseArea(range) ?? []);
  const header = tables.length === 1 ? parseArea(tables[0]!.headerRange) : null;
  const { rows, openRows, columns } = markedLines(marks);
  const view = viewSheet(book, index, {
    marked: rows,
    open: openRows,
    header: header?.bottom ?? HEADING,
    markedColumns: columns,
    isMarked: (row, column) => marks.has(cellAddress(row, column)),
    isInTable: (row, column) => areas.some((area) => inArea(area, row, column)),
    separators,
  });
  const { name } = book.snapshot.sheets[index]!;
  return { book, index, name, tables, marks, areas, header, view };
}

export interface DrawnSheet {
  readonly markup: Markup;
  /** Addresses that have a target in the page. */
  readonly targets: ReadonlySet<string>;
}

/** The sheet as people know it: merged headers, number formats, widths, with the cells marked. */
export function drawSheet(sheet: PreparedSheet, orientation: Orientation, words: ReportWords): DrawnSheet {
  const { view, name } = sheet;
  const targets = new Set<string>();
  const whole: Drawing = { ...sheet, words, columns: view.columns, targets };
  const print = printOf(view, orientation, leadColumns(sheet), (left, right) =>
    isOneHeading(sheet, left, right),
  );
  const inStrips = print.strips.length > 1;
  const widest = Math.max(...print.strips.map(widthOf));
  const strips = inStrips
    ? print.strips.map((columns) =>
        drawStrip({ ...whole, columns, targets: null }, (widthOf(columns) / widest) * 100),
      )
    : null;
  const style = `min-width:${screenWidthOf(view)}px;--print:${print.points.toFixed(1)}pt`;
  const label = `${words.sheet} ${name}`;
  return {
    markup: html`<div class="grid${inStrips ? ' on-screen' : ''}" role="region" tabindex="0" aria-label="${label}"><div class="sheet" style="${style}">${view.blocks.map((block, at) => drawBlock(whole, block, at === 0))}</div></div>${strips ? html`<div class="on-paper sheet" style="--print:${print.points.toFixed(1)}pt">${strips}</div>` : null}${hiddenNote(view, words)}`,
    targets,
  };
}

/** Columns that say what a row is: all before the first with figures. */
function leadColumns({ tables }: PreparedSheet): ReadonlySet<number> {
  const names = tables.flatMap(({ columns }) => {
    const first = columns.findIndex(({ role }) => role !== 'ordinal' && role !== 'title' && role !== 'place');
    return columns.slice(0, Math.max(first, 0)).map(({ column }) => column);
  });
  return new Set(names.map((name) => parseAddress(`${name}1`)!.column));
}

/** True where a merged heading spans both columns. */
function isOneHeading({ book, index, areas, header }: PreparedSheet, left: number, right: number): boolean {
  const top = header?.top ?? areas[0]?.top ?? 1;
  const bottom = header?.bottom ?? top;
  return book.snapshot.sheets[index]!.merges.some(
    (merge) => merge.top <= bottom && merge.bottom >= top && merge.left <= left && merge.right >= right,
  );
}

function drawStrip(drawing: Drawing, share: number): Markup {
  const blocks = drawing.view.blocks.map((block, at) =>
    block.kind === 'folded'
      ? html`<p class="gap">${gapText(block, drawing.words)}</p>`
      : drawBlock(drawing, block, at === 0),
  );
  return html`<div class="strip" style="width:${share.toFixed(1)}%">${blocks}</div>`;
}

function hiddenNote({ hiddenRows, hiddenColumns }: SheetView, words: ReportWords): Markup | null {
  return hiddenRows + hiddenColumns === 0
    ? null
    : html`<p class="small">${words.hidden(hiddenRows, hiddenColumns)}</p>`;
}

const gapText = ({ from, to, rows, marked }: Block, words: ReportWords): string =>
  words.folded(from, to, rows.length, marked);

function drawBlock(drawing: Drawing, block: Block, first: boolean): Markup {
  const { words } = drawing;
  if (block.kind === 'left-out')
    return html`<p class="gap">${words.leftOut(block.from, block.to, block.rows.length, block.marked)}</p>`;
  if (block.kind === 'folded')
    return html`<details><summary>${gapText(block, words)}</summary>${drawTable(drawing, { heading: [], body: block.rows })}</details>`;
  const { above, heading, body, below } = partsOf(drawing, block.rows);
  const apart = (rows: readonly number[], name: string, isLettered = false) =>
    rows.length === 0
      ? null
      : html`<div class="${name}">${drawTable(drawing, { heading: [], body: rows, isLettered })}</div>`;
  const isLettered = first && above.length === 0;
  return html`${apart(above, 'above', first)}${drawTable(drawing, { heading, body, isLettered })}${apart(below, 'below')}`;
}

interface Parts {
  readonly above: readonly number[];
  readonly heading: readonly number[];
  readonly body: readonly number[];
  readonly below: readonly number[];
}

/** Titles above the table, its heading, its rows, and the signatures below, over which no heading belongs. */
function partsOf({ header, areas }: Drawing, rows: readonly number[]): Parts {
  const [area] = areas;
  if (header === null || area === undefined) return { above: [], heading: [], body: rows, below: [] };
  return {
    above: rows.filter((row) => row < header.top),
    heading: rows.filter((row) => row >= header.top && row <= header.bottom),
    body: rows.filter((row) => row > header.bottom && row <= area.bottom),
    below: rows.filter((row) => row > area.bottom),
  };
}
