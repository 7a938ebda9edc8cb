import type { Decimal } from '../amount/decimal.js';
import { collapse, makeFinding, titleAddress } from '../checks/support/finding.js';
import type { CellName, FindingData } from '../report/types.js';
import type { Book } from '../sheet/book.js';
import type { Table } from '../sheet/types.js';
import { cellAddress } from '../snapshot/address.js';
import { cellAmount } from '../sums/cell-amount.js';
import { columnRole, rowRole } from './columns.js';
import { wholeRow } from './entries.js';
import { signatureKey } from './keys.js';
import type { Lowest } from './lowest.js';
import { isWithin } from './pairing.js';
import type { Comparison, MoneyCell } from './types.js';

/** Findings for the lowest differences; a balance that the sheet itself shows rightly is none. */
export function findingsOf(book: Book, lowest: readonly Lowest[], all: readonly Comparison[]): FindingData[] {
  const sound = new Set(
    all.filter(isWithin).flatMap(({ entry }) => entry.cells.map((cell) => nameOf(entry.table, cell))),
  );
  const groups = new Map<string, FindingData[]>();
  for (const { comparison, carriers } of once(lowest)) {
    const finding = findingOf(book, comparison, carriers, sound);
    if (!finding) continue;
    const key = `${finding.code}|${comparison.entry.table.sheet}|${comparison.entry.table.range.top}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap(collapse);
}

/** The same figure of the decision beside the same amount in a summary and a detail sheet is one finding. */
function once(lowest: readonly Lowest[]): Lowest[] {
  const kept: Lowest[] = [];
  for (const one of lowest) {
    const { figure, entry, odd } = one.comparison;
    const twin = kept.findIndex(
      ({ comparison }) =>
        comparison.figure === figure &&
        comparison.odd === odd &&
        odd !== 'unlisted' &&
        comparison.entry.table !== entry.table &&
        signatureKey(comparison.entry) === signatureKey(entry),
    );
    const before = kept[twin];
    if (before) kept[twin] = { ...before, carriers: [...before.carriers, one.comparison, ...one.carriers] };
    else kept.push(one);
  }
  return kept;
}

const nameOf = (table: Table, { row, column }: MoneyCell) =>
  `${table.sheetName}!${cellAddress(row.row, column.column)}`;

function findingOf(
  book: Book,
  comparison: Comparison,
  carriers: readonly Comparison[],
  sound: ReadonlySet<string>,
): FindingData | null {
  const { figure, entry, scale, odd } = comparison;
  const { table } = entry;
  const over = comparison.difference.gt(0);
  const rest = over ? null : remainderOf(book, comparison);
  if (rest && comparison.difference.plus(rest.amount.times(scale)).abs().lt(comparison.room)) return null;
  const cells = entry.cells.map(({ row, column }) => cellAddress(row.row, column.column));
  const [first] = entry.cells;
  if (!first) return null;
  // The total of a sheet about one project is that project, in the words of the decision.
  const isTotalOfNode = figure.node !== null && figure.title !== '' && first.row.kind === 'grand-total';
  const asked = comparison.assigned.div(scale);
  const found = comparison.divided.div(scale);
  const left = asked.minus(found);
  return makeFinding({
    code: over ? 'ceiling-exceeded' : 'unallocated-balance',
    severity: over ? 'error' : 'warning',
    sheet: table.sheetName,
    cells: rest ? [cellAddress(rest.row, rest.column), ...cells] : cells,
    facts: {
      basis: 'assigned',
      origin: figure.origin,
      workbook: figure.workbook,
      assignedSheet: figure.sheet,
      assignedCell: figure.cell,
      assigned: figure.amount.toFixed(),
      assignedUnit: figure.unit?.name ?? entry.unit?.name ?? null,
      node: figure.node,
      whole: figure.node === null && entry.place === null && first.row.kind !== 'programme' && odd === null,
      title: odd === 'missing' || isTotalOfNode ? figure.title : first.row.title,
      titleCell: odd === 'missing' ? null : titleAddress(table, first.row),
      column: first.column.headerPath.join(' / '),
      source: entry.source,
      odd,
      dividedCells: cells,
      divided: found.toFixed(),
      remainderCell: rest ? cellAddress(rest.row, rest.column) : null,
      remainder: rest ? rest.amount.toFixed() : null,
    },
    expected: (rest ? left : asked).toFixed(),
    found: (rest ? rest.amount : found).toFixed(),
    difference: (rest ? rest.amount.minus(left) : found.minus(asked)).toFixed(),
    unit: entry.unit?.name ?? null,
    consequences: odd === 'missing' ? [] : consequencesOf(comparison, carriers, sound),
  });
}

interface Remainder {
  readonly row: number;
  readonly column: number;
  readonly amount: Decimal;
}

/** What the sheet itself says is left: its row below the total, or its column beside the amount. */
function remainderOf(book: Book, { entry, odd, figure }: Comparison): Remainder | null {
  const { table, cells } = entry;
  const [cell] = cells;
  if (!cell || odd !== null || cells.length !== 1) return null;
  const amounts = table.columns.filter(({ role }) => role === 'amount');
  // Beside money already spent “còn lại” is what is left to be spent of the plan.
  const isSpent = amounts.some(({ effective }) => effective.stage === 'disbursed');
  const columns = amounts.filter((one) => columnRole(one) === 'remaining');
  const beside = columns.length === 1 && !isSpent ? columns[0] : undefined;
  if (beside) return filled(book, table, cell.row.row, beside.column);
  const isTotal = cell.row === wholeRow(table) || figure.origin === 'row' || figure.origin === 'heading';
  const rows = table.rows.filter((one) => one.hasMoney && rowRole(one) === 'remaining');
  const [below] = rows;
  return isTotal && below && rows.length === 1 ? filled(book, table, below.row, cell.column.column) : null;
}

function filled(book: Book, table: Table, row: number, column: number): Remainder | null {
  const { origin, value } = cellAmount(book, table, row, column);
  return origin === 'blank' || value === null ? null : { row, column, amount: value };
}

const MOST_CONSEQUENCES = 200;

/** The totals that carry the difference on, without those that agree with what was assigned all the same. */
function consequencesOf(
  { entry }: Comparison,
  carriers: readonly Comparison[],
  sound: ReadonlySet<string>,
): CellName[] {
  const own = new Set(entry.cells.map((cell) => nameOf(entry.table, cell)));
  const names = new Map<string, CellName>();
  const add = (sheet: string, cell: string) => {
    const name = `${sheet}!${cell}`;
    if (!own.has(name) && !sound.has(name)) names.set(name, { sheet, cell });
  };
  for (const one of carriers)
    for (const { row, column } of one.entry.cells)
      add(one.entry.table.sheetName, cellAddress(row.row, column.column));
  for (const { row, column } of wholesAbove(entry)) add(entry.table.sheetName, cellAddress(row, column));
  return [...names.values()].slice(0, MOST_CONSEQUENCES);
}

/** Cells of the table that add these cells up, along rows and columns, up to the top. */
function wholesAbove({ table, cells }: Comparison['entry']): { row: number; column: number }[] {
  const seen = new Map<string, { row: number; column: number }>();
  const open = cells.map(({ row, column }) => ({ row: row.row, column: column.column }));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const sum of table.sums) {
      const [across, along] = sum.axis === 'row' ? [at.column, at.row] : [at.row, at.column];
      if (!sum.complete || !sum.parts.some(({ line }) => line === across) || !sum.lines.includes(along))
        continue;
      const whole =
        sum.axis === 'row' ? { row: at.row, column: sum.whole } : { row: sum.whole, column: at.column };
      const key = cellAddress(whole.row, whole.column);
      if (seen.has(key)) continue;
      seen.set(key, whole);
      open.push(whole);
    }
  }
  return [...seen.values()];
}
