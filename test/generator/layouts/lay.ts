import type { ProgrammeId } from '../catalogue.js';
import { type Context, habitualLeaf } from '../context.js';
import { programmeName, writeAbove, writeBelow } from '../frame.js';
import type { Sheet } from '../grid.js';
import type { Column, Look, Placed, Row } from '../model.js';
import { placeTable, type TableSpec } from '../place-table.js';
import type { WordKey } from '../wording.js';

/** Where a table begins. */
export interface Spot {
  readonly sheet: Sheet;
  readonly top: number;
  readonly left: number;
}

export interface Wish {
  readonly heading?: WordKey;
  /** `null`: a table of several programmes, whose heading names none. */
  readonly programme?: ProgrammeId | null;
  readonly year?: number | null;
  readonly period?: { readonly from: number; readonly to: number };
  readonly letterhead?: boolean;
  readonly unitAbove?: boolean;
  /** How likely a row of column numbers is. */
  readonly numbers?: number;
  readonly spacers?: boolean;
  readonly look?: Look;
  readonly leaf?: TableSpec['leaf'];
  readonly below?: Parameters<typeof writeBelow>[2];
}

/** The lines above a table, the table, and what stands below it. */
export function lay(
  context: Context,
  at: Spot,
  table: number,
  columns: readonly Column[],
  rows: readonly Row[],
  wish: Wish = {},
): Placed {
  const { unit, random } = context;
  const programme = wish.programme === undefined ? context.programme : wish.programme;
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: wish.heading ?? 'heading',
      programmeName: programme === null ? null : programmeName(context),
      ...(wish.period ? { period: wish.period } : {}),
      width: Math.max(4, columns.length),
      left: at.left,
      top: at.top,
      unit,
      letterhead: wish.letterhead === true,
      unitAbove: wish.unitAbove !== false,
    },
    table,
  );
  const placed = placeTable(context.build, {
    ...at,
    top,
    columns,
    rows,
    look: wish.look ?? context.look,
    unit,
    programme,
    year: wish.year === undefined ? context.year : wish.year,
    columnNumbers: random.chance(wish.numbers ?? 0),
    spacers: wish.spacers === true,
    leaf: wish.leaf ?? habitualLeaf(context, unit),
  });
  writeBelow(context, placed, wish.below);
  return placed;
}
