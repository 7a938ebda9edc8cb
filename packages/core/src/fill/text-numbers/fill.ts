import { type AmountReading, type Decimal, readAmount } from '../../amount/index.js';
import type { MoneyUnit, Table } from '../../sheet/types.js';
import { CellKind, cellAddress, locate } from '../../snapshot/index.js';
import { Plan } from '../target.js';
import type { Fill, FillContext } from '../types.js';

/** Amounts typed as text become numbers, where they can be read one way only. What can be read two ways is left and named. */
export const textNumbers: Fill = {
  code: 'text-numbers',
  plan(context) {
    const plan = new Plan(context.book, 'text-numbers');
    for (const table of context.tables) fillTable(context, table, plan);
    return plan;
  },
};

function fillTable({ book }: FillContext, table: Table, plan: Plan): void {
  const sheet = book.snapshot.sheets[table.sheet]!;
  const locator = locate(sheet);
  for (const row of table.rows) {
    for (const column of table.columns.filter((one) => one.role === 'amount')) {
      const index = locator.find(row.row, column.column);
      if (index < 0 || sheet.cells.kinds[index] !== CellKind.text) continue;
      if (book.evaluator.formula(table.sheet, row.row, column.column) !== null) continue;
      const text = book.text(table.sheet, row.row, column.column);
      const reading = readAmount(text, table.numberHabit);
      if (reading.kind === 'ambiguous')
        plan.refuse('two-readings', table.sheet, cellAddress(row.row, column.column), { text });
      const value = figureOf(reading, text, column.effective.unit ?? table.dimensions.unit);
      if (value === null) continue;
      const format = book.snapshot.styles[sheet.cells.styles[index]!]?.numberFormat ?? 'General';
      plan.propose({
        sheet: table.sheet,
        row: row.row,
        column: column.column,
        after: { kind: 'number', value: value.toFixed() },
        ...(format === '@' || format === 'General' ? { numberFormat: formatFor(value.decimalPlaces()) } : {}),
        facts: { text },
      });
    }
  }
}

/** The figure in the unit of its column; a text that names a unit of its own, `1,92 tỷ`, is converted exactly. */
function figureOf(reading: AmountReading, text: string, unit: MoneyUnit | null): Decimal | null {
  if (reading.kind === 'money')
    return unit && reading.readings.length === 1 ? reading.readings[0]!.value.div(unit.scale) : null;
  return reading.kind === 'amount' && /\d/.test(text) && !/[%a-zđ]/iu.test(text) ? reading.value : null;
}

function formatFor(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(Math.min(decimals, 6))}`;
}
