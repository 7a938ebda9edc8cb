import {
  CellKind,
  cellAddress,
  columnName,
  type Edit,
  parseAddress,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { targetsOf } from '../port/guard.js';
import { type Cell, cellFromContent, textForExcel } from './content.js';
import type { Image } from './store.js';

/** One cell to write, with the format to set before its content. */
export interface Write {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: Cell;
  readonly format: string | null;
}

export interface Plan {
  readonly writes: readonly Write[];
  readonly images: readonly Image[];
}

/** What stands in the cell, so that Excel takes it back as the same; a text must come back as text. */
function contentNow(sheet: SheetSnapshot, index: number, format: string): Cell {
  if (index < 0) return '';
  const formula = formulaAt(sheet, index);
  if (formula !== null) return `=${formula}`;
  const { kinds, numbers } = sheet.cells;
  if (kinds[index] === CellKind.number) return numbers[index]!;
  if (kinds[index] === CellKind.boolean) return numbers[index] === 1;
  const text = sheet.texts[numbers[index]!] ?? '';
  return kinds[index] === CellKind.text && format !== '@' ? textForExcel(text) : text;
}

function formulaAt(sheet: SheetSnapshot, index: number): string | null {
  let low = 0;
  let high = sheet.formulas.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sheet.formulas[middle]!.cell < index) low = middle + 1;
    else high = middle;
  }
  const found = sheet.formulas[low];
  return found?.cell === index ? found.text : null;
}

/** What the edits write and what they write over, from the snapshot that they were made for. */
export function planWrites(
  snapshot: WorkbookSnapshot,
  edits: readonly Edit[],
  spilled: ReadonlySet<string> = new Set(),
): Plan {
  const writes: Write[] = [];
  const images: Image[] = [];
  for (const { edit, sheet: at, row, column, index } of targetsOf(snapshot, edits)) {
    const sheet = snapshot.sheets[at]!;
    const was = index < 0 ? 'General' : snapshot.styles[sheet.cells.styles[index]!]!.numberFormat;
    const content = cellFromContent(edit.after);
    // A cell of format text would keep a number or a formula as letters.
    const needed =
      was === '@' && edit.after.kind !== 'text' && edit.after.kind !== 'blank' ? 'General' : null;
    const format = edit.numberFormat ?? needed;
    writes.push({ sheet: edit.sheet, row, column, content, format });
    const before = spilled.has(`${edit.sheet}!${edit.cell}`) ? '' : contentNow(sheet, index, was);
    const image: Image = { sheet: edit.sheet, cell: edit.cell, before, after: content };
    images.push(format !== null && format !== was ? { ...image, format: was } : image);
  }
  return { writes, images };
}

/** The writes that put the images back. */
export function writesBack(images: readonly Image[]): Write[] {
  return images.map((image) => {
    const at = parseAddress(image.cell)!;
    return { sheet: image.sheet, ...at, content: image.before, format: image.format ?? null };
  });
}

/** Writes below one another in one column go together, so that 5,000 cells are no 5,000 calls. */
function runs(writes: readonly Write[]): Write[][] {
  const sorted = [...writes].sort(
    (a, b) => a.sheet.localeCompare(b.sheet) || a.column - b.column || a.row - b.row,
  );
  const result: Write[][] = [];
  for (const write of sorted) {
    const last = result.at(-1)?.at(-1);
    const follows =
      last &&
      last.sheet === write.sheet &&
      last.column === write.column &&
      last.row + 1 === write.row &&
      (last.format === null) === (write.format === null);
    if (follows) result.at(-1)!.push(write);
    else result.push([write]);
  }
  return result;
}

/** Queues the writes; formats first, since a format decides how a content is read. Nothing is sent yet. */
export function queueWrites(context: Excel.RequestContext, writes: readonly Write[]): void {
  for (const run of runs(writes)) {
    const [first] = run;
    const last = run.at(-1)!;
    const address =
      run.length === 1
        ? cellAddress(first!.row, first!.column)
        : `${columnName(first!.column)}${first!.row}:${columnName(last.column)}${last.row}`;
    const range = context.workbook.worksheets.getItem(first!.sheet).getRange(address).untrack();
    if (first!.format !== null) range.numberFormat = run.map((write) => [write.format]);
    range.formulas = run.map((write) => [write.content]);
  }
}

/** Queues what keeps Excel quiet while we write: no recalculation, no redrawing, no events to ourselves. */
export function queueQuiet(context: Excel.RequestContext): void {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  context.runtime.enableEvents = false;
}
