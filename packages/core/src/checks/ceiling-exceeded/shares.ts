import type { Decimal } from '../../amount/decimal.js';
import { ZERO } from '../../amount/decimal.js';
import type { Source, Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { cellAmount } from '../../sums/cell-amount.js';
import { rowLookup } from '../support/rows.js';
import type { CheckContext } from '../types.js';

/** Figures of which the law bounds the first to a share of the second; in one unit. */
export interface Share {
  readonly part: Decimal;
  readonly whole: Decimal;
  readonly partCells: readonly string[];
  readonly wholeCells: readonly string[];
  /** One of the last digit of the part's figures. */
  readonly step: Decimal;
}

const WHOLE_STAGES: readonly (string | null)[] = [null, 'plan', 'after'];
const LEVELS: readonly Source[] = ['province', 'district', 'commune'];
/** Money of those who are helped, in the words of the decree “đối ứng”. */
const OWN: readonly Source[] = ['credit', 'community', 'enterprise', 'other'];

interface Cells {
  readonly amount: Decimal;
  readonly cells: readonly string[];
}

/** Amounts of one source in a row; the total over kinds of capital where there is one. `null`: a figure is not known. */
function ofSource(
  { book }: CheckContext,
  table: Table,
  row: TableRow,
  columns: readonly TableColumn[],
  source: Source,
): Cells | null {
  const mine = columns.filter(({ effective }) => effective.source === source);
  const whole = mine.filter(({ effective: { capital } }) => capital === null || capital === 'all');
  const chosen = whole.length > 0 ? whole : mine;
  let amount = ZERO;
  for (const { column } of chosen) {
    const { value } = cellAmount(book, table, row.row, column);
    if (value === null) return null;
    amount = amount.plus(value);
  }
  return { amount, cells: chosen.map(({ column }) => cellAddress(row.row, column)) };
}

/**
 * Money of the centre, or of the whole state, beside the cost of one project: only where the row shows money of others
 * too, so that its sources are the cost and not a division of state money. One for each year of the table.
 */
export function shareOfCost(
  context: CheckContext,
  table: Table,
  row: TableRow,
  source: 'central' | 'state',
): Share[] {
  const amounts = table.columns.filter(
    ({ role, effective }) => role === 'amount' && WHOLE_STAGES.includes(effective.stage),
  );
  const years = new Set(amounts.map(({ effective }) => effective.year));
  return [...years].flatMap((year): Share[] => {
    const columns = amounts.filter(({ effective }) => effective.year === year);
    const of = (one: Source) => ofSource(context, table, row, columns, one);
    const [central, local, integrated, total] = [of('central'), of('local'), of('integrated'), of('total')];
    const levels = LEVELS.map(of);
    const own = OWN.map(of);
    if (!central || !local || !integrated || !total) return [];
    if (levels.includes(null) || own.includes(null) || !integrated.amount.isZero()) return [];
    const localMoney = local.cells.length > 0 ? [local] : (levels as Cells[]);
    const others = own as Cells[];
    const add = (list: readonly Cells[]) => list.reduce((sum, { amount }) => sum.plus(amount), ZERO);
    const cost = add([central, ...localMoney, ...others]);
    const isWhole = total.cells.length === 0 || total.amount.eq(cost);
    if (!isWhole || !add(others).isPositive() || !central.amount.isPositive()) return [];
    if (source === 'state' && add(others).isZero()) return [];
    const part = source === 'central' ? [central] : [central, ...localMoney];
    return [
      {
        part: add(part),
        whole: cost,
        partCells: part.flatMap(({ cells }) => cells),
        wholeCells:
          total.cells.length > 0
            ? total.cells
            : [central, ...localMoney, ...others].flatMap(({ cells }) => cells),
        step: stepOf(part.map(({ amount }) => amount)),
      },
    ];
  });
}

/** A cost beside the sum of the row above that it is a part of; the first column of money that holds both. */
export function shareOfParent(
  { book }: CheckContext,
  table: Table,
  row: TableRow,
  isParent: (title: string) => boolean,
): Share[] {
  const { byNumber, wholes } = rowLookup(table);
  const parent = row.parent === null ? undefined : byNumber.get(row.parent);
  if (!parent || !wholes.has(parent.row) || !isParent(parent.title)) return [];
  for (const { role, column, effective } of table.columns) {
    if (role !== 'amount' || !WHOLE_STAGES.includes(effective.stage)) continue;
    const part = cellAmount(book, table, row.row, column).value;
    const whole = cellAmount(book, table, parent.row, column).value;
    if (!part || !whole || !part.isPositive() || !whole.isPositive()) continue;
    return [
      {
        part,
        whole,
        partCells: [cellAddress(row.row, column)],
        wholeCells: [cellAddress(parent.row, column)],
        step: stepOf([part]),
      },
    ];
  }
  return [];
}

function stepOf(amounts: readonly Decimal[]): Decimal {
  const digits = Math.max(0, ...amounts.map((amount) => amount.decimalPlaces()));
  return ZERO.plus(10).pow(-digits);
}
