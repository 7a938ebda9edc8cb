import { areaAddress, cellAddress, parseAddress, type Severity } from '@ctmtqg/core';
import { type Mark, PortError } from '../port/types.js';
import type { Job } from './batches.js';
import { blocksOf } from './blocks.js';
import { areaIn } from './outline.js';
import type { Sheets } from './sheets.js';
import type { StoredMark } from './store.js';
import { rangeOf, runsOf } from './write.js';

/** Fill of a marked cell: pale enough for black figures to stay readable. */
const COLOURS: Readonly<Record<Severity, string>> = { error: '#FFD6D2', warning: '#FFECB8', info: '#D6E8FF' };

/** Excel refuses longer addresses of several areas. */
const LONGEST_ADDRESS = 8_000;

const WORSE: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** One mark a cell, the worst wins. */
function worstPerCell(marks: readonly Mark[]): Mark[] {
  const worst = new Map<string, Mark>();
  for (const mark of marks) {
    const key = `${mark.sheet}!${mark.cell}`;
    const known = worst.get(key);
    if (!known || WORSE[mark.severity] > WORSE[known.severity]) worst.set(key, mark);
  }
  return [...worst.values()];
}

const FILL = { format: { fill: { color: true, pattern: true } } } as const;

/** `#RRGGBB`, or `null`: a cell without fill answers white, only its pattern tells that there is none. */
function fillIn(cell: Excel.CellProperties | undefined): string | null {
  const fill = cell?.format?.fill;
  return !fill?.color || String(fill.pattern) === 'None' ? null : fill.color.toUpperCase();
}

interface Place {
  readonly key: string;
  readonly row: number;
  readonly column: number;
}

/** The fills that the cells have now, in their order; nothing is sent yet. */
function askFills<T extends Place>(
  context: Excel.RequestContext,
  places: readonly T[],
): () => Map<T, string | null> {
  const asked = runsOf(places).map((cells) => ({
    cells,
    fills: rangeOf(context, cells).getCellProperties(FILL),
  }));
  return () =>
    new Map(asked.flatMap(({ cells, fills }) => cells.map((cell, i) => [cell, fillIn(fills.value[i]?.[0])])));
}

/** The marks to set, with the fills that are there now; one request. Cells of protected sheets are told apart. */
export async function planMarks(
  context: Excel.RequestContext,
  marks: readonly Mark[],
  sheets: Sheets,
): Promise<{ readonly marks: StoredMark[]; readonly refused: PortError | null }> {
  const wanted = worstPerCell(marks).map((mark) => ({
    ...mark,
    key: sheets.keyOf(mark.sheet),
    ...parseAddress(mark.cell)!,
  }));
  const worksheets = new Map(
    [...new Set(wanted.map(({ key }) => key))].map((key) => {
      const sheet = context.workbook.worksheets.getItem(key);
      return [key, sheet.load('protection/protected')];
    }),
  );
  const fills = askFills(context, wanted);
  await context.sync();
  const before = fills();
  const isLocked = ({ key }: Place) => worksheets.get(key)!.protection.protected;
  const locked = wanted.find(isLocked);
  return {
    marks: wanted
      .filter((mark) => !isLocked(mark))
      .map((mark) => {
        const { sheet, key, cell } = mark;
        return { sheet, key, cell, fill: before.get(mark) ?? null, colour: COLOURS[mark.severity] };
      }),
    refused: locked ? new PortError('protected-sheet', { sheet: locked.sheet, cell: locked.cell }) : null,
  };
}

interface Fill {
  readonly key: string;
  readonly cell: string;
  /** `null` for none. */
  readonly fill: string | null;
}

/** Sets the fills, grouped by sheet and colour into addresses as long as Excel takes them. */
function fillJobs(fills: readonly Fill[]): Job[] {
  const groups = new Map<string, { key: string; fill: string | null; parts: string[] }>();
  for (const { key, cell, fill } of fills) {
    const name = `${key}\u0000${fill}`;
    const group = groups.get(name) ?? { key, fill, parts: [''] };
    groups.set(name, group);
    const last = group.parts.length - 1;
    if (group.parts[last]!.length + cell.length > LONGEST_ADDRESS) group.parts.push(cell);
    else group.parts[last] = group.parts[last] ? `${group.parts[last]},${cell}` : cell;
  }
  return [...groups.values()].flatMap(({ key, fill, parts }) =>
    parts.map((address) => ({
      bytes: address.length + 700,
      queue: (context: Excel.RequestContext) => {
        const areas = context.workbook.worksheets.getItem(key).getRanges(address).untrack();
        if (fill === null) areas.format.fill.clear();
        else areas.format.fill.color = fill;
      },
    })),
  );
}

export const markJobs = (marks: readonly StoredMark[]): Job[] =>
  fillJobs(marks.map(({ key, cell, colour }) => ({ key, cell, fill: colour })));

export const unmarkJobs = (marks: readonly StoredMark[]): Job[] => fillJobs(marks);

/** Cells of one request when a sheet is searched for marks that have moved. */
const CELLS_SEARCHED = 20_000;

/** Cells of a sheet with our colours, that are not among the `known` ones. */
async function straysOn(
  context: Excel.RequestContext,
  key: string,
  known: ReadonlySet<string>,
): Promise<{ readonly cell: string; readonly colour: string }[]> {
  const colours = new Set(Object.values(COLOURS));
  const sheet = context.workbook.worksheets.getItem(key);
  const used = sheet.getUsedRangeOrNullObject(false).untrack();
  used.load('address');
  await context.sync();
  const area = used.isNullObject ? null : areaIn(used.address);
  if (!area) return [];
  const found: { cell: string; colour: string }[] = [];
  for (const block of blocksOf(area, CELLS_SEARCHED)) {
    const fills = sheet.getRange(areaAddress(block)).untrack().getCellProperties(FILL);
    await context.sync();
    fills.value.forEach((row, i) => {
      row.forEach((properties, j) => {
        const colour = fillIn(properties);
        const cell = cellAddress(block.top + i, block.left + j);
        if (colour !== null && colours.has(colour) && !known.has(cell)) found.push({ cell, colour });
      });
    });
  }
  return found;
}

/**
 * The fills to set for the marks to go. A cell that somebody has coloured since keeps that colour; a mark that rows
 * put in or taken out have moved is looked for on its sheet. One request; more only where some are not in their place.
 */
export async function planUnmark(
  context: Excel.RequestContext,
  marks: readonly StoredMark[],
  sheets: Sheets,
): Promise<Job[]> {
  const placed = marks.flatMap((mark) => {
    const key = sheets.find(mark.sheet, { [mark.sheet]: mark.key });
    return key === null ? [] : { ...mark, key, ...parseAddress(mark.cell)! };
  });
  const fills = askFills(context, placed);
  await context.sync();
  const now = fills();
  const there = placed.filter((mark) => now.get(mark) === mark.colour);
  const away = placed.filter((mark) => now.get(mark) !== mark.colour);
  const moved: Fill[] = [];
  for (const key of new Set(away.map((mark) => mark.key))) {
    const left = away.filter((mark) => mark.key === key);
    const known = new Set(there.filter((mark) => mark.key === key).map((mark) => mark.cell));
    for (const { cell, colour } of await straysOn(context, key, known)) {
      const match = left.findIndex((mark) => mark.colour === colour);
      if (match >= 0) moved.push({ key, cell, fill: left.splice(match, 1)[0]!.fill });
    }
  }
  return fillJobs([...there, ...moved]);
}
