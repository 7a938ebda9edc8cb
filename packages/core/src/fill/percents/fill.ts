import type { PercentRelation, Table } from '../../sheet/types.js';
import { cellAddress, columnName } from '../../snapshot/index.js';
import { foldText } from '../../text/index.js';
import { isBlank, Plan } from '../target.js';
import type { Fill, FillContext } from '../types.js';

/**
 * Blank cells of a percent column: the same comparison that the column's other cells make, each line's share of the
 * grand total where the header says "Tỷ trọng" and the table has one column of figures, or what was spent against what
 * was planned where the table has one column of each.
 */
export const percents: Fill = {
  code: 'percents',
  plan(context) {
    const plan = new Plan(context.book, 'percents');
    for (const table of context.tables) {
      for (const column of table.columns.filter((one) => one.role === 'percent'))
        fillColumn(context, table, column.column, plan);
    }
    return plan;
  },
};

interface Shares {
  readonly numerator: number;
  readonly denominator: number;
  /** Row of the denominator, or `null` where it stands in the line itself. */
  readonly totalRow: number | null;
  readonly times: 1 | 100;
  readonly format?: string;
}

function fillColumn({ book }: FillContext, table: Table, column: number, plan: Plan): void {
  const shares = knownShares(table, column) ?? sharesOfTotal(table, column) ?? sharesOfPlan(table, column);
  const blank = table.rows.filter((row) => isBlank(book, table.sheet, row.row, column));
  if (blank.length === 0) return;
  if (!shares) {
    if (blank.length === table.rows.length)
      plan.refuse('denominator-unknown', table.sheet, `${columnName(column)}${table.rows[0]?.row ?? 1}`);
    return;
  }
  for (const { row } of blank) {
    const denominatorRow = shares.totalRow ?? row;
    const numerator = book.evaluator.value(table.sheet, row, shares.numerator);
    const denominator = book.evaluator.value(table.sheet, denominatorRow, shares.denominator);
    if (numerator.kind !== 'number' || denominator.kind !== 'number' || denominator.value.isZero()) continue;
    const below = `${columnName(shares.denominator)}${shares.totalRow === null ? '' : '$'}${denominatorRow}`;
    plan.propose({
      sheet: table.sheet,
      row,
      column,
      after: {
        kind: 'formula',
        formula: `=${cellAddress(row, shares.numerator)}/${below}${shares.times === 100 ? '*100' : ''}`,
        cached: null,
      },
      // Cells of a percent column may be formatted as shares already; a figure times 100 must not show as 5000 %.
      ...(shares.format ? { numberFormat: shares.format } : {}),
      facts: {
        numerator: cellAddress(row, shares.numerator),
        denominator: cellAddress(denominatorRow, shares.denominator),
      },
    });
  }
}

function knownShares(table: Table, column: number): Shares | null {
  const known: PercentRelation | undefined = table.percents.find((one) => one.percent.column === column);
  if (!known) return null;
  const totalRow = known.denominator.row === known.percent.row ? null : known.denominator.row;
  return {
    numerator: known.numerator.column,
    denominator: known.denominator.column,
    totalRow,
    times: known.times,
  };
}

/** "Tỷ lệ giải ngân (%)" in a table with one column of what was spent and one other of what was planned. */
function sharesOfPlan(table: Table, column: number): Shares | null {
  const header = table.columns.find((one) => one.column === column)?.headerPath.join(' ') ?? '';
  const amounts = table.columns.filter((one) => one.role === 'amount');
  const spent = amounts.filter((one) => one.effective.stage === 'disbursed');
  const planned = amounts.filter((one) => one.effective.stage === 'plan' || one.effective.stage === 'after');
  const speaks =
    /(giai ngan|thuc hien|dat|hoan thanh|thanh toan)/.test(foldText(header)) && header.includes('%');
  return speaks && spent.length === 1 && planned.length === 1
    ? {
        numerator: spent[0]!.column,
        denominator: planned[0]!.column,
        totalRow: null,
        times: 100,
        format: '#,##0.0',
      }
    : null;
}

function sharesOfTotal(table: Table, column: number): Shares | null {
  const header = table.columns.find((one) => one.column === column)?.headerPath.join(' ') ?? '';
  const amounts = table.columns.filter((one) => one.role === 'amount');
  const grand = table.rows.filter((row) => row.kind === 'grand-total');
  if (
    !/tỷ trọng|tỉ trọng|cơ cấu/iu.test(header.normalize('NFC')) ||
    amounts.length !== 1 ||
    grand.length !== 1
  )
    return null;
  return {
    numerator: amounts[0]!.column,
    denominator: amounts[0]!.column,
    totalRow: grand[0]!.row,
    times: 100,
  };
}
