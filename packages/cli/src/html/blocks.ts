/** Rows that are shown, folded away, or left out of the picture, in their order. */
export interface Block {
  readonly kind: 'shown' | 'folded' | 'left-out';
  readonly from: number;
  readonly to: number;
  readonly rows: readonly number[];
  /** Rows of it that hold a marked cell. */
  readonly marked: number;
}

/** Up to so many rows a sheet is shown whole. */
const WHOLE_ROWS = 200;
/** Rows shown before and after a marked one where the sheet is longer. */
const AROUND = 3;
/** Fewer rows than these are not worth folding away. */
const SHORT_GAP = 8;
/** Folded rows that are still in the file; longer stretches are left to the workbook itself. */
const MAX_FOLDED_ROWS = 3_000;
/** Rows folded away together. */
const FOLD = 500;

/** What decides which rows of a long sheet are read at once. */
export interface Reading {
  /** Rows with a marked cell, shown or folded. */
  readonly marked: ReadonlySet<number>;
  /** Those of them around which the sheet is shown. */
  readonly open: ReadonlySet<number>;
  /** Rows at the top that belong to the heading. */
  readonly header: number;
}

/** Divides the rows of a sheet into what is shown, what is folded away and what is left to the workbook. */
export function blocksOf(rows: readonly number[], reading: Reading): Block[] {
  const shown = rows.length <= WHOLE_ROWS ? rows.map(() => true) : shownRows(rows, reading);
  const blocks: Block[] = [];
  let folded = 0;
  for (let start = 0; start < rows.length; ) {
    const open = shown[start] === true;
    const room = folded < MAX_FOLDED_ROWS;
    const kind = open ? 'shown' : room ? 'folded' : 'left-out';
    let end = start;
    while (end < rows.length && shown[end] === open) end++;
    if (kind === 'folded') end = Math.min(end, start + FOLD);
    const part = rows.slice(start, end);
    if (kind === 'folded') folded += part.length;
    const marked = part.filter((row) => reading.marked.has(row)).length;
    blocks.push({ kind, from: part[0]!, to: part.at(-1)!, rows: part, marked });
    start = end;
  }
  return blocks;
}

function shownRows(rows: readonly number[], { open, header }: Reading): boolean[] {
  const shown = rows.map((_, at) => at < header + AROUND || at >= rows.length - AROUND);
  rows.forEach((row, at) => {
    if (!open.has(row)) return;
    shown.fill(true, Math.max(0, at - AROUND), Math.min(rows.length, at + AROUND + 1));
  });
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end < rows.length && shown[end] === shown[start]) end++;
    if (!shown[start] && end - start < SHORT_GAP) shown.fill(true, start, end);
    start = end;
  }
  return shown;
}
