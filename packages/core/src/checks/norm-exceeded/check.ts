import { Decimal } from '../../amount/decimal.js';
import { findNorms, judgeNorm, NORMS } from '../../law/norms.js';
import type { Norm, NormGap } from '../../law/types.js';
import type { FindingData, NotCheckedData } from '../../report/types.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { cellAmount } from '../../sums/cell-amount.js';
import { makeFinding, titleAddress, unitAt } from '../support/finding.js';
import { isLeaf } from '../support/rows.js';
import { lawDay, type NormSubject } from '../support/subjects.js';
import type { Check, CheckContext, CheckResult } from '../types.js';
import { countingsOf } from './countings.js';

/** More money than the norm allows for so many households, where the row gives both and the law a maximum. */
export const normExceeded: Check = {
  code: 'norm-exceeded',
  run(context) {
    const results = context.tables.map((table) => tableResult(context, table));
    return {
      findings: results.flatMap(({ findings }) => findings),
      notChecked: results.flatMap(({ notChecked }) => notChecked),
    };
  },
};

/** So many times the norm: the count is of something else, or the unit is wrong, which another check says. */
const BEYOND_BELIEF = 9;
/** What has been or will be spent; a change or a remainder of a plan is no whole amount. */
const WHOLE_STAGES: readonly (string | null)[] = [null, 'plan', 'before', 'after', 'disbursed'];

function tableResult(context: CheckContext, table: Table): CheckResult {
  const findings: FindingData[] = [];
  const gaps = new Map<string, NotCheckedData>();
  for (const row of table.rows) {
    if (!isLeaf(table, row)) continue;
    for (const { subject, column: counting, among } of countingsOf(context.book, table, row)) {
      const { value: count } = cellAmount(context.book, table, row.row, counting.column);
      if (count === null || count.lte(0) || !count.isInteger()) continue;
      const { maxima, gap } = maximaOf(context, subject, lawDay(context, table));
      for (const norm of maxima) {
        const finding = rowFinding(context, table, row, { norm, count, counting, among });
        if (finding) findings.push(finding);
      }
      if (gap && !gaps.has(subject.subject)) gaps.set(subject.subject, unread(table, row, gap));
    }
  }
  return { findings, notChecked: [...gaps.values()] };
}

/** A norm is known to exist on that day, in a text that was not at hand: that is said, never passed over. */
function unread(table: Table, row: TableRow, { subject, instrument, reason }: NormGap): NotCheckedData {
  return {
    code: 'norm-not-known',
    sheet: table.sheetName,
    cell: titleAddress(table, row),
    facts: { subject, instrument, title: row.title, reason: reason.vi, reasonEnglish: reason.en },
  };
}

interface Counted {
  readonly norm: Norm;
  readonly count: Decimal;
  readonly counting: TableColumn;
  /** Columns whose money is for what is counted. */
  readonly among: readonly TableColumn[];
}

/** The first amount of the row that is above the norm; the columns beside it repeat it. */
function rowFinding(
  context: CheckContext,
  table: Table,
  row: TableRow,
  { norm, count, counting, among }: Counted,
): FindingData | null {
  const judgedColumns = [
    ...among.filter((column) => isJudged(table, row, column, counting, norm)),
    ...(norm.source === 'state' ? among.filter((column) => isAllOfState(context, table, row, column)) : []),
  ];
  for (const column of judgedColumns) {
    const unit = unitAt(table, row, column);
    const { value } = cellAmount(context.book, table, row.row, column.column);
    if (unit === null || value === null) continue;
    const judged = judgeNorm(norm, value.times(unit.scale), count);
    // Up to one unit of the sheet may come from rounding.
    if (judged.verdict !== 'exceeded' || new Decimal(judged.by).lt(unit.scale)) continue;
    if (new Decimal(judged.by).gt(new Decimal(judged.bound).times(BEYOND_BELIEF))) continue;
    const bound = new Decimal(judged.bound).div(unit.scale);
    return makeFinding({
      code: 'norm-exceeded',
      // With local money added the household may have more by a resolution of its province, which is for the officer to say.
      severity: norm.law.status === 'verified' && column.effective.source !== 'total' ? 'error' : 'warning',
      sheet: table.sheetName,
      cells: [cellAddress(row.row, column.column), cellAddress(row.row, counting.column)],
      facts: {
        norm: norm.subject,
        each: new Decimal(norm.value).div(unit.scale).toString(),
        per: norm.unit.replace(/^đồng\//, ''),
        count: count.toString(),
        countCell: cellAddress(row.row, counting.column),
        source: norm.source,
        title: row.title,
        titleCell: titleAddress(table, row),
      },
      expected: bound.toString(),
      found: value.toString(),
      difference: value.minus(bound).toString(),
      unit: unit.name,
      law: [norm.law],
    });
  }
  return null;
}

/** A norm for central money judges central money only; one for all money of the state judges any public amount. */
function isJudged(
  table: Table,
  row: TableRow,
  column: TableColumn,
  counting: TableColumn,
  norm: Norm,
): boolean {
  if (column.role !== 'amount' || !WHOLE_STAGES.includes(row.own.stage ?? column.effective.stage))
    return false;
  const years = [column.effective.year, counting.effective.year];
  if (years[0] !== years[1] && years[1] !== null && counting.own.year !== null) return false;
  const source = row.own.source ?? column.effective.source;
  if (norm.source === 'central') return source === 'central' || (source === null && isCentralAlone(table));
  if (norm.source === 'local') return source === 'province' || source === 'local';
  return source === 'central' || source === 'province' || source === 'local';
}

const PUBLIC: readonly (string | null)[] = ['central', 'local', 'province', 'district', 'commune'];

/** A total that the row's own money of the state makes up: a norm for the state as a whole judges it too. */
function isAllOfState({ book }: CheckContext, table: Table, row: TableRow, column: TableColumn): boolean {
  const { source, year, stage, capital } = column.effective;
  if (column.role !== 'amount' || source !== 'total' || !WHOLE_STAGES.includes(stage)) return false;
  const sum = table.sums.find(
    (one) => one.axis === 'row' && one.complete && one.whole === column.column && one.lines.includes(row.row),
  );
  const parts = sum?.parts.map(({ line }) => table.columns.find((other) => other.column === line)) ?? [];
  const isPublic = parts.every(
    (part) =>
      part !== undefined &&
      PUBLIC.includes(part.effective.source) &&
      part.effective.year === year &&
      part.effective.stage === stage &&
      (capital === null || capital === 'all' || part.effective.capital === capital),
  );
  if (!sum || parts.length < 2 || !isPublic) return false;
  const amount = (at: number) => cellAmount(book, table, row.row, at).value ?? new Decimal(Number.NaN);
  const added = sum.parts.reduce((total, { line }) => total.plus(amount(line)), new Decimal(0));
  return added.eq(amount(column.column));
}

/** The heading says whose money the whole table is about. */
function isCentralAlone(table: Table): boolean {
  return table.dimensions.source === 'central';
}

/**
 * The maxima in force, one for each source, or the text that has them and was not at hand. Without a day, the highest
 * that ever held, so that no one is accused by the wrong year.
 */
function maximaOf(
  { rules }: CheckContext,
  { programme, node, subject }: NormSubject,
  day: string | null,
): { readonly maxima: readonly Norm[]; readonly gap: NormGap | null } {
  const files = rules.local?.norms ?? NORMS;
  const all = files
    .filter((file) => file.programme === programme)
    .flatMap((file) => file.norms)
    .filter((norm) => norm.node === node && norm.subject === subject);
  const { norms: inForce, gaps } =
    day === null
      ? { norms: all, gaps: [] }
      : findNorms({ programme, node, subject, asOf: day, carriedOver: true }, files);
  const highest = new Map<string, Norm>();
  for (const norm of inForce) {
    if (norm.kind !== 'maximum' || !norm.unit.startsWith('đồng/')) continue;
    const best = highest.get(norm.source);
    if (best === undefined || new Decimal(norm.value).gt(best.value)) highest.set(norm.source, norm);
  }
  return { maxima: [...highest.values()], gap: highest.size === 0 ? (gaps[0] ?? null) : null };
}
