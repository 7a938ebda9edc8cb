import { Decimal } from '../../amount/index.js';
import type { MoneyUnit, Table } from '../../sheet/types.js';
import { CellKind, cellAddress, locate } from '../../snapshot/index.js';
import { Plan } from '../target.js';
import type { Fill, FillContext } from '../types.js';

/**
 * The table in another unit: typed amounts multiplied exactly, the unit line rewritten, formulas left to follow.
 * Refused as a whole where a formula holds a bare figure or a rounding, whose meaning depends on the unit.
 */
export const unit: Fill = {
  code: 'unit',
  plan(context) {
    const plan = new Plan(context.book, 'unit');
    const to = context.options.toUnit;
    if (to) for (const table of context.tables) convert(context, table, to, plan);
    return plan;
  },
};

function convert({ book }: FillContext, table: Table, to: MoneyUnit, plan: Plan): void {
  const from = table.dimensions.unit;
  if (!from || !table.unitCell) {
    plan.refuse('unit-not-named', table.sheet, null);
    return;
  }
  if (from.scale === to.scale) return;
  const columns = table.columns.filter((column) => column.role === 'amount' && column.own.unit === null);
  for (const row of table.rows) {
    for (const { column } of columns) {
      const formula = book.evaluator.formula(table.sheet, row.row, column);
      if (
        formula !== null &&
        /ROUND|(?<![A-Z$\d.])\d+(\.\d+)?(?![\d:]*[A-Z(])/i.test(formula.replace(/\$?[A-Z]{1,3}\$?\d+/gi, 'A'))
      ) {
        plan.refuse('formula-with-figure', table.sheet, cellAddress(row.row, column), {
          formula: `=${formula}`,
        });
        return;
      }
    }
  }
  const factor = new Decimal(from.scale).div(to.scale);
  const sheet = book.snapshot.sheets[table.sheet]!;
  const locator = locate(sheet);
  for (const row of table.rows) {
    for (const { column } of columns) {
      const index = locator.find(row.row, column);
      if (
        index < 0 ||
        sheet.cells.kinds[index] !== CellKind.number ||
        book.evaluator.formula(table.sheet, row.row, column) !== null
      )
        continue;
      const value = book.evaluator.value(table.sheet, row.row, column);
      if (value.kind !== 'number' || value.value.isZero()) continue;
      const next = value.value.times(factor);
      plan.propose({
        sheet: table.sheet,
        row: row.row,
        column,
        after: { kind: 'number', value: next.toFixed() },
        ...(next.decimalPlaces() > 0
          ? { numberFormat: `#,##0.${'#'.repeat(Math.min(next.decimalPlaces(), 9))}` }
          : {}),
        facts: { reason: `${from.name} → ${to.name}` },
      });
    }
  }
  const text = book.text(table.sheet, table.unitCell.row, table.unitCell.column);
  const label = /^(.*?(?:đơn vị(?: tính)?|đvt)\s*:?\s*)/iu.exec(text)?.[1] ?? '';
  const close = text.trim().endsWith(')') ? ')' : '';
  plan.propose({
    sheet: table.sheet,
    row: table.unitCell.row,
    column: table.unitCell.column,
    after: { kind: 'text', text: `${label}${to.name}${close}` },
    facts: { reason: `${from.name} → ${to.name}` },
  });
}
