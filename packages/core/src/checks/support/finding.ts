import type { FindingCode, FindingData, Severity } from '../../report/types.js';
import type { MoneyUnit, Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';

/** What a check says of one finding; the rest has plain defaults. */
export type FindingParts = Partial<Omit<FindingData, 'code' | 'severity' | 'sheet' | 'cells'>> & {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sheet: string;
  /** The first is the cell named. */
  readonly cells: readonly string[];
};

/** A finding with defaults for what it does not have. */
export function makeFinding(parts: FindingParts): FindingData {
  return {
    cell: parts.cells[0] ?? 'A1',
    count: 1,
    candidates: [],
    facts: {},
    expected: null,
    found: null,
    difference: null,
    unit: null,
    law: [],
    consequences: [],
    fix: null,
    ...parts,
  };
}

/** Address of the cell that holds the row's title; without one, the row's first column. */
export function titleAddress(table: Table, row: TableRow): string {
  return cellAddress(row.row, row.titleColumn ?? table.range.left);
}

/** Unit that holds for a figure: the row's own word, then the column's, then the table's. */
export function unitAt(table: Table, row: TableRow | null, column: TableColumn | null): MoneyUnit | null {
  return row?.own.unit ?? column?.effective.unit ?? table.dimensions.unit;
}
