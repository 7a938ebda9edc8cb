import { inArea } from '../snapshot/address.js';
import { type CellLocator, locate } from '../snapshot/locate.js';
import type { Area, DefinedName, SheetSnapshot, WorkbookSnapshot } from '../snapshot/types.js';
import { parseFormula } from './parse.js';
import type { FormulaNode } from './syntax.js';

/** The filled cells of a sheet column by column. */
export interface ColumnCells {
  /** Cell indices, column by column, inside a column from the top. */
  readonly order: Uint32Array;
  /** Where each column's cells begin in `order`; entry `column + 1` is where they end. */
  readonly starts: Uint32Array;
}

/** The formula cells of one column, from the top. */
export interface FormulaColumn {
  readonly rows: Uint32Array;
  readonly ids: Uint32Array;
}

/** What is known of the formulas of one sheet. */
export interface SheetIndex {
  readonly sheet: SheetSnapshot;
  readonly locator: CellLocator;
  /** For each cell the id of its formula, or -1; `null` where the sheet has no formula. */
  readonly formulaIds: Int32Array | null;
  readonly formulaColumns: ReadonlyMap<number, FormulaColumn>;
  readonly lastRow: number;
  readonly lastColumn: number;
  columns(): ColumnCells;
  isHiddenRow(row: number): boolean;
}

interface Entry {
  readonly sheet: number;
  readonly cell: number;
  readonly text: string;
  readonly array: Area | null;
}

/** Ids, positions and parsed formulas of a workbook; a formula's id counts through all sheets. */
export class WorkbookIndex {
  readonly sheets: readonly SheetIndex[];
  readonly entries: readonly Entry[];
  private readonly nodes: (FormulaNode | undefined)[];
  private readonly sheetNumbers = new Map<string, number>();
  private readonly names: ReadonlyMap<string, DefinedName>;
  private readonly nameNodes = new Map<string, FormulaNode>();

  constructor(readonly snapshot: WorkbookSnapshot) {
    const entries: Entry[] = [];
    this.sheets = snapshot.sheets.map((sheet, number) => indexSheet(sheet, number, entries));
    this.entries = entries;
    this.nodes = new Array(entries.length);
    this.names = new Map(snapshot.names.map((name) => [`${name.sheet}!${nameKey(name.name)}`, name]));
    snapshot.sheets.forEach((sheet, number) => {
      const key = nameKey(sheet.name);
      if (!this.sheetNumbers.has(key)) this.sheetNumbers.set(key, number);
    });
  }

  node(id: number): FormulaNode {
    let node = this.nodes[id];
    if (!node) {
      node = parseFormula(this.entries[id]!.text);
      this.nodes[id] = node;
    }
    return node;
  }

  row(id: number): number {
    const entry = this.entries[id]!;
    return this.sheets[entry.sheet]!.sheet.cells.rows[entry.cell]!;
  }

  column(id: number): number {
    const entry = this.entries[id]!;
    return this.sheets[entry.sheet]!.sheet.cells.columns[entry.cell]!;
  }

  /** Id of the formula in a cell, or -1. */
  idAt(sheet: number, row: number, column: number): number {
    const index = this.sheets[sheet];
    if (!index?.formulaIds) return -1;
    const cell = index.locator.find(row, column);
    return cell < 0 ? -1 : index.formulaIds[cell]!;
  }

  /** Number of the sheet of that name, or -1. */
  sheetNumber(name: string): number {
    return this.sheetNumbers.get(nameKey(name)) ?? -1;
  }

  /** What a defined name stands for, seen from `sheet`; `null` where there is none. */
  name(name: string, sheet: number): FormulaNode | null {
    const key = nameKey(name);
    const found = this.names.get(`${sheet}!${key}`) ?? this.names.get(`null!${key}`);
    if (!found) return null;
    const cached = this.nameNodes.get(`${found.sheet}!${key}`);
    if (cached) return cached;
    const node = parseFormula(found.refersTo.replace(/^=/, ''));
    this.nameNodes.set(`${found.sheet}!${key}`, node);
    return node;
  }
}

function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

const indexes = new WeakMap<WorkbookSnapshot, WorkbookIndex>();

/** The index of a workbook; made once for each snapshot, and forgotten with it. */
export function indexWorkbook(snapshot: WorkbookSnapshot): WorkbookIndex {
  let index = indexes.get(snapshot);
  if (!index) {
    index = new WorkbookIndex(snapshot);
    indexes.set(snapshot, index);
  }
  return index;
}

function indexSheet(sheet: SheetSnapshot, number: number, entries: Entry[]): SheetIndex {
  const locator = locate(sheet);
  const { count, rows } = sheet.cells;
  const formulaIds = sheet.formulas.length > 0 ? new Int32Array(count).fill(-1) : null;
  const first = entries.length;
  for (const formula of sheet.formulas) {
    if (formulaIds![formula.cell] !== -1) continue;
    formulaIds![formula.cell] = entries.length;
    entries.push({ sheet: number, cell: formula.cell, text: formula.text, array: formula.array ?? null });
  }
  if (formulaIds) addArrayMembers(sheet, number, locator, formulaIds, entries);
  let columns: ColumnCells | null = null;
  let hidden: Set<number> | null = null;
  return {
    sheet,
    locator,
    formulaIds,
    formulaColumns: formulaColumns(sheet, entries, first),
    lastRow: count === 0 ? 0 : rows[count - 1]!,
    lastColumn: lastColumn(sheet),
    columns: () => {
      columns ??= columnCells(sheet);
      return columns;
    },
    isHiddenRow: (row) => {
      hidden ??= filledHiddenRows(sheet, locator);
      return hidden.has(row);
    },
  };
}

/** Cells inside an array formula's area that the file lists without a formula of their own belong to it. */
function addArrayMembers(
  sheet: SheetSnapshot,
  number: number,
  locator: CellLocator,
  formulaIds: Int32Array,
  entries: Entry[],
): void {
  for (const formula of sheet.formulas) {
    const area = formula.array;
    if (!area || (area.top === area.bottom && area.left === area.right)) continue;
    const end = locator.lowerBound(area.bottom + 1);
    for (let cell = locator.lowerBound(area.top); cell < end; cell++) {
      if (formulaIds[cell] !== -1 || !inArea(area, sheet.cells.rows[cell]!, sheet.cells.columns[cell]!))
        continue;
      formulaIds[cell] = entries.length;
      entries.push({ sheet: number, cell, text: formula.text, array: area });
    }
  }
}

function formulaColumns(
  sheet: SheetSnapshot,
  entries: readonly Entry[],
  first: number,
): Map<number, FormulaColumn> {
  const byColumn = new Map<number, number[]>();
  for (let id = first; id < entries.length; id++) {
    const column = sheet.cells.columns[entries[id]!.cell]!;
    const ids = byColumn.get(column);
    if (ids) ids.push(id);
    else byColumn.set(column, [id]);
  }
  const columns = new Map<number, FormulaColumn>();
  for (const [column, ids] of byColumn) {
    ids.sort((a, b) => entries[a]!.cell - entries[b]!.cell);
    const rows = Uint32Array.from(ids, (id) => sheet.cells.rows[entries[id]!.cell]!);
    columns.set(column, { rows, ids: Uint32Array.from(ids) });
  }
  return columns;
}

function lastColumn({ cells: { columns, count } }: SheetSnapshot): number {
  let last = 0;
  for (let i = 0; i < count; i++) if (columns[i]! > last) last = columns[i]!;
  return last;
}

function columnCells(sheet: SheetSnapshot): ColumnCells {
  const { columns, count } = sheet.cells;
  const starts = new Uint32Array(lastColumn(sheet) + 2);
  for (let i = 0; i < count; i++) starts[columns[i]! + 1]!++;
  for (let column = 1; column < starts.length; column++) starts[column]! += starts[column - 1]!;
  const fill = starts.slice();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[fill[columns[i]!]!++] = i;
  return { order, starts };
}

function filledHiddenRows(sheet: SheetSnapshot, locator: CellLocator): Set<number> {
  const hidden = new Set<number>();
  for (const span of sheet.hiddenRows) {
    for (let i = locator.rowIndex(span.from); i < locator.filledRows.length; i++) {
      const row = locator.filledRows[i]!;
      if (row > span.to) break;
      hidden.add(row);
    }
  }
  return hidden;
}

/** First position in ascending `rows` whose row is ≥ `row`. */
export function lowerBound(rows: ArrayLike<number>, row: number, from = 0, to = rows.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
