import { foldText } from '../text/index.js';
import type { ReadColumn } from './columns.js';
import { type Figures, readFigures } from './figures.js';
import type { SheetReader } from './read-cells.js';
import type { RowSumInput } from './row-draft.js';
import type { SumRelation } from './types.js';

interface CountColumn {
  readonly column: number;
  readonly name: string;
  readonly lines: readonly SumRelation[];
  readonly proof: 'formula' | 'figures' | null;
}

/**
 * Households, people and works add up down the rows as money does, but not every count does: a norm or a length has
 * no total, and one household may be counted in two rows. A column counts only where its own formulas or figures say
 * so, or those of a column with the same heading.
 */
export function findCountSums(
  reader: SheetReader,
  columns: readonly ReadColumn[],
  rows: readonly number[],
  down: readonly SumRelation[],
  { terms }: Pick<RowSumInput, 'terms'>,
): SumRelation[] {
  const counted = columns.filter((entry) => entry.column.role === 'quantity');
  const wholes = down.filter((sum) => sum.complete && sum.axis === 'column' && sum.parts.length >= 2);
  if (counted.length === 0 || wholes.length === 0) return [];
  const figures = readFigures(
    reader,
    rows,
    counted.map((entry) => entry.column.column),
  );
  const read = counted.map((entry): CountColumn => {
    const { column, headerPath } = entry.column;
    const lines = wholes.filter((sum) => isCounted(reader, figures, sum, column));
    return {
      column,
      name: foldText(headerPath.at(-1) ?? ''),
      lines,
      proof: proofOf(figures, lines, column, terms),
    };
  });
  const proven = new Set(read.filter(({ proof }) => proof !== null).map(({ name }) => name));
  return read
    .filter(({ name, proof }) => proof !== null || proven.has(name))
    .flatMap(({ column, lines, proof }) =>
      lines.map(
        (sum): SumRelation => ({
          ...sum,
          lines: [column],
          evidence: proof === 'formula' ? 'formula' : 'layout',
        }),
      ),
    );
}

/** Whole numbers in the total and in at least two of its parts. */
function isCounted(reader: SheetReader, figures: Figures, sum: SumRelation, column: number): boolean {
  const parts = sum.parts.filter(({ line }) => figures.filled(line, column));
  if (parts.length < 2 || !figures.filled(sum.whole, column)) return false;
  return [sum.whole, ...parts.map(({ line }) => line)].every((row) => {
    const glimpse = reader.at(row, column);
    return glimpse.kind === 'number' && Number.isInteger(glimpse.figure);
  });
}

function proofOf(
  figures: Figures,
  lines: readonly SumRelation[],
  column: number,
  terms: RowSumInput['terms'],
): CountColumn['proof'] {
  const byFormula = lines.some((sum) =>
    terms(sum.whole, column)?.some(({ area }) => area.left === column && area.right === column),
  );
  if (byFormula) return 'formula';
  const agreeing = lines.filter((sum) => {
    const parts = sum.parts.reduce((total, { line }) => total + figures.value(line, column), 0);
    return parts !== 0 && parts === figures.value(sum.whole, column);
  });
  return agreeing.length > 0 && agreeing.length * 2 >= lines.length ? 'figures' : null;
}
