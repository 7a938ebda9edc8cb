import {
  type CellContent,
  CellKind,
  cellAddress,
  Decimal,
  type Edit,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { areaIn } from './outline.js';

/** A call of one of our functions; Excel stores it with a prefix of its own in some builds. */
const OURS = /(?:^|[^A-Z0-9_.])(?:_XLDUDF_)?CTMTQG[._][A-Z]+\s*\(/i;

const LATER = { formula: '', cached: null, kind: 'formula' } as const;

function contentOf(value: unknown): CellContent {
  if (typeof value === 'number') return { kind: 'number', value: new Decimal(value).toFixed() };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return value === '' || value === null ? { kind: 'blank' } : { kind: 'text', text: String(value) };
}

interface Anchor {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Cells whose formula calls our functions; those that show an error are left, for the error to be seen. */
function anchorsIn(snapshot: WorkbookSnapshot): Anchor[] {
  return snapshot.sheets.flatMap((sheet) =>
    sheet.formulas.flatMap(({ cell, text }) => {
      if (!OURS.test(text) || sheet.cells.kinds[cell] === CellKind.error) return [];
      return {
        sheet: sheet.name,
        row: sheet.cells.rows[cell]!,
        column: sheet.cells.columns[cell]!,
        formula: `=${text}`,
      };
    }),
  );
}

interface Frozen {
  readonly edits: readonly Edit[];
  readonly spilled: ReadonlySet<string>;
}

/**
 * Edits that put the values in the place of our functions, with everything that a function spilled over; a file
 * frozen so opens anywhere. One request.
 */
export async function planFreeze(context: Excel.RequestContext, snapshot: WorkbookSnapshot): Promise<Frozen> {
  const asked = anchorsIn(snapshot).map((anchor) => {
    const address = cellAddress(anchor.row, anchor.column);
    const cell = context.workbook.worksheets.getItem(anchor.sheet).getRange(address).untrack();
    cell.load('values');
    const spill = cell.getSpillingToRangeOrNullObject().untrack();
    spill.load('values,address');
    return { anchor, cell, spill };
  });
  if (asked.length > 0) await context.sync();
  const spilled = new Set<string>();
  const edits = asked.flatMap(({ anchor, cell, spill }) => {
    const area = spill.isNullObject ? null : areaIn(spill.address);
    const values = (area ? spill.values : cell.values) as unknown[][];
    const top = area?.top ?? anchor.row;
    const left = area?.left ?? anchor.column;
    return values.flatMap((row, i) =>
      row.map((value, j): Edit => {
        const first = top + i === anchor.row && left + j === anchor.column;
        const before = first ? { ...LATER, formula: anchor.formula } : ({ kind: 'blank' } as const);
        const cell = cellAddress(top + i, left + j);
        if (!first) spilled.add(`${anchor.sheet}!${cell}`);
        return { sheet: anchor.sheet, cell, before, after: contentOf(value) };
      }),
    );
  });
  return { edits, spilled };
}
