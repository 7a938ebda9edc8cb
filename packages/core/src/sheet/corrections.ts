import { columnName } from '../snapshot/index.js';
import type { ReadColumn } from './columns.js';
import type { ColumnRole, Source } from './types.js';

/**
 * What a person says a column means where it was understood otherwise. It holds for one column of one sheet as long as
 * the header above it stays the same.
 */
export interface ColumnCorrection {
  /** Name of the sheet. */
  readonly sheet: string;
  /** Letters of the column, `D`. */
  readonly column: string;
  /** Header as it stood, its rows joined by ` / `; where it has changed since, the correction lapses. */
  readonly header: string;
  readonly role: ColumnRole;
  /** Whose money the column holds; `null` for columns that hold none. */
  readonly source: Source | null;
}

/** Columns as a person corrected them: rows, sums and percents are then read from these, not from the first guess. */
export function correctColumns(
  columns: readonly ReadColumn[],
  sheet: string,
  corrections: readonly ColumnCorrection[],
): readonly ReadColumn[] {
  if (corrections.length === 0) return columns;
  return columns.map((entry) => {
    const { column } = entry;
    const said = corrections.find(
      (one) =>
        one.sheet === sheet &&
        one.column === columnName(column.column) &&
        one.header === column.headerPath.join(' / '),
    );
    if (!said) return entry;
    const source = said.role === 'amount' ? said.source : null;
    return {
      ...entry,
      settled: true,
      column: {
        ...column,
        role: said.role,
        own: { ...column.own, source },
        effective: { ...column.effective, source: source ?? (said.role === 'amount' ? 'total' : null) },
      },
    };
  });
}
