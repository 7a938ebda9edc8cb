import { type Area, type DefinedName, parseArea } from '@ctmtqg/core';
import type { TableOutline } from './tables.js';

export interface SheetOutline {
  readonly id: string;
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'very-hidden';
  readonly protected: boolean;
  /** Area that holds values, or `null` where the sheet is empty. */
  readonly used: Area | null;
}

export interface BookOutline {
  readonly sheets: readonly SheetOutline[];
  readonly names: readonly DefinedName[];
  readonly precisionAsDisplayed: boolean;
  readonly tables: readonly TableOutline[];
}

const STATES = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'very-hidden' } as const;

/** The cells of an address that Excel gave: `'Dự toán'!A1:C3` → `A1:C3`. */
export function areaIn(address: string): Area | null {
  return parseArea(address.slice(address.lastIndexOf('!') + 1).replaceAll('$', ''));
}

const usedIn = (range: Excel.Range) => (range.isNullObject ? null : areaIn(range.address));

function askUsed(context: Excel.RequestContext, id: string): Excel.Range {
  const range = context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true).untrack();
  range.load('address');
  return range;
}

/**
 * Sheets, names and used areas in one request, as long as the sheets are those already `known`;
 * sheets that are new cost one request more.
 */
export async function readOutline(
  context: Excel.RequestContext,
  known: readonly string[],
): Promise<BookOutline> {
  const { workbook } = context;
  workbook.load('usePrecisionAsDisplayed');
  workbook.worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  workbook.names.load('items/name,items/formula,items/visible');
  workbook.tables.load('items/id,items/worksheet/id');
  const used = new Map(known.map((id) => [id, askUsed(context, id)]));
  await context.sync();
  const sheets = workbook.worksheets.items;
  const unknown = sheets.filter((sheet) => !used.has(sheet.id));
  if (unknown.length > 0) {
    for (const sheet of unknown) used.set(sheet.id, askUsed(context, sheet.id));
    await context.sync();
  }
  return {
    sheets: sheets.map((sheet) => ({
      id: sheet.id,
      name: sheet.name,
      state: STATES[sheet.visibility as keyof typeof STATES],
      protected: sheet.protection.protected,
      used: usedIn(used.get(sheet.id)!),
    })),
    names: workbook.names.items.map((item) => definedName(item, null)),
    precisionAsDisplayed: workbook.usePrecisionAsDisplayed,
    tables: workbook.tables.items.map((table) => ({ id: table.id, sheet: table.worksheet.id })),
  };
}

/** A name as the core knows it; `sheet` is the index of the sheet it is local to. */
export function definedName(item: Excel.NamedItem, sheet: number | null): DefinedName {
  const formula = String(item.formula);
  return {
    name: item.name,
    refersTo: formula.startsWith('=') ? formula.slice(1) : formula,
    sheet,
    hidden: !item.visible,
  };
}
