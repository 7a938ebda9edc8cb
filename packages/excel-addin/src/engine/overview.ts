import {
  type Book,
  type CheckReport,
  columnNumber,
  Decimal,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  type Source,
} from '@ctmtqg/core';
import { type ChartPlan, chartPlan, chartRows } from './chart.js';

/** Money of one project, by source. */
export interface Bar {
  readonly title: string;
  readonly node: string | null;
  readonly row: number;
  /** Decimal strings in the table's unit. */
  readonly parts: readonly { readonly source: Source; readonly amount: string }[];
  readonly total: string;
}

/** What the result shows at a glance: a bar of the sources for each project. */
export interface Overview {
  readonly sheet: string | null;
  readonly unit: string | null;
  readonly bars: readonly Bar[];
  /** The same, with its cells, to be drawn into the workbook. */
  readonly chart: ChartPlan | null;
}

const NOTHING: Overview = { sheet: null, unit: null, bars: [], chart: null };

const NO_PARTS: ReadonlySet<ReportRow['kind']> = new Set(['grand-total', 'subtotal', 'of-which', 'source']);

const STAGES = new Set<ReportColumn['stage'] | null>([undefined, null, 'plan', 'after']);

/** Sources whose amounts lie side by side; the total and its parts must not both be drawn. */
function columnsBySource(table: ReportTable): Map<Source, ReportColumn[]> {
  const amounts = table.columns.filter((column) => column.role === 'amount' && STAGES.has(column.stage));
  const years = amounts.map((column) => column.year ?? table.year);
  const year = table.year !== null && years.includes(table.year) ? table.year : (years.at(-1) ?? null);
  const ofYear = amounts.filter((_, i) => years[i] === year);
  const bySource = new Map<Source, ReportColumn[]>();
  for (const column of ofYear) {
    const source = column.source ?? 'total';
    bySource.set(source, [...(bySource.get(source) ?? []), column]);
  }
  for (const [source, columns] of bySource) {
    const whole = columns.filter((column) => (column.capital ?? 'all') === 'all');
    const kinds = columns.filter((column) => (column.capital ?? 'all') !== 'all');
    bySource.set(source, whole.length > 0 ? whole.slice(0, 1) : onePerKind(kinds));
  }
  if (bySource.size > 1) bySource.delete('total');
  if (bySource.has('local'))
    for (const part of ['province', 'district', 'commune'] as const) bySource.delete(part);
  return bySource;
}

function onePerKind(columns: readonly ReportColumn[]): ReportColumn[] {
  const first = new Map(columns.map((column) => [column.capital, column] as const).reverse());
  return [...first.values()];
}

/** The rows right below the grand total: the highest level that has more than one. */
function rowsOf(table: ReportTable): ReportRow[] {
  const parts = table.rows.filter((row) => !NO_PARTS.has(row.kind));
  const levels = [...new Set(parts.map((row) => row.level))].sort((a, b) => a - b);
  const level = levels.find((one) => parts.filter((row) => row.level === one).length > 1) ?? levels[0];
  return parts.filter((row) => row.level === level);
}

function amountAt(book: Book, sheet: number, row: number, column: ReportColumn): Decimal {
  const value = book.evaluator.value(sheet, row, columnNumber(column.column));
  return value.kind === 'number' ? value.value : new Decimal(0);
}

function barsOf(book: Book, sheet: number, table: ReportTable, bySource: Map<Source, ReportColumn[]>): Bar[] {
  return rowsOf(table).flatMap((row) => {
    const parts = [...bySource].map(([source, columns]) => ({
      source,
      amount: columns.reduce(
        (sum, column) => sum.plus(amountAt(book, sheet, row.row, column)),
        new Decimal(0),
      ),
    }));
    const total = parts.reduce((sum, part) => sum.plus(part.amount), new Decimal(0));
    if (!total.greaterThan(0)) return [];
    return {
      title: row.title,
      node: row.node,
      row: row.row,
      parts: parts.map((part) => ({ source: part.source, amount: part.amount.toFixed() })),
      total: total.toFixed(),
    };
  });
}

/** A table of more rows than this is a list, not a breakdown by project; nobody reads as many bars. */
const MOST_BARS = 200;

/** The bars of the table that has most of them. */
export function overviewOf(book: Book, report: CheckReport): Overview {
  let best = NOTHING;
  for (const table of report.tables) {
    const sheet = book.snapshot.sheets.findIndex((one) => one.name === table.sheet);
    if (rowsOf(table).length > MOST_BARS) continue;
    const bySource = columnsBySource(table);
    const bars = barsOf(book, sheet, table, bySource);
    if (bars.length <= best.bars.length) continue;
    const rows = chartRows(table.programme, bars);
    const sources = [...bySource].map(([source, columns]) => ({
      source,
      columns: columns.map((column) => column.column),
      amounts: bars.map(({ parts }) => parts.find((part) => part.source === source)?.amount ?? '0'),
    }));
    const chart = chartPlan({ book, sheet, table, rows, sources });
    best = { sheet: table.sheet, unit: table.unit, bars, chart };
  }
  return best;
}
