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
import type { PortEdit } from '../port/types.js';
import { bytesOf, type Job } from './batches.js';
import { type Cell, cellFromContent, textForExcel } from './content.js';
import type { Image } from './images.js';

/** One cell to write, with the format to set before its content; `key` is what Excel finds the sheet by. */
export interface Write {
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly content: Cell;
  readonly format: string | null;
  /** Name of the font to set; absent: leave it. */
  readonly font?: string;
}

export interface Plan {
  readonly writes: readonly Write[];
  readonly images: readonly Image[];
  /** Cells whose format nobody has read, since they lie outside of all that is filled in; by their images. */
  readonly unread: readonly Image[];
}

/** What the plan needs to know beyond the snapshot. */
export interface PlanFacts {
  /** Cells (`Sheet!A1`) that a formula elsewhere fills. */
  readonly spilled: ReadonlySet<string>;
  keyOf(sheet: string): string;
  /** Number format of a cell that holds nothing, as it was read; `null` where it was not read. */
  formatAt(sheet: number, row: number, column: number): string | null;
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

/** A cell of format text would keep a number or a formula as letters. */
function neededFormat(edit: Edit, was: string | null): string | null {
  if (edit.numberFormat !== undefined) return edit.numberFormat;
  return was === '@' && edit.after.kind !== 'text' && edit.after.kind !== 'blank' ? 'General' : null;
}

/** What the edits write and what they write over, from the snapshot that they were made for. */
export function planWrites(snapshot: WorkbookSnapshot, edits: readonly PortEdit[], facts: PlanFacts): Plan {
  const writes: Write[] = [];
  const images: Image[] = [];
  const unread: Image[] = [];
  for (const { edit, sheet: at, row, column, index } of targetsOf(snapshot, edits)) {
    const sheet = snapshot.sheets[at]!;
    const was =
      index < 0 ? facts.formatAt(at, row, column) : snapshot.styles[sheet.cells.styles[index]!]!.numberFormat;
    const format = neededFormat(edit, was);
    // A cell of format text takes every text as it stands, an apostrophe too.
    const { after } = edit;
    const content = (format ?? was) === '@' && after.kind === 'text' ? after.text : cellFromContent(after);
    const font = edit.font === undefined ? {} : { font: edit.font };
    writes.push({ key: facts.keyOf(edit.sheet), row, column, content, format, ...font });
    const spills = facts.spilled.has(`${edit.sheet}!${edit.cell}`);
    const before = spills ? '' : contentNow(sheet, index, was ?? 'General');
    const image: Image = { sheet: edit.sheet, cell: edit.cell, before, after: content };
    const set = format !== null && format !== was;
    const formatted = set ? { ...image, formats: { before: was ?? 'General', after: format } } : image;
    const style = snapshot.styles[index < 0 ? 0 : sheet.cells.styles[index]!]!;
    const whole =
      edit.font === undefined ? formatted : { ...formatted, fonts: { before: style.font, after: edit.font } };
    images.push(whole);
    if (was === null && edit.after.kind !== 'blank') unread.push(whole);
  }
  return { writes, images, unread };
}

/** The writes that put the images back; cells of sheets that are gone are left out. */
export function writesBack(images: readonly Image[], keyOf: (sheet: string) => string | null): Write[] {
  return images.flatMap((image) => {
    const key = keyOf(image.sheet);
    const at = parseAddress(image.cell)!;
    const font = image.fonts ? { font: image.fonts.before } : {};
    return key === null
      ? []
      : { key, ...at, content: image.before, format: image.formats?.before ?? null, ...font };
  });
}

/** Cells of one request's call: 5,000 cells below one another are no 5,000 calls, and no call grows without end. */
const CELLS_PER_RUN = 5_000;

/** Cells below one another in one column, together. */
export function runsOf<T extends Pick<Write, 'key' | 'row' | 'column'>>(
  cells: readonly T[],
  alike: (a: T, b: T) => boolean = () => true,
): T[][] {
  const sorted = [...cells].sort(
    (a, b) => a.key.localeCompare(b.key) || a.column - b.column || a.row - b.row,
  );
  const result: T[][] = [];
  for (const cell of sorted) {
    const run = result.at(-1);
    const last = run?.at(-1);
    const follows =
      run &&
      last &&
      run.length < CELLS_PER_RUN &&
      last.key === cell.key &&
      last.column === cell.column &&
      last.row + 1 === cell.row &&
      alike(last, cell);
    if (follows) run.push(cell);
    else result.push([cell]);
  }
  return result;
}

export function rangeOf(
  context: Excel.RequestContext,
  cells: readonly Pick<Write, 'key' | 'row' | 'column'>[],
): Excel.Range {
  const first = cells[0]!;
  const last = cells.at(-1)!;
  const address =
    cells.length === 1
      ? cellAddress(first.row, first.column)
      : `${columnName(first.column)}${first.row}:${columnName(last.column)}${last.row}`;
  return context.workbook.worksheets.getItem(first.key).getRange(address).untrack();
}

/** Bytes of the calls around the contents of one run. */
const CALLS = 700;

export interface WriteJob extends Job {
  readonly cells: readonly Write[];
}

/** The writes as jobs; formats first, since a format decides how a content is read. */
export function writeJobs(writes: readonly Write[]): WriteJob[] {
  const alike = (a: Write, b: Write) => (a.format === null) === (b.format === null) && a.font === b.font;
  return runsOf(writes, alike).map((cells) => {
    const formats = cells[0]!.format === null ? null : cells.map((write) => [write.format]);
    const contents = cells.map((write) => [write.content]);
    const { font } = cells[0]!;
    return {
      cells,
      bytes: CALLS + bytesOf(JSON.stringify(contents)) + (formats ? bytesOf(JSON.stringify(formats)) : 0),
      queue(context) {
        const range = rangeOf(context, cells);
        if (formats) range.numberFormat = formats;
        if (font !== undefined) range.format.font.name = font;
        range.formulas = contents;
      },
    };
  });
}
