import type { SheetView, ViewColumn } from './sheet-view.js';

/** Pixels of a character of a column's width, and of the row numbers beside the sheet. */
const CHARACTER = 7;
const ROW_NUMBERS = 38;
/** On screen a sheet may be squeezed so far before it has to be scrolled. */
const SQUEEZED = 0.86;
/** Size of the sheet's letters on screen, in points. */
const SCREEN_POINTS = 10.1;
/** On paper: no larger than this, and no smaller than one can read. */
const LARGEST = 9;
const SMALLEST = 7;
/** Strips are made narrower in steps of so many pixels, until there would be one more. */
const STEP = 20;
/** Room between the margins of an A4 page, in pixels. */
const ROOM = { portrait: 660, landscape: 1016 } as const;

/** True where both columns stand under one heading. */
type KeepsTogether = (left: number, right: number) => boolean;

export type Orientation = keyof typeof ROOM;

/** Width below which a sheet is scrolled on screen instead of squeezed further, in pixels. */
export function screenWidthOf({ columns }: SheetView): number {
  return Math.round(widthOf(columns) * SQUEEZED);
}

/** Width at which columns are read without squinting, in pixels. */
export function widthOf(columns: readonly ViewColumn[]): number {
  return ROW_NUMBERS + bareWidthOf(columns);
}

const bareWidthOf = (columns: readonly ViewColumn[]): number =>
  columns.reduce((sum, { width }) => sum + width * CHARACTER, 0);

const pointsOf = (width: number, orientation: Orientation): number =>
  Math.min(LARGEST, (ROOM[orientation] / width) * SCREEN_POINTS);

/** True where a sheet would be too small to read between the margins of an upright page. */
export function needsLandscape({ columns }: SheetView): boolean {
  return pointsOf(widthOf(columns), 'portrait') < SMALLEST + 0.5;
}

/** A sheet on paper: its columns in strips below each other, each with the columns that say what the row is. */
export interface Print {
  readonly strips: readonly (readonly ViewColumn[])[];
  readonly points: number;
}

/**
 * Lays a sheet out for printing. `lead` are the columns repeated in each strip, `keepsTogether` tells where a strip must
 * not be cut: below a heading that spans both sides, as long as there is another place.
 */
export function printOf(
  { columns }: SheetView,
  orientation: Orientation,
  lead: ReadonlySet<number>,
  keepsTogether: KeepsTogether,
): Print {
  const points = pointsOf(widthOf(columns), orientation);
  if (points >= SMALLEST) return { strips: [columns], points };
  const repeated = columns.filter(({ column }) => lead.has(column));
  const room = (ROOM[orientation] * SCREEN_POINTS) / SMALLEST;
  const head = widthOf(repeated) < room / 2 ? repeated : [];
  const rest = columns.filter((column) => !head.includes(column));
  const strips = evenStrips(rest, room - widthOf(head), keepsTogether).map((strip) => [...head, ...strip]);
  return { strips, points: Math.min(...strips.map((strip) => pointsOf(widthOf(strip), orientation))) };
}

/** As few strips as there is room for, and those of about one width. */
function evenStrips(
  columns: readonly ViewColumn[],
  room: number,
  keepsTogether: KeepsTogether,
): ViewColumn[][] {
  let strips = stripsOf(columns, room, keepsTogether);
  for (let tighter = room - STEP; tighter > room / 2; tighter -= STEP) {
    const tried = stripsOf(columns, tighter, keepsTogether);
    if (tried.length > strips.length) break;
    strips = tried;
  }
  return strips;
}

function stripsOf(
  columns: readonly ViewColumn[],
  room: number,
  keepsTogether: KeepsTogether,
): ViewColumn[][] {
  const strips: ViewColumn[][] = [];
  let rest = columns;
  while (rest.length > 0) {
    const most = rest.findIndex((_, at) => bareWidthOf(rest.slice(0, at + 1)) > room);
    const count = most < 0 ? rest.length : cutBefore(rest, Math.max(most, 1), keepsTogether);
    strips.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return strips;
}

/** The last good place for a cut among the first `most` columns; `most` where there is none in their second half. */
function cutBefore(columns: readonly ViewColumn[], most: number, keepsTogether: KeepsTogether): number {
  for (let count = most; count > most / 2; count--) {
    if (!keepsTogether(columns[count - 1]!.column, columns[count]!.column)) return count;
  }
  return most;
}
