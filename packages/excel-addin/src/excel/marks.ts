import type { Severity } from '@ctmtqg/core';
import type { Mark } from '../port/types.js';
import type { StoredMark } from './store.js';

/** Fill of a marked cell: pale enough for black figures to stay readable. */
const COLOURS: Readonly<Record<Severity, string>> = { error: '#FFD6D2', warning: '#FFECB8', info: '#D6E8FF' };

/** Excel refuses longer addresses of several areas. */
const LONGEST_ADDRESS = 8_000;

const WORSE: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** One mark a cell, the worst wins. */
export function worstPerCell(marks: readonly Mark[]): Mark[] {
  const worst = new Map<string, Mark>();
  for (const mark of marks) {
    const key = `${mark.sheet}!${mark.cell}`;
    const known = worst.get(key);
    if (!known || WORSE[mark.severity] > WORSE[known.severity]) worst.set(key, mark);
  }
  return [...worst.values()];
}

/** The fills that the cells have now; one request. */
export async function readFills(
  context: Excel.RequestContext,
  marks: readonly Mark[],
): Promise<StoredMark[]> {
  const asked = marks.map((mark) => {
    const range = context.workbook.worksheets.getItem(mark.sheet).getRange(mark.cell).untrack();
    range.load('format/fill/color,format/fill/pattern');
    return range;
  });
  if (asked.length > 0) await context.sync();
  return marks.map((mark, i) => {
    const { fill } = asked[i]!.format;
    // A cell without fill answers white; only its pattern tells that there is none.
    return { sheet: mark.sheet, cell: mark.cell, fill: String(fill.pattern) === 'None' ? null : fill.color };
  });
}

/** Groups cells by sheet and colour into addresses as long as Excel takes them. */
function addresses(cells: readonly { sheet: string; cell: string; colour: string }[]) {
  const groups = new Map<string, { sheet: string; colour: string; parts: string[] }>();
  for (const { sheet, cell, colour } of cells) {
    const key = `${sheet}\u0000${colour}`;
    const group = groups.get(key) ?? { sheet, colour, parts: [''] };
    groups.set(key, group);
    const last = group.parts.length - 1;
    if (group.parts[last]!.length + cell.length > LONGEST_ADDRESS) group.parts.push(cell);
    else group.parts[last] = group.parts[last] ? `${group.parts[last]},${cell}` : cell;
  }
  return [...groups.values()].flatMap((group) => group.parts.map((address) => ({ ...group, address })));
}

const fillOf = (context: Excel.RequestContext, sheet: string, address: string) =>
  context.workbook.worksheets.getItem(sheet).getRanges(address).untrack().format.fill;

export function queueMarks(context: Excel.RequestContext, marks: readonly Mark[]): void {
  const coloured = marks.map((mark) => ({ ...mark, colour: COLOURS[mark.severity] }));
  for (const { sheet, colour, address } of addresses(coloured))
    fillOf(context, sheet, address).color = colour;
}

/** Puts the fills back that the cells had before they were marked. */
export function queueUnmark(context: Excel.RequestContext, marks: readonly StoredMark[]): void {
  const coloured = marks.map((mark) => ({ ...mark, colour: mark.fill ?? '' }));
  for (const { sheet, colour, address } of addresses(coloured)) {
    const fill = fillOf(context, sheet, address);
    if (colour === '') fill.clear();
    else fill.color = colour;
  }
}
