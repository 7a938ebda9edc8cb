import type { SumRelation } from '../sheet/types.js';
import type { TableFigures } from './figures.js';

/** Where the cells of a sum stand in the grid; -1 where they do not. */
export interface LineReader {
  whole(line: number): number;
  part(i: number, line: number): number;
}

/** Positions in the grid, found once for each relation: a row's start plus a column's offset. */
export function lineReader({ grid }: TableFigures, relation: SumRelation): LineReader {
  const across = relation.axis === 'row';
  const fixed = (at: number) => (across ? grid.columnOffset(at) : grid.rowStart(at));
  const moving = (line: number) => (across ? grid.rowStart(line) : grid.columnOffset(line));
  const wholeAt = fixed(relation.whole);
  const partsAt = Int32Array.from(relation.parts, (part) => fixed(part.line));
  const at = (a: number, b: number) => (a < 0 || b < 0 ? -1 : a + b);
  let line = -1;
  let start = -1;
  const seek = (wanted: number) => {
    if (wanted !== line) {
      line = wanted;
      start = moving(wanted);
    }
    return start;
  };
  return {
    whole: (wanted) => at(wholeAt, seek(wanted)),
    part: (i, wanted) => at(partsAt[i]!, seek(wanted)),
  };
}
