import { cellAddress, type Edit, type WorkbookSnapshot } from '@ctmtqg/core';
import { WorkbookError } from '../errors.js';
import type { ReadOptions } from '../limits.js';
import { Package } from '../parts/package.js';
import { readNotes } from '../read/notes.js';
import { partOf, readSnapshot } from '../read/snapshot.js';
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from '../read/workbook.js';
import { type ChainCell, updateCalcChain } from './calc-chain.js';
import { checkChart, drawingElement, drawingPlace, hasDrawing, writeCharts } from './charts.js';
import { placeOf, valueOfCached, valueOfContent } from './content.js';
import { type TableHeader, tableHeaders, threadedCells } from './guards.js';
import { checkImage } from './image-check.js';
import { imageOf, sharedIndex, sharedTexts } from './images.js';
import { type KeptText, readKeptText, writeKeptText } from './kept-text.js';
import { writeNotes } from './note-edits.js';
import { PartEdits } from './part-edits.js';
import { cellKey, changedBy, mergePending, type PendingCell, pendingOfImage } from './pending.js';
import { type SheetPlan, SheetPlanner } from './sheet-plan.js';
import { StyleBook } from './style-book.js';
import type { CellChange, CellImage, NewChart, NewSheet } from './types.js';
import { askToRecalculate, listTitles } from './workbook-edits.js';
import { checkSheet, writeSheets, writeStyles } from './write-sheets.js';

/** What a sheet shall become, and what was found while planning it. */
interface SheetEdits {
  readonly entry: SheetEntry;
  cells: Map<number, PendingCell>;
  notes: Map<number, string | null>;
  plan: SheetPlan | null;
  readonly headers: readonly TableHeader[];
  readonly threaded: ReadonlySet<number>;
  readonly charts: NewChart[];
  /** Notes as the file has them, by cell. */
  readonly notesBefore: ReadonlyMap<number, string>;
}

/** One change, checked and placed. */
interface Placed {
  readonly key: number;
  readonly pending: PendingCell;
  readonly note?: string | null;
}

/**
 * A workbook that is edited in place: what is not touched is written back byte for byte. Use it, by `openWorkbook`,
 * where a file that people work with gets values, formulas, colours, notes or a sheet. Changes are checked when they
 * are made and written by {@link Workbook.save}; the bytes handed in are never changed.
 *
 * @example
 * ```ts
 * const book = openWorkbook(bytes);
 * const [sheet] = book.snapshot().sheets;
 * book.change([{ sheet: sheet.name, cell: 'C9', style: { fill: 'FFC7CE' }, note: 'Tổng không khớp' }]);
 * const marked = book.save();
 * readWorkbook(marked).sheets[0].notes.length; // 1
 * ```
 */
export class Workbook {
  private readonly pack: Package;
  private readonly workbook: WorkbookPart;
  private readonly sheets = new Map<string, SheetEdits>();
  private readonly added: NewSheet[] = [];
  private styleBook: StyleBook | null = null;
  private recalculate = false;
  /** What the file keeps, and what it shall keep where that was changed. */
  private readonly kept: KeptText | null;
  private keep: string | null | undefined;

  constructor(bytes: Uint8Array, options?: ReadOptions) {
    this.pack = new Package(bytes, options);
    this.workbook = readWorkbookPart(this.pack);
    this.kept = readKeptText(this.pack, this.workbook.relationships);
  }

  /** The workbook as it was opened; changes do not show here. Read it once: each call reads the file anew. */
  snapshot(): WorkbookSnapshot {
    return readSnapshot(this.pack, this.workbook);
  }

  /**
   * Makes the edits of a check or a fill: contents, and number formats where an edit names one. All or none: where
   * one cannot be made, nothing is changed. What an edit says of `before` is not compared.
   *
   * @returns each touched cell as it was before, to be given to {@link Workbook.restore}
   * @throws WorkbookError `edit-unknown-sheet`, `edit-bad-address`, `edit-bad-value`, `edit-inside-array`,
   *   `edit-table-header`, `edit-too-many-styles`
   * @example
   * ```ts
   * const book = openWorkbook(bytes);
   * const sheet = book.snapshot().sheets[0].name;
   * const after = { kind: 'number', value: '720' } as const;
   * const before = book.apply([{ sheet, cell: 'C9', before: { kind: 'blank' }, after }]);
   * before[0].cell; // 'C9'
   * ```
   */
  apply(edits: readonly Edit[]): CellImage[] {
    return this.change(
      edits.map(({ sheet, cell, after, numberFormat }) => ({
        ...{ sheet, cell, content: after },
        ...(numberFormat === undefined ? {} : { style: { numberFormat } }),
      })),
    );
  }

  /**
   * Changes contents, cached values, formats and notes of cells. All or none. Use it for what {@link Workbook.apply}
   * has no words for: colours, notes, and the values that formulas show until they are computed again.
   *
   * @returns each touched cell as it was before, by sheet in the order of its first change
   * @throws WorkbookError as {@link Workbook.apply}, and `edit-note-exists` beside a threaded comment
   * @example
   * ```ts
   * const book = openWorkbook(bytes);
   * const sheet = book.snapshot().sheets[0].name;
   * book.change([{ sheet, cell: 'H20', content: { kind: 'formula', formula: '=1+2', cached: '3' } }]);
   * book.change([{ sheet, cell: 'H20', cached: { kind: 'number', value: '4' } }]);
   * ```
   */
  change(changes: readonly CellChange[]): CellImage[] {
    return this.perform(changes.map((change) => ({ sheet: change.sheet, placed: this.place(change) })));
  }

  /**
   * Puts cells back as images show them: value, formula, format, and note where it had been changed. Use it on the
   * very file that the edits made: formats are told by their index in it.
   *
   * @returns images that undo this again
   * @throws WorkbookError as {@link Workbook.change}
   * @example
   * ```ts
   * const book = openWorkbook(bytes);
   * const sheet = book.snapshot().sheets[0].name;
   * const images = book.change([{ sheet, cell: 'C9', content: { kind: 'blank' } }]);
   * const undone = openWorkbook(book.save());
   * undone.restore(images);
   * ```
   */
  restore(images: readonly CellImage[]): CellImage[] {
    return this.perform(
      images.map((image) => {
        const { row, column } = placeOf(image.cell);
        checkImage(image, this.styles().count);
        const pending = pendingOfImage(image, row, column);
        const note = image.note === undefined ? {} : { note: image.note };
        return { sheet: image.sheet, placed: { key: cellKey(row, column), pending, ...note } };
      }),
    );
  }

  /**
   * Adds a sheet behind the others.
   *
   * @throws WorkbookError `edit-sheet-name`, `edit-bad-address`, `edit-bad-value`
   * @example
   * ```ts
   * const book = openWorkbook(bytes);
   * book.addSheet({ name: 'Kết quả', cells: { A1: { content: { kind: 'text', text: 'Sạch' } } } });
   * ```
   */
  addSheet(sheet: NewSheet): void {
    const taken = [...this.workbook.allNames, ...this.added.map((other) => other.name)];
    checkSheet(sheet, taken, this.styles());
    this.added.push(sheet);
  }

  /** True where the sheet has pictures, shapes or charts, beside which no chart can be put. */
  hasDrawing(sheet: string): boolean {
    return hasDrawing(this.pack, this.sheetEdits(sheet).entry.part);
  }

  /**
   * Puts a chart on a sheet of the file that has no picture, shape or chart yet; those of others are never touched.
   *
   * @throws WorkbookError `edit-unknown-sheet`, `edit-drawing-exists`, `edit-bad-address`, `edit-bad-value`
   * @example
   * ```ts
   * const book = openWorkbook(bytes);
   * const sheet = book.snapshot().sheets[0].name;
   * const cells = (refersTo: string, shown: string[]) => ({ refersTo: `'${sheet}'!${refersTo}`, shown });
   * book.addChart(sheet, {
   *   area: 'H2:P18',
   *   title: 'Cơ cấu nguồn vốn',
   *   numberFormat: '#,##0',
   *   categories: cells('$B$9:$B$10', ['Dự án 1', 'Dự án 2']),
   *   series: [{ name: cells('$C$7', ['NSTW']), values: cells('$C$9:$C$10', ['530', '342']), color: '1F5FA8' }],
   * });
   * ```
   */
  addChart(sheet: string, chart: NewChart): void {
    const edits = this.sheetEdits(sheet);
    if (hasDrawing(this.pack, edits.entry.part)) throw new WorkbookError('edit-drawing-exists', { sheet });
    checkChart(sheet, chart);
    edits.charts.push(chart);
  }

  /** Asks the program that opens the file next to compute all formulas anew. For edits without cached values. */
  recalculateOnOpen(): void {
    this.recalculate = true;
  }

  /** The text that {@link Workbook.keepText} kept in the file, or `null`. */
  keptText(): string | null {
    return this.keep === undefined ? (this.kept?.text ?? null) : this.keep;
  }

  /**
   * Keeps a text in the file, unseen on the sheets: what somebody told about it, to be there when it is opened again.
   * `null` takes it away with its part.
   *
   * @example
   * ```ts
   * const book = openWorkbook(bytes);
   * book.keepText('{"year":2025}');
   * openWorkbook(book.save()).keptText(); // '{"year":2025}'
   * ```
   */
  keepText(text: string | null): void {
    this.keep = text === (this.kept?.text ?? null) ? undefined : text;
  }

  /** True where the cell has a threaded comment, beside which no note can stand. */
  hasThread(sheet: string, cell: string): boolean {
    const { row, column } = placeOf(cell);
    return this.sheetEdits(sheet).threaded.has(cellKey(row, column));
  }

  /** The file with all changes; without changes the very bytes that were opened. */
  save(): Uint8Array {
    const edits = new PartEdits(this.pack);
    const lost: ChainCell[] = [];
    const gained: ChainCell[] = [];
    for (const sheet of this.sheets.values()) {
      if (sheet.cells.size === 0 && sheet.notes.size === 0 && sheet.charts.length === 0) continue;
      this.writeSheet(edits, sheet);
      for (const { pending, formula } of sheet.plan?.found ?? []) {
        if (pending.value === undefined && !pending.absent) continue;
        const has = (pending.formula ?? null) !== null;
        const cell = { sheetId: sheet.entry.sheetId, cell: cellAddress(pending.row, pending.column) };
        if (formula !== null && !has) lost.push(cell);
        if (has) gained.push(cell);
      }
    }
    this.writeNewSheets(edits);
    updateCalcChain(edits, this.workbook, lost, gained);
    if (this.recalculate) askToRecalculate(edits, this.workbook.part);
    if (this.keep !== undefined) writeKeptText(edits, this.workbook.part, this.kept, this.keep);
    if (this.styleBook?.isChanged) {
      const known = partOf(this.pack, this.workbook.relationships, 'styles');
      writeStyles(edits, this.workbook.part, known, this.styleBook);
    }
    return edits.save();
  }

  private writeSheet(edits: PartEdits, sheet: SheetEdits): void {
    const plan = this.planOf(sheet);
    const { part } = sheet.entry;
    const notes = [...sheet.notes].map(([key, text]) => ({
      ...{ row: Math.floor(key / 16_384), column: (key % 16_384) + 1, text },
    }));
    const splices = [...plan.splices];
    if (sheet.charts.length > 0) {
      const { at, prefix } = drawingPlace(edits.pack.scan(part));
      const id = writeCharts(edits, part, sheet.charts);
      splices.push({ start: at, end: at, text: drawingElement(prefix, edits.relationshipBase, id) });
    }
    const drawing = notes.length > 0 ? writeNotes(edits, part, notes, plan.legacyDrawing) : null;
    if (drawing !== null) {
      const at = plan.legacyDrawingAt;
      const text = `<${plan.prefix}legacyDrawing xmlns:r="${edits.relationshipBase}" r:id="${drawing}"/>`;
      splices.push({ start: at, end: at, text });
    }
    if (splices.length > 0) edits.spliceThrough(part, splices);
  }

  private writeNewSheets(edits: PartEdits): void {
    if (this.added.length === 0) return;
    const { part, allNames, sheets } = this.workbook;
    writeSheets(edits, part, this.added, this.styles());
    const properties = partOf(this.pack, this.pack.relationships(''), 'extended-properties');
    if (properties === null || allNames.length !== sheets.length) return;
    listTitles(
      edits,
      properties,
      this.added.map((sheet) => sheet.name),
      allNames.length,
    );
  }

  private styles(): StyleBook {
    if (!this.styleBook) {
      const part = partOf(this.pack, this.workbook.relationships, 'styles');
      const bytes = part === null ? null : new PartEdits(this.pack).read(part);
      this.styleBook = new StyleBook(bytes, this.pack.limits);
    }
    return this.styleBook;
  }

  private sheetEdits(name: string): SheetEdits {
    const known = this.sheets.get(name);
    if (known) return known;
    const entry = this.workbook.sheets.find((sheet) => sheet.name === name);
    if (!entry) throw new WorkbookError('edit-unknown-sheet', { sheet: name });
    const notes = partOf(this.pack, this.pack.relationships(entry.part), 'comments');
    const before = notes === null ? [] : readNotes(this.pack.scan(notes));
    const made: SheetEdits = {
      ...{ entry, cells: new Map(), notes: new Map(), plan: null, charts: [] },
      headers: tableHeaders(this.pack, entry.part),
      threaded: new Set(threadedCells(this.pack, entry.part).map(({ row, column }) => cellKey(row, column))),
      notesBefore: new Map(before.map(({ row, column, text }) => [cellKey(row, column), text])),
    };
    this.sheets.set(name, made);
    return made;
  }

  private place({ sheet, cell, content, cached, style, note }: CellChange): Placed {
    const at = placeOf(cell);
    const place = { sheet, cell: at.cell };
    const { row, column } = at;
    const styles = style === undefined ? [] : [style];
    const key = cellKey(row, column);
    const noted = note === undefined ? {} : { note };
    if (content === undefined) {
      const value = cached === undefined ? {} : { cached: valueOfCached(cached, place) };
      return { key, pending: { row, column, styles, ...value }, ...noted };
    }
    const { value, formula } = valueOfContent(content, place);
    const shown = cached !== undefined && formula !== null ? valueOfCached(cached, place) : value;
    return { key, pending: { row, column, styles, value: shown, formula }, ...noted };
  }

  private perform(all: readonly { readonly sheet: string; readonly placed: Placed }[]): CellImage[] {
    const bySheet = new Map<string, Placed[]>();
    for (const { sheet, placed } of all) {
      const known = bySheet.get(sheet);
      if (known) known.push(placed);
      else bySheet.set(sheet, [placed]);
    }
    const outcomes = [...bySheet].map(([name, placed]) => this.prepare(name, placed));
    // Nothing failed: now, and only now, the changes become part of the workbook.
    for (const { sheet, cells, notes, plan } of outcomes) {
      sheet.cells = cells;
      sheet.notes = notes;
      sheet.plan = plan;
    }
    return outcomes.flatMap(({ images }) => images);
  }

  private prepare(name: string, placed: readonly Placed[]) {
    const sheet = this.sheetEdits(name);
    const cells = new Map(sheet.cells);
    const notes = new Map(sheet.notes);
    const touched = new Map<number, CellImage['changed']>();
    const noted = new Map<number, string | null>();
    for (const { key, pending, note } of placed) {
      this.guard(sheet, key, pending, note);
      touched.set(key, changedBy(touched.get(key), pending));
      const known = cells.get(key);
      cells.set(key, known ? mergePending(known, pending) : pending);
      if (note === undefined) continue;
      if (!noted.has(key)) noted.set(key, notes.get(key) ?? sheet.notesBefore.get(key) ?? null);
      notes.set(key, note);
    }
    const plan = new SheetPlanner(this.pack.scan(sheet.entry.part), name, cells.values(), () =>
      this.styles(),
    ).plan();
    const found = plan.found.filter(({ pending }) => touched.has(cellKey(pending.row, pending.column)));
    const wanted = new Set(
      found.map(({ captured }) => sharedIndex(captured)).filter((index) => index !== null),
    );
    const texts = sharedTexts(this.pack, this.workbook, wanted);
    const byKey = new Map(
      found.map((cell) => {
        const key = cellKey(cell.pending.row, cell.pending.column);
        const changed = touched.get(key) ?? 'format';
        const image = imageOf(name, cell, changed, sheet.cells.get(key), texts, () => this.styles());
        return [key, noted.has(key) ? { ...image, note: noted.get(key) ?? null } : image] as const;
      }),
    );
    return { sheet, cells, notes, plan, images: [...touched.keys()].map((key) => byKey.get(key)!) };
  }

  private planOf(sheet: SheetEdits): SheetPlan {
    sheet.plan ??= new SheetPlanner(
      this.pack.scan(sheet.entry.part),
      sheet.entry.name,
      sheet.cells.values(),
      () => this.styles(),
    ).plan();
    return sheet.plan;
  }

  private guard(sheet: SheetEdits, key: number, pending: PendingCell, note: string | null | undefined): void {
    const { row, column } = pending;
    const place = { sheet: sheet.entry.name, cell: cellAddress(row, column) };
    if (note !== undefined && sheet.threaded.has(key)) throw new WorkbookError('edit-note-exists', place);
    if (pending.value === undefined && !pending.absent) return;
    const header = sheet.headers.find(
      ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    );
    if (header) throw new WorkbookError('edit-table-header', { ...place, table: header.table });
  }
}
