import type { Context } from '../context.js';
import { lay, type Spot } from '../layouts/lay.js';
import type { Column, Placed, Row } from '../model.js';
import type { WordKey } from '../wording.js';

/** Places a held-out layout with the usual surroundings. */
export function finish(
  context: Context,
  at: Spot,
  columns: readonly Column[],
  rows: readonly Row[],
  more: { heading?: WordKey; columnNumbers?: number } = {},
): Placed {
  return lay(context, at, 0, columns, rows, {
    heading: more.heading ?? 'heading',
    letterhead: context.random.chance(0.3),
    numbers: more.columnNumbers ?? 0.25,
  });
}
