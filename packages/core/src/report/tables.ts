import type { Table, TableColumn, TableRow } from '../sheet/types.js';
import { areaAddress, columnName } from '../snapshot/address.js';
import { reportRelations } from './relations.js';
import type { ReportColumn, ReportRow, ReportTable } from './types.js';

function reportColumn(column: TableColumn): ReportColumn {
  const { effective, own } = column;
  const base = { column: columnName(column.column), role: column.role, header: column.headerPath };
  const claims = {
    ...(own.programme === null ? {} : { programme: own.programme }),
    ...(own.node === null ? {} : { node: own.node }),
    ...(own.place === null ? {} : { place: own.place }),
  };
  if (column.role !== 'amount') return { ...base, ...claims };
  return {
    ...base,
    source: effective.source ?? 'total',
    capital: effective.capital ?? 'all',
    year: effective.year,
    stage: effective.stage ?? 'plan',
    ...(own.unit === null ? {} : { unit: own.unit.name }),
    ...claims,
  };
}

function reportRow(row: TableRow): ReportRow {
  return {
    row: row.row,
    kind: row.kind,
    level: row.level,
    programme: row.effective.programme,
    node: row.effective.node,
    parent: row.parent,
    title: row.title,
  };
}

/** What was understood of a table, as the report shows it. */
export function reportTable(table: Table, sheetNames: readonly string[]): ReportTable {
  return {
    sheet: table.sheetName,
    range: areaAddress(table.range),
    headerRange: areaAddress(table.headerRange),
    unit: table.dimensions.unit?.name ?? null,
    scale: table.dimensions.unit?.scale ?? null,
    programme: table.dimensions.programme,
    year: table.dimensions.year,
    columns: table.columns.map(reportColumn),
    rows: table.rows.map(reportRow),
    relations: reportRelations(table, sheetNames),
  };
}
