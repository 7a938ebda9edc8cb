import type { NotCheckedData } from '../report/types.js';
import { cellAddress } from '../snapshot/address.js';
import { type Equation, wordsEquation } from './equation.js';
import { readSpelledAmount } from './spelled-amount.js';
import type { SumSystem } from './system.js';

/** Amounts spelled in words under the tables, as equations with the cell that they spell. */
export function wordsEquations({ figures }: SumSystem): Equation[] {
  return figures.tables.flatMap((table) =>
    table.table.words.flatMap((relation, i) => {
      const spelled = readSpelledAmount(relation.text);
      const unit = table.unitOf(relation.amount.row, relation.amount.column);
      if (!spelled || !unit) return [];
      return [wordsEquation(figures, relation, spelled.div(unit.scale), unit.scale, `w/${table.index}/${i}`)];
    }),
  );
}

/** Words under a table that could not be read as an amount. */
export function unreadWords({ figures }: SumSystem): NotCheckedData[] {
  return figures.tables.flatMap(({ table }) =>
    table.words
      .filter((relation) => readSpelledAmount(relation.text) === null)
      .map(({ words }) => ({
        code: 'words-not-read',
        sheet: table.sheetName,
        cell: cellAddress(words.row, words.column),
        facts: {},
      })),
  );
}
