import { quoteSheetName } from '@ctmtqg/core';
import type { NewCell, NewChart, NewSheet } from '@ctmtqg/workbook';

/** A chart to be put into the workbook. */
export interface ChartWork {
  /** Sheet that it goes on. */
  readonly sheet: string;
  readonly chart: NewChart;
  /** Figures drawn from, on a sheet made for them: formulas that follow the table. `null`: drawn from the table. */
  readonly table: ChartTable | null;
}

/** A small table of links, ready for a new sheet. */
export interface ChartTable {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly header: readonly string[];
  /** Texts, and formulas that begin with `=` and carry what they show. */
  readonly rows: readonly (readonly ChartTableCell[])[];
  readonly numberFormat: string;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
}

export type ChartTableCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'text-link' | 'figure'; readonly formula: string; readonly shown: string };

/** What a step may put into the workbook besides the contents of cells. */
export type Addition =
  | { readonly kind: 'sheets'; readonly sheets: readonly NewSheet[] }
  | { readonly kind: 'chart'; readonly work: ChartWork };

/** First row of figures of a {@link ChartTable}: title, note, header stand above. */
export const CHART_TABLE_TOP = 4;

/** A name that no sheet has: `Biểu đồ`, `Biểu đồ (2)` … */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 2, name = wanted; ; number++) {
    if (!names.has(name.toLowerCase())) return name;
    name = `${wanted} (${number})`;
  }
}

/** The sheets under names that none has yet; what they say of one another follows. */
export function underFreeNames(sheets: readonly NewSheet[], taken: readonly string[]): NewSheet[] {
  const names = new Map<string, string>();
  for (const { name } of sheets) names.set(name, freeSheetName(name, [...taken, ...names.values()]));
  const follow = (text: string) => {
    let result = text;
    for (const [was, is] of names)
      if (was !== is) result = result.replaceAll(`${quoteSheetName(was)}!`, `${quoteSheetName(is)}!`);
    return result;
  };
  const followed = (cell: NewCell): NewCell =>
    cell.content?.kind === 'formula'
      ? { ...cell, content: { ...cell.content, formula: follow(cell.content.formula) } }
      : cell;
  return sheets.map(({ validations, cells, ...sheet }) => ({
    ...sheet,
    name: names.get(sheet.name)!,
    cells: Object.fromEntries(Object.entries(cells).map(([at, cell]) => [at, followed(cell)])),
    ...(validations
      ? {
          validations: validations.map((one) =>
            'list' in one && typeof one.list === 'string' ? { ...one, list: follow(one.list) } : one,
          ),
        }
      : {}),
  }));
}
