import { Decimal, ZERO } from '../amount/decimal.js';
import { ancestorsOf, isLeaf, rowLookup } from '../checks/support/rows.js';
import type { Book } from '../sheet/book.js';
import type { Table, TableColumn, TableRow } from '../sheet/types.js';
import { cellAmount } from '../sums/cell-amount.js';
import { type CellKey, keyOf } from '../sums/cell-key.js';
import { dividedColumns, rowRole, signatureOf } from './columns.js';
import { signatureKey, subjectKey } from './keys.js';
import type { Entry, MoneyCell, Subject } from './types.js';

/** Figures that the sums prove right in the place of those that stand there. */
export type Mended = ReadonlyMap<CellKey, Decimal>;

const NODE_KINDS: readonly string[] = ['component', 'project', 'sub-project', 'content'];

/** What a row's money is for; `null` for rows that are no line of a division: works, sections, remainders. */
function subjectOfRow(table: Table, row: TableRow, total: TableRow | null): Subject | null {
  if (row.kind === 'of-which' || rowRole(row) === 'remaining') return null;
  const { programme, node } = row.effective;
  const place = row.effective.place;
  if (row === total) return { programme, node: table.dimensions.node, place: null };
  if (row.kind === 'grand-total' || row.kind === 'subtotal') return null;
  if (NODE_KINDS.includes(row.kind)) return row.own.node === null ? null : { programme, node, place };
  if (row.kind === 'programme') return { programme, node: null, place };
  if (row.kind === 'place' || row.kind === 'agency')
    return { programme, node, place: row.own.place ?? row.title };
  if (row.kind === 'source' || row.own.capital !== null) return { programme, node, place };
  return null;
}

/** The row over all lines: the grand total, else the one row at the top that adds up others. */
export function wholeRow(table: Table): TableRow | null {
  const totals = table.rows.filter((row) => row.kind === 'grand-total');
  if (totals.length > 0) return totals.length === 1 ? (totals[0] ?? null) : null;
  const { wholes } = rowLookup(table);
  const top = table.rows.filter(
    (row) => row.parent === null && row.hasMoney && row.kind !== 'of-which' && rowRole(row) !== 'remaining',
  );
  const rest = top.filter((row) => rowRole(row) !== 'assigned' || wholes.has(row.row));
  const [only] = rest;
  return only && rest.length === 1 && wholes.has(only.row) ? only : null;
}

/**
 * Every amount of a table with what it is for. Amounts that are made up of several rows are added.
 *
 * @param stand `before`: as the table shows them before an adjustment
 */
export function entriesOf(
  book: Book,
  table: Table,
  mended: Mended = new Map(),
  stand: 'now' | 'before' = 'now',
): Entry[] {
  const columns = dividedColumns(table, stand);
  const total = wholeRow(table);
  const reader = entryReader(book, table, mended);
  const groups = new Map<string, Entry[]>();
  for (const row of table.rows) {
    if (!row.hasMoney || rowRole(row) === 'assigned') continue;
    const ofRow = subjectOfRow(table, row, total);
    if (!ofRow) continue;
    for (const column of columns) {
      const entry = reader(row, column, ofRow);
      if (!entry) continue;
      const key = `${signatureKey(entry)}|${subjectKey(entry)}`;
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return unsaid(
    withoutPlaces(
      table,
      [...groups.values()].flatMap((group) => together(table, group)),
    ),
  );
}

/** Reads single amounts of a table; `null` where a cell holds no amount that is known. */
export function entryReader(
  book: Book,
  table: Table,
  mended: Mended = new Map(),
): (row: TableRow, column: TableColumn, ofRow: Subject) => Entry | null {
  const digits = typedDigits(book, table);
  return (row, column, ofRow) => entryAt(book, table, row, column, ofRow, digits, mended);
}

function entryAt(
  book: Book,
  table: Table,
  row: TableRow,
  column: TableColumn,
  ofRow: Subject,
  digits: ReadonlyMap<number | null, number>,
  mended: Mended,
): Entry | null {
  const ofColumn = column.own.node ?? null;
  if (ofColumn !== null && ofRow.node !== null && ofRow.node !== table.dimensions.node) return null;
  const read = cellAmount(book, table, row.row, column.column);
  const amount = read.value;
  if (amount === null) return null;
  const own = amount.decimalPlaces();
  const typed = digits.get(column.effective.unit?.scale ?? null) ?? own;
  const shown = read.shown.fixed ? Math.min(Math.max(read.shown.least, read.shown.most), own) : 0;
  // A format may hide digits; what is computed from typed figures is as fine as they are.
  const kept = read.origin === 'formula' ? Math.min(own, Math.max(shown, typed)) : own;
  const cell: MoneyCell = { row, column, amount, step: new Decimal(10).pow(-kept) };
  return {
    programme: column.own.programme ?? ofRow.programme,
    node: ofColumn ?? ofRow.node,
    place: ofRow.place ?? column.own.place,
    ...signatureOf(table, row, column),
    table,
    cells: [cell],
    amount,
    mended: mended.get(keyOf(table.sheet, row.row, column.column)) ?? amount,
    step: cell.step,
    unit: row.own.unit ?? column.effective.unit ?? table.dimensions.unit,
  };
}

/** Digits behind the point that the typed figures of each unit bear; none where all is computed. */
function typedDigits(book: Book, table: Table): ReadonlyMap<number | null, number> {
  const most = new Map<number | null, number>();
  for (const { role, column, effective } of table.columns) {
    if (role !== 'amount') continue;
    const scale = effective.unit?.scale ?? null;
    for (const row of table.rows) {
      if (!row.hasMoney || !isLeaf(table, row)) continue;
      const { origin, value } = cellAmount(book, table, row.row, column);
      if (origin === 'typed' && value) most.set(scale, Math.max(most.get(scale) ?? 0, value.decimalPlaces()));
    }
  }
  return most;
}

/** “Tổng số” says of whom the money is only where other columns say it otherwise. */
function unsaid(entries: readonly Entry[]): Entry[] {
  const isSaid = (what: 'source' | 'capital', whole: string) =>
    entries.some((entry) => entry[what] !== null && entry[what] !== whole);
  const [sources, capitals] = [isSaid('source', 'total'), isSaid('capital', 'all')];
  if (sources && capitals) return [...entries];
  return entries.map((entry) => ({
    ...entry,
    source: sources ? entry.source : null,
    capital: capitals ? entry.capital : null,
  }));
}

/** One thing in several rows: parts of it in several groups are added; a row below another of them is within it. */
function together(table: Table, group: readonly Entry[]): Entry[] {
  const [first] = group;
  if (!first || group.length === 1) return [...group];
  const columns = new Set(group.map(({ cells }) => cells[0]?.column));
  // Two columns that say the same of themselves: which one is meant is not known.
  if (columns.size > 1) return [];
  return [added(outermost(table, group))];
}

/** Without those that stand below another of the list. */
function outermost(table: Table, group: readonly Entry[]): Entry[] {
  const rows = new Set(group.map(({ cells }) => cells[0]?.row.row));
  return group.filter(({ cells }) => {
    const row = cells[0]?.row;
    return !row || ancestorsOf(table, row).every((above) => !rows.has(above.row));
  });
}

/** Several amounts of one thing as one. */
export function added(entries: readonly Entry[]): Entry {
  const first = entries[0] as Entry;
  if (entries.length === 1) return first;
  const cells = entries.flatMap((entry) => entry.cells);
  return {
    ...first,
    cells,
    amount: entries.reduce((sum, { amount }) => sum.plus(amount), ZERO),
    mended: entries.reduce((sum, { mended }) => sum.plus(mended), ZERO),
    step: entries.reduce((most, { step }) => (step.gt(most) ? step : most), first.step),
  };
}

/** Where a thing stands under each place but nowhere for all of them, all of them together. */
function withoutPlaces(table: Table, entries: readonly Entry[]): Entry[] {
  const whole = new Set(entries.filter(({ place }) => place === null).map(overall));
  const parted = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.place === null || whole.has(overall(entry))) continue;
    const list = parted.get(overall(entry));
    if (list) list.push(entry);
    else parted.set(overall(entry), [entry]);
  }
  const sums = [...parted.values()]
    .filter((list) => new Set(list.map(({ unit }) => unit?.scale)).size === 1)
    .map((list) => ({ ...added(outermost(table, list)), place: null }));
  return [...entries, ...sums];
}

const overall = (entry: Entry) => `${signatureKey(entry)}|${subjectKey({ ...entry, place: null })}`;
