/**
 * What a workbook is to the core: plain data, the same from an `.xlsx` file and from a live Excel range.
 * Only filled cells are held, in columns of plain typed arrays, so that 1.5 million cells stay small.
 */

/** A cell by position. `sheet` is the index into {@link WorkbookSnapshot.sheets}; `row` and `column` count from 1. */
export interface CellPosition {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both corners included, counted from 1. Never expanded into cells. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Kind of the stored value of one filled cell, as held in {@link CellColumns.kinds}. */
export const CellKind = {
  /** A formula that the file gives no cached value for. */
  none: 0,
  number: 1,
  text: 2,
  boolean: 3,
  error: 4,
} as const;
export type CellKind = (typeof CellKind)[keyof typeof CellKind];

/**
 * All filled cells of a sheet, sorted by row, then by column. Index `i` names one cell in each array.
 * A cell is filled if it holds a value or a formula; a cell that only has a format is not here.
 */
export interface CellColumns {
  readonly count: number;
  /** Row of each cell, ascending, from 1. */
  readonly rows: Uint32Array;
  /** Column of each cell, ascending inside a row, from 1. */
  readonly columns: Uint16Array;
  /** {@link CellKind} of the stored (for a formula: cached) value. */
  readonly kinds: Uint8Array;
  /**
   * For a number its IEEE double; for a boolean 0 or 1; for text the index into {@link SheetSnapshot.texts};
   * for an error the index into {@link SheetSnapshot.texts} of its code (`#DIV/0!`).
   */
  readonly numbers: Float64Array;
  /** Index into {@link WorkbookSnapshot.styles}. */
  readonly styles: Uint32Array;
}

/** One run of a rich text, with the font that its letters are encoded for. */
export interface TextRun {
  readonly text: string;
  /** Font name; absent: the cell's own font. */
  readonly font?: string;
}

/** A formula as it stands in its cell: shared formulas are already expanded, text without the leading `=`. */
export interface FormulaText {
  /** Index of the cell in {@link CellColumns}. */
  readonly cell: number;
  readonly text: string;
  /** Present where the formula fills an array area (entered with Ctrl+Shift+Enter or spilled). */
  readonly array?: Area;
}

/** What the core needs of a cell's format. */
export interface CellStyle {
  /** Font name, decides the decoding of TCVN3 and VNI text. */
  readonly font: string;
  /** Number format code as Excel stores it, `General` where none. */
  readonly numberFormat: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Indent steps of the alignment; a hint of the row's level. */
  readonly indent: number;
  /** False only where the cell may be edited on a protected sheet. */
  readonly locked: boolean;
  /** Fill colour as `RRGGBB`, or `null`. */
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly fontSize: number | null;
  readonly horizontal: string | null;
  readonly wrap: boolean;
  readonly border: boolean;
}

/** A note (old-style comment) of a cell. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Rows or columns from `from` to `to`, both included, counted from 1. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Width of columns, in characters of the default font, as Excel stores it. */
export interface ColumnWidth extends Span {
  readonly width: number;
}

/** One sheet: its filled cells, and what surrounds them. */
export interface SheetSnapshot {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'very-hidden';
  readonly cells: CellColumns;
  /** Texts of this sheet's cells as stored, not decoded. Rich text: the runs joined. */
  readonly texts: readonly string[];
  /** By index into `texts`: the runs, only where a text has runs with fonts of their own. */
  readonly runs: ReadonlyMap<number, readonly TextRun[]>;
  /** Formulas, ascending by cell. */
  readonly formulas: readonly FormulaText[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  readonly columnWidths: readonly ColumnWidth[];
  readonly notes: readonly CellNote[];
  readonly protected: boolean;
  /** On a protected sheet: blank cells that may be edited all the same, as runs along a row. Absent: none is known. */
  readonly unlocked?: readonly Area[];
}

/** A defined name of the workbook. */
export interface DefinedName {
  readonly name: string;
  /** What it refers to, without the leading `=`. */
  readonly refersTo: string;
  /** Index of the sheet it is local to, or `null`. */
  readonly sheet: number | null;
  readonly hidden: boolean;
}

/** Something that the reader could not take over; it goes to the report's `notChecked`. */
export interface ReadingGap {
  readonly sheet: string | null;
  readonly cell: string | null;
  /** Stable code, `unsupported-part`, `array-too-large`, …; the sentence is the locale's. */
  readonly code: string;
  readonly detail: string;
}

/** A workbook as plain data: the only thing that checks and fills know of a file or of Excel. */
export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly DefinedName[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  /** True where the file was told to compute with the precision shown (`fullPrecision="0"`). */
  readonly precisionAsDisplayed: boolean;
  readonly gaps: readonly ReadingGap[];
}
