import type { Book } from '../../sheet/book.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { foldText } from '../../text/index.js';
import { countColumn, type NormSubject, subjectNamed, subjectOf } from '../support/subjects.js';

/** What a row's norm is about, the column that counts it, and the columns whose money is for it. */
export interface Counting {
  readonly subject: NormSubject;
  readonly column: TableColumn;
  readonly among: readonly TableColumn[];
}

const AMOUNT_OF_UNITS = /^(?:so luong|khoi luong|quy mo|sl|kl)(?: (?:ke hoach|thuc hien|ho tro))?$/;
const UNIT_HEADER = /^(?:dvt|don vi tinh|dv tinh|don vi)$/;

const leafOf = ({ headerPath }: TableColumn) => foldText(headerPath[headerPath.length - 1] ?? '');
const groupOf = ({ headerPath }: TableColumn) => foldText(headerPath.slice(0, -1).join(' '));
const counts = ({ role }: TableColumn) => role === 'quantity' || role === 'other';

/** The counts of a row: by the title of the row, or by the heads over its columns, “Xây mới: số hộ, kinh phí”. */
export function countingsOf(book: Book, table: Table, row: TableRow): Counting[] {
  const subject = subjectOf(table, row);
  if (!subject) return row.own.node === null ? countingsByHead(table) : [];
  const column = countColumn(table, subject) ?? countByUnit(book, table, row, subject);
  return column ? [{ subject, column, among: table.columns }] : [];
}

/** “Số lượng” beside a column of units that says “hộ” in this row. */
function countByUnit(book: Book, table: Table, row: TableRow, { counted }: NormSubject): TableColumn | null {
  const quantities = table.columns.filter((column) => counts(column) && AMOUNT_OF_UNITS.test(leafOf(column)));
  const units = table.columns.filter(
    (column) => column.role !== 'amount' && UNIT_HEADER.test(leafOf(column)),
  );
  const [unit] = units;
  if (quantities.length !== 1 || units.length !== 1 || !unit) return null;
  return counted.test(foldText(book.text(table.sheet, row.row, unit.column)))
    ? (quantities[0] ?? null)
    : null;
}

/** Heads that each name one thing and stand over one count of it. */
function countingsByHead(table: Table): Counting[] {
  const { programme, node } = table.dimensions;
  if (programme === null) return [];
  const heads = new Set(table.columns.filter(counts).map(groupOf));
  return [...heads].flatMap((head): Counting[] => {
    const subject = head === '' ? null : subjectNamed(programme, head);
    if (!subject || (node !== null && node.split('.')[0] !== subject.node.split('.')[0])) return [];
    const among = table.columns.filter((column) => groupOf(column) === head);
    const counting = among.filter((column) => counts(column) && subject.counted.test(leafOf(column)));
    const [column] = counting;
    return column && counting.length === 1 ? [{ subject, column, among }] : [];
  });
}
