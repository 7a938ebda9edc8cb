import { type Book, type CellValue, cellAddress, type Edit, openBook } from '@ctmtqg/core';
import {
  type CachedValue,
  type CellChange,
  type CellImage,
  describeWorkbookError,
  openWorkbook,
  readWorkbook,
  type Workbook,
  WorkbookError,
} from '@ctmtqg/workbook';
import { type Addition, underFreeNames } from '../port/additions.js';
import { targetsOf } from '../port/guard.js';
import { type PortEdit, PortError } from '../port/types.js';
import { addChart } from './chart-sheet.js';

/** The errors of the workbook package in both languages, for the pane to choose from. */
function readable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const facts = { vi: describeWorkbookError(error, 'vi'), en: describeWorkbookError(error, 'en') };
    throw new PortError('unreadable-file', facts);
  }
}

function cachedOf(value: CellValue): CachedValue | null {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', value: value.value.toFixed() };
    case 'text':
      return { kind: 'text', text: value.text };
    case 'boolean':
      return { kind: 'boolean', value: value.value };
    case 'error':
      return { kind: 'error', error: value.error };
    case 'blank':
      return { kind: 'number', value: '0' };
    case 'unknown':
      return null;
  }
}

const same = (a: CachedValue, b: CachedValue | null) => JSON.stringify(a) === JSON.stringify(b);

/** How a step is taken back: by the cells as they were, or by the workbook as it was. */
type Undo = { readonly images: readonly CellImage[] } | { readonly before: Workbook };

/** A dropped file while it is worked on: what it holds now, and how each step is taken back. */
export class OpenFile {
  /** The workbook with all changes. */
  book: Book;
  private workbook: Workbook;
  private readonly steps: Undo[] = [];

  /** What the user told about the file, as text; kept in it. */
  private kept: string | null;

  constructor(bytes: Uint8Array) {
    this.workbook = readable(() => openWorkbook(bytes));
    this.kept = this.workbook.keptText();
    this.book = openBook(readable(() => this.workbook.snapshot()));
  }

  /** Makes the edits, all or none, and computes what hangs on them. */
  apply(edits: readonly PortEdit[]): void {
    targetsOf(this.book.snapshot, edits);
    const before = this.book;
    const images = readable(() => this.workbook.change(edits.map(changeOf(before))));
    this.reload();
    const computed = this.computedAnew(before);
    const more = computed.length > 0 ? this.workbook.change(computed) : [];
    if (more.length > 0) this.reload();
    this.steps.push({ images: [...more, ...images] });
  }

  /** Adds sheets or a chart. Later edits are made on the file that then is; undoing goes back to the one before. */
  add(addition: Addition): void {
    const before = this.workbook;
    this.workbook = readable(() => {
      const next = openWorkbook(before.save());
      if (addition.kind === 'chart') addChart(next, addition.work);
      else {
        const taken = this.book.snapshot.sheets.map((sheet) => sheet.name);
        for (const sheet of underFreeNames(addition.sheets, taken)) next.addSheet(sheet);
      }
      return openWorkbook(next.save());
    });
    this.reload();
    this.steps.push({ before });
  }

  undo(): void {
    const step = this.steps.pop();
    if (!step) return;
    if ('before' in step) this.workbook = step.before;
    else this.workbook.restore(earliestImages(step.images));
    this.reload();
  }

  /** True where the sheet has pictures, shapes or charts, which are left as they are. */
  hasDrawing(sheet: string): boolean {
    return this.workbook.hasDrawing(sheet);
  }

  keptText(): string | null {
    return this.kept;
  }

  keepText(text: string | null): void {
    this.kept = text;
  }

  save(): Uint8Array {
    this.workbook.recalculateOnOpen();
    this.workbook.keepText(this.kept);
    return this.workbook.save();
  }

  private reload(): void {
    this.book = openBook(readWorkbook(this.workbook.save()));
  }

  /** Formulas that give something else since the edits; a value that was stale before stays, to be reported. */
  private computedAnew(before: Book): CellChange[] {
    const { snapshot, evaluator } = this.book;
    return snapshot.sheets.flatMap((sheet, index) =>
      sheet.formulas.flatMap(({ cell }) => {
        const row = sheet.cells.rows[cell]!;
        const column = sheet.cells.columns[cell]!;
        const now = cachedOf(evaluator.value(index, row, column));
        const old = cachedOf(before.evaluator.value(index, row, column));
        const stored = cachedOf(evaluator.stored(index, row, column));
        if (now === null || same(now, stored) || same(now, old)) return [];
        return { sheet: sheet.name, cell: cellAddress(row, column), cached: now };
      }),
    );
  }
}

/** The edit as a change of its cell: content, and number format and font where they change. */
function changeOf(book: Book): (edit: PortEdit) => CellChange {
  const formatOf = numberFormatOf(book);
  return (edit) => {
    const numberFormat = formatOf(edit);
    const style = {
      ...(numberFormat === undefined ? {} : { numberFormat }),
      ...(edit.font === undefined ? {} : { fontName: edit.font }),
    };
    const styled = Object.keys(style).length > 0 ? { style } : {};
    return { sheet: edit.sheet, cell: edit.cell, content: edit.after, ...styled };
  };
}

/** A cell of format text would show a number or a formula as letters. */
function numberFormatOf(book: Book): (edit: Edit) => string | undefined {
  return (edit) => {
    if (edit.numberFormat !== undefined || edit.after.kind === 'text' || edit.after.kind === 'blank')
      return edit.numberFormat;
    const [target] = targetsOf(book.snapshot, [edit]);
    const sheet = book.snapshot.sheets[target!.sheet]!;
    const style = target!.index < 0 ? undefined : book.snapshot.styles[sheet.cells.styles[target!.index]!];
    return style?.numberFormat === '@' ? 'General' : undefined;
  };
}

/** A cell that was edited and then computed has two images; the one from before the edit, the last, counts. */
function earliestImages(images: readonly CellImage[]): CellImage[] {
  return [...new Map(images.map((image) => [`${image.sheet}!${image.cell}`, image])).values()];
}
