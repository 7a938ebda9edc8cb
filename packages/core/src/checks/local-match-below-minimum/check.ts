import { Decimal } from '../../amount/decimal.js';
import type { CellContent, FindingData, Fix, NotCheckedData, Severity } from '../../report/types.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { makeFinding, titleAddress } from '../support/finding.js';
import { isInDoubt } from '../support/sign.js';
import type { Check, CheckContext } from '../types.js';
import { type MatchColumns, matchColumns } from './columns.js';
import {
  addLines,
  figuresOf,
  linesOf,
  type MatchFigures,
  type StepAt,
  stepReader,
  totalRow,
} from './figures.js';
import { type Ratio, ratiosOf } from './ratios.js';

const MANY = 50;

/**
 * Local money below the ratio that the caller or the sheet asks for. The floor lies on the total; if that falls short,
 * the lines that do are named, else the total. A line short under a sufficient total is information.
 */
export const localMatchBelowMinimum: Check = {
  code: 'local-match-below-minimum',
  run(context) {
    const findings: FindingData[] = [];
    const notChecked: NotCheckedData[] = [];
    for (const table of context.tables) {
      const { ratios, unknown } = ratiosOf(context, table);
      notChecked.push(...unknown);
      for (const ratio of ratios) {
        const pairs = matchColumns(table, ratio.capital);
        if (pairs.length === 0) notChecked.push(...gapOf(table, ratio));
        for (const columns of pairs) findings.push(...judge(context, table, ratio, columns));
      }
    }
    return { findings, notChecked };
  },
};

/** Only a table that shows central money could have been judged. */
function gapOf(table: Table, ratio: Ratio): NotCheckedData[] {
  const central = table.columns.some(
    (column) => column.role === 'amount' && column.effective.source === 'central',
  );
  if (!central) return [];
  const local = table.columns.some(
    ({ role, effective }) =>
      role === 'amount' && ['local', 'province', 'district', 'commune'].includes(effective.source ?? ''),
  );
  return [
    {
      code: local ? 'match-kinds-not-split' : 'match-no-local-money',
      sheet: table.sheetName,
      cell: ratio.cell,
      facts: { ratio: ratio.ratio.toString(), capital: ratio.capital },
    },
  ];
}

function judge(context: CheckContext, table: Table, ratio: Ratio, columns: MatchColumns): FindingData[] {
  const lines = linesOf(table);
  const { total: sum, doubtful } = addLines(context.book, table, lines, columns, ratio.ratio);
  const total = totalRow(table);
  const anchor = total ?? lines[0];
  const given = sum ?? (total ? figuresOf(context.book, table, total.row, columns) : null);
  if (!anchor || !given || given.central.isZero()) return [];
  const stepAt = stepReader(context.book, table, lines);
  const found = shortLines(context, table, ratio, columns, doubtful, stepAt);
  const nothingGiven = lines.length > 1 && given.local.isZero();
  const open = nothingGiven
    ? []
    : found.slice(0, MANY).filter((one) => isOpen(context, table, columns, stepAt, one));
  const short = found.filter((one) => !open.includes(one));
  const whole = without(given, open);
  const totalShortage = shortageOf(context, table, anchor, columns, stepAt, whole, ratio);
  // Where only the province's share stands, the rest of the counterpart stands on other sheets.
  const binds = !columns.provinceOnly && !(ratio.ofProvince && isBelowProvince(table));
  const insufficient = totalShortage !== null;
  const severity = !insufficient || !binds ? 'info' : isRead(ratio) ? 'error' : 'warning';
  if (insufficient && (short.length === 0 || nothingGiven)) {
    if (lines.some((row) => isCarriedOver(context, table, row, columns))) return [];
    const place: Short = { row: anchor, figures: whole, ...totalShortage };
    return [findingOf(context, table, ratio, columns, [place], severity, { total: true, insufficient })];
  }
  const say = { total: false, insufficient };
  const together = short.length > MANY || (!insufficient && short.length > 1);
  const groups = together ? [short] : short.map((one) => [one]);
  return groups.map((group) => findingOf(context, table, ratio, columns, group, severity, say));
}

/** Lines that fall short by figures of this very sheet. */
function shortLines(
  context: CheckContext,
  table: Table,
  ratio: Ratio,
  columns: MatchColumns,
  lines: readonly TableRow[],
  stepAt: StepAt,
): Short[] {
  return lines.flatMap((row) => {
    const figures = figuresOf(context.book, table, row.row, columns);
    const shortage = figures && shortageOf(context, table, row, columns, stepAt, figures, ratio);
    return shortage && !isCarriedOver(context, table, row, columns) ? [{ row, figures, ...shortage }] : [];
  });
}

/**
 * A figure below zero, or in sums none of which holds, is another finding; until it is mended nobody knows what is
 * given here.
 */
function isOpen(
  { book }: CheckContext,
  table: Table,
  columns: MatchColumns,
  stepAt: StepAt,
  { row, figures }: Short,
): boolean {
  if (figures.local.isNegative()) return true;
  return [...columns.local, ...columns.central].some((column) =>
    isInDoubt(book, table, row.row, column.column, stepAt(row.row, column)),
  );
}

function without(whole: MatchFigures, lines: readonly Short[]): MatchFigures {
  return lines.reduce(
    ({ central, local }, { figures }) => ({
      central: central.minus(figures.central),
      local: local.minus(figures.local),
    }),
    whole,
  );
}

/** What rests on a text that nobody read is at most a warning. */
function isRead({ law, layer }: Ratio): boolean {
  return layer === null || law[0]?.status === 'verified';
}

/** The central support rate binds the province as a whole; lower sheets give their own share of it. */
function isBelowProvince({ administrativeLevel }: Table): boolean {
  return administrativeLevel === 'district' || administrativeLevel === 'commune';
}

/** Figures that another sheet gives are judged there, once. */
function isCarriedOver({ book }: CheckContext, table: Table, row: TableRow, columns: MatchColumns): boolean {
  return columns.local.some(({ column }) =>
    book.evaluator.precedents(table.sheet, row.row, column).some((area) => area.sheet !== table.sheet),
  );
}

interface Shortage {
  /** Column of local money to be raised. */
  readonly column: TableColumn;
  /** Rounded up to the step of the cell. */
  readonly minimum: Decimal;
  readonly missing: Decimal;
}

/** Of several columns of local money the one that lacks most beside central money of its own kind. */
function shortestColumn(
  { book }: CheckContext,
  table: Table,
  row: number,
  columns: MatchColumns,
  ratio: Decimal,
): TableColumn {
  let worst = columns.local[0] as TableColumn;
  let most: Decimal | null = null;
  for (const column of columns.local) {
    const central = columns.central.filter((one) => one.effective.capital === column.effective.capital);
    const pair = figuresOf(book, table, row, { central, local: [column], provinceOnly: false });
    const missing = pair?.central.times(ratio).minus(pair.local) ?? null;
    if (missing && (!most || missing.gt(most))) {
      worst = column;
      most = missing;
    }
  }
  return worst;
}

interface Short extends Shortage {
  readonly row: TableRow;
  readonly figures: MatchFigures;
}

/** Short means by at least one whole last digit of the cell's own figure. */
function shortageOf(
  context: CheckContext,
  table: Table,
  row: TableRow,
  columns: MatchColumns,
  stepAt: StepAt,
  figures: MatchFigures,
  { ratio }: Ratio,
): Shortage | null {
  if (!figures.central.isPositive()) return null;
  const exact = figures.central.times(ratio);
  const missing = exact.minus(figures.local);
  if (!missing.isPositive()) return null;
  const column = shortestColumn(context, table, row.row, columns, ratio);
  const step = stepAt(row.row, column);
  if (missing.lt(step)) return null;
  return { column, minimum: exact.div(step).ceil().times(step), missing };
}

function findingOf(
  context: CheckContext,
  table: Table,
  ratio: Ratio,
  columns: MatchColumns,
  short: readonly Short[],
  severity: Severity,
  { total, insufficient }: { readonly total: boolean; readonly insufficient: boolean },
): FindingData {
  const first = short[0] as Short;
  const { figures, minimum, row } = first;
  return makeFinding({
    code: 'local-match-below-minimum',
    severity,
    sheet: table.sheetName,
    cells: short.map((one) => cellAddress(one.row.row, one.column.column)),
    count: short.length,
    facts: {
      title: row.title,
      titleCell: titleAddress(table, row),
      total,
      totalInsufficient: insufficient,
      provinceOnly: columns.provinceOnly,
      localCells: cellsOf(row, columns.local),
      centralCells: cellsOf(row, columns.central),
      central: figures.central.toString(),
      local: figures.local.toString(),
      ratio: ratio.ratio.times(100).toString(),
      capital: ratio.capital,
      ratioCell: ratio.cell,
      layer: ratio.layer,
      belowProvince: ratio.ofProvince && isBelowProvince(table),
      actualRatio: figures.local
        .div(figures.central)
        .times(100)
        .toDecimalPlaces(3, Decimal.ROUND_HALF_UP)
        .toString(),
    },
    expected: minimum.toString(),
    found: figures.local.toString(),
    difference: figures.local.minus(minimum).toString(),
    unit: table.dimensions.unit?.name ?? null,
    law: ratio.law,
    fix: short.length === 1 && columns.local.length === 1 && !total ? raiseTo(context, table, first) : null,
  });
}

function cellsOf(row: TableRow, columns: readonly TableColumn[]): string[] {
  return columns.map(({ column }) => cellAddress(row.row, column));
}

/** The minimum in the place of a typed figure; whether the budget has the money is for the officer to say. */
function raiseTo({ book }: CheckContext, table: Table, { row, column, minimum }: Short): Fix | null {
  const stored = book.evaluator.stored(table.sheet, row.row, column.column);
  if (book.evaluator.formula(table.sheet, row.row, column.column) !== null) return null;
  if (stored.kind !== 'number' && stored.kind !== 'blank') return null;
  const before: CellContent =
    stored.kind === 'number' ? { kind: 'number', value: stored.value.toString() } : { kind: 'blank' };
  const cell = cellAddress(row.row, column.column);
  const after: CellContent = { kind: 'number', value: minimum.toString() };
  return { safe: false, edits: [{ sheet: table.sheetName, cell, before, after }] };
}
