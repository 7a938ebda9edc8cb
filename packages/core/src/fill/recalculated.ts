import { openBook } from '../check.js';
import type { CellValue } from '../formula/types.js';
import type { Edit } from '../report/types.js';
import type { Book } from '../sheet/book.js';
import { applyEdits } from '../snapshot/apply-edits.js';
import { cellAddress, parseAddress } from '../snapshot/index.js';

/** A formula cell that shows another value once some edits are made. */
export interface Recalculated {
  readonly sheet: string;
  readonly cell: string;
  readonly value: CellValue;
}

/**
 * Formula cells that depend on edited cells, with the values they will show. Write them as cached values, so that a
 * viewer that does not compute shows right figures.
 *
 * @returns `unknown` counts the dependants whose value this release cannot compute: ask Excel to recalculate then
 * @example recalculated(openBook(snapshot), []).cells // []
 */
export function recalculated(
  book: Book,
  edits: readonly Edit[],
): { readonly cells: readonly Recalculated[]; readonly unknown: number } {
  const after = openBook(applyEdits(book.snapshot, edits));
  const edited = new Set(edits.map((edit) => `${edit.sheet}!${edit.cell}`));
  const seen = new Set<string>();
  const cells: Recalculated[] = [];
  let unknown = 0;
  for (const edit of edits) {
    const sheet = book.snapshot.sheets.findIndex((one) => one.name === edit.sheet);
    const at = parseAddress(edit.cell)!;
    for (const dependant of after.evaluator.dependants(sheet, at.row, at.column)) {
      const name = book.snapshot.sheets[dependant.sheet]!.name;
      const cell = cellAddress(dependant.row, dependant.column);
      const key = `${name}!${cell}`;
      if (seen.has(key) || edited.has(key)) continue;
      seen.add(key);
      const value = after.evaluator.value(dependant.sheet, dependant.row, dependant.column);
      if (value.kind === 'unknown') unknown++;
      else if (!sameValue(value, book.evaluator.stored(dependant.sheet, dependant.row, dependant.column)))
        cells.push({ sheet: name, cell, value });
    }
  }
  return { cells, unknown };
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.value.eq(b.value);
  if (a.kind === 'text' && b.kind === 'text') return a.text === b.text;
  if (a.kind === 'boolean' && b.kind === 'boolean') return a.value === b.value;
  if (a.kind === 'error' && b.kind === 'error') return a.error === b.error;
  return a.kind === 'blank' && b.kind === 'blank';
}
