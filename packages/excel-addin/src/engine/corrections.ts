import {
  type ColumnRole,
  columnName,
  type Source,
  type SumRelation,
  type Table,
  type TableColumn,
} from '@ctmtqg/core';

/** What the user says a column means, where it was understood otherwise. */
export interface ColumnCorrection {
  readonly sheet: string;
  readonly column: string;
  /** Header as it stood; where it has changed since, the correction lapses. */
  readonly header: string;
  readonly role: ColumnRole;
  readonly source: Source | null;
}

const FIGURES: ReadonlySet<ColumnRole> = new Set(['amount', 'quantity', 'percent']);

/** The header of a column as one text, by which a correction finds it again. */
export const headerText = (path: readonly string[]) => path.join(' / ');

function correctedColumn(column: TableColumn, correction: ColumnCorrection): TableColumn {
  const source = correction.role === 'amount' ? correction.source : null;
  return {
    ...column,
    role: correction.role,
    own: { ...column.own, source },
    effective: { ...column.effective, source },
  };
}

/** Sums without the columns that hold no figures after all. */
function without(sums: readonly SumRelation[], columns: ReadonlySet<number>): SumRelation[] {
  return sums.flatMap((sum) => {
    if (sum.axis === 'column') {
      const lines = sum.lines.filter((line) => !columns.has(line));
      return lines.length > 0 ? [{ ...sum, lines }] : [];
    }
    const touched = columns.has(sum.whole) || sum.parts.some((part) => columns.has(part.line));
    return touched ? [] : [sum];
  });
}

/** Tables as the user corrected them; each correction holds for one column of one sheet with the same header. */
export function correctTables(tables: readonly Table[], corrections: readonly ColumnCorrection[]): Table[] {
  if (corrections.length === 0) return [...tables];
  return tables.map((table) => {
    const dropped = new Set<number>();
    const columns = table.columns.map((column) => {
      const found = corrections.find(
        (one) =>
          one.sheet === table.sheetName &&
          one.column === columnName(column.column) &&
          one.header === headerText(column.headerPath),
      );
      if (!found) return column;
      if (FIGURES.has(column.role) && !FIGURES.has(found.role)) dropped.add(column.column);
      return correctedColumn(column, found);
    });
    return { ...table, columns, sums: dropped.size > 0 ? without(table.sums, dropped) : table.sums };
  });
}
