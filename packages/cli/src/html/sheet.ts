import { type Book, cellAddress, inArea, parseAddress, parseArea, type ReportTable } from '@ctmtqg/core';
import type { ReportWords } from '../words/index.js';
import type { Block } from './blocks.js';
import { type Marks, markedLines } from './marks.js';
import { html, Markup } from './markup.js';
import type { Separators } from './number-format.js';
import { type Orientation, printOf, widthOf } from './paper.js';
import { type SheetView, type ViewCell, type ViewColumn, viewSheet } from './sheet-view.js';

type Area = NonNullable<ReturnType<typeof parseArea>>;

/** A sheet made ready to be drawn. */
export interface PreparedSheet {
  readonly book: Book;
  readonly index: number;
  readonly name: string;
  readonly tables: readonly ReportTable[];
  readonly marks: Marks;
  readonly areas: readonly Area[];
  /** Heading rows of the one table; with several tables none is repeated on each page. */
  readonly header: Area | null;
  readonly view: SheetView;
}

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

interface Drawing extends PreparedSheet {
  readonly words: ReportWords;
  readonly columns: readonly ViewColumn[];
  /** Collects the cells that can be linked to; `null` for a second picture of the same cells. */
  readonly targets: Set<string> | null;
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
  const style = `min-width:${Math.round(widthOf(view.columns))}px;--print:${print.points.toFixed(1)}pt`;
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
  const isHeading = (row: number) =>
    drawing.header !== null && row >= drawing.header.top && row <= drawing.header.bottom;
  const above = block.rows.filter((row) => drawing.header !== null && row < drawing.header.top);
  const heading = block.rows.filter(isHeading);
  const body = block.rows.slice(above.length + heading.length);
  const isLettered = first && above.length === 0;
  return html`${above.length > 0 ? html`<div class="above">${drawTable(drawing, { heading: [], body: above, isLettered: first })}</div>` : null}${drawTable(drawing, { heading, body, isLettered })}`;
}

/** One table of the picture; a browser repeats its heading on each printed page. */
function drawTable(
  drawing: Drawing,
  {
    heading,
    body,
    isLettered = false,
  }: { heading: readonly number[]; body: readonly number[]; isLettered?: boolean },
): Markup {
  const { columns, words } = drawing;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const shares = columns.map(({ width }) => html`<col style="width:${((width / total) * 100).toFixed(2)}%">`);
  const letters = html`<tr><th class="row-number"><span class="visually-hidden">${words.row}</span></th>${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr>`;
  const rows = (list: readonly number[]) => list.map((row) => drawRow(drawing, row, list));
  const head = isLettered || heading.length > 0;
  return html`<table><colgroup><col class="row-number">${shares}</colgroup>${head ? html`<thead>${isLettered ? letters : null}${rows(heading)}</thead>` : null}<tbody>${rows(body)}</tbody></table>`;
}

function drawRow(drawing: Drawing, row: number, among: readonly number[]): Markup {
  const cells = drawing.view.cells(row, among, drawing.columns).map((cell) => drawCell(drawing, cell));
  return html`<tr><th class="row-number" scope="row">${row}</th>${cells}</tr>
`;
}

function drawCell({ index, marks, areas, targets }: Drawing, cell: ViewCell): Markup {
  const address = cellAddress(cell.row, cell.column);
  const mark = marks.get(address);
  const inTable = areas.some((area) => inArea(area, cell.row, cell.column));
  const isTitle = !inTable && cell.columnSpan > 1 && !mark;
  const classes = [
    cell.align === 'left' ? '' : cell.align,
    cell.style.bold ? 'b' : '',
    cell.style.italic ? 'i' : '',
    inTable || cell.style.border ? 'cell' : '',
    isTitle ? 'title' : '',
    mark ? `mark ${mark.kind}` : '',
  ].filter((name) => name !== '');
  if (mark) targets?.add(address);
  const attributes = new Markup(
    (mark && targets ? ` id="c${index}-${address}"` : '') +
      (classes.length > 0 ? ` class="${classes.join(' ')}"` : '') +
      (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '') +
      (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''),
  );
  const text = isTitle || mark ? html`<span>${cell.text}</span>` : cell.text;
  const badges = mark?.numbers
    .slice(0, 4)
    .map((number) => html`<a class="badge" href="#f${number}">${number}</a>`);
  return html`<td${attributes}>${text}${badges}</td>`;
}
