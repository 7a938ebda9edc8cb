import type { CellContent } from '@ctmtqg/core';

/** What a formula's cell shows until it is computed again. Numbers are decimal strings. */
export type CachedValue =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly error: string };

/**
 * What to change of a cell's format; what is absent stays as it is. Colours as `RRGGBB`, sizes in points.
 *
 * @example
 * ```ts
 * const mark: StyleChange = { fill: 'FFC7CE', fontColor: '9C0006' };
 * ```
 */
export interface StyleChange {
  readonly numberFormat?: string;
  /** Solid fill; `null` takes the fill away. */
  readonly fill?: string | null;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly wrap?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly indent?: number;
  /** Thin lines on all four sides. */
  readonly border?: boolean;
  readonly locked?: boolean;
}

/**
 * One change of one cell. What is absent stays as it is.
 *
 * @example
 * ```ts
 * const change: CellChange = { sheet: 'Biểu 1', cell: 'C9', content: { kind: 'number', value: '720' } };
 * ```
 */
export interface CellChange {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  /** New content. A text is a text, whatever it begins with; a formula begins with `=`. */
  readonly content?: CellContent;
  /** New cached value of the formula that stands in the cell or that `content` brings. */
  readonly cached?: CachedValue;
  readonly style?: StyleChange;
  /** Text of the cell's note; `null` takes the note away. */
  readonly note?: string | null;
}

/** Value of a cell as it was, complete enough to put it back. */
export type ImageValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number' | 'error' | 'date'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `rich` is the XML of its runs, where the text has runs. */
  | { readonly kind: 'text'; readonly text: string; readonly rich?: string };

/**
 * A cell as it was before it was changed: plain data, to be kept beside the file and given to
 * {@link Workbook.restore}.
 */
export interface CellImage {
  readonly sheet: string;
  readonly cell: string;
  /** What was changed of it: its content, only the cached value of its formula, or only format or note. */
  readonly changed: 'content' | 'cached' | 'format';
  /** False where the sheet had no such cell at all, not even an empty one with a format. */
  readonly present: boolean;
  /** Index of the cell's format in the workbook. */
  readonly style: number;
  /** Formula without `=`, shared formulas written out; `null` where there was none. */
  readonly formula: string | null;
  /** Area of an array formula, else `null`. */
  readonly array: string | null;
  /** The value, or the cached value of the formula. */
  readonly value: ImageValue;
  /** Absent where the note was not changed; `null` where there was none. */
  readonly note?: string | null;
}

/** A cell of a new sheet. */
export interface NewCell {
  readonly content?: CellContent;
  readonly cached?: CachedValue;
  readonly style?: StyleChange;
  /** Cell or area inside the workbook to jump to: `'PL kèm KH'!E10`. */
  readonly link?: string;
}

/**
 * What cells of a new sheet take: one item of a drop-down list (its items, together at most 255 characters and none
 * with a comma, or the area that holds them), or only numbers.
 */
export type NewValidation =
  | {
      readonly area: string;
      readonly list: readonly string[] | string;
      /** False: the list only offers, other texts may be typed. */
      readonly strict?: boolean;
    }
  | {
      readonly area: string;
      /** Sentence shown to who types something else. */
      readonly number: string;
    };

/** Cells that a chart shows: a reference with absolute addresses, and what stands there now. */
export interface ChartCells {
  /** `'Biểu 1'!$C$9:$C$14`. */
  readonly refersTo: string;
  /** Texts, or decimal strings, one for each cell in order; `null` for an empty one. Shown until it is computed. */
  readonly shown: readonly (string | null)[];
}

/** One colour of the bars. */
export interface NewChartSeries {
  /** The one cell that names it, or the name itself. */
  readonly name: ChartCells | string;
  readonly values: ChartCells;
  /** `RRGGBB`. */
  readonly color: string;
}

/**
 * A chart of bars, lying, parts stacked: by {@link Workbook.addChart} on a sheet of the file, or with a new sheet.
 *
 * @example
 * ```ts
 * const chart: NewChart = {
 *   area: 'F2:N20',
 *   title: 'Cơ cấu nguồn vốn',
 *   valueTitle: 'triệu đồng',
 *   numberFormat: '#,##0',
 *   categories: { refersTo: "'Biểu 1'!$A$2:$A$3", shown: ['Dự án 1', 'Dự án 2'] },
 *   series: [
 *     {
 *       name: { refersTo: "'Biểu 1'!$B$1", shown: ['NSTW'] },
 *       values: { refersTo: "'Biểu 1'!$B$2:$B$3", shown: ['530', '342'] },
 *       color: '1F5FA8',
 *     },
 *   ],
 * };
 * ```
 */
export interface NewChart {
  /** Cells that it lies over, `F2:N20`. */
  readonly area: string;
  readonly title: string;
  /** Stands at the axis of values: the unit. */
  readonly valueTitle?: string;
  /** Of the axis of values. */
  readonly numberFormat: string;
  readonly categories: ChartCells;
  readonly series: readonly NewChartSeries[];
}

/**
 * A sheet to be written anew: by {@link Workbook.addSheet} behind the others, or by `createWorkbook`.
 *
 * @example
 * ```ts
 * const sheet: NewSheet = {
 *   name: 'Kết quả',
 *   cells: { A1: { content: { kind: 'text', text: 'Ô' }, style: { bold: true } } },
 *   columnWidths: { A: 12 },
 *   frozen: { rows: 1 },
 * };
 * ```
 */
export interface NewSheet {
  readonly name: string;
  readonly state?: 'visible' | 'hidden' | 'very-hidden';
  /** By A1 address. */
  readonly cells: Readonly<Record<string, NewCell>>;
  /** Width by column name, in characters: `{ A: 6, B: 60 }`. */
  readonly columnWidths?: Readonly<Record<string, number>>;
  /** Height by row, in points. */
  readonly rowHeights?: Readonly<Record<number, number>>;
  readonly merges?: readonly string[];
  /** Rows above that stay in view, and columns to the left. */
  readonly frozen?: { readonly rows?: number; readonly columns?: number };
  /** Rows that are printed on top of each page, `6:8`. */
  readonly printTitleRows?: string;
  readonly printArea?: string;
  /** A4, fitted to the width of one page. */
  readonly page?: { readonly landscape: boolean };
  readonly validations?: readonly NewValidation[];
  readonly charts?: readonly NewChart[];
  readonly tabColor?: string;
  /** Protected without a password: only cells with `locked: false` may be edited. */
  readonly protected?: boolean;
}
