import {
  type Area,
  CellKind,
  type ColumnWidth,
  cellAddress,
  MAX_COLUMN,
  MAX_ROW,
  parseArea,
  type ReadingGap,
  type SheetSnapshot,
  type Span,
  type TextRun,
} from '@ctmtqg/core';
import { WorkbookError } from '../errors.js';
import type { WorkbookLimits } from '../limits.js';
import { Ns } from '../xml/namespaces.js';
import { Token, type XmlScanner } from '../xml/scanner.js';
import { unescapeCellText } from '../xml/text.js';
import { GrowingCells } from './cell-columns.js';
import { FormulaCollector } from './formulas.js';
import { parseNumber, parseWhole, serialOfIsoDate } from './number.js';
import { RowSpans, readColumns } from './spans.js';
import { readPlain, readRichText, type SharedStrings } from './strings.js';

/** What reading a sheet needs to know of the workbook. */
export interface SheetContext {
  readonly name: string;
  readonly strings: SharedStrings;
  readonly styleCount: number;
  /** Styles whose cells may be edited on a protected sheet. */
  readonly unlockedStyles: ReadonlySet<number>;
  readonly date1904: boolean;
  readonly limits: WorkbookLimits;
  /** Filled cells that may still come. */
  readonly cellsLeft: number;
  /** Bytes of the part, to guess the number of cells. */
  readonly size: number;
}

export type SheetContent = Omit<SheetSnapshot, 'name' | 'state' | 'notes'>;

/** Type of a cell by the letters of its `t`. */
const TYPES: ReadonlyMap<string, 'n' | 's' | 'b' | 'e' | 'str' | 'inlineStr' | 'd'> = new Map([
  ['n', 'n'],
  ['s', 's'],
  ['b', 'b'],
  ['e', 'e'],
  ['str', 'str'],
  ['inlineStr', 'inlineStr'],
  ['d', 'd'],
]);

/** Reads a worksheet part in one pass. */
export function readSheet(
  xml: XmlScanner,
  context: SheetContext,
): { content: SheetContent; gaps: ReadingGap[] } {
  return new SheetReader(xml, context).read();
}

class SheetReader {
  private readonly cells: GrowingCells;
  private readonly formulas: FormulaCollector;
  private readonly texts: string[] = [];
  private readonly runs = new Map<number, readonly TextRun[]>();
  /** By shared string: its place in `texts`, plus one. */
  private readonly placeOfShared: Int32Array;
  private readonly hiddenRows = new RowSpans();
  private readonly shownRows = new RowSpans();
  private rowsHiddenByDefault = false;
  private readonly merges: Area[] = [];
  private columnWidths: ColumnWidth[] = [];
  private hiddenColumns: Span[] = [];
  private isProtected = false;
  private readonly unlocked: Area[] = [];
  private kind: CellKind = CellKind.none;
  private number = 0;

  constructor(
    private readonly xml: XmlScanner,
    private readonly context: SheetContext,
  ) {
    this.cells = new GrowingCells(Math.min(context.size / 40, 4_000_000) | 0);
    const { maxFormulaCharacters, maxFormulaGrowth } = context.limits;
    const characters = Math.min(maxFormulaCharacters, 1_000_000 + context.size * maxFormulaGrowth);
    this.formulas = new FormulaCollector(context.name, characters);
    this.placeOfShared = new Int32Array(context.strings.texts.length);
  }

  read(): { content: SheetContent; gaps: ReadingGap[] } {
    const { xml } = this;
    const root = xml.root('worksheet', Ns.main);
    while (xml.nextIn(root)) {
      if (xml.ns !== Ns.main) continue;
      switch (xml.name) {
        case 'sheetFormatPr':
          this.rowsHiddenByDefault = xml.flag('zeroHeight');
          break;
        case 'cols': {
          const { widths, hidden } = readColumns(xml);
          this.columnWidths = widths;
          this.hiddenColumns = hidden;
          break;
        }
        case 'sheetData':
          this.readRows();
          break;
        case 'sheetProtection':
          this.isProtected = xml.flag('sheet');
          break;
        case 'mergeCells':
          this.readMerges();
          break;
      }
    }
    return this.finish();
  }

  private finish(): { content: SheetContent; gaps: ReadingGap[] } {
    const { cells, placeOf } = this.cells.finish();
    const gaps = this.formulas.dataTables.map(({ row, column }) => ({
      sheet: this.context.name,
      cell: cellAddress(row, column),
      code: 'data-table',
      detail: '',
    }));
    return {
      gaps,
      content: {
        cells,
        texts: this.texts,
        runs: this.runs,
        formulas: this.formulas.finish(placeOf),
        merges: this.merges,
        hiddenRows: this.rowsHiddenByDefault ? this.shownRows.complement() : this.hiddenRows.finish(),
        hiddenColumns: this.hiddenColumns,
        columnWidths: this.columnWidths,
        protected: this.isProtected,
        ...(this.isProtected && this.unlocked.length > 0 ? { unlocked: this.unlocked } : {}),
      },
    };
  }

  private readMerges(): void {
    const { xml, context } = this;
    const depth = xml.depth;
    while (xml.nextIn(depth)) {
      if (!xml.is('mergeCell')) continue;
      const area = parseArea(xml.attribute('ref') ?? '');
      if (!area) throw xml.damaged('mergeCell');
      if (area.top === area.bottom && area.left === area.right) continue;
      this.merges.push(area);
      if (this.merges.length > context.limits.maxMergedAreas) {
        throw new WorkbookError('too-many-merges', {
          sheet: context.name,
          limit: context.limits.maxMergedAreas,
        });
      }
    }
  }

  private readRows(): void {
    const { xml } = this;
    const depth = xml.depth;
    let row = 0;
    while (xml.nextIn(depth)) {
      if (!xml.is('row')) continue;
      row = this.readRowStart(row + 1);
      this.readCells(row);
    }
  }

  /** Number of the row just opened; one without `r` follows the row before it. */
  private readRowStart(following: number): number {
    const { xml } = this;
    let row = following;
    let hidden = false;
    for (let i = 0; i < xml.attributeCount; i++) {
      const name = xml.attributeName(i);
      if (name === 'r') row = parseWhole(xml.buffer, xml.attributeStart(i), xml.attributeEnd(i));
      else if (name === 'hidden') hidden = xml.flag('hidden');
      else if (name === 'ht' && Number(xml.attributeValue(i)) === 0) hidden = true;
    }
    if (row < 1 || row > MAX_ROW) throw xml.damaged('row number');
    if (hidden) this.hiddenRows.add(row);
    else if (this.rowsHiddenByDefault) this.shownRows.add(row);
    return row;
  }

  private readCells(row: number): void {
    const { xml } = this;
    const depth = xml.depth;
    let column = 0;
    while (xml.nextIn(depth)) {
      if (!xml.is('c')) continue;
      column = this.readCell(row, column + 1);
    }
  }

  private readCell(row: number, following: number): number {
    const { xml } = this;
    let column = following;
    let style = 0;
    let type = 'n';
    for (let i = 0; i < xml.attributeCount; i++) {
      const name = xml.attributeName(i);
      const start = xml.attributeStart(i);
      const end = xml.attributeEnd(i);
      if (name === 'r') column = this.columnOf(start, end, row);
      else if (name === 's') style = parseWhole(xml.buffer, start, end);
      else if (name === 't') type = xml.buffer[start] === 115 && end === start + 1 ? 's' : this.typeOf(i);
    }
    if (column > MAX_COLUMN) throw xml.damaged('column of a cell');
    if (style < 0 || style >= this.context.styleCount) style = 0;
    if (xml.selfClosing) {
      if (this.context.unlockedStyles.has(style)) this.addUnlocked(row, column);
      return column;
    }
    this.kind = CellKind.none;
    let filled = false;
    let hasFormula = false;
    const depth = xml.depth;
    while (xml.nextIn(depth)) {
      if (xml.ns !== Ns.main) continue;
      if (xml.name === 'v') filled = this.readValue(type) || filled;
      else if (xml.name === 'f') hasFormula = this.formulas.read(xml, row, column);
      else if (xml.name === 'is' && type === 'inlineStr') filled = this.readInline();
    }
    if (!filled && !hasFormula) {
      if (this.context.unlockedStyles.has(style)) this.addUnlocked(row, column);
      return column;
    }
    if (this.cells.count >= this.context.cellsLeft) {
      throw new WorkbookError('too-many-cells', { limit: this.context.limits.maxCells });
    }
    const cell = this.cells.push(
      row,
      column,
      this.kind,
      this.kind === CellKind.none ? 0 : this.number,
      style,
    );
    if (hasFormula) this.formulas.placeLast(cell);
    return column;
  }

  /** A blank cell that may be typed into even where the sheet is protected; neighbours are kept as one run. */
  private addUnlocked(row: number, column: number): void {
    const last = this.unlocked[this.unlocked.length - 1];
    if (last?.top === row && last.right === column - 1)
      this.unlocked[this.unlocked.length - 1] = { ...last, right: column };
    else this.unlocked.push({ top: row, left: column, bottom: row, right: column });
  }

  private typeOf(i: number): string {
    const type = TYPES.get(this.xml.attributeValue(i));
    if (!type) throw this.xml.damaged('type of a cell');
    return type;
  }

  /** Column of `C9`; its row must be the row it stands in. */
  private columnOf(start: number, end: number, row: number): number {
    const { buffer } = this.xml;
    let column = 0;
    let at = start;
    for (; at < end; at++) {
      const letter = buffer[at]! & ~32;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + (letter - 64);
    }
    if (column < 1 || column > MAX_COLUMN || parseWhole(buffer, at, end) !== row) {
      throw this.xml.damaged('address of a cell');
    }
    return column;
  }

  /** Reads the `v` just opened; true where it holds a value. */
  private readValue(type: string): boolean {
    const { xml } = this;
    if (type === 'n' || type === 's' || type === 'b') {
      if (xml.next() !== Token.text) return false;
      if (xml.isWhole) {
        const value = this.readFigure(type, xml.buffer, xml.textFrom, xml.textTo);
        xml.next();
        return value;
      }
      const bytes = new TextEncoder().encode(xml.text() + this.restOfText());
      return this.readFigure(type, bytes, 0, bytes.length);
    }
    return this.readWritten(type, readPlain(xml));
  }

  private restOfText(): string {
    const { xml } = this;
    const depth = xml.depth;
    let text = '';
    for (;;) {
      const token = xml.next();
      if (token === Token.text) text += xml.text();
      else if (token === Token.end || (token === Token.close && xml.depth === depth)) return text;
    }
  }

  private readFigure(type: string, bytes: Uint8Array, start: number, end: number): boolean {
    let from = start;
    let to = end;
    while (from < to && bytes[from]! <= 32) from++;
    while (to > from && bytes[to - 1]! <= 32) to--;
    if (from === to) return false;
    if (type === 's') return this.setShared(parseWhole(bytes, from, to));
    const number = parseNumber(bytes, from, to);
    if (Number.isNaN(number)) {
      const word = type === 'b' ? String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 5))) : '';
      if (word !== 'true' && word !== 'false') throw this.xml.damaged('value of a cell');
      return this.set(CellKind.boolean, word === 'true' ? 1 : 0);
    }
    return type === 'b'
      ? this.set(CellKind.boolean, number === 0 ? 0 : 1)
      : this.set(CellKind.number, number);
  }

  private readWritten(type: string, raw: string): boolean {
    if (type === 'd') {
      const serial = serialOfIsoDate(raw, this.context.date1904);
      if (Number.isNaN(serial)) return this.setText(CellKind.text, raw);
      return this.set(CellKind.number, serial);
    }
    if (type === 'e') return raw !== '' && this.setText(CellKind.error, raw);
    return this.setText(CellKind.text, unescapeCellText(raw));
  }

  private readInline(): boolean {
    const rich = readRichText(this.xml);
    this.setText(CellKind.text, rich.text);
    if (rich.runs) this.runs.set(this.number, rich.runs);
    return true;
  }

  private setShared(shared: number): boolean {
    const { strings } = this.context;
    if (shared < 0 || shared >= strings.texts.length) throw this.xml.damaged('shared string');
    let place = this.placeOfShared[shared]! - 1;
    if (place < 0) {
      place = this.texts.push(strings.texts[shared]!) - 1;
      this.placeOfShared[shared] = place + 1;
      const runs = strings.runs.get(shared);
      if (runs) this.runs.set(place, runs);
    }
    return this.set(CellKind.text, place);
  }

  private setText(kind: CellKind, text: string): boolean {
    return this.set(kind, this.texts.push(text) - 1);
  }

  private set(kind: CellKind, number: number): boolean {
    this.kind = kind;
    this.number = number;
    return true;
  }
}
