import { amountInWords } from '../../amount/index.js';
import { linesBetween } from '../../sheet/heading.js';
import { readSheet } from '../../sheet/read-cells.js';
import type { Table } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/index.js';
import { Plan } from '../target.js';
import type { Fill, FillContext } from '../types.js';

const EMPTY_LABEL = /^(\s*\(?\s*(?:(?:số tiền|tổng số tiền)\s*)?(?:viết |ghi )?bằng chữ\s*:?)[\s.…)]*$/iu;
const ROWS_BELOW = 20;

/** "Bằng chữ: …" below a table, still empty: the grand total of the total column in words, in đồng. */
export const words: Fill = {
  code: 'words',
  plan(context) {
    const plan = new Plan(context.book, 'words');
    for (const table of context.tables) fillTable(context, table, plan);
    return plan;
  },
};

function fillTable({ book, options }: FillContext, table: Table, plan: Plan): void {
  const lines = linesBetween(
    readSheet(book, table.sheet),
    table.range.bottom + 1,
    table.range.bottom + ROWS_BELOW,
  );
  const line = lines.find((one) => EMPTY_LABEL.test(one.text));
  if (!line) return;
  const grand = table.rows.find((row) => row.kind === 'grand-total');
  const amounts = table.columns.filter((column) => column.role === 'amount');
  const total =
    amounts.find((column) => column.effective.source === 'total') ??
    (amounts.length === 1 ? amounts[0] : undefined);
  const unit = total?.effective.unit ?? table.dimensions.unit;
  const value = grand && total ? book.evaluator.value(table.sheet, grand.row, total.column) : null;
  if (!grand || !total || !unit || value?.kind !== 'number') {
    plan.refuse('total-unknown', table.sheet, cellAddress(line.row, line.column));
    return;
  }
  const label = EMPTY_LABEL.exec(line.text)![1]!.replace(/:?\s*$/, ':');
  const text = amountInWords(value.value.times(unit.scale), {
    ...options.wordChoices,
    unit: 'đồng',
    capital: true,
  });
  plan.propose({
    sheet: table.sheet,
    row: line.row,
    column: line.column,
    after: { kind: 'text', text: `${label} ${text}.` },
    facts: { amount: cellAddress(grand.row, total.column) },
  });
}
