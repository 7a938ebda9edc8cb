import { Decimal } from '../../amount/index.js';
import { SplitError, type SplitPart, split } from '../../funding/index.js';
import type { FactValue } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { Table } from '../../sheet/types.js';
import { cellAddress, columnName } from '../../snapshot/index.js';
import { leafRows } from '../leaves.js';
import { inPercent } from '../percent.js';
import { feeds, isBlank, type Plan, typedDecimals } from '../target.js';
import { type ShareGroup, type ShareReceiver, sumOfRatios } from './groups.js';
import { allExact, type Line, type ShareManner, type Sized, type Writer, writerOf } from './writer.js';

/** Writes the shares of each line of a table, or says why they stay open. */
export function planGroup(
  book: Book,
  table: Table,
  given: ShareGroup,
  manner: ShareManner,
  plan: Plan,
): void {
  const group = withRest(book, table, given);
  const { base } = group;
  if (group.closed && sumOfRatios(group).gt(1)) {
    plan.refuse('shares-exceed', table.sheet, header(table, base.column), {
      sum: inPercent(sumOfRatios(group).toFixed()),
    });
    return;
  }
  const filled = leafRows(table).flatMap(({ row }) => {
    const value = book.evaluator.value(table.sheet, row, base.column);
    return value.kind === 'number' && !value.value.isZero() ? [{ row, total: value.value }] : [];
  });
  if (filled.length === 0) {
    plan.refuse('base-blank', table.sheet, header(table, base.column), { column: columnName(base.column) });
    return;
  }
  const lines = filled.filter((line) => isFree(book, table, group, line.row, manner, plan));
  const step = manner.step ?? stepTyped(book, table, base.column);
  const writer = writerOf(group, lines, { ...manner, step });
  if (writer === null) {
    const odd = lines.find((line) => !allExact(group, line, step))!;
    plan.refuse('policy-unknown', table.sheet, cellAddress(odd.row, firstColumn(group)), {
      step,
      shares: group.receivers.map(({ ratio }) => inPercent(ratio.toFixed())),
      statedIn: manner.statedIn,
    });
    return;
  }
  for (const line of lines) planLine(book, table, group, line, writer, { ...manner, step }, plan);
}

const header = (table: Table, column: number) => cellAddress(table.headerRange.top, column);
const firstColumn = (group: ShareGroup) => group.receivers.find(({ column }) => column)!.column!.column;

/** What the ratios leave belongs to the one column that is blank throughout; else to the others together. */
function withRest(book: Book, table: Table, group: ShareGroup): ShareGroup {
  const rest = new Decimal(1).minus(sumOfRatios(group));
  if (!rest.gt(0)) return group;
  const blank = group.others.filter((column) =>
    leafRows(table).every(({ row }) => isBlank(book, table.sheet, row, column.column)),
  );
  const column = group.closed && blank.length === 1 ? blank[0]! : null;
  const receivers: ShareReceiver[] = [...group.receivers, { column, ratio: rest }];
  return {
    ...group,
    receivers: receivers.sort((a, b) => (a.column?.column ?? 1e6) - (b.column?.column ?? 1e6)),
    others: group.others.filter((other) => other !== column),
  };
}

/** The last decimal typed in the column that is divided. */
function stepTyped(book: Book, table: Table, column: number): string {
  return new Decimal(10).pow(-typedDecimals(book, table, column)).toFixed();
}

/** True where all shares of a line may be written; a line with some of them typed is named and left. */
function isFree(
  book: Book,
  table: Table,
  group: ShareGroup,
  row: number,
  { overwrite }: ShareManner,
  plan: Plan,
): boolean {
  const cells = group.receivers.flatMap(({ column }) => (column ? [column.column] : []));
  const blank = cells.filter((column) => isBlank(book, table.sheet, row, column));
  const typed = (column: number) => book.evaluator.formula(table.sheet, row, column) === null;
  if (blank.length < cells.length && !(overwrite && cells.every(typed))) {
    if (blank.length > 0) plan.refuse('partly-filled', table.sheet, cellAddress(row, blank[0]!));
    return false;
  }
  const loop = cells.find((column) => feeds(book, table.sheet, [row, column], [row, group.base.column]));
  if (loop !== undefined) {
    plan.refuse('circular', table.sheet, cellAddress(row, loop), { by: cellAddress(row, group.base.column) });
    return false;
  }
  const other = group.others.find((column) => {
    const value = book.evaluator.value(table.sheet, row, column.column);
    return value.kind === 'number' && !value.value.isZero();
  });
  if (other && group.receivers.every(({ column }) => column !== null)) {
    plan.refuse('shares-leave-out', table.sheet, cellAddress(row, other.column), {
      base: cellAddress(row, group.base.column),
    });
    return false;
  }
  return true;
}

function planLine(
  book: Book,
  table: Table,
  group: ShareGroup,
  line: Line,
  writer: Writer,
  manner: Sized,
  plan: Plan,
): void {
  const parts = provenParts(table, group, line, manner, plan);
  if (parts === null) return;
  const from = cellAddress(line.row, group.base.column);
  group.receivers.forEach(({ column, ratio }, i) => {
    if (!column) return;
    const part = parts[i];
    const after = writer(line, i) ?? { kind: 'number' as const, value: part!.amount };
    if (after.kind === 'formula' && isSame(book, table, line.row, column.column, after.formula)) return;
    plan.propose({
      sheet: table.sheet,
      row: line.row,
      column: column.column,
      after,
      facts: {
        share: ratio.toFixed(),
        of: from,
        statedIn: manner.statedIn,
        policy: manner.policy,
        step: manner.step,
        ...(part ? proofFacts(part) : {}),
      },
    });
  });
}

function isSame(book: Book, table: Table, row: number, column: number, formula: string): boolean {
  return `=${book.evaluator.formula(table.sheet, row, column)}` === formula;
}

function proofFacts({ amount, proof }: SplitPart): Record<string, FactValue> {
  return {
    amount,
    quota: proof.quota,
    floor: proof.floor,
    remainder: proof.remainder,
    extraStep: proof.extraStep,
    tiedWith: [...proof.tiedWith],
  };
}

/** The line divided exactly, with its proof; `[]` where one share stands alone beside its measure. */
function provenParts(
  table: Table,
  group: ShareGroup,
  { row, total }: Line,
  { policy, step }: Sized,
  plan: Plan,
): readonly SplitPart[] | null {
  if (!group.closed && sumOfRatios(group).gt(1)) return [];
  const cell = cellAddress(row, group.base.column);
  if (policy === 'apart' && !allExact(group, { row, total }, step) && group.closed) {
    plan.refuse('shares-apart', table.sheet, cell);
    return null;
  }
  try {
    return split({
      total: total.toFixed(),
      step,
      policy: policy ?? 'largest-remainder',
      receivers: group.receivers.map(({ column, ratio }) => ({
        name: column ? columnName(column.column) : '…',
        weight: ratio.toFixed(),
      })),
    }).parts;
  } catch (error) {
    if (!(error instanceof SplitError)) throw error;
    plan.refuse('cannot-divide', table.sheet, cell, { reason: error.in('vi'), reasonEn: error.in('en') });
    return null;
  }
}
