import { rowLookup } from '../checks/support/rows.js';
import type { CheckContext } from '../checks/types.js';
import { trancheOf } from '../sheet/money-roles.js';
import type { Table, TableRow } from '../sheet/types.js';
import { yearOf } from '../sheet/vocabulary.js';
import { cellAddress } from '../snapshot/address.js';
import { analyseSums } from '../sums/analysis.js';
import { cellAmount } from '../sums/cell-amount.js';
import { foldText } from '../text/index.js';
import { dividedColumns, rowRole } from './columns.js';
import { added, entryReader, wholeRow } from './entries.js';
import { figureOf } from './figures.js';
import { findingsOf } from './findings.js';
import { type HeldFigures, NOTHING_HELD } from './held.js';
import { lowestOf } from './lowest.js';
import { compare } from './pairing.js';
import { recordOf } from './record.js';
import type { AssignedFigure, Comparison, Entry, Subject } from './types.js';

/**
 * A row such as “Kế hoạch vốn tỉnh giao” above the lines that divide its money. Where the row adds those lines up, with
 * the remainder among them, it is a sum like any other and the checks of sums judge it.
 */
export function heldInRows(context: CheckContext, table: Table): HeldFigures {
  const given = assignedRow(table);
  if (!given) return NOTHING_HELD;
  const divided = dividedRows(table, given);
  if (divided.length === 0 || isSumOf(table, given, divided)) return NOTHING_HELD;
  const { book } = context;
  const columns = dividedColumns(table);
  const mended = analyseSums(context).mended.changed;
  const read = entryReader(book, table, mended);
  const subject: Subject = {
    programme: table.dimensions.programme,
    node: table.dimensions.node,
    place: null,
  };
  const comparisons: Comparison[] = [];
  const figures: AssignedFigure[] = [];
  for (const column of columns) {
    const { origin } = cellAmount(book, table, given.row, column.column);
    const asked = origin === 'blank' || origin === 'dash' ? null : read(given, column, subject);
    const parts = divided.map((row) => read(row, column, subject));
    if (!asked || parts.some((part) => part === null)) continue;
    const entry = { ...added(parts as Entry[]), node: subject.node, place: null };
    const figure = figureOfRow(table, given, asked);
    figures.push(figure);
    comparisons.push(compare(figure, entry));
  }
  // A plan without any amount yet divides nothing: it is a form to be filled in.
  if (comparisons.every(({ divided: amount }) => amount.isZero())) return NOTHING_HELD;
  return {
    findings: findingsOf(book, lowestOf(comparisons), comparisons),
    gaps: [],
    record: figures.map((figure) => recordOf(figure, comparisons)),
  };
}

/** The one row that says what was assigned for what the table is about. */
function assignedRow(table: Table): TableRow | null {
  const rows = table.rows.filter(
    (row) => row.hasMoney && row.kind !== 'of-which' && rowRole(row) === 'assigned',
  );
  const [only] = rows;
  if (!only || rows.length > 1) return null;
  const year = yearOf(foldText(only.title));
  if (year !== null && table.dimensions.year !== null && year !== table.dimensions.year) return null;
  return trancheOf(only.title) === null && only.own.node === null ? only : null;
}

/** The rows that together give the money out: the total, or the rows of the top. */
function dividedRows(table: Table, given: TableRow): TableRow[] {
  const whole = wholeRow(table);
  if (whole && given.parent === whole.row) return [];
  if (whole && whole !== given) return whole.parent === null || whole.kind === 'grand-total' ? [whole] : [];
  const { children } = rowLookup(table);
  const isLine = (row: TableRow) =>
    row !== given &&
    row.hasMoney &&
    row.kind !== 'of-which' &&
    row.kind !== 'source' &&
    row.own.source === null &&
    rowRole(row) !== 'remaining';
  const below = (children.get(given.row) ?? []).filter(isLine);
  const beside = (children.get(given.parent) ?? []).filter(isLine);
  if (below.length > 0 && beside.length > 0) return [];
  return below.length > 0 ? below : beside;
}

/** True where the recogniser found the row to be the sum of these lines and of more. */
function isSumOf(table: Table, given: TableRow, divided: readonly TableRow[]): boolean {
  return table.sums.some(
    (sum) =>
      sum.axis === 'column' &&
      sum.complete &&
      (sum.whole === given.row || sum.parts.some(({ line }) => line === given.row)) &&
      divided.some((row) => sum.whole === row.row || sum.parts.some(({ line }) => line === row.row)),
  );
}

function figureOfRow(table: Table, row: TableRow, asked: Entry): AssignedFigure {
  const [cell] = asked.cells;
  return figureOf(asked, {
    origin: 'row',
    workbook: null,
    sheet: table.sheetName,
    cell: cell ? cellAddress(row.row, cell.column.column) : null,
    title: row.title,
  });
}
