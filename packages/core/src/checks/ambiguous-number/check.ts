import type { Decimal } from '../../amount/decimal.js';
import type { FindingData } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { Table } from '../../sheet/types.js';
import { makeFinding, unitAt } from '../support/finding.js';
import { relationsOf, residueWith } from '../support/sign.js';
import { type TextAmount, textAmounts } from '../support/text-amounts.js';
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
  const open = textAmounts(book, table)
    .flatMap(({ texts }) => texts)
    .flatMap((text) => {
      const readings = readingsOf(text);
      return readings.length > 1 && changesResult(book, table, text, readings) ? [{ text, readings }] : [];
    });
  const all = open.map(({ text }) => text);
  if (open.length > MANY) return open.slice(0, 1).map((one) => findingOf(table, all, one.readings));
  return open.map(({ text, readings }) => findingOf(table, [text], readings));
}

function readingsOf({ reading }: TextAmount): Decimal[] {
  return reading.kind === 'ambiguous' ? reading.readings.map(({ value }) => value) : [];
}

/** A sum that holds with one reading alone proves it; a figure in no sum and no formula changes nothing. */
function changesResult(book: Book, table: Table, text: TextAmount, readings: readonly Decimal[]): boolean {
  const row = text.row.row;
  const { column } = text.column;
  const relations = relationsOf(table, row, column);
  for (const sum of relations) {
    const holding = readings.filter(
      (value) => residueWith(book, table, sum, row, column, value)?.abs().lt(1) === true,
    );
    if (holding.length === 1) return false;
  }
  return relations.length > 0 || book.evaluator.dependants(table.sheet, row, column).length > 0;
}

function findingOf(table: Table, group: readonly TextAmount[], readings: readonly Decimal[]): FindingData {
  const first = group[0] as TextAmount;
  return makeFinding({
    code: 'ambiguous-number',
    severity: 'warning',
    sheet: table.sheetName,
    cells: group.map(({ address }) => address),
    count: group.length,
    facts: { text: first.raw.trim(), readings: readings.map(String), title: first.row.title },
    found: first.raw,
    unit: unitAt(table, first.row, first.column)?.name ?? null,
  });
}
