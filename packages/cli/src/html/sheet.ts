import {
  type Book,
  cellAddress,
  type Finding,
  inArea,
  parseAddress,
  parseArea,
  type ReportTable,
} from '@ctmtqg/core';
import type { ReportWords } from '../words/index.js';
import { html, Markup } from './markup.js';
import type { Separators } from './number-format.js';
import { type Block, type SheetView, type ViewCell, viewSheet } from './sheet-view.js';

/** What the page says of one cell. */
interface Mark {
  readonly kind: 'error' | 'warning' | 'info' | 'consequence' | 'candidate';
  /** Numbers of the findings that name it. */
  readonly numbers: readonly number[];
}

/** Cells of one finding that are marked; further ones of a whole wrong column are only counted. */
const MARKED_CELLS = 500;
const STRENGTH = ['consequence', 'candidate', 'info', 'warning', 'error'] as const;

export type Marks = ReadonlyMap<string, Mark>;

/** Marks of one sheet by address. `numbers` counts findings through the whole report. */
export function marksOf(sheet: string, findings: readonly { finding: Finding; number: number }[]): Marks {
  const marks = new Map<string, Mark>();
  const add = (cell: string, kind: Mark['kind'], number: number) => {
    const known = marks.get(cell);
    const stronger = !known || STRENGTH.indexOf(kind) > STRENGTH.indexOf(known.kind) ? kind : known.kind;
    const numbers = known?.numbers ?? [];
    marks.set(cell, { kind: stronger, numbers: numbers.includes(number) ? numbers : [...numbers, number] });
  };
  for (const { finding, number } of findings) {
    if (finding.sheet === sheet) {
      for (const cell of finding.cells.slice(0, MARKED_CELLS)) add(cell, finding.severity, number);
    }
    for (const other of finding.candidates) if (other.sheet === sheet) add(other.cell, 'candidate', number);
    for (const other of finding.consequences.slice(0, MARKED_CELLS)) {
      if (other.sheet === sheet) add(other.cell, 'consequence', number);
    }
  }
  return marks;
}

export interface DrawnSheet {
  readonly markup: Markup;
  /** Width at which the sheet is read, in pixels. */
  readonly width: number;
  /** Addresses that have a target in the page. */
  readonly targets: ReadonlySet<string>;
}

interface Drawing {
  readonly index: number;
  readonly marks: Marks;
  readonly tables: readonly ReturnType<typeof parseArea>[];
  readonly view: SheetView;
  readonly words: ReportWords;
}

/** The sheet as people know it: merged headers, number formats, widths, with the cells marked. */
export function drawSheet(
  book: Book,
  index: number,
  tables: readonly ReportTable[],
  marks: Marks,
  words: ReportWords,
  separators: Separators,
): DrawnSheet {
  const places = [...marks.keys()].flatMap((cell) => parseAddress(cell) ?? []);
  const marked = {
    rows: new Set(places.map(({ row }) => row)),
    columns: new Set(places.map(({ column }) => column)),
  };
  const header = Math.max(0, ...tables.map((table) => parseArea(table.headerRange)?.bottom ?? 0));
  const view = viewSheet(book, index, marked, tables.length === 1 ? header : 12, separators);
  const drawing: Drawing = { index, marks, tables: tables.map(({ range }) => parseArea(range)), view, words };
  const targets = new Set<string>();
  const columns = html`<colgroup><col class="row-number">${view.columns.map(({ share }) => html`<col style="width:${share.toFixed(2)}%">`)}</colgroup>`;
  const blocks = view.blocks.map((block, at) => drawBlock(drawing, block, at === 0, columns, targets));
  const name = book.snapshot.sheets[index]!.name;
  return {
    markup: html`<div class="grid" role="region" tabindex="0" aria-label="${words.sheet} ${name}"><div class="sheet" style="min-width:${view.width}px">${blocks}</div></div>${hiddenNote(view, words)}`,
    width: view.width,
    targets,
  };
}

function hiddenNote({ hiddenRows, hiddenColumns }: SheetView, words: ReportWords): Markup | null {
  return hiddenRows + hiddenColumns === 0
    ? null
    : html`<p class="small">${words.hidden(hiddenRows, hiddenColumns)}</p>`;
}

function drawBlock(
  drawing: Drawing,
  block: Block,
  first: boolean,
  columns: Markup,
  targets: Set<string>,
): Markup {
  const { words, view } = drawing;
  const count = block.rows.length;
  if (block.kind === 'left-out')
    return html`<p class="gap">${words.leftOut(block.from, block.to, count)}</p>`;
  const letters = html`<thead><tr><th class="row-number"><span class="visually-hidden">${words.row}</span></th>${view.columns.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>`;
  const rows = block.rows.map((row) => drawRow(drawing, row, block, targets));
  const table = html`<table>${columns}${first ? letters : null}<tbody>${rows}</tbody></table>`;
  return block.kind === 'shown'
    ? table
    : html`<details><summary>${words.folded(block.from, block.to, count)}</summary>${table}</details>`;
}

function drawRow(drawing: Drawing, row: number, block: Block, targets: Set<string>): Markup {
  const cells = drawing.view.cells(row, block).map((cell) => drawCell(drawing, cell, targets));
  return html`<tr><th class="row-number" scope="row">${row}</th>${cells}</tr>
`;
}

function drawCell({ index, marks, tables }: Drawing, cell: ViewCell, targets: Set<string>): Markup {
  const address = cellAddress(cell.row, cell.column);
  const mark = marks.get(address);
  const inTable = tables.some((area) => area !== null && inArea(area, cell.row, cell.column));
  const classes = [
    cell.align === 'left' ? '' : cell.align,
    cell.style.bold ? 'b' : '',
    cell.style.italic ? 'i' : '',
    inTable || cell.style.border ? 'cell' : '',
    spills(cell, inTable) ? 'spill' : '',
    mark ? `mark ${mark.kind}` : '',
  ].filter((name) => name !== '');
  if (mark) targets.add(address);
  const attributes = new Markup(
    (mark ? ` id="c${index}-${address}"` : '') +
      (classes.length > 0 ? ` class="${classes.join(' ')}"` : '') +
      (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '') +
      (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''),
  );
  const badges = mark?.numbers
    .slice(0, 4)
    .map((number) => html`<a class="badge" href="#f${number}">${number}</a>`);
  return html`<td${attributes}>${cell.text}${badges}</td>`;
}

/** A short text outside of a table runs over its empty neighbours, as it does in Excel. */
function spills(cell: ViewCell, inTable: boolean): boolean {
  return !inTable && !cell.style.wrap && cell.columnSpan === 1 && cell.text.length < 60;
}
