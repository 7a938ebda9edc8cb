import { cellAddress, parseAddress } from '@ctmtqg/core';
import type { Cell } from './content.js';

/** One cell before and after a step. */
export interface Image {
  readonly sheet: string;
  readonly cell: string;
  readonly before: Cell;
  readonly after: Cell;
  /** Number format before, and the one that the step set; absent where it left the format alone. */
  readonly formats?: { readonly before: string; readonly after: string };
  /** The same of the name of the font. */
  readonly fonts?: { readonly before: string; readonly after: string };
}

/** Cells below one another; the format of a cell is 0 where it was left alone. */
type Packed = [
  sheet: number,
  column: number,
  row: number,
  before: Cell[],
  after: Cell[],
  formats: (readonly [before: string, after: string] | 0)[],
  /** Absent where the step left all fonts alone, as nearly all do. */
  fonts?: (readonly [before: string, after: string] | 0)[],
];

/** Images without what neighbours have in common; thousands of them are kept in the workbook. */
export interface PackedImages {
  readonly sheets: readonly string[];
  readonly runs: readonly Packed[];
}

export function packImages(images: readonly Image[]): PackedImages {
  const sheets = [...new Set(images.map((image) => image.sheet))];
  const runs: Packed[] = [];
  for (const { sheet, cell, before, after, formats, fonts } of images) {
    const { row, column } = parseAddress(cell)!;
    const at = sheets.indexOf(sheet);
    const last = runs.at(-1);
    const follows =
      last &&
      last[0] === at &&
      last[1] === column &&
      last[2] + last[3].length === row &&
      (last[6] === undefined) === (fonts === undefined);
    const begun: Packed = fonts ? [at, column, row, [], [], [], []] : [at, column, row, [], [], []];
    const run = follows ? last : begun;
    if (!follows) runs.push(run);
    run[3].push(before);
    run[4].push(after);
    run[5].push(formats ? [formats.before, formats.after] : 0);
    if (fonts) run[6]?.push([fonts.before, fonts.after]);
  }
  return { sheets, runs };
}

export function unpackImages({ sheets, runs }: PackedImages): Image[] {
  return runs.flatMap(([sheet, column, row, before, after, formats, fonts]) =>
    before.map((was, i): Image => {
      const image = {
        sheet: sheets[sheet]!,
        cell: cellAddress(row + i, column),
        before: was,
        after: after[i]!,
      };
      const set = formats[i];
      const font = fonts?.[i];
      return {
        ...image,
        ...(set ? { formats: { before: set[0], after: set[1] } } : {}),
        ...(font ? { fonts: { before: font[0], after: font[1] } } : {}),
      };
    }),
  );
}
