import type { CellContent } from '../report/types.js';
import { cellAddress, columnName } from '../snapshot/index.js';
import type { TemplateCell, TemplateStyle } from './types.js';

/** Columns of the template, left to right: `A` row label … `K` note. */
export const COLUMN = {
  ordinal: 1,
  title: 2,
  total: 3,
  investment: 4,
  investmentCentral: 5,
  investmentLocal: 6,
  recurrent: 7,
  recurrentCentral: 8,
  recurrentLocal: 9,
  inCharge: 10,
  note: 11,
} as const;

export const LAST_COLUMN = COLUMN.note;
export const AMOUNTS: readonly number[] = [3, 4, 5, 6, 7, 8, 9];

/** Columns in which money is typed. */
export const INPUTS: readonly number[] = [5, 6, 8, 9];
export const HEADER_ROW = 7;
export const FIRST_ROW = 10;
export const UNVERIFIED_MARK = '(*)';

export const BLANK: CellContent = { kind: 'blank' };
export const text = (value: string): CellContent => ({ kind: 'text', text: value });
export const formula = (value: string): CellContent => ({ kind: 'formula', formula: value, cached: '0' });

/** Collects cells and merged areas of one sheet. */
export class Canvas {
  readonly cells: Record<string, TemplateCell> = {};
  readonly merges: string[] = [];
  readonly heights: Record<number, number> = {};

  put(row: number, column: number, content: CellContent, style: TemplateStyle = {}): void {
    this.cells[cellAddress(row, column)] = { content, style };
  }

  /** One text over several cells. */
  span(
    row: number,
    from: number,
    to: number,
    content: CellContent,
    style: TemplateStyle,
    bottom = row,
  ): void {
    for (let r = row; r <= bottom; r++)
      for (let c = from; c <= to; c++) this.put(r, c, r === row && c === from ? content : BLANK, style);
    if (from !== to || row !== bottom)
      this.merges.push(`${cellAddress(row, from)}:${columnName(to)}${bottom}`);
  }
}
