import type { Area } from '../../packages/core/src/snapshot/index.js';

/** What stands in a cell. A formula keeps its text without `=`; `value` is then what it last gave. */
export interface HostCell {
  value: string | number | boolean | null;
  /** Error code (`#DIV/0!`) where `value` is one. */
  isError: boolean;
  formula: string | null;
  /** Text that Excel keeps as text though it reads like a number or a formula (apostrophe). */
  quoted: boolean;
  format: HostFormat | null;
}

export interface HostFormat {
  numberFormat: string;
  fontName: string;
  bold: boolean;
  italic: boolean;
  fontSize: number;
  fontColor: string;
  /** `RRGGBB`, or `null` for no fill. */
  fill: string | null;
  indent: number;
  horizontal: string;
  wrap: boolean;
  locked: boolean;
}

export const PLAIN_FORMAT: HostFormat = {
  numberFormat: 'General',
  fontName: 'Calibri',
  bold: false,
  italic: false,
  fontSize: 11,
  fontColor: '000000',
  fill: null,
  indent: 0,
  horizontal: 'General',
  wrap: false,
  locked: true,
};

export interface HostName {
  name: string;
  refersTo: string;
  visible: boolean;
}

export interface HostChart {
  id: string;
  name: string;
  type: string;
  source: string;
  title: string;
  /** Cells that it lies over, once it was placed. */
  area: string;
  legend: string;
  series: HostSeries[];
  categoryAxis: HostAxis;
  valueAxis: HostAxis;
}

export interface HostSeries {
  name: string;
  /** Addresses with their sheet. */
  values: string;
  categories: string;
  color: string | null;
  gapWidth: number;
}

export interface HostAxis {
  reversed: boolean;
  position: string;
  numberFormat: string;
  title: string;
  /** 0 where Excel chooses it. */
  tickLabelSpacing: number;
}

export interface HostTable {
  id: string;
  name: string;
  area: Area;
}

export interface HostSheet {
  id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  /** By `row * 16385 + column`. */
  cells: Map<number, HostCell>;
  merges: Area[];
  /** Areas that a formula in their first cell fills. */
  spills: Area[];
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  /** Widths that were set, in points, by column. */
  columnWidths: Map<number, number>;
  protected: boolean;
  names: HostName[];
  charts: HostChart[];
  tables: HostTable[];
}

/** A workbook as the host holds it: what a person would see in Excel, and what the add-in may not break. */
export interface HostBook {
  name: string;
  sheets: HostSheet[];
  names: HostName[];
  settings: Map<string, unknown>;
  date1904: boolean;
  precisionAsDisplayed: boolean;
  activeSheet: string;
  /** Address of the selection on the active sheet, without the sheet's name. */
  selection: string;
  eventsEnabled: boolean;
  structureProtected: boolean;
}

export const cellKey = (row: number, column: number): number => row * 16385 + column;

export function cellAt(sheet: HostSheet, row: number, column: number): HostCell | undefined {
  return sheet.cells.get(cellKey(row, column));
}

/** The cell, made if it was empty. */
export function cellFor(sheet: HostSheet, row: number, column: number): HostCell {
  const key = cellKey(row, column);
  let cell = sheet.cells.get(key);
  if (!cell) {
    cell = { value: null, isError: false, formula: null, quoted: false, format: null };
    sheet.cells.set(key, cell);
  }
  return cell;
}

export function formatOf(cell: HostCell | undefined): HostFormat {
  return cell?.format ?? PLAIN_FORMAT;
}

/**
 * The smallest area that holds all values (or, with formats, all touched cells and merged areas); `null` where there is
 * none.
 */
export function usedArea(sheet: HostSheet, valuesOnly: boolean): Area | null {
  let used: Area | null = null;
  const take = (area: Area) => {
    used = used
      ? {
          top: Math.min(used.top, area.top),
          left: Math.min(used.left, area.left),
          bottom: Math.max(used.bottom, area.bottom),
          right: Math.max(used.right, area.right),
        }
      : area;
  };
  for (const [key, cell] of sheet.cells) {
    if (valuesOnly && cell.value === null && cell.formula === null) continue;
    const row = Math.floor(key / 16385);
    const column = key % 16385;
    take({ top: row, left: column, bottom: row, right: column });
  }
  if (!valuesOnly) for (const area of sheet.merges) take(area);
  return used;
}

export function emptySheet(id: string, name: string): HostSheet {
  return {
    id,
    name,
    visibility: 'Visible',
    cells: new Map(),
    merges: [],
    spills: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: new Map(),
    protected: false,
    names: [],
    charts: [],
    tables: [],
  };
}
