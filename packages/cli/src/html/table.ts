import { type Book, cellAddress, inArea, type parseArea, type ReportTable } from '@ctmtqg/core';
import type { ReportWords } from '../words/index.js';
import type { Marks } from './marks.js';
import { html, Markup } from './markup.js';
import type { SheetView, ViewCell, ViewColumn } from './sheet-view.js';

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

export interface Drawing extends PreparedSheet {
  readonly words: ReportWords;
  readonly columns: readonly ViewColumn[];
  /** Collects the cells that can be linked to; `null` for a second picture of the same cells. */
  readonly targets: Set<string> | null;
}

/** One table of the picture; a browser repeats its heading on each printed page. */
export function drawTable(
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
