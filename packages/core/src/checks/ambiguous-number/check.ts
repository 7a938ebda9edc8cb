import type { Decimal } from '../../amount/decimal.js';
import type { FindingData } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { SumRelation, Table } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { cellAmount } from '../../sums/cell-amount.js';
import { makeFinding, unitAt } from '../support/finding.js';
import { relationsOf, residueWith } from '../support/sign.js';
import { readText, skippedBy, type TextAmount, textAmounts } from '../support/text-amounts.js';
import type { Check, CheckContext } from '../types.js';

const MANY = 50;

/** A text that reads as two amounts (1.728: a thousand and more, or not quite two) where the sheet tells neither and a result hangs on it. */
export const ambiguousNumber: Check = {
  code: 'ambiguous-number',
  run: (context) => ({
    findings: context.tables.flatMap((table) => tableFindings(context, table)),
    notChecked: [],
  }),
};

function tableFindings({ book }: CheckContext, table: Table): FindingData[] {
  const texts = textAmounts(book, table).flatMap((column) => column.texts);
  const twofold = new Map<string, TextAmount>();
  for (const text of texts) if (text.reading.kind === 'ambiguous') twofold.set(text.address, text);
  if (twofold.size === 0 || isHabitProven(book, table, twofold)) return [];
  const open = [...twofold.values()].filter(
    (text) => changesResult(book, table, text, twofold) && !isPassedOver(book, table, text),
  );
  const [first] = open;
  if (!first) return [];
  return open.length > MANY ? [findingOf(table, open)] : open.map((text) => findingOf(table, [text]));
}

/** A text that a formula passes over is wrong whatever it means: `text-number` says so. */
function isPassedOver(book: Book, table: Table, text: TextAmount): boolean {
  const read = readText(text);
  return read !== null && skippedBy(book, table, [read]).length > 0;
}

function readingsOf({ reading }: TextAmount): Decimal[] {
  return reading.kind === 'ambiguous' ? reading.readings.map(({ value }) => value) : [];
}

/** How many readings of a text make one sum hold, all doubtful figures being read alike. */
function holdingReadings(
  book: Book,
  table: Table,
  text: TextAmount,
  sum: SumRelation,
  twofold: ReadonlyMap<string, TextAmount>,
): number {
  const row = text.row.row;
  const { column } = text.column;
  return readingsOf(text).filter((value, reading) => {
    const residue = residueWith(book, table, sum, row, column, value, (r, c) => {
      const other = twofold.get(cellAddress(r, c));
      return other ? (readingsOf(other)[reading] ?? null) : cellAmount(book, table, r, c).value;
    });
    return residue?.abs().lt(1) === true;
  }).length;
}

/** One sum that holds in one reading alone tells the habit of the whole table. */
function isHabitProven(book: Book, table: Table, twofold: ReadonlyMap<string, TextAmount>): boolean {
  for (const text of twofold.values()) {
    const relations = relationsOf(table, text.row.row, text.column.column);
    if (relations.some((sum) => holdingReadings(book, table, text, sum, twofold) === 1)) return true;
  }
  return false;
}

/**
 * Where every sum holds with each reading, no result hangs on it. A figure in no sum and no formula changes nothing.
 */
function changesResult(
  book: Book,
  table: Table,
  text: TextAmount,
  twofold: ReadonlyMap<string, TextAmount>,
): boolean {
  const relations = relationsOf(table, text.row.row, text.column.column);
  if (book.evaluator.dependants(table.sheet, text.row.row, text.column.column).length > 0) return true;
  return relations.some((sum) => holdingReadings(book, table, text, sum, twofold) === 0);
}

function findingOf(table: Table, group: readonly TextAmount[]): FindingData {
  const first = group[0] as TextAmount;
  return makeFinding({
    code: 'ambiguous-number',
    severity: 'warning',
    sheet: table.sheetName,
    cells: group.map(({ address }) => address),
    count: group.length,
    facts: { text: first.raw.trim(), readings: readingsOf(first).map(String), title: first.row.title },
    found: first.raw,
    unit: unitAt(table, first.row, first.column)?.name ?? null,
  });
}
