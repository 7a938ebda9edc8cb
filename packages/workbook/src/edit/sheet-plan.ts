import { type Area, areaAddress, cellAddress, parseArea } from '@ctmtqg/core';
import { WorkbookError } from '../errors.js';
import { Ns } from '../xml/namespaces.js';
import type { XmlScanner } from '../xml/scanner.js';
import { type CapturedCell, captureCell, captureFormula, type Range } from './captured-cell.js';
import { CellWriter } from './cell-writer.js';
import { cellKey, type PendingCell } from './pending.js';
import { SharedGroups } from './shared-groups.js';
import type { Splice } from './splice.js';
import type { StyleBook } from './style-book.js';

/** A touched cell as it was found; `null` where the sheet had none. */
export interface FoundCell {
  readonly pending: PendingCell;
  readonly captured: CapturedCell | null;
  /** Format that the cell had, or would have got from its row or column. */
  readonly style: number;
  /** Formula as it read, written out. */
  readonly formula: string | null;
}

/** How a sheet part is to be changed. */
export interface SheetPlan {
  readonly splices: readonly Splice[];
  readonly found: readonly FoundCell[];
  /** Where `legacyDrawing` belongs, and the name prefix there. */
  readonly legacyDrawingAt: number;
  readonly prefix: string;
  /** Relationship of the drawing that holds the notes, or `null`. */
  readonly legacyDrawing: string | null;
}

/** Elements of a worksheet that come behind `legacyDrawing`. */
const AFTER_LEGACY_DRAWING = new Set(
  'legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(' '),
);

/**
 * Goes through a sheet part once and plans the changes of the pending cells: what is there is replaced in place,
 * what is missing is put where it belongs. Nothing is written yet.
 */
export class SheetPlanner {
  private readonly splices: Splice[] = [];
  private readonly found: FoundCell[] = [];
  private readonly writer: CellWriter;
  private readonly groups = new SharedGroups();
  private readonly arrays: Area[] = [];
  /** Pending cells by row, both ascending. */
  private readonly rows: { readonly row: number; readonly cells: PendingCell[] }[] = [];
  private nextRow = 0;
  private prefix = '';
  private columnStyles: { from: number; to: number; style: number }[] = [];
  private dimension: (Range & { readonly ref: string }) | null = null;

  constructor(
    private readonly xml: XmlScanner,
    private readonly sheet: string,
    pending: Iterable<PendingCell>,
    styles: () => StyleBook,
  ) {
    this.writer = new CellWriter(sheet, styles);
    const sorted = [...pending].sort((a, b) => cellKey(a.row, a.column) - cellKey(b.row, b.column));
    for (const cell of sorted) {
      const last = this.rows[this.rows.length - 1];
      if (last?.row === cell.row) last.cells.push(cell);
      else this.rows.push({ row: cell.row, cells: [cell] });
    }
  }

  plan(): SheetPlan {
    const { xml } = this;
    const root = xml.root('worksheet', Ns.main);
    this.prefix = xml.prefix;
    let legacyDrawingAt = -1;
    let legacyDrawing: string | null = null;
    let behindData = -1;
    while (xml.nextIn(root)) {
      if (xml.ns !== Ns.main) continue;
      const start = xml.base + xml.start;
      if (xml.name === 'sheetData') {
        this.planRows();
        behindData = xml.base + xml.end;
      } else if (xml.name === 'dimension') this.readDimension();
      else if (xml.name === 'cols') this.readColumns();
      else if (xml.name === 'legacyDrawing') legacyDrawing = xml.attributeOf(Ns.relationships, 'id');
      else if (AFTER_LEGACY_DRAWING.has(xml.name) && legacyDrawingAt < 0) legacyDrawingAt = start;
    }
    const alternates = xml.rootAlternates.filter((at) => behindData >= 0 && at >= behindData);
    if (legacyDrawingAt < 0) legacyDrawingAt = xml.rootEnd;
    legacyDrawingAt = Math.min(legacyDrawingAt, ...alternates);
    this.refuseArrays();
    this.growDimension();
    const { prefix, found, splices } = this;
    return { splices: [...splices, ...this.groups.splices()], found, legacyDrawingAt, prefix, legacyDrawing };
  }

  private planRows(): void {
    const { xml } = this;
    const { selfClosing } = xml;
    const name = `${xml.prefix}sheetData`;
    const tagEnd = xml.base + xml.end;
    const depth = xml.depth;
    let row = 0;
    while (xml.nextIn(depth)) {
      if (!xml.is('row')) continue;
      row = Number(xml.attribute('r') ?? row + 1);
      this.insertRows(row, xml.base + xml.start);
      this.planRow(row);
    }
    if (!selfClosing) this.insertRows(Number.POSITIVE_INFINITY, xml.base + xml.start);
    else {
      const before = this.splices.length;
      this.insertRows(Number.POSITIVE_INFINITY, tagEnd);
      const text = this.splices
        .splice(before)
        .map((splice) => splice.text)
        .join('');
      if (text !== '') this.splices.push({ start: tagEnd - 2, end: tagEnd, text: `>${text}</${name}>` });
    }
  }

  /** Puts rows that the sheet lacks in front of row `before`. */
  private insertRows(before: number, at: number): void {
    const { prefix: p } = this;
    for (; this.nextRow < this.rows.length && this.rows[this.nextRow]!.row < before; this.nextRow++) {
      const { row, cells } = this.rows[this.nextRow]!;
      const text = cells.map((cell) => this.newCell(cell, 0, p)).join('');
      if (text !== '')
        this.splices.push({ start: at, end: at, text: `<${p}row r="${row}">${text}</${p}row>` });
    }
  }

  private planRow(row: number): void {
    const { xml } = this;
    const wanted = this.rows[this.nextRow]?.row === row ? this.rows[this.nextRow++]!.cells : [];
    const { selfClosing, prefix } = xml;
    const tagEnd = xml.base + xml.end;
    const rowStyle = xml.flag('customFormat') ? Number(xml.attribute('s') ?? 0) : 0;
    const spans = wanted.length > 0 ? this.spansOf(wanted) : null;
    const depth = xml.depth;
    let next = 0;
    let column = 0;
    const inserted = (before: number) => {
      let text = '';
      for (; next < wanted.length && wanted[next]!.column < before; next++) {
        text += this.newCell(wanted[next]!, rowStyle, prefix);
      }
      return text;
    };
    const insertAt = (at: number, text: string) => {
      if (text !== '') this.splices.push({ start: at, end: at, text });
    };
    while (xml.nextIn(depth)) {
      if (!xml.is('c')) continue;
      column = columnIn(xml) ?? column + 1;
      if (next < wanted.length) {
        insertAt(xml.base + xml.start, inserted(column));
        if (wanted[next]?.column === column) {
          this.changeCell(wanted[next++]!);
          continue;
        }
      }
      this.passCell(row, column);
    }
    const text = inserted(Number.POSITIVE_INFINITY);
    if (!selfClosing) insertAt(xml.base + xml.start, text);
    else if (text !== '') {
      this.splices.push({ start: tagEnd - 2, end: tagEnd, text: `>${text}</${prefix}row>` });
    }
    if (spans) this.splices.push(spans);
  }

  /** The `spans` of the row just opened, widened where new cells stand outside. */
  private spansOf(wanted: readonly PendingCell[]): Splice | null {
    const { xml } = this;
    for (let i = 0; i < xml.attributeCount; i++) {
      if (xml.attributeName(i) !== 'spans') continue;
      const match = /^(\d+):(\d+)$/.exec(xml.attributeValue(i));
      if (!match) return null;
      const columns = wanted.filter((cell) => !cell.absent).map((cell) => cell.column);
      const from = Math.min(Number(match[1]), ...columns);
      const to = Math.max(Number(match[2]), ...columns);
      const text = `${from}:${to}`;
      if (text === match[0]) return null;
      return { start: xml.base + xml.attributeStart(i), end: xml.base + xml.attributeEnd(i), text };
    }
    return null;
  }

  /** A cell that stays: only its shared or array formula matters. */
  private passCell(row: number, column: number): void {
    const { xml } = this;
    if (xml.selfClosing) return;
    const depth = xml.depth;
    while (xml.nextIn(depth)) {
      if (!xml.is('f') || xml.attributeCount === 0) continue;
      const { prefix } = xml;
      const formula = captureFormula(xml);
      this.learnArea(formula.kind, formula.ref);
      this.groups.keep(formula, row, column, prefix);
    }
  }

  private learnArea(kind: string, ref: string | null): void {
    if (kind !== 'array' && kind !== 'dataTable') return;
    const area = ref === null ? null : parseArea(ref);
    if (area && !isOneCell(area)) this.arrays.push(area);
  }

  private newCell(pending: PendingCell, rowStyle: number, prefix: string): string {
    const style = rowStyle > 0 ? rowStyle : this.columnStyle(pending.column);
    this.found.push({ pending, captured: null, style, formula: null });
    return this.writer.create(pending, style, prefix);
  }

  private changeCell(pending: PendingCell): void {
    const cell = captureCell(this.xml);
    const { row, column } = pending;
    const formula = cell.formula ? this.groups.textOf(cell.formula, row, column) : null;
    this.found.push({ pending, captured: cell, style: cell.style, formula: formula === '' ? null : formula });
    if (cell.formula) {
      this.learnArea(cell.formula.kind, cell.formula.ref);
      if (pending.absent || pending.value !== undefined) this.groups.lose(cell.formula, row, column);
      else this.groups.keep(cell.formula, row, column, cell.prefix);
    }
    this.splices.push(...this.writer.change(pending, cell));
  }

  private columnStyle(column: number): number {
    return this.columnStyles.find(({ from, to }) => column >= from && column <= to)?.style ?? 0;
  }

  private readColumns(): void {
    const { xml } = this;
    const depth = xml.depth;
    while (xml.nextIn(depth)) {
      const style = Number(xml.attribute('style') ?? 0);
      if (!xml.is('col') || !(style > 0)) continue;
      this.columnStyles.push({ from: Number(xml.attribute('min')), to: Number(xml.attribute('max')), style });
    }
  }

  private readDimension(): void {
    const { xml } = this;
    for (let i = 0; i < xml.attributeCount; i++) {
      if (xml.attributeName(i) !== 'ref') continue;
      const start = xml.base + xml.attributeStart(i);
      this.dimension = { start, end: xml.base + xml.attributeEnd(i), ref: xml.attributeValue(i) };
    }
  }

  private growDimension(): void {
    const area = this.dimension ? parseArea(this.dimension.ref) : null;
    const added = this.found.filter(({ captured, pending }) => !captured && !pending.absent);
    if (!this.dimension || !area || added.length === 0) return;
    const rows = added.map(({ pending }) => pending.row);
    const columns = added.map(({ pending }) => pending.column);
    const grown = areaAddress({
      top: rows.reduce((a, b) => Math.min(a, b), area.top),
      left: columns.reduce((a, b) => Math.min(a, b), area.left),
      bottom: rows.reduce((a, b) => Math.max(a, b), area.bottom),
      right: columns.reduce((a, b) => Math.max(a, b), area.right),
    });
    if (grown !== areaAddress(area)) this.splices.push({ ...this.dimension, text: grown });
  }

  /** One cell of an array formula cannot be changed alone. */
  private refuseArrays(): void {
    for (const { pending } of this.found) {
      if (pending.value === undefined && !pending.absent) continue;
      const { row, column } = pending;
      const area = this.arrays.find(
        (a) => row >= a.top && row <= a.bottom && column >= a.left && column <= a.right,
      );
      if (!area) continue;
      const facts = { sheet: this.sheet, cell: cellAddress(row, column), area: areaAddress(area) };
      throw new WorkbookError('edit-inside-array', facts);
    }
  }
}

function isOneCell(area: Area): boolean {
  return area.top === area.bottom && area.left === area.right;
}

/** Column that the `c` just opened names, or `null`. */
function columnIn(xml: XmlScanner): number | null {
  for (let i = 0; i < xml.attributeCount; i++) {
    if (xml.attributeName(i) !== 'r') continue;
    let column = 0;
    for (let at = xml.attributeStart(i); at < xml.attributeEnd(i); at++) {
      const letter = xml.buffer[at]! & ~32;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + (letter - 64);
    }
    return column > 0 ? column : null;
  }
  return null;
}
