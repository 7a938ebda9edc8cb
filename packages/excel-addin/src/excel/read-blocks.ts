import type { Area, DefinedName } from '@ctmtqg/core';
import { areaAddress } from '@ctmtqg/core';
import { type Block, cellsOf, halve } from './blocks.js';
import { excelCode } from './errors.js';
import { areaIn, type BookOutline, definedName, type SheetOutline } from './outline.js';
import { askTables, type TableArea } from './tables.js';

export type Grid = readonly (readonly unknown[])[];

export interface CellLook {
  readonly font: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly indent: number | null;
  readonly locked: boolean | null;
}

/** What one request brought of one block. */
export interface BlockContent {
  readonly block: Block;
  readonly values: Grid;
  readonly formulas: Grid;
  readonly numberFormats: Grid;
  /** Look of the cell in row and column of the block, both from 0. */
  look(row: number, column: number): CellLook;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly Area[];
}

/** Up to so many cells of a request have their formats read one by one; beyond, by rows and columns. */
const CELLS_WITH_LOOK = 20_000;

interface Format {
  readonly font?: {
    readonly name?: string | null;
    readonly bold?: boolean | null;
    readonly italic?: boolean | null;
  };
  readonly indentLevel?: number | null;
  readonly protection?: { readonly locked?: boolean | null };
}

const lookOf = (format: Format | undefined): CellLook => ({
  font: format?.font?.name ?? null,
  bold: format?.font?.bold ?? null,
  italic: format?.font?.italic ?? null,
  indent: format?.indentLevel ?? null,
  locked: format?.protection?.locked ?? null,
});

interface Asked {
  readonly block: Block;
  readonly range: Excel.Range;
  /** Asked for with the first block of a sheet only. */
  readonly merged: Excel.RangeAreas | null;
  readonly cells: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

function ask(
  context: Excel.RequestContext,
  id: string,
  block: Block,
  cellByCell: boolean,
  { protected: locked, used }: SheetOutline,
): Asked {
  const first = block.top === used?.top;
  const range = context.workbook.worksheets.getItem(id).getRange(areaAddress(block)).untrack();
  range.load('values,formulas,numberFormat');
  // Of the whole sheet: a merged area that is still blank may lie outside of all values.
  const merged = first
    ? context.workbook.worksheets
        .getItem(id)
        .getUsedRange(false)
        .untrack()
        .getMergedAreasOrNullObject()
        .untrack()
    : null;
  merged?.load('address');
  const format = {
    font: { name: true, bold: true, italic: true },
    indentLevel: true,
    ...(locked ? { protection: true } : {}),
  };
  return {
    block,
    range,
    merged,
    cells: cellByCell ? range.getCellProperties({ format }) : null,
    rows: range.getRowProperties(cellByCell ? { rowHidden: true } : { rowHidden: true, format }),
    columns: range.getColumnProperties(cellByCell ? { columnHidden: true } : { columnHidden: true, format }),
  };
}

const mergedIn = (merged: Excel.RangeAreas | null): Area[] => {
  if (!merged || merged.isNullObject) return [];
  // A sheet's name may hold a comma, so the address is cut only where a new one begins.
  const parts = merged.address.split(/,(?=(?:'(?:[^']|'')*'|[^',!]+)!)/);
  return parts.flatMap((part) => areaIn(part) ?? []);
};

function contentOf(asked: Asked): BlockContent {
  const { block, range, cells, rows, columns } = asked;
  const hidden = (lines: readonly { rowHidden?: boolean; columnHidden?: boolean }[], first: number) =>
    lines.flatMap((line, i) => (line.rowHidden || line.columnHidden ? [first + i] : []));
  const rowLooks = cells ? [] : rows.value.map((row) => lookOf(row.format as Format));
  const columnLooks = cells ? [] : columns.value.map((column) => lookOf(column.format as Format));
  const mixed = (row: number, column: number): CellLook => {
    const a = rowLooks[row]!;
    const b = columnLooks[column]!;
    return {
      font: a.font ?? b.font,
      bold: a.bold ?? b.bold,
      italic: a.italic ?? b.italic,
      indent: a.indent ?? b.indent,
      locked: a.locked ?? b.locked,
    };
  };
  return {
    block,
    values: range.values,
    formulas: range.formulas,
    numberFormats: range.numberFormat,
    look: cells ? (row, column) => lookOf(cells.value[row]?.[column]?.format as Format) : mixed,
    hiddenRows: hidden(rows.value as { rowHidden?: boolean }[], block.top),
    hiddenColumns: hidden(columns.value as { columnHidden?: boolean }[], block.left),
    merges: mergedIn(asked.merged),
  };
}

export interface BlocksRead {
  readonly contents: BlockContent[];
  readonly names: DefinedName[];
  readonly tables: readonly TableArea[];
}

/** Reads the blocks in one request; in two halves each time the host refuses them as too large. */
export async function readBlocks(
  context: Excel.RequestContext,
  outline: BookOutline,
  blocks: readonly Block[],
  /** The first request also reads what is read once: names of single sheets, and where the tables are. */
  isFirst: boolean,
): Promise<BlocksRead> {
  const cellByCell = blocks.reduce((sum, block) => sum + cellsOf(block), 0) <= CELLS_WITH_LOOK;
  const asked = blocks.map((block) => {
    const sheet = outline.sheets[block.sheet]!;
    return ask(context, sheet.id, block, cellByCell, sheet);
  });
  const tables = isFirst ? askTables(context, outline) : () => [];
  const local = isFirst
    ? outline.sheets.map((sheet) =>
        context.workbook.worksheets.getItem(sheet.id).names.load('items/name,items/formula,items/visible'),
      )
    : [];
  try {
    await context.sync();
  } catch (error) {
    const halves = excelCode(error) === 'ResponsePayloadSizeLimitExceeded' ? halve(blocks) : null;
    if (!halves) throw error;
    const first = await readBlocks(context, outline, halves[0], isFirst);
    const second = await readBlocks(context, outline, halves[1], false);
    return { ...first, contents: [...first.contents, ...second.contents] };
  }
  return {
    contents: asked.map(contentOf),
    names: local.flatMap((names, sheet) => names.items.map((item) => definedName(item, sheet))),
    tables: tables(),
  };
}
