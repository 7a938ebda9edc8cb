import type { Dimensions, SumRelation, Table, TableColumn, TableRow } from '../sheet/types.js';
import { parseArea } from '../snapshot/address.js';

const NOTHING: Dimensions = {
  programme: null,
  node: null,
  place: null,
  source: null,
  capital: null,
  year: null,
  stage: null,
  unit: null,
};

/** A column for tests of the report: what the recogniser would say of it. */
export function column(number: number, over: Partial<TableColumn> = {}): TableColumn {
  return {
    column: number,
    role: 'amount',
    headerPath: [`Cột ${number}`],
    headerCell: null,
    own: NOTHING,
    effective: NOTHING,
    hidden: false,
    written: [],
    match: null,
    ...over,
  };
}

/** A row for tests of the report. */
export function row(number: number, title: string, over: Partial<TableRow> = {}): TableRow {
  return {
    row: number,
    kind: 'project',
    level: 1,
    ordinal: null,
    title,
    titleColumn: 2,
    parent: null,
    own: NOTHING,
    effective: NOTHING,
    written: [],
    match: null,
    hidden: false,
    hasMoney: true,
    ...over,
  };
}

/** A table for tests of the report. */
export function table(range: string, over: Partial<Table> = {}): Table {
  const area = parseArea(range)!;
  return {
    sheet: 0,
    sheetName: 'Biểu',
    range: area,
    headerRange: { ...area, bottom: area.top },
    columnNumberRow: null,
    dimensions: NOTHING,
    administrativeLevel: null,
    date: null,
    unitCell: null,
    numberHabit: null,
    columns: [],
    rows: [],
    sums: [],
    crossSheet: [],
    percents: [],
    words: [],
    statedMatches: [],
    doubts: [],
    ...over,
  };
}

/** `whole` = the sum of `parts` in each of `lines`. */
export function sum(axis: SumRelation['axis'], whole: number, parts: number[], lines: number[]): SumRelation {
  return {
    axis,
    kind: axis === 'row' ? 'row-total' : 'grand-total',
    whole,
    parts: parts.map((line) => ({ line, sign: 1 })),
    lines,
    complete: true,
    evidence: 'formula',
  };
}
