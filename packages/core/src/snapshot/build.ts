import { parseAddress, parseArea } from './address.js';
import {
  type CellColumns,
  CellKind,
  type CellStyle,
  type FormulaText,
  type SheetSnapshot,
  type TextRun,
  type WorkbookSnapshot,
} from './types.js';

/** The format of a cell of which nothing is said. */
export const DEFAULT_STYLE: CellStyle = {
  font: 'Calibri',
  numberFormat: 'General',
  bold: false,
  italic: false,
  indent: 0,
  locked: true,
  fill: null,
  fontColor: null,
  fontSize: null,
  horizontal: null,
  wrap: false,
  border: false,
};

/** A value as a person would write it down: a number, a text, a boolean, or a formula beginning with `=`. */
export type PlainValue = string | number | boolean;

/** One cell of {@link PlainSheet}: a plain value, or a formula with its cached value, a style, text runs. */
export interface PlainCell {
  readonly value?: PlainValue | { readonly error: string };
  readonly formula?: string;
  readonly array?: string;
  readonly runs?: readonly TextRun[];
  readonly style?: Partial<CellStyle>;
}

/** A sheet as a person would write it down, for tests and small programs. */
export interface PlainSheet {
  readonly name: string;
  /** By address: `{ A1: 'STT', C9: { formula: 'SUM(C10:C14)', value: 12 } }`. A text beginning with `=` is a formula. */
  readonly cells: Readonly<Record<string, PlainValue | PlainCell>>;
  readonly merges?: readonly string[];
  readonly state?: SheetSnapshot['state'];
  readonly hiddenRows?: SheetSnapshot['hiddenRows'];
  readonly hiddenColumns?: SheetSnapshot['hiddenColumns'];
  readonly columnWidths?: SheetSnapshot['columnWidths'];
  readonly notes?: SheetSnapshot['notes'];
  readonly protected?: boolean;
}

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly cell: PlainCell;
}

function place(cells: PlainSheet['cells']): Placed[] {
  const placed: Placed[] = [];
  for (const [address, given] of Object.entries(cells)) {
    const at = parseAddress(address);
    if (!at) throw new RangeError(`"${address}" is not the address of a cell; write it as C9`);
    const plain: PlainCell =
      typeof given === 'object'
        ? given
        : typeof given === 'string' && given.startsWith('=')
          ? { formula: given.slice(1) }
          : { value: given };
    placed.push({ ...at, cell: plain });
  }
  return placed.sort((a, b) => a.row - b.row || a.column - b.column);
}

/**
 * Builds a snapshot from cells by address. Use it for tests, examples and small tables that never were a file;
 * files come from `@ctmtqg/workbook`, live sheets from the add-in's adapter.
 *
 * @param sheets cells by A1 address, formulas with or without cached values
 * @returns the same plain data that a reader gives
 * @throws RangeError where an address or an area is none
 * @example buildSnapshot([{ name: 'Biểu 1', cells: { C4: 1, C5: 2, C6: '=SUM(C4:C5)' } }]).sheets[0]?.cells.count // 3
 */
export function buildSnapshot(
  sheets: readonly PlainSheet[],
  book: Partial<Pick<WorkbookSnapshot, 'names' | 'date1904' | 'precisionAsDisplayed'>> = {},
): WorkbookSnapshot {
  const styles: CellStyle[] = [DEFAULT_STYLE];
  const styleIndex = new Map<string, number>([[JSON.stringify(DEFAULT_STYLE), 0]]);
  const styleOf = (given: Partial<CellStyle> | undefined): number => {
    if (!given) return 0;
    const style = { ...DEFAULT_STYLE, ...given };
    const key = JSON.stringify(style);
    const known = styleIndex.get(key);
    if (known !== undefined) return known;
    styleIndex.set(key, styles.length);
    return styles.push(style) - 1;
  };
  return {
    sheets: sheets.map((sheet) => buildSheet(sheet, styleOf)),
    names: book.names ?? [],
    styles,
    date1904: book.date1904 ?? false,
    precisionAsDisplayed: book.precisionAsDisplayed ?? false,
    gaps: [],
  };
}

function areaOf(text: string) {
  const area = parseArea(text);
  if (!area) throw new RangeError(`"${text}" is not an area of cells; write it as A1:C1`);
  return area;
}

function buildSheet(sheet: PlainSheet, styleOf: (style?: Partial<CellStyle>) => number): SheetSnapshot {
  const placed = place(sheet.cells);
  const count = placed.length;
  const cells: CellColumns = {
    count,
    rows: new Uint32Array(count),
    columns: new Uint16Array(count),
    kinds: new Uint8Array(count),
    numbers: new Float64Array(count),
    styles: new Uint32Array(count),
  };
  const texts: string[] = [];
  const runs = new Map<number, readonly TextRun[]>();
  const formulas: FormulaText[] = [];
  placed.forEach(({ row, column, cell }, i) => {
    cells.rows[i] = row;
    cells.columns[i] = column;
    cells.styles[i] = styleOf(cell.style);
    if (cell.formula !== undefined) {
      formulas.push({ cell: i, text: cell.formula, ...(cell.array ? { array: areaOf(cell.array) } : {}) });
    }
    const value = cell.runs ? cell.runs.map((run) => run.text).join('') : cell.value;
    if (value === undefined) return;
    if (typeof value === 'number') {
      cells.kinds[i] = CellKind.number;
      cells.numbers[i] = value;
    } else if (typeof value === 'boolean') {
      cells.kinds[i] = CellKind.boolean;
      cells.numbers[i] = value ? 1 : 0;
    } else {
      cells.kinds[i] = typeof value === 'string' ? CellKind.text : CellKind.error;
      cells.numbers[i] = texts.push(typeof value === 'string' ? value : value.error) - 1;
      if (cell.runs) runs.set(texts.length - 1, cell.runs);
    }
  });
  return {
    name: sheet.name,
    state: sheet.state ?? 'visible',
    cells,
    texts,
    runs,
    formulas,
    merges: (sheet.merges ?? []).map(areaOf),
    hiddenRows: sheet.hiddenRows ?? [],
    hiddenColumns: sheet.hiddenColumns ?? [],
    columnWidths: sheet.columnWidths ?? [],
    notes: sheet.notes ?? [],
    protected: sheet.protected ?? false,
  };
}
