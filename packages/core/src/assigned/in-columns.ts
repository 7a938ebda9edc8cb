import { ZERO } from '../amount/decimal.js';
import type { CheckContext } from '../checks/types.js';
import type { ReportAssigned } from '../report/types.js';
import { speaksOfOtherMoney, trancheOf } from '../sheet/money-roles.js';
import type { Table, TableColumn, TableRow } from '../sheet/types.js';
import { cellAddress } from '../snapshot/address.js';
import { analyseSums } from '../sums/analysis.js';
import { cellAmount } from '../sums/cell-amount.js';
import { withoutCarried } from './carried.js';
import { columnRole, rowRole } from './columns.js';
import { entryReader } from './entries.js';
import { findingsOf } from './findings.js';
import { type HeldFigures, NOTHING_HELD } from './held.js';
import type { Lowest } from './lowest.js';
import { compare, isWithin } from './pairing.js';
import type { AssignedFigure, Comparison, Subject } from './types.js';

/** What was assigned and what is given out of it, in two columns of one table. */
interface ColumnPair {
  readonly given: TableColumn;
  readonly divided: TableColumn;
}

/** Columns such as “Kế hoạch vốn trung ương giao” and “Phân bổ” beside each other, row by row. */
export function heldInColumns(context: CheckContext, table: Table): HeldFigures {
  const pairs = columnPairs(table).filter((pair) => isFilled(context, table, pair.divided));
  if (pairs.length === 0) return NOTHING_HELD;
  const { book } = context;
  const mended = analyseSums(context).mended.changed;
  const read = entryReader(book, table, mended);
  const held = pairs.map(({ given, divided }) =>
    table.rows.flatMap((row): Comparison[] => {
      if (!row.hasMoney || rowRole(row) !== null || row.kind === 'of-which') return [];
      const { origin } = cellAmount(book, table, row.row, given.column);
      const subject: Subject = {
        programme: row.effective.programme,
        node: row.effective.node,
        place: row.effective.place,
      };
      const asked = origin === 'blank' || origin === 'dash' ? null : read(row, given, subject);
      const entry = asked && read(row, divided, subject);
      if (!asked || !entry) return [];
      const figure: AssignedFigure = {
        ...asked,
        origin: 'column',
        workbook: null,
        sheet: table.sheetName,
        cell: cellAddress(row.row, given.column),
        title: row.title,
      };
      return [compare(figure, entry)];
    }),
  );
  const comparisons = held.flat();
  const lowest = held.flatMap((column) => lowestRows(table, column));
  const findings = findingsOf(book, withoutCarried(lowest, comparisons), comparisons);
  return { findings, gaps: [], record: pairs.map((pair) => recordOfPair(table, pair)) };
}

/** A row that adds up others only carries their differences on. */
function lowestRows(table: Table, comparisons: readonly Comparison[]): Lowest[] {
  const byRow = new Map(comparisons.map((one) => [one.entry.cells[0]?.row.row ?? 0, one]));
  const parts = (whole: TableRow): Comparison[] =>
    table.sums
      .filter(({ axis, complete, whole: line }) => axis === 'column' && complete && line === whole.row)
      .slice(0, 1)
      .flatMap((sum) => sum.parts.flatMap(({ line }) => byRow.get(line) ?? []));
  const causes = new Map<Comparison, readonly Comparison[]>();
  const wrong = comparisons.filter((one) => !isWithin(one));
  for (const one of wrong) {
    const row = one.entry.cells[0]?.row;
    const below = row ? parts(row) : [];
    const sum = below.reduce((total, { difference }) => total.plus(difference), ZERO);
    if (below.length > 0 && one.difference.minus(sum).abs().lt(one.room)) causes.set(one, below);
  }
  const below = (one: Comparison): Comparison[] => [one, ...(causes.get(one) ?? []).flatMap(below)];
  return wrong
    .filter((one) => !causes.has(one))
    .map((comparison) => ({
      comparison,
      carriers: [...causes.keys()].filter((whole) => below(whole).includes(comparison)),
    }));
}

function columnPairs(table: Table): ColumnPair[] {
  const amounts = table.columns.filter(({ role }) => role === 'amount');
  if (amounts.some(({ effective }) => effective.stage === 'increase' || effective.stage === 'decrease'))
    return [];
  const whole = amounts.filter(
    ({ effective: { stage } }) => stage === null || stage === 'plan' || stage === 'before',
  );
  const given = whole.filter(
    (column) => columnRole(column) === 'assigned' && !isTranche(column) && isOfYear(column),
  );
  const divided = whole.filter(
    (column) => columnRole(column) === 'divided' && !isTranche(column) && isOfYear(column),
  );
  const pairs = given.flatMap((one): ColumnPair[] => {
    const partners = divided.filter((other) => mayPair(one, other, given.length === 1));
    const top = partners.length > 1 ? partners.filter((other) => addsUp(table, other, partners)) : partners;
    const [partner] = top;
    return partner && top.length === 1 ? [{ given: one, divided: partner }] : [];
  });
  const used = pairs.map((pair) => pair.divided);
  return pairs.filter((pair) => used.filter((column) => column === pair.divided).length === 1);
}

const isTranche = ({ headerPath }: TableColumn) => headerPath.some((text) => trancheOf(text) !== null);

/** Every line of the header speaks of one year's plan: none looks back, ahead, or at a period. */
const isOfYear = ({ headerPath }: TableColumn) => headerPath.every((text) => !speaksOfOtherMoney(text));

/** Same year, kind of capital, node and place; of several pairs the same source too. */
function mayPair(given: TableColumn, divided: TableColumn, alone: boolean): boolean {
  const [a, b] = [given.effective, divided.effective];
  const fits = <T>(one: T | null, other: T | null) => one === other || one === null || other === null;
  const sources = alone
    ? fits(a.source, b.source) || b.source === 'total'
    : (a.source ?? 'total') === (b.source ?? 'total');
  const capital = alone ? fits(a.capital, b.capital) : (a.capital ?? 'all') === (b.capital ?? 'all');
  return sources && capital && fits(a.year, b.year) && a.node === b.node && a.place === b.place;
}

function addsUp(table: Table, column: TableColumn, all: readonly TableColumn[]): boolean {
  return table.sums.some(
    (sum) =>
      sum.axis === 'row' &&
      sum.complete &&
      sum.whole === column.column &&
      all.every((other) => other === column || sum.parts.some(({ line }) => line === other.column)),
  );
}

/** A column without a single amount is a form to be filled in. */
function isFilled({ book }: CheckContext, table: Table, { column }: TableColumn): boolean {
  return table.rows.some((row) => cellAmount(book, table, row.row, column).value?.isZero() === false);
}

function recordOfPair(table: Table, { given, divided }: ColumnPair): ReportAssigned {
  const at = (column: TableColumn) =>
    cellAddress(
      column.headerCell?.row ?? table.headerRange.bottom,
      column.headerCell?.column ?? column.column,
    );
  const { programme, node, place, source, capital, year, unit } = given.effective;
  return {
    origin: 'column',
    workbook: null,
    sheet: table.sheetName,
    cell: at(given),
    programme,
    node,
    place,
    source,
    capital,
    year,
    amount: null,
    unit: unit?.name ?? null,
    comparedWith: [{ sheet: table.sheetName, cell: at(divided) }],
  };
}
