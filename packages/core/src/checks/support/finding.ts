import { distinctLaws } from '../../law/distinct-laws.js';
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
    consequences: [],
    fix: null,
    ...parts,
    law: distinctLaws(parts.law ?? []),
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

const MOST_ALIKE = 50;

/**
 * More than fifty like faults of one table as one finding: the first, with all cells and edits and a count.
 * A list that long is one mistake of method, and nobody reads it line by line.
 */
export function collapse(findings: readonly FindingData[]): readonly FindingData[] {
  const [first] = findings;
  if (!first || findings.length <= MOST_ALIKE) return findings;
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  const safe = findings.every(({ fix }) => fix?.safe === true);
  return [
    {
      ...first,
      cells: findings.flatMap(({ cells }) => cells),
      count: findings.length,
      candidates: [],
      consequences: [],
      fix: edits.length === 0 ? null : { safe, edits },
    },
  ];
}

/** ` và 51 ô khác`: what a sentence adds for a finding of many cells. */
export function andOthers(count: number, language: 'vi' | 'en'): string {
  if (count <= 1) return '';
  return language === 'vi'
    ? ` và ${count - 1} ô khác cùng lỗi`
    : ` and ${count - 1} more cells with the like`;
}
